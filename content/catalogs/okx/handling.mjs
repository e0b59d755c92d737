import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const { OKX_BASE_URL = 'https://openapi.okx.com', OKX_API_KEY, OKX_SECRET_KEY, OKX_PASSPHRASE, OKX_DEMO } = process.env;
const LIMITED = new Set(['50011', '50040', '50061']);
const UNKNOWN = new Set('1 2 50001 50004 50013 50026 50042 50071 51011 51016 51054 51123 51149 51820'.split(' '));
const [WINDOW, MARGIN, PATIENCE, PAUSE, ATTEMPTS] = [10_000, 60_000, 120_000, 3_000, 5];

export class OkxError extends Error {
  constructor(code, subCode, message) {
    super(message);
    Object.assign(this, { name: 'OkxError', code, subCode });
  }
}
export class NoAnswer extends Error {}
export class OrderNotFound extends Error {}
export class OrderOutcomeUnknown extends Error {}

async function send(method, path, fields, extra) {
  const target = method === 'GET' ? `${path}?${new URLSearchParams(fields)}` : path;
  const body = method === 'POST' ? JSON.stringify(fields) : undefined;
  const stamp = new Date().toISOString();
  const sign = createHmac('sha256', OKX_SECRET_KEY).update(stamp + method + target + (body ?? '')).digest('base64');
  const headers = { 'Content-Type': 'application/json', 'OK-ACCESS-KEY': OKX_API_KEY, 'OK-ACCESS-SIGN': sign,
    'OK-ACCESS-TIMESTAMP': stamp, 'OK-ACCESS-PASSPHRASE': OKX_PASSPHRASE, ...extra };
  if (OKX_DEMO === '1') headers['x-simulated-trading'] = '1';
  let answer;
  try {
    const signal = AbortSignal.timeout(10_000);
    answer = await (await fetch(OKX_BASE_URL + target, { method, headers, body, signal, redirect: 'error' })).json();
  } catch (cause) {
    throw new NoAnswer(path, { cause });
  }
  const refused = answer?.data?.find?.(({ sCode = '0' }) => sCode !== '0');
  if (refused) throw new OkxError(refused.sCode, refused.subCode ?? '', refused.sMsg);
  if (answer?.code && answer.code !== '0') throw new OkxError(String(answer.code), '', answer.msg);
  if (answer?.code !== '0' || !answer.data?.[0]) throw new NoAnswer(path);
  return answer.data[0];
}

async function settle({ instId, clOrdId }, final) {
  const deadline = Math.max(final, Date.now()) + PATIENCE;
  for (let asked = Date.now(); asked < deadline; asked = Date.now()) {
    try {
      return await send('GET', '/api/v5/trade/order', { instId, clOrdId });
    } catch (error) {
      if (error.code === '51603' && asked >= final) return null;
    }
    await sleep(PAUSE);
  }
  throw new OrderOutcomeUnknown(clOrdId);
}

export async function place(order) {
  if (!order.instId || !order.clOrdId) throw new TypeError('instId, clOrdId');
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const expires = Date.now() + WINDOW;
    let limited;
    try {
      return await send('POST', '/api/v5/trade/order', order, { expTime: String(expires) });
    } catch (error) {
      limited = LIMITED.has(error.code);
      if (!(error instanceof NoAnswer || limited || UNKNOWN.has(error.code))) throw error;
    }
    if (limited) await sleep(2_000 * attempt);
    const found = await settle(order, expires + MARGIN);
    if (found) return found;
    if (!limited) throw new OrderNotFound(order.clOrdId);
  }
  throw new OkxError('50011', '', order.clOrdId);
}
