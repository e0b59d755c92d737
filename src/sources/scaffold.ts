/** A saved page -> the files of a new catalog. */
import { type Locale, localeInfo } from '../locales.ts';
import type { Answer } from './answers.ts';
import {
  type DraftEntry,
  type DraftMeaning,
  draftFiles,
  idsOf,
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
/** The group of codes if the page's headings do not give one. */
const onlyGroup = 'errors';
const envelope = 'http';

export interface ScaffoldOptions {
  /** Folder name of the catalog. */
  readonly id: string;
  /** The page's language. */
  readonly locale: Locale;
  /** The day the page was read, if its front matter does not say. */
  readonly today: string;
}

/** Makes the files of a catalog, filled in with everything that a page says. */
export function scaffoldCatalog(page: Page, { id, locale, today }: ScaffoldOptions): NewCatalog {
  const groups = groupsOf(page);
  const entries = entriesOf(page, locale, groups);
  return draftFiles({
    depth: 'full',
    catalog: {
      ...catalogData(page, id, locale, today),
      groups: [...new Set(entries.map(({ group }) => group))],
      limits: [],
      handling: [],
    },
    groupNames: { [locale]: new Map([...groups].map(([name, group]) => [group, name])) },
    entries,
    notes: [
      'Made from a saved page. For each meaning decide problem, retry and fixedBy: no page tells them.',
      'Slugs are anchors and stay for ever: fix them before the first publication. An empty one is also empty in the texts.',
    ],
  });
}

/** Returns the heading above a row. */
const sectionOf = ({ sections }: Page, { line }: PageRow): string | undefined =>
  sections.findLast((section) => section.line < line)?.text;

/** Returns ids of groups by the headings above the codes; none if all codes are under one heading. */
function groupsOf(page: Page): ReadonlyMap<string, string> {
  const names = entryRows(page).flatMap(([, [first]]) => (first && sectionOf(page, first)) ?? []);
  return new Set(names).size > 1 ? idsOf(names, 'group') : new Map();
}

function catalogData(page: Page, id: string, locale: Locale, today: string) {
  const { title, url, date } = page.meta;
  const [answer] = page.answers;
  return {
    kind: undecided,
    provider: { id, homepage: url === undefined ? open : `${new URL(url).origin}/` },
    aliases: [id],
    sources: {
      [source]: { title: title ?? open, url: url ?? open, language: localeInfo[locale].tag, read: date ?? today },
    },
    envelopes: [
      { id: envelope, kind: 'http', language: 'json', ...(answer ? seenEnvelope(answer) : { template: open }) },
    ],
    defaultEnvelope: envelope,
    clues: [],
  };
}

/** Makes an envelope, with the code in quotes if the example has it so: as JSON a code of digits is a number. */
const seenEnvelope = ({ keys: { code, message }, quoted }: Answer) => ({
  template: `{${JSON.stringify(code)}: ${quoted ? '"{{code}}"' : '{{code:json}}'}, ${JSON.stringify(message)}: {{message:json}}}\n`,
  match: { json: { keys: [code, message], code, message } },
});

/** Returns codes with their rows; headings count only if no row has the code. */
const entryRows = (page: Page): readonly (readonly [code: string, rows: readonly PageRow[]])[] =>
  [...Map.groupBy(page.rows, ({ code }) => code)].map(([code, all]) => {
    const listed = all.filter(({ from }) => from === 'row');
    return [code, listed.length > 0 ? listed : all];
  });

/** Makes a meaning of each row; examples add messages. */
function entriesOf(page: Page, locale: Locale, groups: ReadonlyMap<string, string>): readonly DraftEntry[] {
  return entryRows(page).map(([code, all]) => {
    const rows = withoutTwins(all);
    const symbol = page.rows.find((row) => row.code === code && row.symbol !== undefined)?.symbol;
    const examples = rows.length > 1 ? [] : page.answers.filter((answer) => answer.code === code);
    const slugs = new Set<string>();
    return {
      code,
      symbol,
      group: groups.get((all[0] && sectionOf(page, all[0])) ?? '') ?? onlyGroup,
      status: 'documented',
      sources: [source],
      meanings: rows.map(({ title, messages }): DraftMeaning => {
        const literals = [...new Set([...messages, ...examples.map(({ message }) => message)])];
        return {
          slug: unused(slugs, slugOf([...literals, title ?? '', symbol ?? ''])),
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

/** Keeps one of the rows that say the same about a code in several places: they are one meaning. */
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

/** Returns the language in which a page words its codes. */
export function localeOf(page: Page): Locale {
  const text = page.rows.map(({ title, messages }) => title ?? messages.join(' ')).join('\n');
  if (!/\p{Script=Han}/u.test(text)) return 'en';
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(traditional) > count(simplified) ? 'zh-tw' : 'zh-cn';
}
