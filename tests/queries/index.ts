/** All labelled queries by class; those of classes called held-out are by another author (held-out.ts). */
import { codes, codesWithCatalog, symbols, unknownCodes } from './codes.ts';
import { heldOut } from './held-out.ts';
import { literals, variants } from './messages.ts';
import { nonsense } from './nonsense.ts';
import { pastes } from './pastes.ts';
import type { Query } from './query.ts';
import { words } from './words.ts';

export const queries = {
  codes,
  codesWithCatalog,
  symbols,
  unknownCodes,
  literals,
  variants,
  pastes,
  words,
  nonsense,
  ...heldOut,
} as const satisfies Readonly<Record<string, readonly Query[]>>;
