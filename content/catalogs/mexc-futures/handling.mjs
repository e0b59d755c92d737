import { createHmac } from 'node:crypto';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const BASE_URL = 'https://api.mexc.com';
const RECV_WINDOW = 10;
const MARGIN = 60;
const PATIENCE = 120;
const PAUSE = 3;
const OUTCOME_UNKNOWN = new Set('500 501 510 513 603 604 801 2037 2042 2054 2056 3016 6008 6022 9999'.split(' '));
const PLACED = new Set(['2042', '6008']);

export class MexcError extends Error {
  name = 'MexcError';
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export class TransportError extends Error {
  name = 'TransportError';
}

export class OrderNotFound extends Error {
  name = 'OrderNotFound';
}

export class OrderOutcomeUnknown extends Error {
  name = 'OrderOutcomeUnknown';
}

const encode = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const exactIntegers = (_key, value, { source }) =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? source : value;

async function send(keys, method, path, fields, requestTime) {
  const given = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  const present = Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
  const body = method === 'POST' ? JSON.stringify(present) : undefined;
  const pairs = body ? [] : Object.entries(present).map(([name, value]) => `${name}=${encode(String(value))}`);
  const query = pairs.join('&');
  const signed = keys.accessKey + requestTime + (body ?? query);
  const headers = {
    ApiKey: keys.accessKey,
    'Request-Time': String(requestTime),
    'Recv-Window': String(RECV_WINDOW),
    Signature: createHmac('sha256', keys.secretKey).update(signed).digest('hex'),
    'Content-Type': 'application/json',
  };
  const url = BASE_URL + path + (query && `?${query}`);
  let status;
  let answer;
  try {
    const signal = AbortSignal.timeout(10_000);
    const response = await fetch(url, { method, headers, body, signal, redirect: 'error' });
    status = response.status;
    answer = JSON.parse(await response.text(), exactIntegers);
  } catch (cause) {
    throw new TransportError(path, { cause });
  }
  const code = String(answer?.code || 0);
  if (status === 200 && answer?.success === true && code === '0') return answer.data ?? undefined;
  if (status === 429 || status >= 500 || code === '0') throw new TransportError(`${status} ${path}`);
  throw new MexcError(code, String(answer.message ?? ''));
}

function orderId(data) {
  if (!data?.orderId) throw new TransportError('orderId');
  return String(data.orderId);
}

export async function settle(keys, symbol, externalOid, requestTime) {
  const path = `/api/v1/private/order/external/${encode(symbol)}/${encode(externalOid)}`;
  const final = requestTime + (RECV_WINDOW + MARGIN) * 1000;
  for (;;) {
    const asked = Date.now();
    try {
      const data = await send(keys, 'GET', path, {}, asked);
      if (data !== undefined) return orderId(data);
      if (asked >= final) throw new OrderNotFound(externalOid);
    } catch (cause) {
      if (cause instanceof OrderNotFound) throw cause;
      if (asked >= final + PATIENCE * 1000) throw new OrderOutcomeUnknown(externalOid, { cause });
    }
    await sleep(PAUSE * 1000);
  }
}

export async function placeOrder(keys, order, journal) {
  const { symbol, externalOid } = order;
  if (!symbol || !externalOid || externalOid.length > 32) throw new TypeError('symbol, externalOid');
  const requestTime = Date.now();
  const file = await open(journal, 'a');
  try {
    await file.appendFile(`${JSON.stringify({ requestTime, order })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    return orderId(await send(keys, 'POST', '/api/v1/private/order/create', order, requestTime));
  } catch (error) {
    if (error instanceof MexcError && !OUTCOME_UNKNOWN.has(error.code)) throw error;
    try {
      return await settle(keys, symbol, externalOid, requestTime);
    } catch (cause) {
      if (!(cause instanceof OrderNotFound && PLACED.has(error.code))) throw cause;
      throw new OrderOutcomeUnknown(externalOid, { cause });
    }
  }
}
