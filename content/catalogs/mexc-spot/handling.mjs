import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const BASE_URL = 'https://api.mexc.com';
const [RECV_WINDOW, MARGIN, PATIENCE, PAUSE, BAN] = [5_000, 60_000, 120_000, 3_000, 600_000];
const OUTCOME_UNKNOWN = new Set(['429', '500', '503', '504', '20002', '730000']);
let resumeAt = 0;

export class MexcError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export class OutcomeUnknown extends Error {}

const encode = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

export async function request(method, path, params) {
  await sleep(Math.max(0, resumeAt - performance.now()));
  const fields = { ...params, recvWindow: RECV_WINDOW, timestamp: Date.now() };
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encode(String(value))}`).join('&');
  const signature = createHmac('sha256', process.env.MEXC_SECRET_KEY).update(query).digest('hex');
  const headers = { 'X-MEXC-APIKEY': process.env.MEXC_ACCESS_KEY, 'Content-Type': 'application/json' };
  const url = `${BASE_URL}${path}?${query}&signature=${signature}`;
  let [status, wait, answer] = [0, '', null];
  try {
    const response = await fetch(url, { method, headers, signal: AbortSignal.timeout(10_000), redirect: 'error' });
    [status, wait] = [response.status, response.headers.get('Retry-After') ?? ''];
    answer = await response.json();
  } catch {
    answer = null;
  }
  const code = String(answer?.code || 0);
  const success = code === '0' || code === '200';
  if (status === 418 || status === 429 || code === '429') {
    resumeAt = performance.now() + (/^\d+$/.test(wait) ? wait * 1000 : BAN);
  } else if (status === 200 && answer !== null && success) {
    return answer;
  } else if (status >= 200 && status < 500 && !success && !OUTCOME_UNKNOWN.has(code)) {
    throw new MexcError(code, String(answer.msg ?? ''));
  }
  throw new OutcomeUnknown(`${path} ${status} ${code}`);
}

async function findOrder(symbol, clientId) {
  const order = await request('GET', '/api/v3/order', { symbol, origClientOrderId: clientId });
  if (order.orderId) return order;
  throw new OutcomeUnknown(clientId);
}

export async function placeOrder(order) {
  const { symbol, newClientOrderId: clientId } = order;
  if (!symbol || !clientId) throw new TypeError('symbol, newClientOrderId');
  try {
    const answer = await request('POST', '/api/v3/order', order);
    if (answer.orderId) return answer;
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
  }
  const sent = performance.now();
  for (;;) {
    const asked = performance.now() - sent;
    try {
      return await findOrder(symbol, clientId);
    } catch (cause) {
      const absent = cause.code === '-2013';
      if (absent && asked >= RECV_WINDOW + MARGIN) throw cause;
      if (!absent && asked >= RECV_WINDOW + MARGIN + PATIENCE) throw new OutcomeUnknown(clientId, { cause });
    }
    await sleep(PAUSE);
  }
}
