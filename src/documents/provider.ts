/** The page of a provider with several surfaces: which they are, and the codes that mean different things in them. */
import type { Catalog, Entry, Provider } from '../catalog/model.ts';
import { catalogPath, providerPath } from '../catalog/paths.ts';
import { ui } from '../i18n/index.ts';
import type { Locale } from '../locales.ts';
import { entryLink, title } from './blocks.ts';
import {
  type Block,
  blockList,
  type Document,
  heading,
  type Inline,
  link,
  paragraph,
  small,
  styled,
  table,
} from './nodes.ts';

/** Whether a provider has a page: one with a single catalog is described on the catalog's. */
export const hasPage = ({ catalogs }: Provider): boolean => catalogs.length > 1;

/** Makes the document of a provider in one language. */
export function providerDocument(provider: Provider, locale: Locale): Document {
  const words = ui[locale].provider;
  const name = provider.name[locale];
  const shared = sharedCodes(provider.catalogs);
  return {
    locale,
    path: providerPath(locale, provider.id),
    subject: { kind: 'provider', provider, locale },
    title: name,
    description: words.lead(name, provider.catalogs.length),
    head: [title(name)],
    body: [
      styled('lead', words.lead(name, provider.catalogs.length)),
      heading(2, { id: 'surfaces' }, words.surfaces),
      blockList(
        provider.catalogs.map((catalog) => surface(catalog, locale)),
        'surface-list',
        true,
      ),
      ...(shared.length === 0 ? [] : sharedTable(shared, provider.catalogs, locale)),
      heading(2, { id: 'homepage' }, ui[locale].catalog.homepage),
      paragraph(link(provider.homepage, name)),
    ],
    file: undefined,
  };
}

const surface = ({ id, name, surface: api, summary, entries }: Catalog, locale: Locale): Block[] => [
  paragraph(
    link(catalogPath(locale, id), name[locale]),
    ` · ${api[locale]}`,
    ...small(ui[locale].catalog.count(entries.length)),
  ),
  paragraph(summary[locale]),
];

/** Returns codes of several surfaces that do not mean the same in all of them, each with its entries by catalog. */
function sharedCodes(catalogs: readonly Catalog[]): readonly ReadonlyMap<Catalog, Entry>[] {
  const byCode = Map.groupBy(
    catalogs.flatMap(({ entries }) => entries),
    ({ code }) => code.toLowerCase(),
  );
  return [...byCode.values()]
    .filter(([first, ...others]) => first && others.some((other) => !isAlike(first, other)))
    .map((entries) => new Map(entries.map((entry) => [entry.catalog, entry])));
}

/** Whether two entries are about the same thing: by their name, by what they say, or by what is wrong. */
function isAlike(a: Entry, b: Entry): boolean {
  const shares = (said: (entry: Entry) => readonly string[]): boolean => {
    const words = new Set(said(a));
    return said(b).some((word) => words.has(word));
  };
  return (
    (a.symbol !== undefined && a.symbol === b.symbol) ||
    shares(({ meanings }) =>
      meanings.flatMap(({ messages, text }) => [text.en.title, ...messages.map((message) => message.text)]),
    ) ||
    shares(({ meanings }) => meanings.map(({ problem }) => problem.id))
  );
}

function sharedTable(
  shared: readonly ReadonlyMap<Catalog, Entry>[],
  catalogs: readonly Catalog[],
  locale: Locale,
): Block[] {
  const words = ui[locale].provider;
  const cell = (entry: Entry | undefined): Inline[] => (entry ? [entryLink(entry, locale)] : []);
  return [
    heading(2, { id: 'differences' }, words.differences),
    paragraph(words.differencesNote),
    table([
      catalogs.map(({ name }): Inline[] => [name[locale]]),
      ...shared.map((entries) => catalogs.map((catalog) => cell(entries.get(catalog)))),
    ]),
  ];
}
