/** All labelled queries by class. */
export { codes, codesWithCatalog, symbols, unknownCodes } from './codes.ts';
export { literals, variants } from './messages.ts';
export { nonsense } from './nonsense.ts';
export { pastes } from './pastes.ts';
export type { Query } from './query.ts';
export { words } from './words.ts';
