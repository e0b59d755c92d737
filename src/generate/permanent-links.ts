/**
 * Generates permanent links: one small page for each entry, and for each address that moved. With JavaScript it goes on
 * to the reader's language before anything is painted; without, it gives the answer itself.
 */

import { htmlEscape as html } from 'escape-goat';
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
import { ui } from '../i18n/index.ts';
import { defaultLocale, localeInfo, locales } from '../locales.ts';
import { languageScript } from '../policy/language-script.ts';
import { permanentStyle } from '../policy/permanent-style.ts';
import { pagePolicy } from '../policy/policy.ts';
import type { EarlierFiles, GeneratedFile, SiteContext } from './generated-file.ts';

/** Maximum size of a page in bytes of UTF-8: it loads in one round trip. */
const budget = 4096;
/** Allowance for each further meaning, whose anchor and link are always included. */
const budgetOfMeaning = 256;

/** Returns the maximum size of an entry's page in bytes. */
export const permanentBudget = ({ meanings }: Entry): number => budget + budgetOfMeaning * (meanings.length - 1);

/** Generates a page at the permanent link of every entry, and at every address that moved to an entry. */
export function* permanentFiles(atlas: Atlas, context: SiteContext, earlier?: EarlierFiles): Iterable<GeneratedFile> {
  const entries = new Map<string, Entry>();
  for (const { id, entries: list } of atlas.catalogs) {
    for (const entry of list) {
      const path = permanentPath(id, entry.code);
      entries.set(path, entry);
      if (!earlier?.has(path, id, entry.code)) yield { path, text: permanentPage(entry, context) };
    }
  }
  for (const { from, to } of atlas.redirects) {
    const entry = entries.get(to);
    if (entry) yield { path: from, text: permanentPage(entry, context) };
  }
}

/** Returns the address of an entry after the locale, as the script needs it. */
const behindLocale = ({ catalog, code }: Entry): string =>
  entryPath(defaultLocale, catalog.id, code).slice(homePath(defaultLocale).length - 1);

/** How much of its entry a page shows. */
interface Extent {
  readonly meanings: number;
  /** The number of messages of each meaning. */
  readonly messages: number;
  /** The lengths that texts are cut to, as a share of the usual ones. */
  readonly lengths: number;
}

/**
 * Yields smaller and smaller extents. Texts vary in length, but the page is limited: messages are dropped first, then
 * further meanings, and at last texts are cut to half their usual length.
 */
function* extents(meanings: number): Iterable<Extent> {
  yield { meanings, messages: 2, lengths: 1 };
  for (let count = meanings; count > 0; count--) yield { meanings: count, messages: 0, lengths: 1 };
  // For texts in which every character is long, such as an ampersand in HTML.
  yield { meanings: 1, messages: 0, lengths: 1 / 2 };
}

function permanentPage(entry: Entry, context: SiteContext): string {
  let page = '';
  for (const extent of extents(entry.meanings.length)) {
    page = render(entry, extent, context);
    if (Buffer.byteLength(page) <= permanentBudget(entry)) break;
  }
  return page;
}

/** The part that is the same on every page; the script and the style are constants that need no escaping in HTML. */
const constantHead = [
  '<meta charset="utf-8">',
  html`<meta http-equiv="content-security-policy" content="${pagePolicy('permanent')}">`,
  '<meta name="color-scheme" content="light dark">',
  `<script>${languageScript}</script>`,
  '<meta name="viewport" content="width=device-width">',
  `<style>${permanentStyle}</style>`,
].join('');

function render(entry: Entry, extent: Extent, context: SiteContext): string {
  const { catalog, code } = entry;
  const meanings = entry.meanings.slice(0, extent.meanings);
  const clip = clipper(extent);
  const name = clip(catalog.name[defaultLocale], 40);
  const body = [
    html`<p><a href="${withBase(context.base, catalogPath(defaultLocale, catalog.id))}">${name}</a></p>`,
    html`<h1><code>${code}</code>`,
    ...(entry.symbol ? [html` <code>${clip(entry.symbol, 40)}</code>`] : []),
    '</h1>',
    ...(entry.status === 'documented' ? [] : [html`<p>${notice(entry, ui[defaultLocale])}</p>`]),
    ...meanings.map((meaning) => section(meaning, extent, context)),
    // If there is no room, at least the anchor that somebody may have linked to, and where it leads.
    ...entry.meanings.slice(extent.meanings).map(({ slug }) => {
      const page = withBase(context.base, entryPath(defaultLocale, catalog.id, code));
      return html` <a id="${slug}" href="${page}#${slug}">${slug}</a>`;
    }),
  ];
  return [
    html`<!doctype html><html lang="${localeInfo[defaultLocale].tag}" data-base="${withBase(context.base, '/')}"`,
    html` data-path="${behindLocale(entry)}"><head>`,
    constantHead,
    ...headOf(entry, meanings, clip, context),
    `</head><body><main>${body.join('')}</main></body></html>`,
  ].join('');
}

function headOf({ catalog, code }: Entry, meanings: readonly Meaning[], clip: Clip, context: SiteContext): string[] {
  const permanent = absolute(context, permanentPath(catalog.id, code));
  const name = `${clip(catalog.name[defaultLocale], 40)} ${code}`;
  const title = clip(`${name}: ${meanings.map(({ text }) => clip(text[defaultLocale].title, 50)).join(' / ')}`, 90);
  const description = clip(
    `${name}: ${locales.flatMap((locale) => meanings.map(({ text }) => clip(text[locale].title, 40))).join(' · ')}`,
    130,
  );
  const alternate = (language: string, href: string) =>
    html`<link rel="alternate" hreflang="${language}" href="${href}">`;
  return [
    html`<title>${title}</title><meta name="description" content="${description}">`,
    // This is the link that people paste into chats.
    html`<meta property="og:title" content="${title}">`,
    html`<meta property="og:image" content="${absolute(context, ogImagePath(defaultLocale, catalog.id))}">`,
    html`<link rel="canonical" href="${permanent}">`,
    ...locales.map((locale) =>
      alternate(localeInfo[locale].tag, absolute(context, entryPath(locale, catalog.id, code))),
    ),
    alternate('x-default', permanent),
    html`<link rel="alternate" type="application/json" href="${withBase(context.base, apiEntryPath(catalog.id, code))}">`,
  ];
}

/** Renders a meaning: its messages, and its titles in every language as links to the page. */
function section({ entry, slug, text, messages }: Meaning, extent: Extent, context: SiteContext): string {
  const clip = clipper(extent);
  const literals = messages.slice(0, extent.messages).map((message) => html`<code>${clip(message.text, 160)}</code>`);
  const anchor = entry.meanings.length > 1 ? `#${slug}` : '';
  const links = locales.map((locale) => {
    const href = `${withBase(context.base, entryPath(locale, entry.catalog.id, entry.code))}${anchor}`;
    const { tag } = localeInfo[locale];
    return html`<li><a href="${href}" lang="${tag}" hreflang="${tag}">${clip(text[locale].title, 60)}</a></li>`;
  });
  return [
    html`<section id="${slug}">`,
    literals.length > 0 ? `<p>${literals.join(' · ')}</p>` : '',
    `<ul>${links.join('')}</ul></section>`,
  ].join('');
}

const notice = ({ status, successor }: Entry, words: (typeof ui)[typeof defaultLocale]): string =>
  [words.status[status].note, ...(successor ? [words.entry.successor(successor.code)] : [])].join(' ');

/** Shortens a text to a number of code points, marked by an ellipsis. */
type Clip = (text: string, length: number) => string;

const clipper =
  ({ lengths }: Extent): Clip =>
  (text, length) => {
    const points = [...text];
    const most = length * lengths;
    return points.length <= most ? text : `${points.slice(0, most - 1).join('')}…`;
  };
