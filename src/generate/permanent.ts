/**
 * Permanent links: one small page for each entry, and for each address that moved. With JavaScript
 * it goes on to the reader's language before anything is painted; without, it answers by itself.
 */

import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Atlas, Entry, Meaning } from '../catalog/model.ts';
import {
  absolute,
  apiEntryPath,
  catalogPath,
  entryPath,
  homePath,
  ogImagePath,
  permanentPath,
  withBase,
} from '../catalog/paths.ts';
import { ui } from '../i18n/ui.ts';
import { defaultLocale, localeInfo, locales } from '../locales.ts';
import { pagePolicy } from '../site/policy.ts';
import type { GeneratedFile, SiteContext } from './file.ts';
import { languageScript } from './language.ts';
import { permanentStyle } from './permanent-style.ts';

/** What a page may weigh in bytes of UTF-8: it comes in one round trip. */
export const permanentBudget = 4096;

/** A page at the permanent link of every entry, and one at every address that moved to an entry. */
export function* permanentFiles(atlas: Atlas, context: SiteContext): Iterable<GeneratedFile> {
  const entries = new Map<string, Entry>();
  for (const { id, entries: list } of atlas.catalogs) {
    for (const entry of list) {
      const path = permanentPath(id, entry.code);
      entries.set(path, entry);
      yield { path, text: permanentPage(entry, context) };
    }
  }
  for (const { from, to } of atlas.redirects) {
    const entry = entries.get(to);
    if (entry) yield { path: from, text: permanentPage(entry, context) };
  }
}

/** The address of an entry behind the locale, as the script needs it. */
const behindLocale = ({ catalog, code }: Entry): string =>
  entryPath(defaultLocale, catalog.id, code).slice(homePath(defaultLocale).length - 1);

function permanentPage(entry: Entry, context: SiteContext): string {
  const { meanings } = entry;
  // Texts are as long as their authors like, the page is not: messages go first, then further meanings.
  const full = render(entry, meanings, 2, context);
  if (fits(full)) return full;
  for (let count = meanings.length; count > 1; count--) {
    const page = render(entry, meanings.slice(0, count), 0, context);
    if (fits(page)) return page;
  }
  return render(entry, meanings.slice(0, 1), 0, context);
}

const policy = h('meta', { httpEquiv: 'content-security-policy', content: pagePolicy('permanent') });

const fits = (page: string): boolean => Buffer.byteLength(page) <= permanentBudget;

function render(entry: Entry, meanings: readonly Meaning[], messages: number, context: SiteContext): string {
  const { catalog, code } = entry;
  const words = ui[defaultLocale];
  const permanent = absolute(context, permanentPath(catalog.id, code));
  const pageOf = (locale: (typeof locales)[number]): string => entryPath(locale, catalog.id, code);
  const name = `${clip(catalog.name[defaultLocale], 40)} ${code}`;
  const titles = meanings.map(({ text }) => clip(text[defaultLocale].title, 50)).join(' / ');
  const description = clip(
    `${name}: ${locales.flatMap((locale) => meanings.map(({ text }) => clip(text[locale].title, 40))).join(' · ')}`,
    130,
  );
  const tree = h(null, [
    { type: 'doctype' as const },
    h(
      'html',
      { lang: localeInfo[defaultLocale].tag, dataBase: withBase(context.base, '/'), dataPath: behindLocale(entry) },
      [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          policy,
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('script', languageScript),
          h('meta', { name: 'viewport', content: 'width=device-width' }),
          h('title', clip(`${name}: ${titles}`, 90)),
          h('meta', { name: 'description', content: description }),
          // This is the link that people paste into chats.
          h('meta', { property: 'og:title', content: clip(`${name}: ${titles}`, 90) }),
          h('meta', { property: 'og:image', content: absolute(context, ogImagePath(defaultLocale, catalog.id)) }),
          h('link', { rel: 'canonical', href: permanent }),
          ...locales.map((locale) =>
            h('link', { rel: 'alternate', hrefLang: localeInfo[locale].tag, href: absolute(context, pageOf(locale)) }),
          ),
          h('link', { rel: 'alternate', hrefLang: 'x-default', href: permanent }),
          h('link', {
            rel: 'alternate',
            type: 'application/json',
            href: withBase(context.base, apiEntryPath(catalog.id, code)),
          }),
          h('style', permanentStyle),
        ]),
        h('body', [
          h('main', [
            h('p', [
              h(
                'a',
                { href: withBase(context.base, catalogPath(defaultLocale, catalog.id)) },
                clip(catalog.name[defaultLocale], 40),
              ),
            ]),
            h('h1', [h('code', code), ...(entry.symbol ? [' ', h('code', clip(entry.symbol, 40))] : [])]),
            ...(entry.status === 'documented' ? [] : [h('p', notice(entry, words))]),
            ...meanings.map((meaning) => {
              const shown = meaning.messages.slice(0, messages);
              return h('section', { id: meaning.slug }, [
                ...(shown.length > 0
                  ? [
                      h(
                        'p',
                        shown.flatMap(({ text }, index) => [index > 0 ? ' · ' : '', h('code', clip(text, 160))]),
                      ),
                    ]
                  : []),
                h(
                  'ul',
                  locales.map((locale) =>
                    h('li', [
                      h(
                        'a',
                        {
                          href: `${withBase(context.base, pageOf(locale))}${entry.meanings.length > 1 ? `#${meaning.slug}` : ''}`,
                          lang: localeInfo[locale].tag,
                          hrefLang: localeInfo[locale].tag,
                        },
                        clip(meaning.text[locale].title, 60),
                      ),
                    ]),
                  ),
                ),
              ]);
            }),
          ]),
        ]),
      ],
    ),
  ]);
  return toHtml(tree);
}

const notice = ({ status, successor }: Entry, words: (typeof ui)[typeof defaultLocale]): string =>
  [words.status[status].note, ...(successor ? [words.entry.successor(successor.code)] : [])].join(' ');

/** Shortens to a number of code points; an ellipsis says so. */
function clip(text: string, length: number): string {
  const points = [...text];
  return points.length <= length ? text : `${points.slice(0, length - 1).join('')}…`;
}
