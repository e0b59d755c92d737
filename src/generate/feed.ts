/** An Atom feed (RFC 4287) of what was published, one for each language. */

import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { type ChangeSet, changeKinds } from '../catalog/changes.ts';
import { absolute, changesPath, entryPath, feedPath } from '../catalog/paths.ts';
import { ui } from '../i18n/ui.ts';
import { type Locale, localeInfo, locales } from '../locales.ts';
import { entryTitle } from '../site/describe.ts';
import type { GeneratedFile, SiteContext } from './file.ts';

/** How many days of changes a feed holds. */
const longest = 20;

export function* feedFiles(context: SiteContext): Iterable<GeneratedFile> {
  for (const locale of locales) yield { path: feedPath(locale), text: feed(locale, context) };
}

function feed(locale: Locale, context: SiteContext): string {
  const page = absolute(context, changesPath(locale));
  const sets = context.changes.slice(0, longest);
  const language = localeInfo[locale].tag;
  const root = element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
    element('id', {}, page),
    element('title', {}, ui[locale].programs.feed),
    element('subtitle', {}, ui[locale].site.tagline),
    // Without a publication there is no time to tell, and a feed must have one.
    element('updated', {}, timeOf(sets[0]?.date ?? '1970-01-01')),
    element('author', {}, [element('name', {}, ui[locale].site.name), element('uri', {}, absolute(context, '/'))]),
    element('link', { rel: 'self', type: 'application/atom+xml', href: absolute(context, feedPath(locale)) }),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: page }),
    ...sets.map((set) => item(set, locale, page, context)),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`;
}

/** The days are dates, not moments; the feed gives their beginning. */
const timeOf = (date: string): string => `${date}T00:00:00Z`;

function item(set: ChangeSet, locale: Locale, page: string, context: SiteContext): Element {
  const words = ui[locale].programs;
  const kinds = changeKinds.filter((kind) => set[kind].length > 0);
  const address = `${page}#${set.date}`;
  const content = kinds.flatMap((kind) => [
    h('h3', words.change[kind].label),
    h(
      'ul',
      set[kind].map((entry) =>
        h(
          'li',
          h(
            'a',
            { href: absolute(context, entryPath(locale, entry.catalog.id, entry.code)) },
            entryTitle(entry, locale),
          ),
        ),
      ),
    ),
  ]);
  const counts = kinds.map((kind) => words.change[kind].count(set[kind].length)).join(' · ');
  return element('entry', {}, [
    element('id', {}, address),
    element('title', {}, `${set.date}${words.colon}${counts}`),
    element('updated', {}, timeOf(set.date)),
    element('link', { rel: 'alternate', type: 'text/html', href: address }),
    element('content', { type: 'html' }, content.map((node) => toHtml(node)).join('')),
  ]);
}

/** An element already written, so that no text can be taken for one. */
interface Element {
  readonly xml: string;
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | Element[] = '',
): Element {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner = typeof content === 'string' ? escaped(content) : content.map(({ xml }) => xml).join('');
  return { xml: `<${name}${written.join('')}${inner === '' ? '/>' : `>${inner}</${name}>`}` };
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => entities.get(character) ?? character);
