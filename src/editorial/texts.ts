/** Returns the texts of a file as the rules check them: with their places, without markup. */
import { catalogProse, type ProseField, problemProse } from '../catalog/checks/links.ts';
import type { Path } from '../catalog/checks/names.ts';
import { plainText, proseNodes } from '../catalog/prose/prose.ts';
import type { YamlFile } from '../catalog/reading/yaml.ts';
import type { CatalogTextFile, ProblemTextFile } from '../catalog/schema/files.ts';
import type { Locale } from '../locales.ts';

/** A text that was written for the atlas; official titles are not. */
export interface PlacedText {
  readonly path: Path;
  /** What a reader sees. */
  readonly plain: string;
  /** The same with `codeMark` for every code span: what is checked as language. */
  readonly words: string;
}

/** Causes, fixes, notes or points. */
export interface TextList {
  readonly path: Path;
  /** The key of the list. */
  readonly name: string;
  readonly items: readonly PlacedText[];
}

/** All texts of one file in one language. */
export interface TextFile {
  readonly locale: Locale;
  readonly file: string;
  readonly at: YamlFile<unknown>['at'];
  readonly texts: readonly PlacedText[];
  /** Lists by their paths, joined with slashes. */
  readonly lists: ReadonlyMap<string, TextList>;
  /** Whether the file has anything at a path. */
  has(path: Path): boolean;
}

/** A placeholder for a code span: not a letter of any language. */
const codeMark = '\uFFFC';

/** Returns the texts of a catalog; undefined if something is wrong with the file, which the build reports. */
export const catalogTexts = (locale: Locale, file: YamlFile<CatalogTextFile>): TextFile | undefined =>
  file.data && textFile(locale, file, file.data, catalogProse(file));

/** Returns the texts of the problems, likewise. */
export const problemTexts = (locale: Locale, file: YamlFile<ProblemTextFile>): TextFile | undefined =>
  file.data && textFile(locale, file, file.data, problemProse(file));

function textFile(
  locale: Locale,
  { file, at }: YamlFile<unknown>,
  data: unknown,
  markdown: Iterable<ProseField>,
): TextFile {
  const isMarkdown = new Set(Array.from(markdown, ([path]) => keyOf(path)));
  const texts = Array.from(stringsIn(data, []), ([path, source]): PlacedText => {
    if (!isMarkdown.has(keyOf(path))) return { path, plain: source, words: source };
    const nodes = proseNodes(source);
    return { path, plain: plainText(nodes), words: wordsOf(nodes) };
  });
  const items = Map.groupBy(
    texts.filter(({ path }) => typeof path.at(-1) === 'number'),
    ({ path }) => keyOf(path.slice(0, -1)),
  );
  const lists = new Map(
    [...items].map(([key, own]) => {
      const path = own[0]?.path.slice(0, -1) ?? [];
      return [key, { path, name: String(path.at(-1)), items: own }] as const;
    }),
  );
  return { locale, file, at, texts, lists, has: (path) => isAt(data, path) };
}

function isAt(data: unknown, path: Path): boolean {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return true;
}

const keyOf = (path: Path): string => path.map(String).join('/');

/**
 * Yields every string of a file of texts except official titles, present and former, which stay as they were published.
 */
function* stringsIn(value: unknown, path: Path): Iterable<readonly [Path, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* stringsIn(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    const isOfficial = 'origin' in value && value.origin !== 'translated';
    for (const [key, item] of Object.entries(value)) {
      const isLabel = 'title' in value && ['origin', 'source', 'former'].includes(key);
      if (!isLabel && !(isOfficial && key === 'title')) yield* stringsIn(item, [...path, key]);
    }
  }
}

const wordsOf = (nodes: ReturnType<typeof proseNodes>): string =>
  nodes
    .map((node) =>
      node.type === 'inlineCode'
        ? codeMark
        : 'value' in node
          ? node.value
          : wordsOf(node.children as ReturnType<typeof proseNodes>),
    )
    .join('');
