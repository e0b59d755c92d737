/** The page of a catalog: all its codes, how its errors look, how to handle them in code, its limits. */
import { lastRead } from '../catalog/dates.ts';
import type { Catalog, Entry, Limit, Meaning } from '../catalog/model.ts';
import { catalogPath, entryPath } from '../catalog/paths.ts';
import { shownTemplate } from '../catalog/wire.ts';
import { formatDate, formatLimit } from '../i18n/format.ts';
import { ui } from '../i18n/index.ts';
import type { Locale } from '../locales.ts';
import { example, points, sample, sources, title } from './blocks.ts';
import { catalogTitle } from './describe.ts';
import {
  type Block,
  code,
  type Document,
  heading,
  type Inline,
  link,
  paragraph,
  part,
  span,
  styled,
  table,
} from './nodes.ts';

/** Names of the languages of samples, the same in every locale. */
const languages: Readonly<Record<string, string>> = { python: 'Python', javascript: 'JavaScript' };

/** Makes the document of a catalog in one language. */
export function catalogDocument(catalog: Catalog, locale: Locale): Document {
  return {
    locale,
    path: catalogPath(locale, catalog.id),
    subject: { kind: 'catalog', catalog, locale },
    title: catalogTitle(catalog, locale),
    description: catalog.summary[locale].plain,
    head: [
      title(catalog.name[locale]),
      styled(
        'entry-provider',
        span({}, catalog.provider.name[locale]),
        ' · ',
        span({}, catalog.surface[locale]),
        ' · ',
        ui[locale].entry.checked(formatDate(lastRead(catalog.sources.values()), locale)),
      ),
    ],
    body: bodyOf(catalog, locale),
    file: `content/catalogs/${catalog.id}/text.${locale}.yaml`,
  };
}

function bodyOf(catalog: Catalog, locale: Locale): Block[] {
  const words = ui[locale].catalog;
  const { envelopes, handling, limits, provider } = catalog;
  const { intro, points: advice } = handling.text[locale];
  const notes = catalog.notes[locale];
  const history = catalog.history[locale];
  return [
    styled('lead', catalog.summary[locale]),
    heading(2, { id: 'codes' }, words.codes),
    codeTable(catalog, locale),
    heading(2, { id: 'wire' }, words.wire),
    ...envelopes.flatMap(({ title: name, note, language, template }) => [
      example(name[locale], language, shownTemplate(template)),
      ...(note[locale] === undefined ? [] : [paragraph(note[locale])]),
    ]),
    heading(2, { id: 'handling' }, words.handling),
    paragraph(intro),
    points(advice),
    ...handling.samples.map(({ language, file, code: text }, index) =>
      sample(languages[language] ?? language, file, language, text, index === 0),
    ),
    ...(limits.length === 0 ? [] : [heading(2, { id: 'limits' }, words.limits)]),
    ...limits.flatMap((limit) => limitTable(limit, locale)),
    ...(notes.length === 0 ? [] : [heading(2, { id: 'notes' }, words.notes), points(notes)]),
    ...(history.length === 0 ? [] : [heading(2, { id: 'history' }, words.history), points(history)]),
    heading(2, { id: 'sources' }, words.sources),
    paragraph(link(provider.homepage, `${words.homepage}${ui[locale].programs.colon}${provider.name[locale]}`)),
    sources([...catalog.sources.values()], locale),
  ];
}

function codeTable(catalog: Catalog, locale: Locale): Block {
  const { table: columns } = ui[locale];
  const header: Inline[][] = [[columns.code], [columns.title], [columns.message], [columns.retry], [columns.fixedBy]];
  return part(
    'code-table',
    {},
    catalog.groups
      .filter(({ entries }) => entries.length > 0)
      .flatMap((group): Block[] => [
        heading(3, {}, group.title[locale]),
        table([
          header,
          ...group.entries.flatMap((entry) => entry.meanings.map((meaning) => row(entry, meaning, locale))),
        ]),
      ]),
  );
}

function row(entry: Entry, meaning: Meaning, locale: Locale): Inline[][] {
  const { status, retry, fixedBy, entry: labels } = ui[locale];
  const anchor = entry.meanings.length > 1 ? `#${meaning.slug}` : '';
  return [
    [
      link(`${entryPath(locale, entry.catalog.id, entry.code)}${anchor}`, code(entry.code)),
      ...(entry.status === 'documented' ? [] : [` · ${status[entry.status].label}`]),
    ],
    [meaning.text[locale].title],
    // As text: a code span in a table cannot contain every sequence of backslash and bar.
    [meaning.messages[0]?.text ?? labels.noMessage],
    [retry[meaning.retry].label],
    [meaning.retry === 'none' ? '' : fixedBy[meaning.fixedBy].label],
  ];
}

const limitTable = ({ id, caption, rowHeading, columns, rows, note }: Limit, locale: Locale): Block[] => [
  part('limit-table', { limit: id }, [
    heading(3, {}, caption[locale]),
    table([
      [[rowHeading[locale]], ...columns.map((column) => [column[locale]])],
      ...rows.map(({ label, values }) => [[label[locale]], ...values.map((value) => [formatLimit(value, locale)])]),
    ]),
  ]),
  ...(note[locale] === undefined ? [] : [paragraph(note[locale])]),
];
