/** The JavaScript samples that place orders, where the server answers with the catalog's own errors. */
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import timers from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import type { Catalog, Meaning } from '../../../src/catalog/model.ts';
import { unknownOutcome } from '../../../src/editorial/orders.ts';
import { contentDir, realAtlas } from '../../support/fixture.ts';

/** Milliseconds; pauses take no real time. */
let now = 1_800_000_000_000;

beforeEach(() => {
  vi.spyOn(timers, 'setTimeout').mockImplementation((milliseconds = 0) => {
    now += milliseconds;
    return Promise.resolve() as Promise<never>;
  });
  syncBuiltinESMExports();
  for (const each of [Date, performance]) vi.spyOn(each, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

interface Sample {
  readonly file: string;
  readonly code: string;
  /** The name of the function that places an order. */
  readonly place: string;
}

function sampleOf({ id, handling }: Catalog): Sample | undefined {
  const file = 'handling.mjs';
  const code = handling.samples.find((sample) => sample.file === file)?.code ?? '';
  const [, place] = /^export async function (place(?:Order)?)\(/m.exec(code) ?? [];
  return place === undefined ? undefined : { file: join(contentDir, 'catalogs', id, file), code, place };
}

/** An order, with its own id under each name that a sample asks for. */
const own = 't-1';
const order = {
  ...Object.fromEntries(['symbol', 'instId', 'currency_pair'].map((name) => [name, 'X'])),
  category: 'linear',
  ...Object.fromEntries(
    ['newClientOrderId', 'externalOid', 'client_order_id', 'clOrdId', 'orderLinkId', 'text', 'clientOid'].map(
      (name) => [name, own],
    ),
  ),
};

const journal = join(inject('temporary'), 'orders.jsonl');

/** Arguments of samples that take others than the order and its id. */
const argumentsOf: Readonly<Record<string, readonly unknown[]>> = {
  'mexc-futures': [{ accessKey: 'x', secretKey: 'x' }, order, journal],
};

/** What leaves an outcome open, but is never the answer to an order: groups, and codes of other groups. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  'binance-spot': ['-1161'],
  'binance-usds-futures': ['-4078', '-4079', '-4083', '-4115'],
  bitget: ['account', 'copy-trading', 'convert', 'wallet', 'subaccount', 'loan', 'earn', 'p2p', 'broker', 'custody'],
  bybit: [
    ...['spot-margin', 'asset', 'convert', 'crypto-loan', 'crypto-loan-legacy', 'broker', 'earn', 'rfq', 'manual-loan'],
    ...['strategy', 'prediction', '170147', '170150', '170310'],
  ],
  gate: ['wallet', 'loan', 'earn'],
  kucoin: ['margin', 'convert'],
  'longbridge-openapi': ['quote-http'],
  'mexc-futures': ['stop', 'transfer'],
  'mexc-spot': ['10201', '10202', '10219', '10259'],
  okx: ['account', 'block-trading', 'convert', 'finance', 'funding', '50057', '51065', '51068', '51412'],
};

let placed = 0;

/** Answers a request; undefined if the connection breaks. */
type Server = (method: string) => { readonly status: number; readonly text: string } | undefined;

/** Places an order. @returns the methods of the requests in order, and the name of what was thrown, if anything */
async function place(catalog: Catalog, { file, code, place: name }: Sample, server: Server) {
  for (const [key] of code.matchAll(/\b[A-Z]+(?:_[A-Z]+)*_(?:KEY|KEY_ID|SECRET|PASSPHRASE|TOKEN)\b/g)) {
    vi.stubEnv(key, 'x');
  }
  const methods: string[] = [];
  vi.stubGlobal('fetch', (_url: unknown, { method = 'GET' }: RequestInit) => {
    methods.push(method);
    now += 100;
    const answer = server(method);
    return answer
      ? Promise.resolve(new Response(answer.text, { status: answer.status }))
      : Promise.reject(new TypeError('fetch failed'));
  });
  // Another module for each order: a sample remembers a ban, for instance.
  placed += 1;
  const sample = await import(/* @vite-ignore */ `${file}?${placed}`);
  const thrown = await sample[name](...(argumentsOf[catalog.id] ?? [order, own])).then(
    () => undefined,
    (error: Error) => error.constructor.name,
  );
  return { methods, thrown };
}

const isAboutOrders = ({ entry, problem, example }: Meaning): boolean =>
  unknownOutcome.has(problem.id) &&
  example.envelope.kind === 'http' &&
  ![entry.group.id, entry.code].some((name) => elsewhere[entry.catalog.id]?.includes(name));

const refusals: ReadonlySet<string> = new Set(['insufficient-funds', 'permission-missing']);

const samples = realAtlas().catalogs.flatMap((catalog) => {
  const sample = sampleOf(catalog);
  return sample ? [[catalog.id, catalog, sample] as const] : [];
});

describe.each(samples)('the sample of %s', (_id, catalog, sample) => {
  const meanings = catalog.entries.flatMap((entry) => entry.meanings);
  const answering = (meaning: Meaning, status: number): Server => {
    return (method) => (method === 'POST' ? { status, text: meaning.example.text } : undefined);
  };

  test('sends an order that got no answer once, looks it up, and leaves the outcome open', async () => {
    const { methods, thrown } = await place(catalog, sample, () => undefined);
    expect(methods.length).toBeGreaterThan(10);
    expect(methods.filter((method) => method !== 'GET')).toEqual(['POST']);
    expect(thrown).toMatch(/Unknown/);
  });

  test('looks the order up after every error that leaves the outcome open, and after no refusal', async () => {
    // Some APIs refuse an order with HTTP 200, others with 400.
    const refusal = meanings.find(
      ({ problem, example }) => refusals.has(problem.id) && example.envelope.kind === 'http',
    );
    const known: number[] = [];
    for (const status of refusal ? [200, 400] : []) {
      const { methods } = await place(catalog, sample, answering(refusal as Meaning, status));
      if (methods.length === 1) known.push(status);
    }
    expect(known).not.toEqual([]);
    const [status = 200] = known;
    for (const meaning of meanings.filter(isAboutOrders)) {
      const { methods } = await place(catalog, sample, answering(meaning, status));
      expect(methods.slice(0, 2), `${meaning.entry.code} ${meaning.slug}`).toEqual(['POST', 'GET']);
      expect(methods.lastIndexOf('POST')).toBe(0);
    }
  });
});

test('samples in Python and JavaScript know the same codes', () => {
  for (const { id, handling, entries } of realAtlas().catalogs) {
    const texts = handling.samples.map(({ code }) => new Set(code.match(/-?[\w.]+/g)));
    if (texts.length < 2) continue;
    const [first, second] = texts.map((words) => entries.map(({ code }) => code).filter((code) => words.has(code)));
    expect(second, id).toEqual(first);
  }
});
