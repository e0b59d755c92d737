import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

export const STOCKS = 'https://quote.alltick.co/quote-stock-b-api';
export const FOREX_METALS_CRYPTO = 'https://quote.alltick.co/quote-b-api';

const RATE_LIMITED = new Set(['429', '605']);
const SECONDS_PER_REQUEST = { free: 10, basic: 1, premium: 0.1, professional: 0.05, 'single-market': 0.05 };
const SECONDS_PER_BATCH = { free: 10, basic: 3, premium: 2, professional: 1, 'single-market': 1 };

export class AllTickError extends Error {
  name = 'AllTickError';
  constructor(code, message, trace) {
    super(message);
    this.code = code;
    this.trace = trace;
  }
}

export class AllTickTransportError extends Error {
  name = 'AllTickTransportError';
}

async function send(token, baseUrl, path, data) {
  const trace = randomUUID();
  const payload = JSON.stringify({ trace, data });
  const batch = path === '/batch-kline';
  const url = new URL(baseUrl + path);
  url.searchParams.set('token', token);
  if (!batch) url.searchParams.set('query', payload);
  const request = batch
    ? { method: 'POST', body: payload, headers: { 'Content-Type': 'application/json' } }
    : { method: 'GET' };
  let answer;
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(10_000) });
    answer = await response.json();
  } catch (error) {
    throw new AllTickTransportError(error.name);
  }
  if (answer?.ret === undefined) throw new AllTickTransportError(trace);
  if (String(answer.ret) !== '200') throw new AllTickError(String(answer.ret), String(answer.msg ?? ''), trace);
  return answer.data;
}

export async function call({ token, plan, baseUrl }, path, data, attempts = 4) {
  const spacing = (path === '/batch-kline' ? SECONDS_PER_BATCH : SECONDS_PER_REQUEST)[plan];
  for (let attempt = 0; ; attempt += 1) {
    let wait;
    try {
      return await send(token, baseUrl, path, data);
    } catch (error) {
      const rateLimited = error instanceof AllTickError && RATE_LIMITED.has(error.code);
      const retryable = rateLimited || error instanceof AllTickTransportError;
      if (!retryable || attempt + 1 === attempts) throw error;
      wait = (rateLimited ? spacing : Math.max(spacing, 1)) * 2 ** attempt;
    }
    await sleep(1000 * wait * (1 + Math.random() / 2));
  }
}
