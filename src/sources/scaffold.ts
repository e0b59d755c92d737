/** A saved page -> the files of a new catalog. */
import { type Locale, localeInfo } from '../locales.ts';
import type { Answer } from './answers.ts';
import {
  type DraftEntry,
  type DraftMeaning,
  draftFiles,
  type NewCatalog,
  open,
  slugOf,
  undecided,
  unused,
} from './draft.ts';
import type { Page } from './saved-page/page.ts';
import type { PageRow } from './saved-page/types.ts';
import { isKnown } from './wording.ts';

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

/** The files of a catalog in which all that a page tells is filled in. */
export const scaffoldCatalog = (page: Page, { id, locale, today }: ScaffoldOptions): NewCatalog =>
  draftFiles({
    depth: 'full',
    catalog: catalogData(page, id, locale, today),
    entries: entriesOf(page, locale),
    notes: [
      'Made from a saved page. For each meaning decide problem, retry and fixedBy: no page tells them.',
      'Slugs are anchors and stay for ever: mend them before the first publication.',
    ],
  });

function catalogData(page: Page, id: string, locale: Locale, today: string) {
  const { title, url, date } = page.meta;
  const keys = page.answers[0]?.keys;
  return {
    kind: undecided,
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

/** A row is a meaning; headings count where no row has the code, and examples add messages. */
function entriesOf(page: Page, locale: Locale): readonly DraftEntry[] {
  return [...Map.groupBy(page.rows, ({ code }) => code)].map(([code, all]) => {
    const listed = all.filter(({ from }) => from === 'row');
    const rows = withoutTwins(listed.length > 0 ? listed : all);
    const examples = rows.length > 1 ? [] : page.answers.filter((answer) => answer.code === code);
    const slugs = new Set<string>();
    return {
      code,
      symbol: all.find(({ symbol }) => symbol !== undefined)?.symbol,
      group,
      status: 'documented',
      sources: [source],
      meanings: rows.map(({ title, messages }): DraftMeaning => {
        const literals = [...new Set([...messages, ...examples.map(({ message }) => message)])];
        return {
          slug: unused(slugs, slugOf([...literals, title ?? ''])),
          titles: title === undefined ? {} : { [locale]: { title, origin: 'official' } },
          messages: literals.map((text) => ({ text, seen: 'documented' })),
          problem: undecided,
          retry: undecided,
          wait: undefined,
          fixedBy: undecided,
          envelope: undefined,
        };
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
