import { createHash, createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const HOST = process.env.GATE_HOST ?? 'https://api.gateio.ws';
const { GATE_API_KEY: KEY, GATE_API_SECRET: SECRET } = process.env;
const [WINDOW, MARGIN, PATIENCE, PAUSE, ROWS] = [10_000, 120_000, 180_000, 3_000, 1000];
const UNKNOWN = new Set(
  `TOO_MANY_REQUESTS SERVER_ERROR INTERNAL INTERNAL_SERVER_ERROR SERVER_TIMEOUT TOO_BUSY
   FAILED_RETRIEVE_ASSETS ORDER_EXISTS DUPLICATE_REQUEST REPEATED_CREATION`.split(/\s+/),
);
const ABSENT = new Set(['ORDER_NOT_FOUND', 'CLIENT_ID_NOT_FOUND']);
const resumeAt = new Map();

export class Refused extends Error {}
export class Unknown extends Error {}
export class NotPlaced extends Error {}

export async function send(method, path, query, order, expires) {
  const endpoint = `${method} ${path}`;
  const wait = (resumeAt.get(endpoint) ?? 0) - Date.now();
  if (wait > 0 && method !== 'GET') throw new Refused('PAUSED', { cause: wait });
  await sleep(Math.max(0, wait));
  const text = Object.entries(query).map((pair) => pair.join('=')).join('&');
  const body = order === undefined ? '' : JSON.stringify(order);
  const stamp = String(Math.floor(Date.now() / 1000));
  const hash = createHash('sha512').update(body).digest('hex');
  const signed = [method, `/api/v4${path}`, text, hash, stamp].join('\n');
  const headers = {
    KEY,
    Timestamp: stamp,
    SIGN: createHmac('sha512', SECRET).update(signed).digest('hex'),
    Accept: 'application/json',
    'Content-Type': 'application/json',
    ...(expires && { 'x-gate-exptime': String(expires) }),
  };
  const url = `${HOST}/api/v4${path}${text && `?${text}`}`;
  const options = { method, headers, body: body || undefined, redirect: 'error', signal: AbortSignal.timeout(10_000) };
  let response, answer;
  try {
    response = await fetch(url, options);
    answer = JSON.parse((await response.text()) || 'null');
  } catch (cause) {
    throw new Unknown(path, { cause });
  }
  if (response.ok) return answer;
  if (response.status === 429) {
    const reset = Number(response.headers.get('X-Gate-RateLimit-Reset-Timestamp')) || 0;
    resumeAt.set(endpoint, Math.max(Date.now() + PAUSE, reset > 1e11 ? reset : reset * 1000));
  }
  const { label, message, detail } = answer ?? {};
  const open = !label || response.status === 429 || response.status >= 500 || UNKNOWN.has(label);
  throw new (open ? Unknown : Refused)(label ?? String(response.status), { cause: message ?? detail });
}

async function find(order, since) {
  const { currency_pair, account, text } = order;
  const scope = account ? { currency_pair, account } : { currency_pair };
  try {
    return await send('GET', `/spot/orders/${text}`, scope);
  } catch (error) {
    if (!(error instanceof Refused && ABSENT.has(error.message))) throw error;
  }
  for (const [path, extra] of [['/spot/orders', { status: 'finished' }], ['/spot/my_trades', {}]]) {
    const rows = await send('GET', path, { ...scope, ...extra, from: since, limit: ROWS });
    const row = rows.find((each) => each.text === text);
    if (row) return send('GET', `/spot/orders/${row.order_id ?? row.id}`, scope);
    if (rows.length >= ROWS) throw new Unknown(path);
  }
  return null;
}

export async function lookUp(order, expires) {
  for (;;) {
    const asked = Date.now();
    try {
      const found = await find(order, Math.floor((expires - WINDOW) / 1000) - 90);
      if (found) return found;
      if (asked >= expires + MARGIN) throw new NotPlaced(order.text);
    } catch (cause) {
      if (cause instanceof NotPlaced) throw cause;
      if (asked >= expires + MARGIN + PATIENCE) throw new Unknown(order.text, { cause });
    }
    await sleep(PAUSE);
  }
}

export async function placeOrder(order) {
  if (!/^t-[\w.-]{1,28}$/.test(order.text) || !order.currency_pair) throw new TypeError('text, currency_pair');
  const expires = Date.now() + WINDOW;
  try {
    const answer = await send('POST', '/spot/orders', {}, order, expires);
    if (answer?.id) return answer;
  } catch (error) {
    if (!(error instanceof Unknown)) throw error;
  }
  return lookUp(order, expires);
}
