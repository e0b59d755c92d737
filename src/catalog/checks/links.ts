/** Checks the links in texts: each leads to an entry, a catalog or a problem that exists. */
import { locales } from '../../locales.ts';
import type { CatalogFiles, ContentFiles } from '../load.ts';
import { plainText, proseNodes } from '../prose/prose.ts';
import { parseReference } from '../prose/references.ts';
import type { YamlFile } from '../reading/yaml.ts';
import type { CatalogTextFile, ProblemTextFile } from '../schema/files.ts';
import { quoted } from '../schema/text.ts';
import { expectedOf, type Names, names, type Path, type Report } from './names.ts';

/** A Markdown text, and its path in its file. */
export type ProseField = readonly [path: Path, text: string];

/** What links may lead to. */
interface Targets {
  readonly catalogs: Names;
  readonly problems: Names;
  /** The codes of each catalog, and the meanings of each code. */
  readonly codes: ReadonlyMap<string, { readonly codes: Names; readonly meanings: ReadonlyMap<string, Names> }>;
}

/** Checks the links of all texts in all languages. */
export function checkLinks(files: ContentFiles, problems: Names, report: Report): void {
  const targets: Targets = {
    problems,
    catalogs: names(
      'catalog',
      'content/catalogs',
      files.catalogs.map(({ id }) => id),
    ),
    codes: new Map(files.catalogs.map((catalog) => [catalog.id, codesOf(catalog)])),
  };
  for (const locale of locales) {
    for (const { id, texts } of files.catalogs) {
      checkFields(texts[locale], catalogProse(texts[locale]), id, targets, report);
    }
    const texts = files.problemTexts[locale];
    checkFields(texts, problemProse(texts), undefined, targets, report);
  }
}

function codesOf({ id, codes: { usable: entries } }: CatalogFiles) {
  const file = `${id}/codes.yaml`;
  return {
    codes: names(
      'code',
      file,
      entries?.map((entry) => entry?.code),
    ),
    meanings: new Map(
      (entries ?? []).flatMap((entry) => {
        if (entry?.code === undefined) return [];
        const slugs = entry.meanings?.map((meaning) => meaning?.slug);
        return [[entry.code, names('meaning', `${file} under ${entry.code}`, slugs)] as const];
      }),
    ),
  };
}

function checkFields(
  file: YamlFile<unknown>,
  fields: Iterable<ProseField>,
  catalog: string | undefined,
  targets: Targets,
  report: Report,
): void {
  for (const [path, text] of fields) {
    if (!text.includes('](')) continue;
    for (const { url, words } of linksIn(text)) {
      const fault = linkFault(url, catalog, targets);
      if (fault !== undefined) {
        report(file.at(path), `the link ${quoted(`[${words}](${url})`)} leads nowhere: ${fault}`);
      } else if (path[0] === 'codes' && parseReference(url, catalog)?.kind === 'entry' && url === path[1]) {
        report(
          file.at(path),
          `the link ${quoted(`[${words}](${url})`)} leads to its own page, expected the code alone`,
        );
      }
    }
  }
}

/** Returns the links of a text that do not lead to other sites. */
function linksIn(text: string): { readonly url: string; readonly words: string }[] {
  const found: { url: string; words: string }[] = [];
  const visit = (nodes: ReturnType<typeof proseNodes>): void => {
    for (const node of nodes) {
      if (node.type === 'link' && !node.url.includes(':'))
        found.push({ url: node.url, words: plainText(node.children) });
      if ('children' in node) visit(node.children as ReturnType<typeof proseNodes>);
    }
  };
  visit(proseNodes(text));
  return found;
}

/** Says why a link leads nowhere; `undefined` if it leads to a page, or if that cannot be decided. */
function linkFault(url: string, catalog: string | undefined, targets: Targets): string | undefined {
  const reference = parseReference(url, catalog);
  if (!reference) return 'expected it to begin with / in a text that belongs to no catalog, as /tickdb/1001';
  if (reference.kind === 'problem') return missing(reference.problem, targets.problems);
  const unknown = missing(reference.catalog, targets.catalogs);
  if (unknown !== undefined || reference.kind === 'catalog') return unknown;
  const own = targets.codes.get(reference.catalog);
  if (!own) return undefined;
  const meanings = own.meanings.get(reference.code);
  return (
    missing(reference.code, own.codes) ??
    (reference.meaning === undefined || !meanings ? undefined : missing(reference.meaning, meanings))
  );
}

const missing = (name: string, to: Names): string | undefined =>
  !to.isComplete || to.known.has(name)
    ? undefined
    : `the ${to.what} ${quoted(name)} does not exist, ${expectedOf(name, to)}`;

type Texts<T> = YamlFile<T>['usable'];

/** Yields every Markdown text of a catalog in one language. */
export function* catalogProse({ usable }: { readonly usable: Texts<CatalogTextFile> }): Iterable<ProseField> {
  const about = usable?.catalog;
  const notes = (
    map: Readonly<Record<string, { readonly note?: string | undefined } | undefined>> | undefined,
    key: string,
  ) =>
    Object.entries(map ?? {}).map(([id, text]): [Path, string | undefined] => [
      ['catalog', key, id, 'note'],
      text?.note,
    ]);
  yield* given([
    [['catalog', 'summary'], about?.summary],
    ...items(['catalog', 'notes'], about?.notes),
    ...items(['catalog', 'history'], about?.history),
    ...notes(about?.envelopes, 'envelopes'),
    ...notes(about?.limits, 'limits'),
    [['catalog', 'handling', 'intro'], about?.handling?.intro],
    ...items(['catalog', 'handling', 'points'], about?.handling?.points),
  ]);
  for (const [code, meanings] of Object.entries(usable?.codes ?? {})) {
    for (const [slug, text] of Object.entries(meanings ?? {})) {
      yield* given([
        [['codes', code, slug, 'wait'], text?.wait],
        ...items(['codes', code, slug, 'causes'], text?.causes),
        ...items(['codes', code, slug, 'fixes'], text?.fixes),
        ...items(['codes', code, slug, 'history'], text?.history),
      ]);
    }
  }
}

/** Yields every Markdown text of the problems in one language. */
export function* problemProse({ usable }: { readonly usable: Texts<ProblemTextFile> }): Iterable<ProseField> {
  for (const [id, text] of Object.entries(usable ?? {})) {
    yield* given([
      [[id, 'summary'], text?.summary],
      ...items([id, 'causes'], text?.causes),
      ...items([id, 'fixes'], text?.fixes),
    ]);
  }
}

const items = (path: Path, list: readonly (string | undefined)[] | undefined): [Path, string | undefined][] =>
  (list ?? []).map((text, index) => [[...path, index], text]);

const given = (fields: readonly (readonly [Path, string | undefined])[]): ProseField[] =>
  fields.filter((field): field is ProseField => field[1] !== undefined);
