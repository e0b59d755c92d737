import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const BASE_URL = 'https://contract.mexc.com';
const RETRYABLE_READS = new Set(['500', '501', '510', '9999']);
const OUTCOME_UNKNOWN = new Set(['500', '501', '603', '9999']);

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

export class OrderOutcomeUnknown extends Error {
  name = 'OrderOutcomeUnknown';
}

const encode = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const exactIntegers = (_key, value, { source }) =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? source : value;

async function send(keys, method, path, fields) {
  const names = Object.keys(fields).filter((name) => fields[name] !== null && fields[name] !== undefined).sort();
  const present = Object.fromEntries(names.map((name) => [name, fields[name]]));
  const body = method === 'POST' ? JSON.stringify(present) : undefined;
  const query = body ? '' : names.map((name) => `${name}=${encode(String(present[name]))}`).join('&');
  const now = String(Date.now());
  const signature = createHmac('sha256', keys.secretKey).update(keys.accessKey + now + (body ?? query)).digest('hex');
  const auth = { ApiKey: keys.accessKey, 'Request-Time': now, Signature: signature };
  const headers = { ...auth, 'Content-Type': 'application/json' };
  const url = BASE_URL + path + (query && `?${query}`);
  let answer;
  try {
    const response = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(10_000) });
    answer = JSON.parse(await response.text(), exactIntegers);
  } catch (cause) {
    throw new TransportError(path, { cause });
  }
  if (answer?.success === true) return answer.data;
  if (!answer?.code) throw new TransportError(path);
  throw new MexcError(String(answer.code), String(answer.message ?? ''));
}

export async function read(keys, path, fields = {}, attempts = 4) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(keys, 'GET', path, fields);
    } catch (error) {
      const retryable = error instanceof TransportError || RETRYABLE_READS.has(error.code);
      if (!retryable || attempt === attempts) throw error;
    }
    await sleep(1000 * 2 ** attempt * (1 + Math.random() / 2));
  }
}

export async function placeOrder(keys, order) {
  const { symbol, externalOid } = order;
  if (!symbol || !externalOid) throw new TypeError('symbol, externalOid');
  try {
    return String(await send(keys, 'POST', '/api/v1/private/order/submit', order));
  } catch (error) {
    if (error instanceof MexcError && !OUTCOME_UNKNOWN.has(error.code)) throw error;
    const path = `/api/v1/private/order/external/${encode(symbol)}/${encode(externalOid)}`;
    const found = await read(keys, path).catch(() => undefined);
    if (found?.orderId) return String(found.orderId);
    throw new OrderOutcomeUnknown(externalOid, { cause: error });
  }
}
