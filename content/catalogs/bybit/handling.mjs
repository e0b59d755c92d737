import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const HOST = process.env.BYBIT_HOST ?? 'https://api.bybit.com';
const { BYBIT_API_KEY: KEY, BYBIT_API_SECRET: SECRET } = process.env;
const [WINDOW, FINAL, PATIENCE, PAUSE] = [5_000, 65_000, 185_000, 2_000];
const UNKNOWN = new Set([
  429, 10000, 10006, 10014, 10016, 10019, 110030, 110072, 170001, 170005, 170007, 170032, 170035, 170141, 170146,
  170149, 170222, 170234, 3400214,
]);
const REPEATED = new Set([10014, 110030, 110072, 170141]);
let resumeAt = 0;

export class Refused extends Error {}
export class Unknown extends Error {}
export class NotPlaced extends Error {}

export async function send(method, path, fields) {
  if (method === 'POST' && Date.now() < resumeAt) throw new Refused(`paused ${resumeAt}`);
  await sleep(Math.max(0, resumeAt - Date.now()));
  const text = method === 'GET' ? String(new URLSearchParams(fields)) : JSON.stringify(fields);
  const [url, body] = method === 'GET' ? [`${HOST}${path}?${text}`] : [HOST + path, text];
  const stamp = String(Date.now());
  const headers = {
    'X-BAPI-API-KEY': KEY,
    'X-BAPI-TIMESTAMP': stamp,
    'X-BAPI-RECV-WINDOW': String(WINDOW),
    'X-BAPI-SIGN': createHmac('sha256', SECRET).update(stamp + KEY + WINDOW + text).digest('hex'),
    'Content-Type': 'application/json',
  };
  let response, answer;
  try {
    response = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(10_000), redirect: 'error' });
    if (response.ok) answer = await response.json();
  } catch (cause) {
    throw new Unknown(path, { cause });
  }
  if ([400, 401, 404].includes(response.status)) throw new Refused(`${response.status} ${path}`);
  if (!response.ok) {
    resumeAt = Math.max(resumeAt, Date.now() + (response.status === 403 ? 600_000 : PAUSE));
    throw new Unknown(`${response.status} ${path}`);
  }
  const code = answer?.retCode;
  if (code === 0 && answer.result) return answer.result;
  const reset = Number(response.headers.get('X-Bapi-Limit-Reset-Timestamp')) || 0;
  if (code === 10006) resumeAt = Math.max(resumeAt, Date.now() + PAUSE, reset);
  const Failure = !code || !Number.isInteger(code) || UNKNOWN.has(code) ? Unknown : Refused;
  throw Object.assign(new Failure(`${code} ${answer?.retMsg}`), { code });
}

async function lookUp({ category, symbol, orderLinkId }, sent, Missing) {
  for (;;) {
    const asked = Date.now();
    let failure;
    try {
      for (const path of ['/v5/order/realtime', '/v5/order/history']) {
        const { list } = await send('GET', path, { category, symbol, orderLinkId });
        const found = list.find((order) => order.orderLinkId === orderLinkId);
        if (found) return found;
      }
    } catch (cause) {
      failure = cause;
    }
    if (failure && asked >= sent + PATIENCE) throw new Unknown(orderLinkId, { cause: failure });
    if (!failure && asked >= sent + FINAL) throw new Missing(orderLinkId);
    await sleep(PAUSE);
  }
}

export async function placeOrder(order) {
  if (!order.symbol || !order.orderLinkId || order.orderLinkId.length > 36) throw new TypeError('symbol, orderLinkId');
  const sent = Date.now();
  try {
    return await send('POST', '/v5/order/create', order);
  } catch (error) {
    if (error instanceof Unknown) return lookUp(order, sent, REPEATED.has(error.code) ? Unknown : NotPlaced);
    throw error;
  }
}
