/** The real content, as the tests look at it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Atlas, Catalog, Entry } from '../../../src/catalog/model.ts';
import { readAtlas } from '../../../src/catalog/read.ts';
import { type Locale, locales } from '../../../src/locales.ts';

const root = join(import.meta.dirname, '../../..');

export const atlas: Atlas = readAtlas(join(root, 'content'), root);

/** @throws Error where there is none */
export function catalogOf(id: string): Catalog {
  const catalog = atlas.catalogs.find((one) => one.id === id);
  if (!catalog) throw new Error(`no catalog ${id}`);
  return catalog;
}

/** @throws Error where there is none */
export function entryOf(id: string, code: string): Entry {
  const entry = catalogOf(id).entries.find((one) => one.code === code);
  if (!entry) throw new Error(`no code ${code} in ${id}`);
  return entry;
}

/** The rows of a table of facts, by the names of its columns. */
export function facts(id: string): readonly ReadonlyMap<string, string>[] {
  const text = readFileSync(join(root, 'tests/fixtures/facts', `${id}.tsv`), 'utf8');
  const [head = '', ...rows] = text.trimEnd().split('\n');
  const columns = head.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    return new Map(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

/** A text of the content, and where it is. */
export interface Placed {
  readonly where: string;
  readonly text: string;
}

/** Lists of texts of one language: one for each list of causes, fixes, notes and points. */
export function listsIn(locale: Locale): readonly { readonly where: string; readonly list: readonly string[] }[] {
  return [
    ...atlas.catalogs.flatMap(({ id, notes, handling, entries }) => [
      { where: `${id} notes`, list: notes[locale] },
      { where: `${id} handling`, list: handling.text[locale].points },
      ...entries.flatMap(({ code, meanings }) =>
        meanings.flatMap(({ slug, text }) => [
          { where: `${id} ${code} ${slug} causes`, list: text[locale].causes },
          { where: `${id} ${code} ${slug} fixes`, list: text[locale].fixes },
        ]),
      ),
    ]),
    ...atlas.problems.flatMap(({ id, text }) => [
      { where: `problem ${id} causes`, list: text[locale].causes },
      { where: `problem ${id} fixes`, list: text[locale].fixes },
    ]),
  ];
}

/** Every text of one language that was written for the atlas: official titles are not. */
export function textsIn(locale: Locale): readonly Placed[] {
  const said = (where: string, ...texts: readonly (string | undefined)[]): readonly Placed[] =>
    texts.flatMap((text) => (text === undefined ? [] : [{ where, text }]));
  return [
    ...listsIn(locale).flatMap(({ where, list }) => said(where, ...list)),
    ...atlas.catalogs.flatMap((catalog) => [
      ...said(catalog.id, catalog.name[locale], catalog.provider.name[locale], catalog.surface[locale]),
      ...said(catalog.id, catalog.summary[locale], catalog.handling.text[locale].intro),
      ...catalog.groups.flatMap(({ id, title }) => said(`${catalog.id} group ${id}`, title[locale])),
      ...catalog.envelopes.flatMap(({ id, title, note }) =>
        said(`${catalog.id} envelope ${id}`, title[locale], note[locale]),
      ),
      ...catalog.limits.flatMap(({ id, caption, rowHeading, note, columns, rows }) =>
        said(
          `${catalog.id} limit ${id}`,
          ...[caption, rowHeading, note, ...columns, ...rows.map(({ label }) => label)].map((text) => text[locale]),
        ),
      ),
      ...catalog.entries.flatMap(({ code, meanings }) =>
        meanings
          .filter(({ text }) => text[locale].origin === 'translated')
          .flatMap(({ slug, text }) => said(`${catalog.id} ${code} ${slug}`, text[locale].title)),
      ),
    ]),
    ...atlas.problems.flatMap(({ id, text }) => said(`problem ${id}`, text[locale].title, text[locale].summary)),
  ];
}

export { locales };
