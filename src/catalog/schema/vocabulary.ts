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

/** What is no error: there is nothing to send again. */
export const noErrors: ReadonlySet<Category> = new Set<Category>(['success', 'notice']);

/** What a program may do on its own after the error. */
export const retries = ['never', 'after-fix', 'backoff', 'automatic', 'check-first', 'none'] as const;
export type Retry = (typeof retries)[number];

/** Who can end the error. */
export const fixers = ['you', 'account', 'provider'] as const;
export type FixedBy = (typeof fixers)[number];

export const statuses = ['documented', 'undocumented', 'retired'] as const;
export type Status = (typeof statuses)[number];

/** What kind of API a catalog is of: brokers and futures in China, crypto exchanges, brokers abroad, market data. */
export const catalogKinds = ['china', 'exchange', 'broker', 'market-data'] as const;
export type CatalogKind = (typeof catalogKinds)[number];

/**
 * How far an entry is written: what is known of the code alone, or causes and fixes of its own too. An entry whose
 * depth is not said is full.
 */
export const depths = ['outline', 'full'] as const;
export type Depth = (typeof depths)[number];

/** Where a message was seen. */
export const sightings = ['documented', 'sdk', 'observed'] as const;
export type Seen = (typeof sightings)[number];

/**
 * Where a title comes from: the provider's own document in that language, somebody else's copy of what the provider
 * publishes, or written for the atlas.
 */
export const origins = ['official', 'third-party', 'translated'] as const;
export type Origin = (typeof origins)[number];

export const envelopeKinds = ['http', 'websocket', 'exception', 'log'] as const;
