import { env } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const BASE_URL = env.ALPACA_BASE_URL ?? 'https://paper-api.alpaca.markets';
const REFUSED = new Set([400, 401, 403, 404, 422]);
const [MARGIN, PATIENCE, PAUSE] = [60_000, 180_000, 3_000];

export class AlpacaError extends Error {
  name = 'AlpacaError';
  constructor(status, answer, reset) {
    super(answer?.message ?? '');
    Object.assign(this, { status, code: String(answer?.code ?? ''), reset });
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
    'APCA-API-KEY-ID': env.APCA_API_KEY_ID,
    'APCA-API-SECRET-KEY': env.APCA_API_SECRET_KEY,
    'Content-Type': 'application/json',
  };
  const signal = AbortSignal.timeout(10_000);
  const options = { method, headers, body: body && JSON.stringify(body), signal, redirect: 'error' };
  const response = await fetch(BASE_URL + path, options);
  const answer = await response.json();
  if (response.ok) return answer;
  throw new AlpacaError(response.status, answer, Number(response.headers.get('X-RateLimit-Reset')) * 1000);
}

export async function settle(clientOrderId, sent) {
  const path = `/v2/orders:by_client_order_id?${new URLSearchParams({ client_order_id: clientOrderId })}`;
  for (;;) {
    const asked = Date.now();
    try {
      return await send('GET', path);
    } catch (cause) {
      const missing = cause.status === 404 && cause.code === '40410000' && cause.message.includes('order not found');
      if (missing && asked >= sent + MARGIN) throw new OrderNotFound(clientOrderId, { cause });
      if (asked >= sent + PATIENCE) throw new OrderOutcomeUnknown(clientOrderId, { cause });
      await sleep(Math.max(PAUSE, Math.min((cause.reset ?? 0) - asked, 60_000)));
    }
  }
}

export async function placeOrder(order) {
  if (!order.client_order_id) throw new TypeError('client_order_id');
  const sent = Date.now();
  try {
    const placed = await send('POST', '/v2/orders', order);
    if (placed?.client_order_id === order.client_order_id) return placed;
  } catch (error) {
    const duplicate = error.message.includes('client_order_id must be unique');
    if (REFUSED.has(error.status) && error.message && !duplicate) throw error;
  }
  return await settle(order.client_order_id, sent);
}
