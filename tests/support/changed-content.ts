/** Changes to content, each of a different kind, at random places. */
import type { Content } from './any-content.ts';

type Random = () => number;

/** A copy of content whose parts may be changed. */
type Draft = {
  -readonly [Key in keyof Content]: Content[Key] extends ReadonlyMap<infer K, infer V> ? Map<K, V> : Content[Key];
};

const oneOf = <T>(values: readonly T[], random: Random): T => {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('there is nothing to choose from');
  return value;
};

interface Place {
  readonly holder: Record<string, unknown>;
  readonly name: string;
}

/** Finds all texts anywhere in a value: the strings that are neither ids nor words of the schema. */
function textsIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string'
      ? ['origin', 'source'].includes(name)
        ? []
        : [{ holder: value as Record<string, unknown>, name }]
      : textsIn(inner),
  );
}

const marks = ['alpha', 'beta', 'gamma', 'delta'];

/** Puts words in front of a text, which stays one line of valid Markdown. */
function changeOneText(texts: unknown, random: Random): void {
  const { holder, name } = oneOf(textsIn(texts), random);
  holder[name] = `${oneOf(marks, random)} ${Math.floor(random() * 1000)} — ${String(holder[name])}`;
}

/** What each kind of change does to a draft. */
const kinds: Readonly<Record<string, (draft: Draft, random: Random) => void>> = {
  'a text of an entry': ({ catalogs }, random) => {
    const { texts } = oneOf([...catalogs.values()], random);
    changeOneText(oneOf(Object.values(texts), random).codes, random);
  },
  'a text of a catalog': ({ catalogs }, random) => {
    const { texts } = oneOf([...catalogs.values()], random);
    changeOneText(oneOf(Object.values(texts), random).catalog, random);
  },
  'a text of a problem': ({ problemTexts }, random) => {
    changeOneText(oneOf(Object.values(problemTexts), random), random);
  },
  'a message': ({ catalogs }, random) => {
    const { codes } = oneOf([...catalogs.values()], random);
    const messages = oneOf(codes, random).meanings[0]?.messages;
    (messages as unknown[]).push({ text: `message ${Math.floor(random() * 1000)}`, seen: 'observed' });
  },
  'what a program may do': ({ catalogs }, random) => {
    const { codes, texts } = oneOf([...catalogs.values()], random);
    const entry = oneOf(codes, random);
    const meaning = oneOf(entry.meanings, random) as { slug: string; retry: string; fixedBy: string; wait?: unknown };
    Object.assign(meaning, { retry: 'never', fixedBy: 'provider' });
    delete meaning.wait;
    for (const text of Object.values(texts)) {
      delete (text.codes[entry.code]?.[meaning.slug] as { wait?: unknown } | undefined)?.wait;
    }
  },
  'a source': ({ catalogs }, random) => {
    const { catalog } = oneOf([...catalogs.values()], random);
    const source = oneOf(Object.values(catalog.sources), random) as { title: string };
    source.title = `${oneOf(marks, random)} ${source.title}`;
  },
  'the order of codes': ({ catalogs }, random) => {
    const { codes } = oneOf([...catalogs.values()], random);
    (codes as unknown[]).reverse();
  },
  'a code that goes': ({ catalogs }, random) => {
    const { codes, texts } = oneOf([...catalogs.values()], random);
    const { code } = oneOf(codes, random);
    codes.splice(
      codes.findIndex((entry) => entry.code === code),
      1,
    );
    for (const entry of codes as { see?: string[] }[]) {
      entry.see = entry.see?.filter((other) => other !== code) ?? [];
      if (entry.see.length === 0) delete entry.see;
    }
    for (const text of Object.values(texts)) delete text.codes[code];
  },
  'a catalog that goes': ({ catalogs }, random) => {
    if (catalogs.size > 1) catalogs.delete(oneOf([...catalogs.keys()], random));
  },
};

export const changeKinds: readonly string[] = Object.keys(kinds);

/** Returns the same content with one change. */
export function changed(content: Content, kind: string, random: Random): Content {
  const draft = structuredClone(content) as Draft;
  const change = kinds[kind];
  if (!change) throw new RangeError(`there is no change of the kind ${kind}`);
  change(draft, random);
  return draft;
}

/** Returns a generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
