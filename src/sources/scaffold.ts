/**
 * A saved page -> the files of a new catalog. What the page tells is filled in. What a person
 * must write is left as empty text, what a person must decide as `undecided`. The checks refuse
 * both: `npm run sources -- new` lists these places, every later check names them again, and
 * nothing unfinished can be published.
 */
import { stringify } from 'yaml';
import { isSectionAnchor } from '../catalog/checks/content.ts';
import { textFileName } from '../catalog/schema/files.ts';
import { type Locale, localeInfo, locales } from '../locales.ts';
import type { Answer } from './answers.ts';
import type { Page } from './saved-page/page.ts';
import type { PageRow } from './saved-page/types.ts';
import { isKnown } from './wording.ts';

/** To be written by a person. */
const open = '';
/** To be chosen by a person: no problem has this id, and no list of words holds it. */
const undecided = 'undecided';
const source = 'docs';
const group = 'errors';
const envelope = 'http';

export interface ScaffoldOptions {
  /** Folder name of the catalog. */
  readonly id: string;
  /** The page's language. */
  readonly locale: Locale;
  /** The day the page was read, where its front matter does not tell. */
  readonly today: string;
}

interface NewMeaning {
  readonly slug: string;
  readonly title: string | undefined;
  readonly messages: readonly string[];
}

interface NewEntry {
  readonly code: string;
  readonly symbol: string | undefined;
  readonly meanings: readonly NewMeaning[];
}

/** The catalog's files, their names within the folder, and what no finding will ask for. */
export interface Scaffold {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Meanings whose slugs name nothing, as `1003 meaning`. */
  readonly unnamed: readonly string[];
}

export function scaffoldCatalog(page: Page, { id, locale, today }: ScaffoldOptions): Scaffold {
  const entries = entriesOf(page);
  const file = (name: string, schema: string, data: unknown, notes: readonly string[] = []) => ({
    name,
    text: [
      `# yaml-language-server: $schema=../../../schema/${schema}.schema.json`,
      ...notes.map((note) => `# ${note}`),
      stringify(data, { lineWidth: 0 }),
    ].join('\n'),
  });
  const files = [
    file('catalog.yaml', 'catalog', catalogData(page, id, locale, today)),
    file('codes.yaml', 'codes', codesData(entries), [
      'Made from a saved page. For each meaning decide problem, retry and fixedBy: no page tells them.',
      'Slugs are anchors and stay for ever: mend them before the first publication.',
    ]),
    ...locales.map((each) => file(textFileName(each), 'catalog-texts', textData(entries, each === locale))),
  ];
  const unnamed = entries.flatMap(({ code, meanings }) =>
    meanings.filter(({ slug }) => slug.startsWith(unnamedSlug)).map(({ slug }) => `${code} ${slug}`),
  );
  return { files, unnamed };
}

function catalogData(page: Page, id: string, locale: Locale, today: string): unknown {
  const { title, url, date } = page.meta;
  const keys = page.answers[0]?.keys;
  return {
    provider: { id, homepage: url === undefined ? open : `${new URL(url).origin}/` },
    aliases: [id],
    sources: {
      [source]: { title: title ?? open, url: url ?? open, language: localeInfo[locale].tag, read: date ?? today },
    },
    envelopes: [{ id: envelope, kind: 'http', language: 'json', ...(keys ? seenEnvelope(keys) : { template: open }) }],
    defaultEnvelope: envelope,
    clues: [],
    groups: [group],
    limits: [],
    handling: [],
  };
}

const seenEnvelope = ({ code, message }: Answer['keys']) => ({
  template: `{${JSON.stringify(code)}: {{code:json}}, ${JSON.stringify(message)}: {{message:json}}}\n`,
  match: { json: { keys: [code, message], code, message } },
});

const codesData = (entries: readonly NewEntry[]): unknown =>
  entries.map(({ code, symbol, meanings }) => ({
    code,
    ...(symbol === undefined ? {} : { symbol }),
    group,
    status: 'documented',
    sources: [source],
    meanings: meanings.map(({ slug, messages }) => ({
      slug,
      problem: undecided,
      retry: undecided,
      fixedBy: undecided,
      messages: messages.map((text) => ({ text, seen: 'documented' })),
    })),
  }));

function textData(entries: readonly NewEntry[], isPageLanguage: boolean): unknown {
  const text = ({ title }: NewMeaning) => ({
    ...(isPageLanguage && title !== undefined ? { title, origin: 'official' } : { title: open, origin: 'translated' }),
    causes: [open],
    fixes: [open],
  });
  return {
    catalog: {
      name: open,
      provider: open,
      surface: open,
      summary: open,
      groups: { [group]: open },
      envelopes: { [envelope]: { title: open } },
      handling: { intro: open, points: [open] },
    },
    // Maps keep the order of the page, which plain objects do not for numbers.
    codes: new Map(
      entries.map(({ code, meanings }) => [code, new Map(meanings.map((meaning) => [meaning.slug, text(meaning)]))]),
    ),
  };
}

/** A row is a meaning; headings count where no row has the code, and examples add messages. */
function entriesOf(page: Page): readonly NewEntry[] {
  return [...Map.groupBy(page.rows, ({ code }) => code)].map(([code, all]) => {
    const listed = all.filter(({ from }) => from === 'row');
    const rows = withoutTwins(listed.length > 0 ? listed : all);
    const examples = rows.length > 1 ? [] : page.answers.filter((answer) => answer.code === code);
    const slugs = new Set<string>();
    return {
      code,
      symbol: all.find(({ symbol }) => symbol !== undefined)?.symbol,
      meanings: rows.map(({ title, messages }) => {
        const literals = [...new Set([...messages, ...examples.map(({ message }) => message)])];
        const slug = unused(slugs, slugOf([...literals, title ?? '']));
        return { slug, title, messages: literals };
      }),
    };
  });
}

/** Rows that say the same of a code in two places are one meaning. */
function withoutTwins(rows: readonly PageRow[]): readonly PageRow[] {
  const kept: PageRow[] = [];
  for (const row of rows) {
    const said = [row.title, ...row.messages].filter((text) => text !== undefined);
    const twin = kept.some(({ title, messages }) => said.every((text) => isKnown(text, [title ?? '', ...messages])));
    if (!twin) kept.push(row);
  }
  return kept;
}

/** The slug of a meaning that no wording in Latin letters names; with a number where a code has several. */
const unnamedSlug = 'meaning';

/** A slug from the first wording in Latin letters. */
function slugOf(wordings: readonly string[]): string {
  for (const wording of wordings) {
    const words = wording
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^[^a-z]+|-$/g, '');
    if (/^[a-z][a-z0-9]+(?:-[a-z0-9]+)*$/.test(words) && !isSectionAnchor(words))
      return words.length > 40 ? words.slice(0, 41).replace(/-[^-]*$/, '') : words;
  }
  return unnamedSlug;
}

function unused(taken: Set<string>, slug: string): string {
  let free = slug.slice(0, 50);
  for (let number = 2; taken.has(free); number++) free = `${slug.slice(0, 50)}-${number}`;
  taken.add(free);
  return free;
}

/** Characters that only one of the two scripts has, frequent on such pages. */
const simplified = /[误码无数请权户务网络时间单务级处账议订连应类询过则]/gu;
const traditional = /[誤碼無數請權戶務網絡時間單級處賬議訂連應類詢過則]/gu;

/** The language that a page words its codes in. */
export function localeOf(page: Page): Locale {
  const text = page.rows.map(({ title, messages }) => title ?? messages.join(' ')).join('\n');
  if (!/\p{Script=Han}/u.test(text)) return 'en';
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(traditional) > count(simplified) ? 'zh-tw' : 'zh-cn';
}
