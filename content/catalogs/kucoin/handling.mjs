import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const HOST = process.env.KUCOIN_HOST ?? 'https://api.kucoin.com';
const { KUCOIN_API_KEY: KEY, KUCOIN_API_SECRET: SECRET, KUCOIN_API_PASSPHRASE: PASSPHRASE } = process.env;
const [FINAL, PATIENCE, PAUSE, ROWS] = [70_000, 180_000, 3_000, 100];
const WAIT = { 1015: 30_000, 200002: 10_000, 429000: 30_000 };
const UNKNOWN = new Set(
  `1015 200002 230005 400400 408000 429000 500000 100002 300002 300010 300014 300015
   300018 400800`.split(/\s+/),
);
const ABSENT = /order.?not.?exist/i;
const resumeAt = new Map();

export class Refused extends Error {}
export class Unknown extends Error {}
export class NotPlaced extends Error {}

const sealed = (text) => createHmac('sha256', SECRET).update(text).digest('base64');

export async function send(method, path, query, order) {
  const endpoint = `${method} ${path}`;
  const wait = Math.max(resumeAt.get('*') ?? 0, resumeAt.get(endpoint) ?? 0) - Date.now();
  if (wait > 0 && method !== 'GET') throw new Refused('paused', { cause: wait });
  await sleep(Math.max(0, wait));
  const text = String(new URLSearchParams(query));
  const target = path + (text && `?${text}`);
  const body = order === undefined ? '' : JSON.stringify(order);
  const stamp = String(Date.now());
  const headers = {
    'KC-API-KEY': KEY,
    'KC-API-TIMESTAMP': stamp,
    'KC-API-SIGN': sealed(stamp + method + target + body),
    'KC-API-PASSPHRASE': sealed(PASSPHRASE),
    'KC-API-KEY-VERSION': '2',
    'Content-Type': 'application/json',
  };
  const options = { method, headers, body: body || undefined, redirect: 'error', signal: AbortSignal.timeout(10_000) };
  let response, answer;
  try {
    response = await fetch(HOST + target, options);
    const raw = await response.text();
    if ([403, 429].includes(response.status) && raw.includes('1015')) resumeAt.set('*', Date.now() + WAIT[1015]);
    answer = JSON.parse(raw);
  } catch (cause) {
    throw new Unknown(path, { cause });
  }
  const { status } = response;
  const { code, data } = answer ?? {};
  const msg = String(answer?.msg ?? '');
  if (status === 200 && code === '200000') return data;
  if (code in WAIT || status === 429) {
    resumeAt.set(code === '1015' ? '*' : endpoint, Date.now() + (WAIT[code] ?? PAUSE));
  }
  const broken = typeof code !== 'string' || code === '200000' || status === 429 || status >= 500;
  const unclear = broken || UNKNOWN.has(code) || msg.includes('clientOidDuplicated');
  throw new (unclear ? Unknown : Refused)(`${code} ${msg}`);
}

async function find({ symbol, clientOid }, since) {
  try {
    const found = await send('GET', `/api/v1/hf/orders/client-order/${clientOid}`, { symbol });
    if (found) return found;
  } catch (error) {
    if (!(error instanceof Refused && ABSENT.test(error.message))) throw error;
  }
  const active = (await send('GET', '/api/v1/hf/orders/active', { symbol })) ?? [];
  const page = await send('GET', '/api/v1/hf/orders/done', { symbol, startAt: since, limit: ROWS });
  const done = page?.items ?? [];
  const row = [...active, ...done].find((each) => each.clientOid === clientOid);
  if (!row && done.length >= ROWS) throw new Unknown(clientOid);
  return row ?? null;
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
  if (typeof clientOid !== 'string' || !/^[\w-]{1,40}$/.test(clientOid) || !symbol) {
    throw new TypeError('clientOid, symbol');
  }
  const sent = Date.now();
  let used = false;
  try {
    const answer = await send('POST', '/api/v1/hf/orders', {}, order);
    if (answer?.orderId) return answer;
  } catch (error) {
    if (!(error instanceof Unknown)) throw error;
    used = error.message.includes('clientOidDuplicated');
  }
  try {
    return await lookUp(order, sent);
  } catch (cause) {
    throw used && cause instanceof NotPlaced ? new Unknown(clientOid, { cause }) : cause;
  }
}
