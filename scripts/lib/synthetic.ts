/**
 * Makes a content folder of any size from a seed: for benchmarks and tests, never for readers. Texts are put together
 * from the words of the real catalogs, and are as long as theirs, so that pages and the finder's index are as large as
 * real ones.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Atlas, Catalog } from '../../src/catalog/model.ts';
import type { Prose } from '../../src/catalog/prose/prose.ts';
import {
  type CatalogFile,
  type CatalogTextFile,
  type CodesFile,
  type EntryData,
  type MeaningData,
  type MeaningText,
  textFileName,
} from '../../src/catalog/schema/files.ts';
import { fixers, retries } from '../../src/catalog/schema/vocabulary.ts';
import { type Locale, type Localized, locales, localized } from '../../src/locales.ts';
import { root } from '../../src/settings.ts';

export interface SyntheticOptions {
  /** Total number of codes. */
  readonly codes: number;
  /** Number of codes in a catalog; 200 by default. */
  readonly perCatalog?: number;
  readonly seed?: number;
}

/** Ten codes of 200 in each; real catalogs have about six. */
const groups = Array.from({ length: 20 }, (_, index) => `group-${index + 1}`);

/**
 * Writes a content folder: catalogs in three languages, with numbers that other catalogs have too, negative
 * and symbolic codes, several meanings, short and long texts. The same arguments give the same bytes.
 * @param dir where the content goes; existing content is removed
 * @param real source of the words, the problems, and the shapes of answers
 */
export function writeSynthetic(
  dir: string,
  real: Atlas,
  { codes, perCatalog = 200, seed = 1 }: SyntheticOptions,
): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  cpSync(join(root, 'content', 'problems'), join(dir, 'problems'), { recursive: true });
  const writer = writerOf(real, seed);
  for (let number = 1; (number - 1) * perCatalog < codes; number++) {
    const model = real.catalogs[number % real.catalogs.length];
    if (!model) throw new RangeError('there is no real catalog to take the shapes of answers from');
    const here = Math.min(perCatalog, codes - (number - 1) * perCatalog);
    const entries = codesOf(number, here, real, writer);
    const folder = join(dir, 'catalogs', idOf(number));
    mkdirSync(folder, { recursive: true });
    const write = (name: string, data: unknown): void =>
      // Lines are not folded: that would take longer than everything else.
      writeFileSync(join(folder, name), stringify(data, { lineWidth: 0, aliasDuplicateObjects: false }));
    write('catalog.yaml', catalogOf(number, model));
    write('codes.yaml', entries);
    for (const locale of locales) write(textFileName(locale), textsOf(number, locale, entries, model, writer));
  }
}

/** Maximum characters of a made-up text without its markup; with it, the text stays below the schema's limit. */
const longest = 1_200;

const idOf = (number: number): string => `provider-${number}`;

/** Kinds of texts; a made-up one is as long as a real one of its kind. */
const kinds = ['title', 'cause', 'fix', 'message'] as const;
type Kind = (typeof kinds)[number];

/** Makes texts from the numbers of one seed and the words of the real texts. */
interface Writer {
  readonly random: () => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** Returns a whole number from `least` to `most`. */
  readonly between: (least: number, most: number) => number;
  readonly words: (locale: Locale, count: number) => string;
  /** Returns a text; one cause or fix in fifty is four times as long as a real one. */
  readonly text: (locale: Locale, kind: Kind) => string;
}

function writerOf(real: Atlas, seed: number): Writer {
  const random = numbers(seed);
  const texts = localized((locale) => textsByKind(real, locale));
  const vocabulary = localized((locale) => kinds.flatMap((kind) => wordsOf(texts[locale][kind], locale)));
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const join = (locale: Locale, parts: readonly string[]): string => parts.join(locale === 'en' ? ' ' : '');
  const words = (locale: Locale, count: number): string =>
    join(
      locale,
      Array.from({ length: count }, () => pick(vocabulary[locale])),
    );
  return {
    random,
    pick,
    between,
    words,
    text: (locale, kind) => {
      const isSentence = kind === 'cause' || kind === 'fix';
      const like = pick(texts[locale][kind]);
      const length = Math.min(like.length * (isSentence && random() < 0.02 ? 4 : 1), longest);
      const parts: string[] = [];
      // Adding one word more than fits, every other time, preserves the mean length.
      for (let left = length; left > 0; ) {
        const word = pick(vocabulary[locale]);
        if (parts.length > 0 && word.length > left && random() < 0.5) break;
        parts.push(word);
        left -= word.length + (locale === 'en' ? 1 : 0);
      }
      for (let span = 0; span < like.spans; span++) {
        const at = between(0, parts.length - 1);
        const words = parts[at] ?? '';
        // Blanks around code, as in the real texts; where two would meet, only one is kept.
        const marked = words.includes('`') ? words.trim() : `\`${words}\``;
        const isLink = span < like.links && !marked.includes('](');
        parts[at] = ` ${isLink ? `[${marked}](/problems/${pick(real.problems).id})` : marked} `;
      }
      const end = isSentence ? (locale === 'en' ? '.' : '。') : '';
      return `${join(locale, parts).replaceAll(/ +/g, ' ').trim()}${end}`;
    },
  };
}

/** Model for a made-up text: its length, its number of code spans, and how many of them are links. */
interface Sample {
  readonly words: string;
  readonly length: number;
  readonly spans: number;
  readonly links: number;
}

const plainSample = (words: string): Sample => ({ words, length: words.length, spans: 0, links: 0 });

const proseSample = ({ plain, nodes }: Prose): Sample => {
  const links = nodes.filter(({ type }) => type === 'link').length;
  return { ...plainSample(plain), links, spans: links + nodes.filter(({ type }) => type === 'inlineCode').length };
};

function textsByKind(atlas: Atlas, locale: Locale): Readonly<Record<Kind, readonly Sample[]>> {
  const meanings = atlas.catalogs.flatMap(({ entries }) => entries.flatMap((entry) => entry.meanings));
  return {
    title: meanings.map(({ text }) => plainSample(text[locale].title)),
    cause: meanings.flatMap(({ text }) => text[locale].causes.map(proseSample)),
    fix: meanings.flatMap(({ text }) => text[locale].fixes.map(proseSample)),
    message: meanings.flatMap(({ messages }) => messages.map(({ text }) => plainSample(text))),
  };
}

/**
 * Returns the words of real texts, as often as they occur there; from Chinese ones, pieces of two to four characters.
 */
function wordsOf(texts: readonly Sample[], locale: Locale): readonly string[] {
  const pattern = locale === 'en' ? /[A-Za-z]{2,}/g : /[\u3400-\u9fff]{2,4}/g;
  // Made-up texts combine words at random, and these would become addresses.
  return texts.flatMap(({ words }) => words.match(pattern)?.filter((word) => !/^(?:https?|www)$/i.test(word)) ?? []);
}

/** Makes a code. Most providers count from 1000, by one or more: the same code occurs in many catalogs. */
function codeOf(number: number, index: number): string {
  if (index % 10 === 7) return `-${1000 + index}`;
  if (index % 25 === 3) return `ERR_PROVIDER_${number}_${index}`;
  return String(1000 + index * (1 + (number % 3)));
}

function codesOf(number: number, count: number, { problems }: Atlas, writer: Writer): CodesFile {
  const { pick, random, text, words } = writer;
  return Array.from({ length: count }, (_, index): EntryData => {
    const meanings = index % 20 === 5 ? 2 : 1;
    const name = words('en', 3).toUpperCase().replaceAll(' ', '_');
    return {
      code: codeOf(number, index),
      ...(number % 2 === 0 ? { symbol: `ERR_${name}_${index}` } : {}),
      group: pick(groups),
      status: index % 15 === 4 ? 'undocumented' : 'documented',
      sources: ['docs'],
      ...(index > 0 ? { see: [codeOf(number, index - 1)] } : {}),
      meanings: Array.from({ length: meanings }, (_each, meaning): MeaningData => {
        const retry = pick(retries);
        return {
          slug: `meaning-${meaning + 1}`,
          problem: pick(problems).id,
          retry,
          ...(retry === 'backoff' ? { wait: { seconds: 2 } } : {}),
          fixedBy: retry === 'after-fix' ? 'you' : pick(fixers),
          messages: [{ text: text('en', 'message') + (random() < 0.1 ? ': {detail}' : ''), seen: 'documented' }],
        };
      }),
    };
  });
}

function catalogOf(number: number, model: Catalog): CatalogFile {
  const id = idOf(number);
  return {
    kind: 'exchange',
    provider: { id, homepage: `https://${id}.example/` },
    aliases: [id, `provider${number}`, `${id}.example`, `供应商${number}`],
    sources: {
      docs: { title: 'Error codes', url: `https://${id}.example/errors`, language: 'en', read: '2026-01-01' },
    },
    envelopes: model.envelopes.map(({ title: _title, note: _note, ...envelope }) => envelope),
    defaultEnvelope: model.envelopes[0]?.id ?? '',
    clues: [`api.${id}.example`, `${id}-sdk`],
    groups,
    limits: [],
    handling: [],
  };
}

function textsOf(number: number, locale: Locale, codes: CodesFile, model: Catalog, writer: Writer): CatalogTextFile {
  const { between, text, words } = writer;
  const some = (kind: Kind, count: number): string[] => Array.from({ length: count }, () => text(locale, kind));
  const names: Localized<string> = { en: 'Provider', 'zh-cn': '供应商', 'zh-tw': '供應商' };
  const name = `${names[locale]} ${number}`;
  const meaningText = (): MeaningText => ({
    title: text(locale, 'title'),
    origin: 'translated',
    causes: some('cause', between(2, 3)),
    fixes: some('fix', between(3, 5)),
  });
  return {
    catalog: {
      name: `${name} API`,
      provider: name,
      surface: 'HTTP',
      summary: text(locale, 'cause'),
      groups: Object.fromEntries(groups.map((group) => [group, words(locale, 2)])),
      envelopes: Object.fromEntries(model.envelopes.map(({ id, title }) => [id, { title: title[locale] }])),
      handling: { intro: text(locale, 'cause'), points: some('cause', 3) },
    },
    codes: Object.fromEntries(
      codes.map(({ code, meanings }) => [code, Object.fromEntries(meanings.map(({ slug }) => [slug, meaningText()]))]),
    ),
  };
}

/** Returns a generator of numbers from 0 to 1 (mulberry32): the same seed gives the same numbers everywhere. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
