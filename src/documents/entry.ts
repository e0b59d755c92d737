/** The page of an entry. The order of its sections is decided here and nowhere else. */
import { lastRead } from '../catalog/dates.ts';
import type { Entry, Meaning } from '../catalog/model.ts';
import { entryPath, findPath, permanentPath, problemPath, type Section } from '../catalog/paths.ts';
import { formatDate } from '../i18n/format.ts';
import { ui } from '../i18n/index.ts';
import type { Ui } from '../i18n/types.ts';
import { type Locale, localeInfo, locales } from '../locales.ts';
import {
  type EntryLinksOptions,
  entryLinks,
  example,
  points,
  section,
  sources,
  spoken,
  steps,
  title,
  untranslated,
  waitWords,
} from './blocks.ts';
import { entryDescription, entryTitle, meaningTitles, shortTitle } from './describe.ts';
import { guidance, guidanceLinks } from './guidance.ts';
import {
  attributed,
  type Block,
  blockList,
  box,
  code,
  type Document,
  heading,
  type Inline,
  link,
  list,
  numbered,
  paragraph,
  part,
  small,
  span,
  styled,
} from './nodes.ts';
import {
  hasRelated,
  meaningWith,
  pointedTo,
  problemsOf,
  sameCodeOnly,
  sameProblem,
  sharedProblems,
} from './related.ts';

/** Makes the document of an entry in one language. */
export function entryDocument(entry: Entry, locale: Locale): Document {
  const { catalog, code: value, previous, next } = entry;
  return {
    locale,
    path: entryPath(locale, catalog.id, value),
    subject: { kind: 'entry', entry, locale },
    title: entryTitle(entry, locale),
    description: entryDescription(entry, locale),
    head: headOf(entry, locale),
    body: bodyOf(entry, locale),
    file: `content/catalogs/${catalog.id}/text.${locale}.yaml`,
    previous: neighbour(previous, locale),
    next: neighbour(next, locale),
  };
}

const neighbour = (other: Entry | undefined, locale: Locale): Document['next'] =>
  other && {
    path: entryPath(locale, other.catalog.id, other.code),
    label: `${other.code} ${shortTitle(other.meanings[0], locale)}`,
  };

/** Makes what a reader compares with the failure at hand. */
function headOf(entry: Entry, locale: Locale): Block[] {
  const words = ui[locale];
  const { catalog, meanings, symbol } = entry;
  const [first, ...others] = meanings;
  const isOne = others.length === 0;
  return [
    attributed(
      title(
        spoken(`${catalog.name[locale]} `),
        untranslated(code(entry.code), { className: ['entry-code'] }),
        spoken(words.programs.colon),
        span({}, isOne ? first.text[locale].title : words.entry.meanings(meanings.length)),
      ),
      { className: ['entry-title'] },
    ),
    styled(
      'entry-provider',
      span({}, catalog.provider.name[locale]),
      ' · ',
      span({}, catalog.surface[locale]),
      ...(symbol === undefined ? [] : [' · ', untranslated(code(symbol))]),
      ...(isOne ? [' · ', origin(first, locale)] : []),
      ' · ',
      ui[locale].entry.checked(formatDate(lastRead(entry.sources), locale)),
    ),
    ...(entry.status === 'retired' ? [retirement(entry, locale)] : []),
    ...(isOne ? formerly(first, locale) : []),
    ...(isOne
      ? [messages(first, locale)]
      : isOutline(entry)
        ? []
        : [
            numbered(
              blockList(
                meanings.map((meaning) => [
                  paragraph(link(`#${meaning.slug}`, meaning.text[locale].title)),
                  messages(meaning, locale),
                ]),
                'meaning-list',
              ),
            ),
          ]),
    share(entry, undefined, locale),
  ];
}

/** Says where the title comes from, with the day it was read if its source has been superseded. */
function origin(meaning: Meaning, locale: Locale): Inline {
  const { origin: from, source } = meaning.text[locale];
  const { label, note } = ui[locale].origin[from];
  const isOld = source?.supersededBy !== undefined;
  const read = isOld ? ` (${ui[locale].entry.readOn(formatDate(source.read, locale))})` : '';
  return span({ className: ['origin'], title: note }, `${label}${read}`);
}

/** Lists older official wordings, which people paste from old logs. */
const formerly = (meaning: Meaning, locale: Locale): Block[] =>
  meaning.text[locale].former.length === 0
    ? []
    : [
        styled(
          'formerly',
          `${ui[locale].entry.formerly}${ui[locale].programs.colon}`,
          ...meaning.text[locale].former.flatMap(({ title: old, source }, index): Inline[] => [
            ...(index > 0 ? [' · '] : []),
            span({}, old),
            ` (${ui[locale].entry.readOn(formatDate(source.read, locale))})`,
          ]),
        ),
      ];

/** Makes the notice at the top of the page of a retired code. */
const retirement = ({ catalog, retired, successor }: Entry, locale: Locale): Block => {
  const words = ui[locale];
  return styled(
    'notice',
    retired === undefined ? words.status.retired.note : words.entry.retiredSince(formatDate(retired, locale)),
    ...(successor
      ? [' ', link(entryPath(locale, catalog.id, successor.code), words.entry.successor(successor.code))]
      : []),
  );
};

const messages = (meaning: Meaning, locale: Locale): Block => {
  const { entry, seen } = ui[locale];
  return part('messages', { meaning: meaning.slug }, [
    meaning.messages.length === 0
      ? paragraph(entry.noMessage)
      : list(
          meaning.messages.map((each) =>
            labelled(ui[locale], entry.message, code(each.text), ...small(seen[each.seen])),
          ),
        ),
  ]);
};

const share = ({ catalog, code: value }: Entry, meaning: Meaning | undefined, locale: Locale): Block => {
  const words = ui[locale];
  const path = `${permanentPath(catalog.id, value)}${meaning ? `#${meaning.slug}` : ''}`;
  return part('share', meaning ? { meaning: meaning.slug } : {}, [
    paragraph(...labelled(words, words.entry.permalink, link(path, path))),
  ]);
};

/** Makes a line that begins with a label, followed by the language's own colon. */
const labelled = ({ programs }: Ui, label: string, ...items: Inline[]): Inline[] => [
  `${label}${programs.colon}`,
  ...items,
];

/** Makes the heading of a section that has the same words on every entry page. */
const common = (id: Section, text: string): Block => section(id, text);

const isOutline = ({ depth }: Entry | Meaning): boolean => depth === 'outline';

function bodyOf(entry: Entry, locale: Locale): Block[] {
  const words = ui[locale].entry;
  const several = entry.meanings.length > 1;
  return [
    ...entry.meanings.map((meaning) =>
      several && isOutline(meaning) ? shortSection(meaning, locale) : meaningSection(meaning, locale, several),
    ),
    ...(several && isOutline(entry) ? [common('wire', words.wire), ...templates(entry, locale)] : []),
    ...(isOutline(entry) ? [part('unwritten', {}, [paragraph(words.unwritten)])] : []),
    ...(several && entry.meanings.some(isOutline)
      ? guidanceLinks(entry, locale)
      : problemsOf(entry).flatMap((problem, index) => guidance(entry, problem, index, locale))),
    ...(hasRelated(entry) ? [common('related', words.related), ...related(entry, locale)] : []),
    common('titles', words.titles),
    titles(entry, locale),
    common('sources', words.sources),
    sources(entry.sources, locale),
  ];
}

/** Makes the section of an outline among several meanings: a code may have dozens, told apart by message alone. */
function shortSection(meaning: Meaning, locale: Locale): Block {
  const { entry, slug, example: own } = meaning;
  const { title: name, history } = meaning.text[locale];
  const permanent = `${permanentPath(entry.catalog.id, entry.code)}#${slug}`;
  return box('section', { className: ['meaning'], dataMeaning: slug }, [
    heading(2, { id: slug, link: permanent }, name),
    messages(meaning, locale),
    facts(meaning, locale),
    ...formerly(meaning, locale),
    ...(history.length === 0 ? [] : [points(history)]),
    ...(own.isOwn ? [example(own.envelope.title[locale], own.envelope.language, own.text)] : []),
  ]);
}

/** Shows an answer in each envelope that the meanings of an outline come in. */
function templates({ meanings }: Entry, locale: Locale): Block[] {
  const made = meanings.filter(({ example: own }) => !own.isOwn);
  return [...Map.groupBy(made, ({ example: own }) => own.envelope)].flatMap(([envelope, [first]]) =>
    first ? [example(envelope.title[locale], envelope.language, first.example.text)] : [],
  );
}

/** Shows the facts that decide what happens next, in one line. */
function facts(meaning: Meaning, locale: Locale): Block {
  const words = ui[locale];
  const { problem } = meaning;
  return styled(
    'meaning-facts',
    ...labelled(words, words.entry.retry, span({ dataRetry: meaning.retry }, words.retry[meaning.retry].label)),
    ...waitWords(meaning, locale).flatMap((said) => [' ', span({}, said)]),
    ...(meaning.retry === 'none'
      ? []
      : [' · ', ...labelled(words, words.entry.fixedBy, words.fixedBy[meaning.fixedBy].label)]),
    ' · ',
    link(problemPath(locale, problem.id), problem.text[locale].title),
    ' · ',
    origin(meaning, locale),
  );
}

/** Shows facts, causes, fixes and an answer; as a section of its own if an entry has several meanings. */
function meaningSection(meaning: Meaning, locale: Locale, several: boolean): Block {
  const words = ui[locale].entry;
  const { entry, slug } = meaning;
  const { title: name, causes, fixes, history } = meaning.text[locale];
  const { envelope, text } = meaning.example;
  const permanent = `${permanentPath(entry.catalog.id, entry.code)}#${slug}`;
  const section = (id: Section, label: string): Block =>
    heading(several ? 3 : 2, { id: several ? `${slug}-${id}` : id }, label);
  return box('section', { id: several ? undefined : slug, className: ['meaning'], dataMeaning: slug }, [
    ...(several
      ? [
          heading(2, { id: slug, link: permanent }, name),
          messages(meaning, locale),
          styled('meaning-origin', origin(meaning, locale)),
          ...formerly(meaning, locale),
          share(entry, meaning, locale),
        ]
      : []),
    glance(meaning, locale),
    ...(isOutline(meaning) ? [] : [section('why', words.why), points(causes), section('fix', words.fix), steps(fixes)]),
    ...(history.length === 0 ? [] : [section('history', words.history), points(history)]),
    section('wire', words.wire),
    example(envelope.title[locale], envelope.language, text),
  ]);
}

/** Shows the facts that decide what happens next. */
function glance(meaning: Meaning, locale: Locale): Block {
  const words = ui[locale];
  const { problem } = meaning;
  const { status } = meaning.entry;
  const noted = ({ label, note }: { label: string; note: string }, ...more: Inline[]): Inline[] => [
    `${label} · ${note}`,
    ...more,
  ];
  const line = (label: string, items: Inline[]): Inline[] => labelled(words, label, ...items);
  return part('glance', { meaning: meaning.slug }, [
    list([
      line(
        words.entry.retry,
        noted(words.retry[meaning.retry], ...waitWords(meaning, locale).flatMap((said) => [' ', said])),
      ),
      ...(meaning.retry === 'none' ? [] : [line(words.entry.fixedBy, noted(words.fixedBy[meaning.fixedBy]))]),
      line(words.entry.category, [
        `${words.category[problem.category]} · `,
        link(problemPath(locale, problem.id), problem.text[locale].title),
      ]),
      ...(status === 'documented' ? [] : [line(words.entry.status, noted(words.status[status]))]),
    ]),
  ]);
}

function related(entry: Entry, locale: Locale): Block[] {
  const words = ui[locale].entry;
  const problems = sharedProblems(entry);
  const more = problems.map(({ id, text }) => ({ path: problemPath(locale, id), title: text[locale].title }));
  const lists: readonly (readonly [label: string, entries: readonly Entry[], options: EntryLinksOptions])[] = [
    [words.relatedCodes, pointedTo(entry), { oneCatalog: true }],
    [words.sameProblem, sameProblem(entry), { more, meaningOf: (other) => meaningWith(problems, other) }],
    [words.sameCode, sameCodeOnly(entry), { more: [{ path: findPath(locale, entry.code), title: entry.code }] }],
  ];
  return lists
    .filter(([, entries]) => entries.length > 0)
    .flatMap(([label, entries, options]) => [heading(3, {}, label), entryLinks(entries, locale, options)]);
}

const titles = (entry: Entry, locale: Locale): Block =>
  list(
    locales
      .filter((other) => other !== locale)
      .map((other): Inline[] => {
        const { label, tag } = localeInfo[other];
        return [
          span({ className: ['titles-language'], lang: tag }, label),
          ' ',
          attributed(link(entryPath(other, entry.catalog.id, entry.code), meaningTitles(entry, other)), {
            lang: tag,
            hrefLang: tag,
            dataLanguage: other,
          }),
          ...small(ui[locale].origin[entry.meanings[0].text[other].origin].label),
        ];
      }),
    'titles',
  );
