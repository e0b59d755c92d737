/** Checks that every fact has its text in every language, and every text its fact. */

import { isSlipOf } from '../../edit-distance.ts';
import type { CatalogFiles } from '../load.ts';
import type { Loose } from '../reading/sound-parts.ts';
import type { YamlFile } from '../reading/yaml.ts';
import type { CatalogTextFile, MeaningData } from '../schema/files.ts';
import { quoted } from '../schema/text.ts';
import type { Depth } from '../schema/vocabulary.ts';
import { type Names, names, type Path, type Report, refer } from './names.ts';

/** Checks one language of a catalog. */
export function checkCatalogTexts(
  { catalog: { usable: catalog, file: catalogFile }, codes: { usable: entries, file: codesFile } }: CatalogFiles,
  texts: YamlFile<CatalogTextFile>,
  report: Report,
): void {
  const [catalogName, codesName] = [catalogFile, codesFile].map((file) => file.replace(/^.*\//, ''));
  const inCatalog = (what: string, values: Iterable<string | undefined> | undefined) =>
    names(what, catalogName ?? catalogFile, values);
  const ids = (list: readonly ({ readonly id?: string | undefined } | undefined)[] | undefined) =>
    list?.map((item) => item?.id);
  const inCodes = (what: string, values: Iterable<string | undefined> | undefined) =>
    names(what, codesName ?? codesFile, values);

  checkKeys(
    inCodes(
      'code',
      entries?.map((entry) => entry?.code),
    ),
    texts,
    ['codes'],
    report,
  );
  const sources = inCatalog('source', catalog?.sources && Object.keys(catalog.sources));
  const seen = new Set<string>();
  for (const entry of entries ?? []) {
    if (entry?.code === undefined || seen.has(entry.code)) continue;
    seen.add(entry.code);
    const slugs = inCodes(
      'meaning',
      entry.meanings?.map((meaning) => meaning?.slug),
    );
    checkKeys(slugs, texts, ['codes', entry.code], report);
    for (const meaning of entry.meanings ?? []) {
      if (meaning?.slug === undefined) continue;
      checkMeaning(entry.code, meaning, texts, sources, report);
      checkDepth(meaning.depth ?? entry.depth ?? 'full', [entry.code, meaning.slug], texts, report);
    }
  }

  checkKeys(inCatalog('group', catalog?.groups), texts, ['catalog', 'groups'], report);
  checkKeys(inCatalog('envelope', ids(catalog?.envelopes)), texts, ['catalog', 'envelopes'], report);
  const limits = inCatalog('limit', ids(catalog?.limits));
  const around = keysAt(texts, ['catalog']);
  if (around && !around.has('limits')) {
    for (const id of limits.known) {
      report(
        texts.at(['catalog'], { key: true }),
        `the limit ${quoted(id)} has no text here, expected one in catalog, under limits`,
      );
    }
  } else checkKeys(limits, texts, ['catalog', 'limits'], report);
  for (const limit of catalog?.limits ?? []) {
    if (limit?.id === undefined) continue;
    const path = ['catalog', 'limits', limit.id];
    checkKeys(inCatalog('column', limit.columns), texts, [...path, 'columns'], report);
    checkKeys(inCatalog('row', ids(limit.rows)), texts, [...path, 'rows'], report);
  }
}

/** Checks the sources of a meaning's wordings, and that what is published about waiting is where codes.yaml says. */
function checkMeaning(
  code: string,
  meaning: Loose<MeaningData>,
  texts: YamlFile<CatalogTextFile>,
  sources: Names,
  report: Report,
): void {
  const path = ['codes', code, meaning.slug ?? ''];
  const text = texts.usable?.codes?.[code]?.[meaning.slug ?? ''];
  if (!text) return;
  const at = (...rest: Path) => texts.at([...path, ...rest]);
  refer(text.source, sources, () => at('source'), report);
  text.former?.forEach((wording, index) => {
    refer(wording?.source, sources, () => at('former', index, 'source'), report);
  });
  const isDescribed = meaning.wait === 'described';
  if (isDescribed && text.wait === undefined && !Object.hasOwn(text, 'wait')) {
    report(at(), 'no wait here though codes.yaml has wait: described, expected what is published about waiting');
  }
  if (!isDescribed && text.wait !== undefined && meaning.retry !== undefined) {
    report(at('wait'), 'wait without wait: described in codes.yaml, expected both or neither');
  }
}

/** Checks that a full entry has causes and fixes of its own, and an outline has none. */
function checkDepth(
  depth: Depth,
  [code, slug]: readonly [code: string, slug: string],
  texts: YamlFile<CatalogTextFile>,
  report: Report,
): void {
  const path = ['codes', code, slug];
  const text = texts.usable?.codes?.[code]?.[slug];
  if (!text) return;
  for (const list of ['causes', 'fixes'] as const) {
    const isThere = Object.hasOwn(text, list);
    if (depth === 'full' && !isThere) {
      report(
        texts.at(path, { key: true }),
        `the meaning ${quoted(slug)} has no ${list}, expected them, or depth: outline in codes.yaml`,
      );
    } else if (depth === 'outline' && isThere) {
      report(
        texts.at([...path, list], { key: true }),
        `${list} with depth: outline in codes.yaml, expected none, or no depth there once all languages have causes and fixes`,
      );
    }
  }
}

/** Reports names that are missing in a map of texts, and keys in it that are not names. */
export function checkKeys(wanted: Names, texts: YamlFile<unknown>, path: Path, report: Report): void {
  const found = keysAt(texts, path);
  if (!found) return;
  const { what, where } = wanted;
  const under = path.length === 0 ? '' : ` under ${path.map(String).join(', ')}`;
  const missing = new Set([...wanted.known].filter((key) => !found.has(key)));
  const strangers = wanted.isComplete ? [...found].filter((key) => !wanted.known.has(key)) : [];
  for (const key of strangers) {
    const meant = meantBy(key, missing, what !== 'code' && strangers.length === 1);
    if (meant !== undefined) missing.delete(meant);
    const expected = meant === undefined ? 'none' : `${quoted(meant)}, which has no text here`;
    report(
      texts.at([...path, key], { key: true }),
      `text for the ${what} ${quoted(key)}, which ${where} does not have, expected ${expected}`,
    );
  }
  for (const key of missing) {
    report(texts.at(path, { key: true }), `the ${what} ${quoted(key)} has no text here, expected one${under}`);
  }
}

/**
 * Finds the name without text that a key was meant to be: one that is a typo away.
 * @param isAlone whether it can only mean the one name that is left, however different the two are
 */
function meantBy(key: string, missing: ReadonlySet<string>, isAlone: boolean): string | undefined {
  const [only] = missing;
  return isAlone && missing.size === 1 ? only : [...missing].find((name) => isSlipOf(key, name));
}

/** Returns the keys of a map of texts; `undefined` if the file has none there, which is already reported. */
function keysAt(texts: YamlFile<unknown>, path: Path): ReadonlySet<string> | undefined {
  let value: unknown = texts.usable;
  for (const key of path) value = isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isMap(value) ? new Set(Object.keys(value)) : undefined;
}

const isMap = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null;
