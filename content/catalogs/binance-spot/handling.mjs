import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const BASE_URL = 'https://api.binance.com';
const [RECV_WINDOW, MARGIN, PATIENCE, PAUSE] = [5_000, 60_000, 120_000, 3_000];
const UNKNOWN = new Set([-1000, -1001, -1003, -1006, -1007, -1008, -1016]);
const { BINANCE_API_KEY: key, BINANCE_SECRET_KEY: secret } = process.env;
let resumeAt = 0;

export class BinanceError extends Error {}
export class Paused extends Error {}
export class OutcomeUnknown extends Error {}

export async function send(method, path, fields) {
  if (Date.now() < resumeAt) throw new Paused(String(resumeAt));
  const query = Object.entries({ ...fields, recvWindow: RECV_WINDOW, timestamp: Date.now() })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const signature = createHmac('sha256', secret).update(query).digest('hex');
  const options = { method, headers: { 'X-MBX-APIKEY': key }, redirect: 'manual', signal: AbortSignal.timeout(15_000) };
  let response;
  let body;
  try {
    response = await fetch(`${BASE_URL}${path}?${query}&signature=${signature}`, options);
    body = await response.text();
  } catch (cause) {
    throw new OutcomeUnknown(path, { cause });
  }
  let answer = null;
  try {
    answer = JSON.parse(body);
  } catch {}
  const { status } = response;
  const code = answer?.code ?? 0;
  const wait = response.headers.get('Retry-After');
  if ([418, 429].includes(status) && (wait || ![-1015, -2021].includes(code)))
    resumeAt = Date.now() + Number(wait ?? 60) * 1000;
  if (status >= 500 || UNKNOWN.has(code) || (status !== 200 && code >= 0) || answer === null)
    throw new OutcomeUnknown(`${status} ${code} ${path}`);
  if (code < 0) throw Object.assign(new BinanceError(answer.msg), { code, data: answer.data });
  return answer;
}

export async function settle(symbol, clientOrderId) {
  const final = Date.now() + RECV_WINDOW + MARGIN;
  for (let asked = Date.now(); asked < final + PATIENCE; asked = Date.now()) {
    try {
      return await send('GET', '/api/v3/order', { symbol, origClientOrderId: clientOrderId });
    } catch (error) {
      if (error.code === -2013 && asked >= final) return null;
      if (![BinanceError, OutcomeUnknown, Paused].includes(error.constructor)) throw error;
    }
    await sleep(PAUSE);
  }
  throw new OutcomeUnknown(`${symbol} ${clientOrderId}`);
}

export async function placeOrder(order) {
  const { symbol, newClientOrderId } = order;
  if (!symbol || !newClientOrderId) throw new TypeError('symbol, newClientOrderId');
  try {
    return await send('POST', '/api/v3/order', order);
  } catch (error) {
    const duplicate = error instanceof BinanceError && error.message === 'Duplicate order sent.';
    if (!duplicate && !(error instanceof OutcomeUnknown)) throw error;
  }
  return settle(symbol, newClientOrderId);
}
