/**
 * The sidebar of a page: the groups of its catalog, with the codes of the current group; the surfaces of its
 * provider; or the categories of problems. It never lists all catalogs, so that pages do not grow with their number.
 */
import type { Atlas, Catalog, Entry } from '../catalog/model.ts';
import {
  catalogPath,
  catalogsPath,
  entryPath,
  groupPath,
  problemPath,
  problemsPath,
  providerPath,
} from '../catalog/paths.ts';
import { categories } from '../catalog/schema/vocabulary.ts';
import { ui } from '../i18n/index.ts';
import type { Locale } from '../locales.ts';
import { shorten } from './describe.ts';
import type { Neighbour } from './nodes.ts';
import { hasPage } from './provider.ts';
import type { PageSubject } from './subject.ts';

/** A link, and the code before its label. */
export interface SideLink extends Neighbour {
  readonly code?: string;
}

export interface SideItem extends Neighbour {
  /** How many codes it has. */
  readonly count?: number;
  /** What it contains, if the reader is in it. */
  readonly within: readonly SideLink[];
}

export interface Side {
  /** What is above, outermost first. */
  readonly up: readonly Neighbour[];
  readonly title: Neighbour;
  readonly items: readonly SideItem[];
}

/** Maximum length of a label: some titles are whole sentences, and many of those would be most of a page. */
const longest = 48;
/** At most this many codes of a group are shown, those around the current one. */
const window = 24;

/** @param subject undefined on a hand-written page */
export function sideOf(subject: PageSubject | undefined, locale: Locale, atlas: Atlas): Side {
  const all = { path: catalogsPath(locale), label: ui[locale].nav.allCatalogs };
  switch (subject?.kind) {
    case 'entry':
      return sideOfCatalog(subject.entry.catalog, locale, all, subject.entry);
    case 'catalog':
      return sideOfCatalog(subject.catalog, locale, all);
    case 'provider': {
      const { provider } = subject;
      return {
        up: [all],
        title: { path: providerPath(locale, provider.id), label: provider.name[locale] },
        items: provider.catalogs.map(({ id, name, entries }) => ({
          path: catalogPath(locale, id),
          label: name[locale],
          count: entries.length,
          within: [],
        })),
      };
    }
    default: {
      const current = subject?.kind === 'problem' ? subject.problem.category : undefined;
      const list = problemsPath(locale);
      return {
        up: [],
        title: { path: list, label: ui[locale].nav.problems },
        items: categories.map((category) => ({
          path: `${list}#${category}`,
          label: ui[locale].category[category],
          within: atlas.problems
            .filter((problem) => category === current && problem.category === category)
            .map(({ id, text }) => ({ path: problemPath(locale, id), label: text[locale].title })),
        })),
      };
    }
  }
}

function sideOfCatalog(catalog: Catalog, locale: Locale, all: Neighbour, entry?: Entry): Side {
  const { id, name, provider, groups } = catalog;
  return {
    up: hasPage(provider) ? [all, { path: providerPath(locale, provider.id), label: provider.name[locale] }] : [all],
    title: { path: catalogPath(locale, id), label: name[locale] },
    items: groups
      .filter(({ entries }) => entries.length > 0)
      .map((group) => ({
        path: groupPath(locale, id, group.id),
        label: group.title[locale],
        count: group.entries.length,
        within: entry !== undefined && group === entry.group ? near(entry, locale) : [],
      })),
  };
}

function near({ catalog, group, ...entry }: Entry, locale: Locale): SideLink[] {
  const index = group.entries.findIndex(({ code }) => code === entry.code);
  const from = Math.max(0, index - window / 2);
  return group.entries.slice(from, from + window).map(({ code, meanings: [first] }) => ({
    path: entryPath(locale, catalog.id, code),
    code,
    label: shorten(first.text[locale].title, longest),
  }));
}
