/** Checked content files -> model: resolves every reference. */
import { type Locale, type Localized, localized } from '../locales.ts';
import type { CatalogFiles, ContentFiles } from './load.ts';
import type { Atlas, Catalog, CatalogEnvelope, Entry, Group, Limit, Meaning, Problem, Provider } from './model.ts';
import { type Prose, prose } from './prose/prose.ts';
import { linesBeginning, namingLocale } from './repeats.ts';
import type { CatalogTextFile, EntryData, MeaningData, Message, ProblemTextFile, Source } from './schema/files.ts';
import type { Depth } from './schema/vocabulary.ts';
import { wireExample } from './wire.ts';

/** Readonly elsewhere, writable here while references are being resolved. */
type Open<T> = { -readonly [K in keyof T]: T[K] };
type OpenGroup = Open<Group> & { entries: Open<Entry>[] };
type OpenProblem = Open<Problem> & { meanings: Meaning[] };
type OpenProvider = Provider & { catalogs: Catalog[] };

/** @param files without findings: a reference that leads nowhere is a bug in the checks */
export function resolve(files: ContentFiles): Atlas {
  const problems = given(files.problems.data).map(
    ({ id, category }): OpenProblem => ({
      id,
      category,
      text: localized((locale) => {
        const { title, summary, causes, fixes } = given(given(files.problemTexts[locale].data)[id]);
        const read = (source: string) => prose(source, { locale });
        return { title, summary: read(summary), causes: causes.map(read), fixes: fixes.map(read) };
      }),
      meanings: [],
    }),
  );
  const naming = given(files.problemTexts[namingLocale].data);
  const problemById = new Map(problems.map((problem) => [problem.id, problem]));
  const providers = new Map<string, OpenProvider>();
  const catalogs = files.catalogs.map((catalog) => resolveCatalog(catalog, problemById, naming, providers));
  const byCode = Map.groupBy(
    catalogs.flatMap(({ entries }) => entries),
    ({ code }) => code.toLowerCase(),
  );
  for (const entries of byCode.values()) {
    for (const entry of entries) entry.sameCode = entries.filter((other) => other !== entry);
  }
  return {
    catalogs: catalogs.map(({ catalog }) => catalog),
    providers: [...providers.values()],
    problems,
    redirects: given(files.redirects.data),
    permalinks: files.permalinks.lines
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  };
}

function resolveCatalog(
  files: CatalogFiles,
  problemById: ReadonlyMap<string, OpenProblem>,
  naming: ProblemTextFile,
  providers: Map<string, OpenProvider>,
): { catalog: Catalog; entries: Open<Entry>[] } {
  const data = given(files.catalog.data);
  const text = localized((locale) => given(files.texts[locale].data));
  const of = <T>(pick: (text: CatalogTextFile['catalog']) => T): Localized<T> =>
    localized((locale) => pick(text[locale].catalog));
  const read = localized((locale) => (source: string) => prose(source, { locale, catalog: files.id }));
  const noted = (pick: (text: CatalogTextFile['catalog']) => string | undefined): Localized<Prose | undefined> =>
    localized((locale) => {
      const note = pick(text[locale].catalog);
      return note === undefined ? undefined : read[locale](note);
    });
  const sources = new Map(Object.entries(data.sources));
  const envelopes = data.envelopes.map(
    (envelope): CatalogEnvelope => ({
      ...envelope,
      title: of(({ envelopes: texts }) => given(texts[envelope.id]).title),
      note: noted(({ envelopes: texts }) => given(texts[envelope.id]).note),
    }),
  );
  const envelopeById = new Map(envelopes.map((envelope) => [envelope.id, envelope]));
  const groups = data.groups.map(
    (id): OpenGroup => ({ id, title: of((texts) => given(texts.groups[id])), entries: [] }),
  );
  const groupById = new Map(groups.map((group) => [group.id, group]));
  const entries: Open<Entry>[] = [];
  // The checks ensure that all catalogs of a provider agree about it.
  const provider: OpenProvider = providers.get(data.provider.id) ?? {
    ...data.provider,
    name: of((texts) => texts.provider),
    catalogs: [],
  };
  providers.set(provider.id, provider);
  const catalog: Catalog = {
    id: files.id,
    kind: data.kind,
    provider,
    name: of(({ name }) => name),
    surface: of(({ surface }) => surface),
    summary: localized((locale) => read[locale](text[locale].catalog.summary)),
    notes: localized((locale) => (text[locale].catalog.notes ?? []).map(read[locale])),
    history: localized((locale) => (text[locale].catalog.history ?? []).map(read[locale])),
    terms: of(({ terms = {} }) => Object.entries(terms)),
    aliases: data.aliases,
    clues: data.clues,
    sources,
    envelopes,
    limits: data.limits.map((limit): Limit => {
      const texts = of(({ limits }) => given(limits?.[limit.id]));
      const each = <T>(pick: (text: (typeof texts)[Locale]) => T) => localized((locale) => pick(texts[locale]));
      return {
        id: limit.id,
        source: given(sources.get(limit.source)),
        caption: each(({ caption }) => caption),
        rowHeading: each(({ rowHeading }) => rowHeading),
        note: noted(({ limits }) => limits?.[limit.id]?.note),
        columns: limit.columns.map((id) => each(({ columns }) => given(columns[id]))),
        rows: limit.rows.map(({ id, values }) => ({ label: each(({ rows }) => given(rows[id])), values })),
      };
    }),
    handling: {
      text: localized((locale) => {
        const { intro, points } = text[locale].catalog.handling;
        return { intro: read[locale](intro), points: points.map(read[locale]) };
      }),
      samples: data.handling.map(({ language, file }) => ({ language, file, code: given(files.samples.get(file)) })),
    },
    groups,
    entries,
  };
  provider.catalogs.push(catalog);
  const sourceLists = new Map<string, readonly Source[]>();
  /** Most entries of a catalog rest on the same documents and share one list. */
  const sourceListOf = (ids: readonly string[]): readonly Source[] => {
    const key = ids.join();
    const known = sourceLists.get(key) ?? ids.map((id) => given(sources.get(id)));
    sourceLists.set(key, known);
    return known;
  };
  const codes = given(files.codes.data);
  const entryByCode = new Map<string, Open<Entry>>();
  for (const entry of codes) {
    const resolved = {
      catalog,
      code: entry.code,
      symbol: entry.symbol,
      group: given(groupById.get(entry.group)),
      status: entry.status,
      depth: entry.meanings.some((meaning) => depthOf(entry, meaning) === 'full') ? 'full' : 'outline',
      sources: sourceListOf(entry.sources),
      retired: entry.retired,
      see: [],
      successor: undefined,
      previous: undefined,
      next: undefined,
      sameCode: [],
      meanings: nothingYet,
    } satisfies Open<Entry> as Open<Entry>;
    const meanings: Meaning[] = [];
    entryByCode.set(entry.code, resolved);
    given(groupById.get(entry.group)).entries.push(resolved);
    for (const meaning of entry.meanings) {
      const problem = given(problemById.get(meaning.problem));
      const envelope = given(envelopeById.get(meaning.envelope ?? data.defaultEnvelope));
      const tied: Meaning = {
        entry: resolved,
        slug: meaning.slug,
        problem,
        retry: meaning.retry,
        wait: meaning.wait,
        fixedBy: meaning.fixedBy,
        depth: depthOf(entry, meaning),
        messages: meaning.messages,
        repeats: (meaning.repeats ?? []).flatMap((start) => linesBeginning(start, given(naming[problem.id]))),
        example: {
          envelope,
          isOwn: meaning.example !== undefined,
          text: meaning.example?.trimEnd() ?? wireExample(envelope, entry.code, likeliest(meaning.messages)),
        },
        text: localized((locale) => {
          const {
            title,
            origin,
            source,
            former = [],
            wait,
            causes = [],
            fixes = [],
            history = [],
          } = given(text[locale].codes[entry.code]?.[meaning.slug]);
          return {
            title,
            origin,
            source: source === undefined ? undefined : given(sources.get(source)),
            former: former.map((old) => ({ title: old.title, source: given(sources.get(old.source)) })),
            wait: wait === undefined ? undefined : read[locale](wait),
            causes: causes.map(read[locale]),
            fixes: fixes.map(read[locale]),
            history: history.map(read[locale]),
          };
        }),
      };
      meanings.push(tied);
      problem.meanings.push(tied);
    }
    resolved.meanings = meanings as unknown as Entry['meanings'];
  }
  entries.push(...groups.flatMap((group) => group.entries));
  entries.forEach((entry, index) => {
    entry.previous = entries[index - 1];
    entry.next = entries[index + 1];
  });
  for (const { code, see, successor } of codes) {
    const entry = given(entryByCode.get(code));
    entry.see = (see ?? []).map((other) => given(entryByCode.get(other)));
    entry.successor = successor === undefined ? undefined : entryByCode.get(successor);
  }
  return { catalog, entries };
}

const depthOf = (entry: EntryData, meaning: MeaningData): Depth => meaning.depth ?? entry.depth ?? 'full';

/** Picks the message for an answer: one that was observed rather than one that is only documented. */
const likeliest = (messages: readonly Message[]): Message | undefined =>
  messages.find(({ seen }) => seen === 'observed') ?? messages[0];

/** Placeholder until the references are resolved; the schema requires at least one meaning. */
const nothingYet = [] as unknown as Entry['meanings'];

/** Returns a value that the checks guarantee; a missing one is a gap in them. */
function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a reference that the checks let pass cannot be resolved');
  return value;
}
