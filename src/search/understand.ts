/**
 * Understands a text, from one typed line to a stack trace of 100 KB. Nothing is looked up here; find.ts does that. It
 * never throws, and its time grows no faster than the text.
 */
import { findClues, findNames, isSurface } from './catalog-names.ts';
import { countNumbers, findNumbers, lineAt, tellsFailure } from './codes.ts';
import type { Fields } from './envelopes.ts';
import { clip, fold, foldingTable, isHan, nameKey, normalise, squash, tokenise, withoutPercents } from './text.ts';
import type { CatalogSeen, CodeSeen, CodeSource, Manifest, Meant, MessageSeen, Token } from './types.ts';

const plainLength = 160;
const plainNumbers = 3;
const mostNames = 8;
const mostMessages = 8;
const mostCodes = 16;
const mostRest = 40;
const mostStatuses = 3;

const tables = new WeakMap<Manifest, ReadonlyMap<string, string>>();

/** Returns the manifest's table of traditional and simplified characters. */
export function tableOf(manifest: Manifest): ReadonlyMap<string, string> {
  const known = tables.get(manifest);
  if (known) return known;
  const table = foldingTable(manifest.folding);
  tables.set(manifest, table);
  return table;
}

/** Sources from the most to the least telling: a field's name is also read as a phrase. */
const certainty: readonly CodeSource[] = ['shape', 'field', 'phrase', 'bare', 'http', 'number'];
const none: ReadonlyMap<string, number> = new Map();

/** What an answer says about its code. */
type Answered = Pick<CodeSeen, 'fits' | 'ownShape' | 'keys' | 'message'>;
const unanswered: Answered = { fits: none, ownShape: false, keys: [], message: undefined };

/** Reads the answers in a text (envelopes.ts). */
export type FieldReader = (text: string, manifest: Manifest, table: ReadonlyMap<string, string>) => Fields;

/** Reader for a text that cannot contain an answer. */
export const noFields: FieldReader = () => ({
  recognised: [],
  codes: [],
  messages: [],
  wrappers: new Set(),
  objects: false,
});

/** Separates the codes, catalogs, symbols and messages of a query. Takes time in proportion to its length. */
export function understand(query: string, manifest: Manifest, readFields: FieldReader): Meant {
  const written = normalise(withoutPercents(clip(query))).trim();
  const table = tableOf(manifest);
  const text = fold(written, table);
  const tokens = tokenise(text);
  const fields = readFields(written, manifest, table);
  const spans = findNames(tokens, manifest);
  const numbers = countNumbers(text, tokens);
  const plain =
    text.length <= plainLength &&
    !text.includes('\n') &&
    !fields.objects &&
    fields.recognised.length === 0 &&
    numbers.count <= plainNumbers &&
    numbers.parts === 0;

  const codes = new Map<string, CodeSeen>();
  const addCode = (code: string, from: CodeSource, answer: Answered = unanswered): void => {
    const { fits, message } = answer;
    const before = codes.get(code);
    if (!before) {
      if (codes.size < mostCodes) codes.set(code, { code, from, ...answer });
      return;
    }
    const surer = certainty.indexOf(from) < certainty.indexOf(before.from);
    const merged = new Map(before.fits);
    for (const [id, fit] of fits) merged.set(id, Math.max(fit, merged.get(id) ?? 0));
    codes.set(code, {
      code,
      from: surer ? from : before.from,
      fits: merged,
      ownShape: before.ownShape || answer.ownShape,
      keys: [...new Set([...before.keys, ...answer.keys])],
      message: before.message ?? message,
    });
  };
  const messages: MessageSeen[] = [];
  const addMessage = (text: string | undefined, code: string | undefined, fits = none): void => {
    if (text !== undefined && messages.length < mostMessages && !messages.some((other) => other.text === text)) {
      messages.push({ text, fits, code });
    }
  };

  for (const { code, ...answer } of fields.recognised) {
    if (code !== undefined) addCode(code, 'shape', answer);
    addMessage(answer.message, code, answer.fits);
  }
  for (const { code, message, keys } of fields.codes) addCode(code, 'field', { ...unanswered, message, keys });
  for (const { text: message, code } of fields.messages) addMessage(message, code);

  const used = new Set<number>();
  const named = new Set<string>();
  const longer = new Set<number>();
  const clues = findClues(text, manifest);
  const surfaces = new Set(clues.surfaces);
  const statuses = new Set<string>();
  for (const { first, last, ids, core } of spans) {
    for (const id of ids) named.add(id);
    if (isSurface(ids, manifest)) for (const id of ids) surfaces.add(id);
    for (let i = first; i <= last; i++) used.add(i);
    for (let i = core + 1; i <= last; i++) longer.add(i);
  }
  for (const { code, from, tokens: places, ids } of findNumbers(text, tokens, spans, manifest, plain)) {
    if (fields.wrappers.has(code) && !codes.has(code)) continue;
    if (from === 'http' && !plain) {
      statuses.add(code);
      continue;
    }
    // A message's own numbers, as in "32 bits", are found through the message.
    addCode(code, from);
    for (const id of ids) named.add(id);
    if (from !== 'number') for (const place of places) used.add(place);
  }

  return {
    text,
    written,
    tokens,
    plain,
    codes: [...codes.values()],
    statuses: [...statuses].slice(0, mostStatuses),
    catalogs: namedCatalogs(named, clues.ids, fields.recognised),
    surfaces,
    names: plain ? plainNames(written, tokens, used) : pastedNames(written),
    messages,
    rest: plain
      ? tokens.filter((_, i) => !used.has(i))
      : tellingTokens(
          text,
          tokens,
          messages.map((message) => tokenise(fold(message.text, table))),
        ),
    spare: plain && codes.size === 0 ? tokens.filter((_, i) => longer.has(i)) : [],
  };
}

function namedCatalogs(
  named: ReadonlySet<string>,
  clues: readonly string[],
  recognised: readonly { readonly fits: ReadonlyMap<string, number> }[],
): CatalogSeen[] {
  const seen = new Map<string, CatalogSeen>();
  for (const id of named) seen.set(id, { id, by: 'name' });
  for (const id of clues) if (!seen.has(id)) seen.set(id, { id, by: 'clue' });
  for (const { fits } of recognised) for (const id of fits.keys()) if (!seen.has(id)) seen.set(id, { id, by: 'shape' });
  return [...seen.values()];
}

/**
 * Returns names in a short query: as a whole or without the catalog's name, it may be or contain a symbol or a code
 * made of letters.
 */
function plainNames(written: string, tokens: readonly Token[], used: ReadonlySet<number>): string[] {
  const names = new Set<string>();
  const rest = tokens.filter((_, i) => !used.has(i));
  if (rest.length === 0) return [];
  for (const list of [tokens, rest]) {
    if (list.length > 0 && list.length <= 12 && !list.every(({ text }) => isHan(text))) names.add(squash(list));
  }
  const joined = new Set((written.match(/[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+/g) ?? []).map(nameKey));
  for (const name of joined) names.add(name);
  return [...names]
    .filter((name) => name.length <= 60 && (joined.has(name) || !/^\d+$/.test(name)))
    .slice(0, mostNames);
}

/** Returns names in a paste. Only capitals with underscores count: everything else is ordinary program text. */
const pastedNames = (written: string): string[] =>
  [...new Set((written.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g) ?? []).map(nameKey))]
    .filter((name) => name.length <= 60)
    .slice(0, mostNames);

/**
 * Returns the words of a paste that are worth looking up: those of its messages, otherwise those of the lines that
 * report a failure.
 */
function tellingTokens(text: string, tokens: readonly Token[], messages: readonly (readonly Token[])[]): Token[] {
  const fromMessages = messages.flat().slice(0, mostRest);
  if (fromMessages.length > 0) return fromMessages;
  const telling: Token[] = [];
  let lineEnd = -1;
  let tells = false;
  for (const token of tokens) {
    if (token.start > lineEnd) {
      tells = tellsFailure(lineAt(text, token.start));
      const end = text.indexOf('\n', token.start);
      lineEnd = end < 0 ? text.length : end;
    }
    if (tells && token.text.length <= 24 && !/\d/.test(token.text)) telling.push(token);
  }
  // A single line that is not a short query only because of its numbers.
  if (telling.length === 0 && text.length <= plainLength && !text.includes('\n') && !/[{}]/.test(text)) {
    return tokens.filter(({ text: word }) => word.length <= 24 && !/\d/.test(word));
  }
  // The last lines of a trace say what happened.
  return telling.slice(-mostRest);
}
