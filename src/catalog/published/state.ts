/**
 * What was published last, in one line for each meaning: `<catalog> <code> <meaning> <status> <hash>`.
 * The hash covers what a reader acts on; the days on which sources were read do not count, so
 * reading a document again is no change.
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

/** The state of the atlas as it is now, sorted by catalog and code. */
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
      // What came to the form later counts where it is used, so that nothing else seems changed.
      const then = [former.map((wording) => wording.title), published?.source ?? '', sources(history)];
      return then.every(({ length }) => length === 0) ? now : [...now, ...then];
    }),
    ...(entry.retired === undefined ? {} : { retired: entry.retired }),
  };
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
}

/** What happened to each entry between two states, in the order of the second. */
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

/** What is published after an edit of one catalog: its lines as they are now, those of all others as they were. */
export const stateWith = (catalog: string, before: State, now: State): State =>
  [...before.filter((line) => line.catalog !== catalog), ...now.filter((line) => line.catalog === catalog)].sort(
    (a, b) => byText(a.catalog, b.catalog),
  );

/** The order of an entry's meanings is no change. */
const sameLines = (a: State, b: State): boolean => {
  const text = (lines: State) => lines.map(lineText).sort().join('\n');
  return text(a) === text(b);
};

const lineText = ({ catalog, code, slug, status, hash }: StateLine): string =>
  [catalog, code, slug, status, hash].join(' ');

/** The state as its file has it. */
export const stateText = (state: State): string => `${[heading, ...state.map(lineText)].join('\n')}\n`;

/** What is wrong with a line that is none. */
export const stateLineExpected = 'expected a catalog, a code, a meaning, a status and a hash';

/** The lines of a state's file that are neither empty nor comments: each with its number, and undefined where it is none. */
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
 * Reads a state's file.
 * @throws SyntaxError naming the line that is none
 */
export function parseState(text: string): State {
  return stateLines(text.split(/\r?\n/)).map(([number, line]) => {
    if (!line) throw new SyntaxError(`line ${number}: ${stateLineExpected}`);
    return line;
  });
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Codes that are numbers first and by their value, then the others by their letters. */
export function byCode(a: string, b: string): number {
  const [left, right] = [a, b].map((code) => (/^-?\d+$/.test(code) ? Number(code) : Number.POSITIVE_INFINITY));
  return left === right || left === undefined || right === undefined ? byText(a, b) : left - right;
}
