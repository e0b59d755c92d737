import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const { BINANCE_FAPI_URL, BINANCE_API_KEY, BINANCE_SECRET_KEY } = process.env;
const BASE_URL = BINANCE_FAPI_URL ?? 'https://fapi.binance.com';
const RECV_WINDOW = 5000;
const MARGIN = 60_000;
const PATIENCE = 120_000;
const PAUSE = 3000;
const UNKNOWN = new Set('-1000 -1001 -1003 -1006 -1007 -1008 -1010 -1015 -1016 -4116'.split(' '));
let blockedUntil = 0;

export class BinanceError extends Error {
  constructor(status, code, message) {
    super(message);
    Object.assign(this, { name: 'BinanceError', status, code });
  }
}

export class OrderNotFound extends Error {
  name = 'OrderNotFound';
}

export class OutcomeUnknown extends Error {
  name = 'OutcomeUnknown';
}

async function now() {
  while (Date.now() < blockedUntil) await sleep(Math.min(blockedUntil - Date.now(), 3_600_000));
  return Date.now();
}

export async function send(method, path, fields, timestamp) {
  const query = new URLSearchParams({ ...fields, recvWindow: RECV_WINDOW, timestamp }).toString();
  const signature = createHmac('sha256', BINANCE_SECRET_KEY).update(query).digest('hex');
  const signal = AbortSignal.timeout(10_000);
  const headers = { 'X-MBX-APIKEY': BINANCE_API_KEY };
  const reply = await fetch(`${BASE_URL}${path}?${query}&signature=${signature}`, {
    method,
    headers,
    signal,
    redirect: 'error',
  });
  const body = await reply.text();
  if (reply.status === 418 || reply.status === 429) {
    const ban = /banned until (\d+)/.exec(body);
    blockedUntil = ban ? Number(ban[1]) : (Math.floor(Date.now() / 60_000) + 1) * 60_000;
  }
  const answer = JSON.parse(body.replace(/("orderId":\s*)(\d+)/g, '$1"$2"')) ?? {};
  const code = String(answer.code ?? 200);
  if (reply.status === 200 && code === '200') return answer;
  throw new BinanceError(reply.status, code, String(answer.msg ?? ''));
}

export async function settle(symbol, origClientOrderId, timestamp) {
  const final = timestamp + RECV_WINDOW + MARGIN;
  for (;;) {
    const asked = await now();
    let failure;
    try {
      const order = await send('GET', '/fapi/v1/order', { symbol, origClientOrderId }, asked);
      if (order.orderId) return order;
    } catch (error) {
      failure = error;
    }
    const missing = failure instanceof BinanceError && failure.code === '-2013';
    if (missing && asked >= final) throw new OrderNotFound(origClientOrderId);
    if (asked >= final + PATIENCE) throw new OutcomeUnknown(origClientOrderId, { cause: failure });
    await sleep(PAUSE);
  }
}

export async function placeOrder(order) {
  const { symbol, newClientOrderId } = order;
  if (!symbol || !newClientOrderId) throw new TypeError('symbol, newClientOrderId');
  if (Date.now() < blockedUntil) throw new BinanceError(429, '-1003', 'blocked');
  const timestamp = await now();
  try {
    const answer = await send('POST', '/fapi/v1/order', order, timestamp);
    if (answer.orderId) return answer;
  } catch (error) {
    const { status, code } = error;
    const answered = error instanceof BinanceError && status >= 400 && status < 500;
    if (answered && ![408, 418, 429].includes(status) && !UNKNOWN.has(code)) throw error;
  }
  return await settle(symbol, newClientOrderId, timestamp);
}
