/** The closed vocabularies of the atlas. Order is display order. */

export const categories = [
  'success',
  'notice',
  'authentication',
  'permission',
  'rate-limit',
  'request',
  'symbol',
  'subscription',
  'connection',
  'order',
  'position',
  'funds',
  'risk-limit',
  'service',
] as const;
export type Category = (typeof categories)[number];

/** Categories that are not errors: there is nothing to send again. */
export const noErrors: ReadonlySet<Category> = new Set<Category>(['success', 'notice']);

/** What a program may do on its own after the error. */
export const retries = ['never', 'after-fix', 'backoff', 'automatic', 'check-first', 'none'] as const;
export type Retry = (typeof retries)[number];

/** Who can end the error. */
export const fixers = ['you', 'account', 'provider'] as const;
export type FixedBy = (typeof fixers)[number];

export const statuses = ['documented', 'undocumented', 'retired'] as const;
export type Status = (typeof statuses)[number];

/** The kind of API a catalog covers: brokers and futures in China, crypto exchanges, brokers abroad, market data. */
export const catalogKinds = ['china', 'exchange', 'broker', 'market-data'] as const;
export type CatalogKind = (typeof catalogKinds)[number];

/**
 * How much is written about an entry: only what is known of the code, or causes and fixes of its own as well. An entry
 * without a depth is full.
 */
export const depths = ['outline', 'full'] as const;
export type Depth = (typeof depths)[number];

/** Where a message was seen. */
export const sightings = ['documented', 'sdk', 'observed'] as const;
export type Seen = (typeof sightings)[number];

/**
 * Where a title comes from: the provider's own document in that language, a third party's copy of what the provider
 * publishes, or written for the atlas.
 */
export const origins = ['official', 'third-party', 'translated'] as const;
export type Origin = (typeof origins)[number];

export const envelopeKinds = ['http', 'websocket', 'exception', 'log'] as const;
