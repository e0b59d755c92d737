import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const HOST = process.env.BITGET_HOST ?? 'https://api.bitget.com';
const { BITGET_API_KEY: KEY, BITGET_API_SECRET: SECRET, BITGET_API_PASSPHRASE: PASSPHRASE } = process.env;
const [WINDOW, FINAL, PATIENCE, PAUSE, ROWS] = [5_000, 70_000, 360_000, 3_000, 100];
const UNKNOWN = new Set(
  `19000 22018 22035 25000 25001 25003 25004 25220 25221 25222 25239 31016 31027 40010 40015 40074 40200 40400
   40401 40725 40764 40765 40766 40770 40776 40777 40780 40783 40784 40785 40789 40790 40791 40792 40793 40794
   40808 40822 40823 40840 40843 40846 40847 40856 40878 40897 40898 40899 40900 40903 40908 40910 40918 40927
   41100 43002 43003 43022 43059 45001 45011 45012 45013 45017 45023 45024 50010 50031 50036 50044 50049 50051
   50055 50056 50057 50058 70228 70229`.split(/\s+/),
);
const DUPLICATE = new Set('25212 40708 40786 43118 45034 50060'.split(' '));
const ABSENT = new Set('43001 40109'.split(' '));
const resumeAt = new Map();

export class Refused extends Error {}
export class Unknown extends Error {}
export class NotPlaced extends Error {}

export async function send(method, path, query, order) {
  const endpoint = `${method} ${path}`;
  const wait = (resumeAt.get(endpoint) ?? 0) - Date.now();
  if (wait > 0 && method !== 'GET') throw new Refused('paused', { cause: wait });
  await sleep(Math.max(0, wait));
  const pairs = Object.entries(query).sort(([one], [other]) => (one < other ? -1 : 1));
  const target = path + (pairs.length ? `?${new URLSearchParams(pairs)}` : '');
  const signed = path + (pairs.length ? `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}` : '');
  const body = order === undefined ? '' : JSON.stringify(order);
  const stamp = String(Date.now());
  const headers = {
    'ACCESS-KEY': KEY,
    'ACCESS-TIMESTAMP': stamp,
    'ACCESS-SIGN': createHmac('sha256', SECRET).update(stamp + method + signed + body).digest('base64'),
    'ACCESS-PASSPHRASE': PASSPHRASE,
    'Content-Type': 'application/json',
    locale: 'en-US',
  };
  const options = { method, headers, body: body || undefined, redirect: 'error', signal: AbortSignal.timeout(10_000) };
  let response, answer;
  try {
    response = await fetch(HOST + target, options);
    if (response.status === 429) resumeAt.set(endpoint, Date.now() + PAUSE);
    answer = JSON.parse(await response.text());
  } catch (cause) {
    throw new Unknown(path, { cause });
  }
  const { status } = response;
  const code = String(answer?.code ?? '');
  if (status === 200 && code === '00000') return answer.data;
  const unclear = ['', '00000', '429'].includes(code) || [408, 429].includes(status) || status >= 500;
  throw new (unclear || UNKNOWN.has(code) || DUPLICATE.has(code) ? Unknown : Refused)(answer?.msg, { cause: code });
}

async function find({ symbol, clientOid }, since) {
  try {
    for (const row of (await send('GET', '/api/v2/spot/trade/orderInfo', { clientOid })) ?? []) {
      if (row.clientOid === clientOid) return row;
      throw new Unknown(clientOid);
    }
  } catch (error) {
    if (!(error instanceof Refused && ABSENT.has(error.cause))) throw error;
  }
  for (const list of ['unfilled-orders', 'history-orders']) {
    const scope = { symbol, startTime: since, limit: ROWS };
    const rows = (await send('GET', `/api/v2/spot/trade/${list}`, scope)) ?? [];
    const row = rows.find((each) => each.clientOid === clientOid);
    if (row) return row;
    if (rows.length >= ROWS) throw new Unknown(clientOid);
  }
  return null;
}

export async function lookUp(order, sent) {
  for (;;) {
    const asked = Date.now();
    try {
      const found = await find(order, sent - 60_000);
      if (found) return found;
      if (asked >= sent + FINAL) throw new NotPlaced(order.clientOid);
    } catch (cause) {
      if (cause instanceof NotPlaced) throw cause;
      if (asked >= sent + FINAL + PATIENCE) throw new Unknown(order.clientOid, { cause });
    }
    await sleep(PAUSE);
  }
}

export async function placeOrder(order) {
  const { clientOid, symbol } = order;
  if (typeof clientOid !== 'string' || !/^[\w-]{1,49}$/.test(clientOid) || !symbol) {
    throw new TypeError('clientOid, symbol');
  }
  if ((order.tpslType ?? 'normal') !== 'normal') throw new TypeError('tpslType');
  const sent = Date.now();
  const timed = { ...order, requestTime: String(sent), receiveWindow: String(WINDOW) };
  let used = false;
  try {
    const answer = await send('POST', '/api/v2/spot/trade/place-order', {}, timed);
    if (answer?.orderId) return answer;
  } catch (error) {
    if (!(error instanceof Unknown)) throw error;
    used = DUPLICATE.has(error.cause);
  }
  try {
    return await lookUp(order, sent);
  } catch (cause) {
    throw used && cause instanceof NotPlaced ? new Unknown(clientOid, { cause }) : cause;
  }
}
