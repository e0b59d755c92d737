import { setTimeout as sleep } from 'node:timers/promises';

const BASE_URL = 'https://api.tickdb.ai';
const RETRYABLE = new Set(['3001', '3005', '5000', '5001', '5002', '5003', '5005', '50001']);
const LONGEST_WAIT = 120;

export class TickDbError extends Error {
  name = 'TickDbError';
  constructor(code, status, message, data, retryAfter) {
    super(message);
    this.code = code;
    this.status = status;
    this.data = data;
    this.retryAfter = retryAfter;
  }
}

export class TickDbTransportError extends Error {
  name = 'TickDbTransportError';
  constructor(reason, retryAfter, cause) {
    super(reason, { cause });
    this.retryAfter = retryAfter;
  }
}

function secondsToWait(header) {
  const text = (header ?? '').trim();
  if (/^\d+$/.test(text)) return Number(text);
  const moment = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? 0 : Math.max(0, (moment - Date.now()) / 1000);
}

function parse(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

async function send(apiKey, path, params) {
  const url = new URL(path, BASE_URL);
  url.search = new URLSearchParams(params).toString();
  let response;
  let text;
  try {
    response = await fetch(url, { headers: { 'X-API-Key': apiKey }, signal: AbortSignal.timeout(10_000) });
    text = await response.text();
  } catch (cause) {
    throw new TickDbTransportError(cause.name, 0, cause);
  }
  const { ok, status, statusText } = response;
  const retryAfter = secondsToWait(response.headers.get('Retry-After'));
  const answer = parse(text);
  if (answer.code === undefined || answer.code === null) {
    if (status === 429 || status >= 500) throw new TickDbTransportError(`HTTP ${status}`, retryAfter);
    throw new TickDbError(`HTTP ${status}`, status, statusText, undefined, retryAfter);
  }
  const code = String(answer.code);
  if (!ok || code !== '0') throw new TickDbError(code, status, answer.message, answer.data, retryAfter);
  return answer;
}

export async function get(apiKey, path, params = {}, attempts = 4) {
  for (let attempt = 0; ; attempt += 1) {
    let wait;
    try {
      return await send(apiKey, path, params);
    } catch (error) {
      const retryable = error instanceof TickDbTransportError || RETRYABLE.has(error.code);
      if (!retryable || error.retryAfter > LONGEST_WAIT || attempt + 1 >= attempts) throw error;
      wait = Math.max(error.retryAfter, 2 ** attempt);
    }
    await sleep(1000 * (wait + Math.random()));
  }
}
