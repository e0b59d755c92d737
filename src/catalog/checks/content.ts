/** Checks that content files agree with each other. Collects everything that is wrong and throws nothing. */
import { locales } from '../../locales.ts';
import type { CatalogFiles, ContentFiles } from '../load.ts';
import { reservedSegments, sections } from '../paths.ts';
import type { Finding, Place } from '../reading/findings.ts';
import type { Loose } from '../reading/sound-parts.ts';
import type { CodesFile } from '../schema/files.ts';
import { quoted } from '../schema/text.ts';
import { deviceName, idPattern } from '../schema/values.ts';
import { checkAddresses } from './addresses.ts';
import { checkLinks } from './links.ts';
import { type Names, names, type Path, type Report, refer, reporter, unique } from './names.ts';
import { checkRepeats } from './repeats.ts';
import { checkCatalogTexts, checkKeys } from './texts.ts';

/** Anchors of an entry's page besides its meanings; guidance for further problems is numbered. */
const reservedAnchors: ReadonlySet<string> = new Set([...sections, 'contents-title']);
const numberedAnchor = /^guidance-\d+$/;
/** Whether entry pages use a slug as the anchor of a section. */
export const isSectionAnchor = (slug: string): boolean => reservedAnchors.has(slug) || numberedAnchor.test(slug);

/** Anchors of the sections that each of several meanings has; its slug comes first. */
const ownSection = /^(.+)-(?:why|fix|wire|history)$/;

/** Checks all content files against each other and appends what is wrong to `findings`. */
export function checkContent(files: ContentFiles, findings: Finding[]): void {
  const report = reporter(findings);
  const problems = checkProblems(files, report);
  checkProviders(files, report);
  for (const catalog of files.catalogs) {
    checkFolder(catalog, report);
    const defined = checkCatalogFile(catalog, report);
    checkEntries(catalog, { ...defined, problems }, report);
    for (const locale of locales) checkCatalogTexts(catalog, catalog.texts[locale], report);
  }
  checkRepeats(files, report);
  checkLinks(files, problems, report);
  checkAddresses(files, report);
}

function checkProblems({ problems, problemTexts }: ContentFiles, report: Report): Names {
  const ids = problems.usable?.map((problem) => problem?.id);
  unique(ids ?? [], 'problem', (index) => problems.at([index, 'id']), report);
  const defined = { ...names('problem', problems.file, ids), explainedIn: problemTexts.en.file };
  for (const locale of locales) checkKeys({ ...defined, where: 'problems.yaml' }, problemTexts[locale], [], report);
  return defined;
}

/** Checks that all catalogs of a provider agree about it: pages show the provider once. */
function checkProviders({ catalogs }: ContentFiles, report: Report): void {
  const first = new Map<string, CatalogFiles>();
  for (const files of catalogs) {
    const id = files.catalog.usable?.provider?.id;
    const known = id === undefined ? undefined : first.get(id);
    if (id === undefined || known === undefined) {
      if (id !== undefined) first.set(id, files);
      continue;
    }
    const [homepage, expected] = [files, known].map(({ catalog }) => catalog.usable?.provider?.homepage);
    if (homepage !== undefined && expected !== undefined && homepage !== expected) {
      report(
        files.catalog.at(['provider', 'homepage']),
        `the provider ${quoted(id)} has another homepage than in ${known.catalog.file}, expected ${quoted(expected)}: catalogs of one provider say the same of it`,
      );
    }
    for (const locale of locales) {
      const [name, expectedName] = [files, known].map(({ texts }) => texts[locale].usable?.catalog?.provider);
      if (name === undefined || expectedName === undefined || name === expectedName) continue;
      report(
        files.texts[locale].at(['catalog', 'provider']),
        `the provider ${quoted(id)} has another name than in ${known.texts[locale].file}, expected ${quoted(expectedName)}: catalogs of one provider say the same of it`,
      );
    }
  }
}

function checkFolder({ id, catalog }: CatalogFiles, report: Report): void {
  const start: Place = { file: catalog.file, line: 1, column: 1 };
  const refuse = (why: string) => report(start, `the folder name ${quoted(id)} ${why}`);
  if (!idPattern.test(id) || id.length > 60) {
    refuse('cannot be an address, expected at most 60 lower-case letters, digits and single hyphens');
  } else if (reservedSegments.has(id)) refuse('is an address of the site itself, expected another name');
  else if (deviceName.test(id)) refuse('is kept by Windows for itself, expected another name');
}

/** Names that codes.yaml may refer to. */
interface Defined {
  readonly groups: Names;
  readonly sources: Names;
  readonly envelopes: Names;
  readonly problems: Names;
}

function checkCatalogFile({ catalog, samples }: CatalogFiles, report: Report): Omit<Defined, 'problems'> {
  const { usable: data } = catalog;
  const at = (...path: Path) => catalog.at(path);
  const envelopeIds = data?.envelopes?.map((envelope) => envelope?.id);
  const groups = names('group', 'catalog.yaml', data?.groups);
  const sources = names('source', 'catalog.yaml', data?.sources && Object.keys(data.sources));
  const envelopes = names('envelope', 'catalog.yaml', envelopeIds);
  unique(envelopeIds ?? [], 'envelope', (index) => at('envelopes', index, 'id'), report);
  unique(data?.groups ?? [], 'group', (index) => at('groups', index), report);
  refer(data?.defaultEnvelope, envelopes, () => at('defaultEnvelope'), report);
  const limits = data?.limits ?? [];
  unique(
    limits.map((limit) => limit?.id),
    'limit',
    (index) => at('limits', index, 'id'),
    report,
  );
  for (const [index, limit] of limits.entries()) {
    refer(limit?.source, sources, () => at('limits', index, 'source'), report);
    const rowIds = limit?.rows?.map((row) => row?.id);
    unique(limit?.columns ?? [], 'column', (column) => at('limits', index, 'columns', column), report);
    unique(rowIds ?? [], 'row', (row) => at('limits', index, 'rows', row, 'id'), report);
    limit?.rows?.forEach((row, number) => {
      const [found, expected] = [row?.values?.length, limit.columns?.length];
      if (found === undefined || expected === undefined || found === expected) return;
      report(
        at('limits', index, 'rows', number, 'values'),
        `found ${found} ${found === 1 ? 'value' : 'values'}, expected ${expected}: one for each column`,
      );
    });
  }
  data?.handling?.forEach((sample, index) => {
    if (sample?.file === undefined || samples.has(sample.file)) return;
    report(
      at('handling', index, 'file'),
      `the file ${quoted(sample.file)} does not exist, expected it beside catalog.yaml`,
    );
  });
  for (const [id, source] of Object.entries(data?.sources ?? {})) {
    if (source?.supersededBy === undefined) continue;
    refer(source.supersededBy, sources, () => at('sources', id, 'supersededBy'), report);
    if (source.supersededBy === id) {
      report(
        at('sources', id, 'supersededBy'),
        `the source ${quoted(id)} takes its own place, expected another source`,
      );
    }
  }
  return { groups, sources, envelopes };
}

type LooseEntry = NonNullable<Loose<CodesFile>[number]>;

function checkEntries({ codes }: CatalogFiles, defined: Defined, report: Report): void {
  const entries = codes.usable ?? [];
  const own = names(
    'code',
    'codes.yaml',
    codes.usable?.map((entry) => entry?.code),
  );
  unique(
    entries.map((entry) => entry?.code),
    'code',
    (index) => codes.at([index, 'code']),
    report,
  );
  entries.forEach((entry, index) => {
    if (entry) checkEntry(entry, (...path) => codes.at([index, ...path]), { ...defined, own }, report);
  });
}

function checkEntry(
  entry: LooseEntry,
  at: (...path: Path) => Place,
  { own, groups, sources, envelopes, problems }: Defined & { readonly own: Names },
  report: Report,
): void {
  refer(entry.group, groups, () => at('group'), report);
  unique(entry.sources ?? [], 'source', (index) => at('sources', index), report);
  entry.sources?.forEach((source, index) => {
    refer(source, sources, () => at('sources', index), report);
  });
  unique(entry.see ?? [], 'code', (index) => at('see', index), report);
  entry.see?.forEach((code, index) => {
    refer(code, own, () => at('see', index), report);
    if (code !== undefined && code === entry.code)
      report(at('see', index), `the code ${quoted(code)} points to itself, expected another code`);
  });
  refer(entry.successor, own, () => at('successor'), report);
  if (entry.successor !== undefined) {
    if (entry.successor === entry.code) {
      report(at('successor'), `the code ${quoted(entry.successor)} is its own successor, expected another code`);
    }
    if (entry.status !== undefined && entry.status !== 'retired') {
      report(at('successor'), `successor with status: ${entry.status}, expected status: retired or no successor`);
    }
  }
  if (entry.retired !== undefined && entry.status !== undefined && entry.status !== 'retired') {
    report(at('retired'), `retired with status: ${entry.status}, expected status: retired or no day`);
  }
  unique(
    entry.meanings?.map((meaning) => meaning?.slug) ?? [],
    'meaning',
    (index) => at('meanings', index, 'slug'),
    report,
  );
  const slugs = new Set(entry.meanings?.map((meaning) => meaning?.slug));
  entry.meanings?.forEach((meaning, index) => {
    const here = (key: string) => at('meanings', index, key);
    if (meaning?.slug !== undefined) {
      const { slug } = meaning;
      const [, owner] = ownSection.exec(slug) ?? [];
      const whose = isSectionAnchor(slug)
        ? 'that every page has'
        : owner !== undefined && slugs.has(owner)
          ? `of the meaning ${quoted(owner)}`
          : undefined;
      if (whose !== undefined) {
        report(here('slug'), `the meaning ${quoted(slug)} has the name of a section ${whose}, expected another slug`);
      }
    }
    refer(meaning?.problem, problems, () => here('problem'), report);
    refer(meaning?.envelope, envelopes, () => here('envelope'), report);
    if (meaning?.retry === undefined) return;
    if (meaning.retry === 'after-fix' && meaning.fixedBy === 'provider') {
      report(
        here('retry'),
        'retry: after-fix with fixedBy: provider, expected retry: never, or whoever can fix it: nobody waits for a fix of their own there',
      );
    }
    // A wait that is present but invalid has already been reported; its key still counts.
    const waits = Object.hasOwn(meaning, 'wait');
    if (meaning.retry === 'backoff' && !waits) {
      report(
        here('retry'),
        'retry: backoff without wait, expected wait: exponential, described, { seconds: 10 } or { header: Retry-After } beside it',
      );
    } else if (meaning.retry !== 'backoff' && waits) {
      report(here('wait'), `wait with retry: ${meaning.retry}, expected retry: backoff or no wait`);
    }
  });
}
