/** What must hold between content files. Everything that is wrong is collected; nothing is thrown. */
import { type Locale, locales } from '../locales.ts';
import type { Finding, Place } from './findings.ts';
import type { CatalogFiles, ContentFiles } from './load.ts';
import { permanentPath, reservedSegments, sections } from './paths.ts';
import type { EntryData } from './schema.ts';
import type { YamlFile } from './yaml.ts';

type Path = readonly PropertyKey[];
type Report = (place: Place, message: string) => void;

const reservedAnchors: ReadonlySet<string> = new Set(sections);

/** Checks all content files against each other and appends what is wrong to `findings`. */
export function checkContent(files: ContentFiles, findings: Finding[]): void {
  const report: Report = (place, message) => findings.push({ ...place, message });
  const problems = new Set(files.problems.data?.map(({ id }) => id));
  checkProblems(files, report);
  const addresses = new Map<string, Place>();
  for (const catalog of files.catalogs) checkCatalog(catalog, files.problems.data && problems, addresses, report);
  // With a file missing or broken its addresses are unknown, and every permalink would be reported.
  if (files.catalogs.every(({ codes }) => codes.data)) checkPermalinks(files, addresses, report);
}

function checkProblems({ problems, problemTexts }: ContentFiles, report: Report): void {
  const { data } = problems;
  if (!data) return;
  unique(
    data.map(({ id }) => id),
    (index) => problems.at([index, 'id']),
    'problem',
    report,
  );
  for (const locale of locales) {
    const texts = problemTexts[locale];
    if (texts.data)
      sameKeys(
        data.map(({ id }) => id),
        texts,
        [],
        'problem',
        report,
      );
  }
}

function checkCatalog(
  files: CatalogFiles,
  problems: ReadonlySet<string> | undefined,
  addresses: Map<string, Place>,
  report: Report,
): void {
  const start: Place = { file: files.catalog.file, line: 1, column: 1 };
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(files.id)) {
    report(
      start,
      `the folder name ${files.id} cannot be an address, expected lower-case letters, digits and single hyphens`,
    );
  } else if (reservedSegments.has(files.id)) {
    report(start, `the folder name ${files.id} is an address of the site itself, expected another name`);
  }
  checkCatalogFile(files, report);
  const { codes, catalog } = files;
  if (!codes.data) return;
  const known = new Set(codes.data.map(({ code }) => code));
  unique(
    codes.data.map(({ code }) => code),
    (index) => codes.at([index, 'code']),
    'code',
    report,
  );
  codes.data.forEach((entry, index) => {
    const expectOneOf = (path: Path, value: string, allowed: ReadonlySet<string> | undefined, what: string) => {
      if (allowed && !allowed.has(value))
        report(codes.at([index, ...path]), `the ${what} ${value} does not exist, expected one that is defined`);
    };
    const path = permanentPath(files.id, entry.code);
    const twin = addresses.get(path);
    if (!twin) addresses.set(path, codes.at([index, 'code']));
    else if (!codes.data?.slice(0, index).some(({ code }) => code === entry.code)) {
      report(
        codes.at([index, 'code']),
        `the address ${path} is taken by ${twin.file}:${twin.line}, expected one entry for an address`,
      );
    }
    const groups = catalog.data && new Set(catalog.data.groups);
    const sources = catalog.data && new Set(Object.keys(catalog.data.sources));
    const envelopes = catalog.data && new Set(catalog.data.envelopes.map(({ id }) => id));
    expectOneOf(['group'], entry.group, groups, 'group');
    for (const [i, source] of entry.sources.entries()) expectOneOf(['sources', i], source, sources, 'source');
    entry.see?.forEach((code, i) => {
      expectOneOf(['see', i], code, known, 'code');
      if (code === entry.code)
        report(codes.at([index, 'see', i]), 'an entry cannot point to itself, expected another code');
    });
    if (entry.successor !== undefined) {
      expectOneOf(['successor'], entry.successor, known, 'code');
      if (entry.status !== 'retired')
        report(codes.at([index, 'successor']), 'only a retired entry has a successor, expected status: retired');
    }
    unique(
      entry.meanings.map(({ slug }) => slug),
      (i) => codes.at([index, 'meanings', i, 'slug']),
      'meaning',
      report,
    );
    entry.meanings.forEach((meaning, i) => {
      if (reservedAnchors.has(meaning.slug)) {
        report(codes.at([index, 'meanings', i, 'slug']), `${meaning.slug} is an anchor of every page, expected another slug`);
      }
      expectOneOf(['meanings', i, 'problem'], meaning.problem, problems, 'problem');
      if (meaning.envelope !== undefined)
        expectOneOf(['meanings', i, 'envelope'], meaning.envelope, envelopes, 'envelope');
      if ((meaning.wait !== undefined) !== (meaning.retry === 'backoff')) {
        report(
          codes.at([index, 'meanings', i, 'retry']),
          'wait and retry: backoff belong together, expected both or neither',
        );
      }
    });
  });
  for (const locale of locales) checkTexts(files, codes.data, locale, report);
}

function checkCatalogFile({ catalog, samples }: CatalogFiles, report: Report): void {
  const { data } = catalog;
  if (!data) return;
  const envelopes = data.envelopes.map(({ id }) => id);
  unique(envelopes, (index) => catalog.at(['envelopes', index, 'id']), 'envelope', report);
  unique(data.groups, (index) => catalog.at(['groups', index]), 'group', report);
  unique(
    data.limits.map(({ id }) => id),
    (index) => catalog.at(['limits', index, 'id']),
    'limit',
    report,
  );
  if (!envelopes.includes(data.defaultEnvelope)) {
    report(
      catalog.at(['defaultEnvelope']),
      `the envelope ${data.defaultEnvelope} does not exist, expected one that is defined`,
    );
  }
  data.limits.forEach(({ source, columns, rows }, index) => {
    if (!Object.hasOwn(data.sources, source)) {
      report(
        catalog.at(['limits', index, 'source']),
        `the source ${source} does not exist, expected one that is defined`,
      );
    }
    rows.forEach(({ values }, row) => {
      if (values.length !== columns.length) {
        report(
          catalog.at(['limits', index, 'rows', row, 'values']),
          `${values.length} values, expected ${columns.length}: one for each column`,
        );
      }
    });
  });
  data.handling.forEach(({ file }, index) => {
    if (!samples.has(file))
      report(
        catalog.at(['handling', index, 'file']),
        `the file ${file} does not exist, expected it beside catalog.yaml`,
      );
  });
}

function checkTexts(files: CatalogFiles, entries: readonly EntryData[], locale: Locale, report: Report): void {
  const texts = files.texts[locale];
  if (!texts.data) return;
  sameKeys(
    entries.map(({ code }) => code),
    texts,
    ['codes'],
    'code',
    report,
  );
  const seen = new Set<string>();
  for (const { code, meanings } of entries) {
    if (Object.hasOwn(texts.data.codes, code) && !seen.has(code)) {
      sameKeys(
        meanings.map(({ slug }) => slug),
        texts,
        ['codes', code],
        'meaning',
        report,
      );
    }
    seen.add(code);
  }
  const { data } = files.catalog;
  if (!data) return;
  sameKeys(data.groups, texts, ['catalog', 'groups'], 'group', report);
  sameKeys(
    data.envelopes.map(({ id }) => id),
    texts,
    ['catalog', 'envelopes'],
    'envelope',
    report,
  );
  sameKeys(
    data.limits.map(({ id }) => id),
    texts,
    ['catalog', 'limits'],
    'limit',
    report,
  );
  for (const limit of data.limits) {
    if (!texts.data.catalog.limits?.[limit.id]) continue;
    sameKeys(limit.columns, texts, ['catalog', 'limits', limit.id, 'columns'], 'column', report);
    sameKeys(
      limit.rows.map(({ id }) => id),
      texts,
      ['catalog', 'limits', limit.id, 'rows'],
      'row',
      report,
    );
  }
}

function checkPermalinks(
  { permalinks, redirects }: ContentFiles,
  addresses: ReadonlyMap<string, Place>,
  report: Report,
): void {
  const moved = new Set(redirects.data?.map(({ from }) => from));
  permalinks.lines.forEach((line, index) => {
    const path = line.trim();
    if (path === '' || path.startsWith('#') || addresses.has(path) || moved.has(path)) return;
    report(
      { file: permalinks.file, line: index + 1, column: 1 },
      `the address ${path} was published and no longer exists, expected its entry with status: retired, or a redirect in redirects.yaml`,
    );
  });
  redirects.data?.forEach(({ from, to }, index) => {
    if (addresses.has(from))
      report(redirects.at([index, 'from']), `the address ${from} is an entry, expected one that is gone`);
    if (!addresses.has(to))
      report(redirects.at([index, 'to']), `the address ${to} does not exist, expected the permanent link of an entry`);
  });
}

/** Reports values that stand more than once. */
function unique(values: readonly string[], at: (index: number) => Place, what: string, report: Report): void {
  const first = new Map<string, number>();
  values.forEach((value, index) => {
    const before = first.get(value);
    if (before === undefined) first.set(value, index);
    else report(at(index), `the ${what} ${value} stands twice (first on line ${at(before).line}), expected it once`);
  });
}

/** Reports expected keys that a map of texts lacks, and keys in it that belong to nothing. */
function sameKeys(
  expected: readonly string[],
  texts: YamlFile<unknown>,
  path: Path,
  what: string,
  report: Report,
): void {
  let map: unknown = texts.data;
  for (const key of path) map = (map as Record<PropertyKey, unknown> | undefined)?.[key];
  const found = new Set(Object.keys(map ?? {}));
  const wanted = new Set(expected);
  for (const key of wanted)
    if (!found.has(key)) report(texts.at(path, { key: true }), `the ${what} ${key} has no text here, expected one`);
  for (const key of found)
    if (!wanted.has(key))
      report(
        texts.at([...path, key], { key: true }),
        `text for the ${what} ${key}, which does not exist, expected one that is defined`,
      );
}
