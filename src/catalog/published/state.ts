/**
 * What was published last, in one line per meaning: `<catalog> <code> <meaning> <status> <hash>`.
 * The hash covers what a reader acts on; it leaves out the days on which sources were read, so
 * reading a document again is not a change.
 */
import { createHash } from 'node:crypto';
import { locales } from '../../locales.ts';
import type { Atlas, Meaning } from '../model.ts';
import type { Prose } from '../prose/prose.ts';
import { type Status, statuses } from '../schema/vocabulary.ts';
import type { Change } from './changes.ts';

export const stateFileName = 'published.txt';

const heading =
  '# What was published last. npm run changes keeps this file; by hand only dropped meanings are taken out.';

/** One published meaning. */
export interface StateLine {
  readonly catalog: string;
  readonly code: string;
  readonly slug: string;
  readonly status: Status;
  readonly hash: string;
}

export type State = readonly StateLine[];

/** Returns the current state of the atlas, sorted by catalog and code. */
export function stateOf(atlas: Atlas): State {
  return atlas.catalogs
    .toSorted((a, b) => byText(a.id, b.id))
    .flatMap(({ id, entries }) =>
      entries
        .toSorted((a, b) => byCode(a.code, b.code))
        .flatMap(({ code, status, meanings }) =>
          meanings.map((meaning) => ({ catalog: id, code, slug: meaning.slug, status, hash: hashOf(meaning) })),
        ),
    );
}

function hashOf({ entry, slug, problem, retry, wait, fixedBy, messages, text }: Meaning): string {
  const facts = {
    slug,
    symbol: entry.symbol ?? null,
    status: entry.status,
    successor: entry.successor?.code ?? null,
    problem: problem.id,
    retry,
    wait: typeof wait === 'object' ? Object.entries(wait) : (wait ?? null),
    fixedBy,
    messages: messages.map((message) => [message.text, message.seen, message.example ?? null]),
    texts: locales.map((locale) => {
      const { title, origin, former, wait: published, causes, fixes, history } = text[locale];
      const sources = (texts: readonly Prose[]): string[] => texts.map(({ source }) => source);
      const now = [title, origin, sources(causes), sources(fixes)];
      // Fields that were added to the format later count only where they are used, so that nothing else seems changed.
      const then = [former.map((wording) => wording.title), published?.source ?? '', sources(history)];
      return then.every(({ length }) => length === 0) ? now : [...now, ...then];
    }),
    ...(entry.retired === undefined ? {} : { retired: entry.retired }),
  };
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
}

/** Returns what happened to each entry between two states, in the order of the second. */
export function compareStates(before: State, now: State): Change[] {
  const key = ({ catalog, code }: StateLine): string => `${catalog} ${code}`;
  const known = Map.groupBy(before, key);
  return [...Map.groupBy(now, key)].flatMap(([name, lines]): Change[] => {
    const [first] = lines;
    if (!first) return [];
    const { catalog, code, status } = first;
    const old = known.get(name);
    if (!old) return [{ kind: 'added', catalog, code }];
    if (status === 'retired' && old[0]?.status !== 'retired') return [{ kind: 'retired', catalog, code }];
    return sameLines(old, lines) ? [] : [{ kind: 'changed', catalog, code }];
  });
}

/** Returns the state after publishing one catalog: its current lines, and those of all others as they were. */
export const stateWith = (catalog: string, before: State, now: State): State =>
  [...before.filter((line) => line.catalog !== catalog), ...now.filter((line) => line.catalog === catalog)].sort(
    (a, b) => byText(a.catalog, b.catalog),
  );

/** Compares lines in any order: reordering an entry's meanings is not a change. */
const sameLines = (a: State, b: State): boolean => {
  const text = (lines: State) => lines.map(lineText).sort().join('\n');
  return text(a) === text(b);
};

const lineText = ({ catalog, code, slug, status, hash }: StateLine): string =>
  [catalog, code, slug, status, hash].join(' ');

/** Returns the text of the state's file. */
export const stateText = (state: State): string => `${[heading, ...state.map(lineText)].join('\n')}\n`;

/** What is said about a line that cannot be parsed. */
export const stateLineExpected = 'expected a catalog, a code, a meaning, a status and a hash';

/** Returns each line that is not blank or a comment, with its number; `undefined` if it cannot be parsed. */
export const stateLines = (lines: readonly string[]): readonly (readonly [number: number, StateLine | undefined])[] =>
  lines.flatMap((line, index) =>
    line.trim() === '' || line.startsWith('#') ? [] : [[index + 1, parseLine(line)] as const],
  );

function parseLine(line: string): StateLine | undefined {
  const [catalog, code, slug, status, hash, ...rest] = line.split(' ');
  const known = statuses.find((name) => name === status);
  if (!catalog || !code || !slug || !known || !hash || rest.length > 0) return undefined;
  return { catalog, code, slug, status: known, hash };
}

/**
 * Parses the text of a state's file.
 * @throws SyntaxError naming the first line that cannot be parsed
 */
export function parseState(text: string): State {
  return stateLines(text.split(/\r?\n/)).map(([number, line]) => {
    if (!line) throw new SyntaxError(`line ${number}: ${stateLineExpected}`);
    return line;
  });
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Compares codes: numbers first, by value, then the others as text. */
export function byCode(a: string, b: string): number {
  const [left, right] = [a, b].map((code) => (/^-?\d+$/.test(code) ? Number(code) : Number.POSITIVE_INFINITY));
  return left === right || left === undefined || right === undefined ? byText(a, b) : left - right;
}
