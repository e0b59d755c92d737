/** Checks that Chinese pages contain no English except literals. */

import type { DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { shorten } from '../../src/documents/describe.ts';
import { locales } from '../../src/locales.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { sampled } from '../support/site/sample.ts';
import { attribute, elements, htmlFiles, parsePage, textOf } from '../support/site/site.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** Three or more English words in a row: a phrase, not a name or identifier. */
const phrase = /\b[A-Za-z][a-z]+(?: [a-z]{2,}){2,}\b/;

/** Lengths to which titles are shortened: in full, in most places, and beside the page. */
const titleLengths = [Number.POSITIVE_INFINITY, 100, 48];

/** Texts from the catalogs, which may contain Latin letters; longest first, as one may contain another. */
const literals = getAtlas()
  .catalogs.flatMap(({ entries, sources }) => [
    ...entries.flatMap(({ meanings }) =>
      meanings.flatMap(({ messages, text }) => [
        ...messages.flatMap((m) => [m.text, m.example ?? '']),
        // Official titles contain the provider's English; our own are covered by the check of texts.
        ...locales.flatMap((locale) => titleLengths.map((length) => shorten(text[locale].title, length))),
      ]),
    ),
    ...[...sources.values()].map(({ title }) => title),
  ])
  .sort((a, b) => b.length - a.length);

/** Yields the texts that readers see or hear, without code, literals and parts in another language. */
function* wordsOf(node: Node): Generator<string> {
  if ('tagName' in node) {
    if (['code', 'pre', 'script', 'style', 'template'].includes(node.tagName)) return;
    if (attribute(node, 'translate') === 'no') return;
    const lang = attribute(node, 'lang');
    if (lang !== undefined && !lang.startsWith('zh')) return;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const value = attribute(node, name);
      if (value !== undefined) yield value;
    }
  }
  if (node.nodeName === '#text') yield textOf(node);
  if ('childNodes' in node) for (const child of node.childNodes) yield* wordsOf(child);
}

const files = sampled(htmlFiles());

test.each(locales.filter((locale) => locale !== 'en'))('pages in %s hold no English phrases', (locale) => {
  const found: string[] = [];
  for (const path of files.filter((name) => name.startsWith(`${locale}/`))) {
    const body = [...elements(parsePage(path))].find(({ tagName }) => tagName === 'body');
    if (!body) continue;
    for (const text of wordsOf(body)) {
      // A term that is also given in English, after the Chinese.
      let rest = text.replace(/（[A-Za-z][A-Za-z ,，'-]*）/g, '');
      if (!phrase.test(rest)) continue;
      for (const literal of literals) if (literal !== '') rest = rest.replaceAll(literal, '');
      const match = phrase.exec(rest);
      if (match) found.push(`${path}: ${match[0]} (${rest.trim().slice(0, 80)})`);
    }
  }
  expect(found).toEqual([]);
});
