import { env } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const BASE_URL = env.LONGBRIDGE_HTTP_URL ?? 'https://openapi.longbridge.com';
const RATE_LIMITED = new Set([429001, 429002]);
const OUTCOME_UNKNOWN = new Set([...RATE_LIMITED, 14, 500, 202201, 403202, 500000]);
const [MARGIN, PATIENCE, PAUSE] = [60_000, 300_000, 3_000];

export class LongbridgeError extends Error {
  name = 'LongbridgeError';
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export class OrderNotFound extends Error {
  name = 'OrderNotFound';
}

export class OrderOutcomeUnknown extends Error {
  name = 'OrderOutcomeUnknown';
}

export async function send(method, path, body) {
  const headers = {
    Authorization: `Bearer ${env.LONGBRIDGE_OAUTH_TOKEN}`,
    'Content-Type': 'application/json; charset=utf-8',
  };
  const signal = AbortSignal.timeout(10_000);
  const options = { method, headers, body: body && JSON.stringify(body), signal, redirect: 'error' };
  const response = await fetch(BASE_URL + path, options);
  const answer = await response.json();
  if (response.status >= 500 || answer?.code === undefined) throw new TypeError(path);
  if (answer.code !== 0) throw new LongbridgeError(answer.code, answer.message ?? '');
  return answer.data;
}

export async function settle(symbol, remark, sent) {
  const path = `/v1/trade/order/today?${new URLSearchParams({ symbol })}`;
  let wait = PAUSE;
  for (;;) {
    const asked = Date.now();
    try {
      const { orders } = await send('GET', path);
      const found = (orders === null ? [] : orders).find((order) => order.remark === remark);
      if (found) return found.order_id;
      if (asked >= sent + MARGIN) {
        throw new (env.LONGBRIDGE_OAUTH_TOKEN.startsWith('us_') ? OrderOutcomeUnknown : OrderNotFound)(remark);
      }
    } catch (cause) {
      if (cause instanceof OrderNotFound || cause instanceof OrderOutcomeUnknown) throw cause;
      if (asked >= sent + PATIENCE) throw new OrderOutcomeUnknown(remark, { cause });
      if (RATE_LIMITED.has(cause.code)) wait = Math.min(wait * 2, 60_000);
    }
    await sleep(wait);
  }
}

export async function placeOrder(order, ownId) {
  const sent = Date.now();
  try {
    const request = { ...order, remark: ownId, client_request_id: ownId };
    const { order_id: orderId } = await send('POST', '/v1/trade/order', request);
    if (!orderId) throw new TypeError('order_id');
    return orderId;
  } catch (error) {
    if (error instanceof LongbridgeError && !OUTCOME_UNKNOWN.has(error.code)) throw error;
    return await settle(order.symbol, ownId, sent);
  }
}
