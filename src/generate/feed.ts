/** Generates an Atom feed (RFC 4287) of what was published, one for each language. */
import { htmlEscape as html } from 'escape-goat';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { absolute, changesPath, entryPath, feedPath } from '../catalog/paths.ts';
import { type ChangeSet, changeKinds } from '../catalog/published/changes.ts';
import { entryTitle } from '../documents/describe.ts';
import { ui } from '../i18n/index.ts';
import { type Locale, localeInfo, locales } from '../locales.ts';
import type { GeneratedFile, SiteContext } from './generated-file.ts';

/** Maximum number of days of changes in a feed. */
const longest = 20;

export function* feedFiles(context: SiteContext): Iterable<GeneratedFile> {
  for (const locale of locales) yield { path: feedPath(locale), text: feed(locale, context) };
}

function feed(locale: Locale, context: SiteContext): string {
  const { programs, site } = ui[locale];
  const page = absolute(context, changesPath(locale));
  const sets = context.changes.slice(0, longest);
  const language = localeInfo[locale].tag;
  const document = x(null, [
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
      x('id', page),
      x('title', programs.feed),
      x('subtitle', site.tagline),
      // Without a publication there is no time to give, but a feed must have one.
      x('updated', timeOf(sets[0]?.date ?? '1970-01-01')),
      x('author', [x('name', site.name), x('uri', absolute(context, '/'))]),
      x('link', { rel: 'self', type: 'application/atom+xml', href: absolute(context, feedPath(locale)) }),
      x('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: page }),
      ...sets.map((set) => item(set, locale, page, context)),
    ]),
  ]);
  // The library leaves `>` as it is, but XML text must not contain these three characters in a row.
  return `${toXml(document).replaceAll(']]>', ']]&gt;')}\n`;
}

/** Returns the beginning of a day: days are dates, not moments. */
const timeOf = (date: string): string => `${date}T00:00:00Z`;

function item(set: ChangeSet, locale: Locale, page: string, context: SiteContext) {
  const words = ui[locale].programs;
  const kinds = changeKinds.filter((kind) => set[kind].length > 0);
  const address = `${page}#${set.date}`;
  const content = kinds.map((kind) => {
    const items = set[kind].map((entry) => {
      const href = absolute(context, entryPath(locale, entry.catalog.id, entry.code));
      return html`<li><a href="${href}">${entryTitle(entry, locale)}</a></li>`;
    });
    return `${html`<h3>${words.change[kind].label}</h3>`}<ul>${items.join('')}</ul>`;
  });
  const counts = kinds.map((kind) => words.change[kind].count(set[kind].length)).join(' · ');
  return x('entry', [
    x('id', address),
    x('title', `${set.date}${words.colon}${counts}`),
    x('updated', timeOf(set.date)),
    x('link', { rel: 'alternate', type: 'text/html', href: address }),
    x('content', { type: 'html' }, content.join('')),
  ]);
}
