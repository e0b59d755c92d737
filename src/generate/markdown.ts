/** Markdown twins of pages: the same facts and texts at the same address plus `.md`. */
import type { RootContent } from 'mdast';
import type { Atlas, Catalog, Entry, Meaning, Problem } from '../catalog/model.ts';
import { absolute, catalogPath, entryPath, findPath, permanentPath, problemPath, twinPath } from '../catalog/paths.ts';
import { shownTemplate } from '../catalog/wire.ts';
import { catalogTitle, meaningTitles } from '../documents/describe.ts';
import {
  code,
  codeBlock,
  heading,
  type Inline,
  link,
  list,
  paragraph,
  quote,
  serialise,
  table,
} from '../documents/nodes.ts';
import { type Lead, namedOf, pointedTo, problemsOf, sameProblem, sharedProblems } from '../documents/related.ts';
import { formatLimit, formatWait } from '../i18n/format.ts';
import { ui } from '../i18n/index.ts';
import type { Ui } from '../i18n/types.ts';
import { type Locale, localeInfo, locales } from '../locales.ts';
import type { GeneratedFile, SiteContext } from './generated-file.ts';
import { address, entryItem, labelled, sourcesText } from './markdown-lines.ts';
import { onceForPage, type Page } from './once-for-page.ts';

/** Twins of every entry, catalog and problem page, in every language or in some. */
export function* markdownFiles(
  atlas: Atlas,
  context: SiteContext,
  languages: readonly Locale[] = locales,
): Iterable<GeneratedFile> {
  for (const locale of languages) {
    const page: Page = { locale, context };
    for (const catalog of atlas.catalogs) {
      yield { path: twinPath(catalogPath(locale, catalog.id)), text: catalogText(catalog, page) };
      for (const entry of catalog.entries) {
        const { about, further } = entryText(entry, page);
        const text = [about, ...problemsOf(entry).map((problem) => guidanceText(problem, page)), further].join('\n');
        yield { path: twinPath(entryPath(locale, catalog.id, entry.code)), text };
      }
    }
    for (const problem of atlas.problems) {
      yield { path: twinPath(problemPath(locale, problem.id)), text: problemText(problem, page) };
    }
  }
}

/** An entry in two parts: between them stand the texts of its problems, which many entries share. */
interface EntryText {
  readonly about: string;
  readonly further: string;
}

/** The text of an entry without the guidance of its problems; twins and the file of everything hold it. */
export const entryText = onceForPage((entry: Entry, page: Page): EntryText => {
  const { locale, context } = page;
  const { catalog, meanings } = entry;
  const words = ui[locale];
  const several = meanings.length > 1;
  const path = entryPath(locale, catalog.id, entry.code);
  const line = labelled(words);
  const facts = [
    ...(entry.symbol === undefined ? [] : [line(words.entry.symbol, code(entry.symbol))]),
    ...(entry.status === 'documented' ? [] : [line(words.entry.status, statusText(entry, words))]),
    line(words.entry.permalink, address(absolute(context, permanentPath(catalog.id, entry.code)))),
    line(words.programs.page, address(absolute(context, path))),
  ];
  const about = [
    heading(1, `${catalog.name[locale]} `, code(entry.code), `${words.programs.colon}${meaningTitles(entry, locale)}`),
    paragraph(`${catalog.provider.name[locale]} · ${catalog.surface[locale]}`),
    ...(several ? [paragraph(words.entry.meanings(meanings.length))] : []),
    list(facts),
    ...meanings.flatMap((meaning) => meaningTree(meaning, page, several)),
  ];
  const titles = [
    heading(2, words.entry.titles),
    list(
      locales
        .filter((other) => other !== locale)
        .map((other) => [
          link(
            absolute(context, twinPath(entryPath(other, catalog.id, entry.code))),
            `${localeInfo[other].label}${words.programs.colon}${meaningTitles(entry, other)}`,
          ),
        ]),
    ),
  ];
  const further = [
    ...relatedText(entry, page),
    serialise(titles),
    sourcesText(words.entry.sources, entry.sources, page),
  ];
  return { about: serialise(about), further: further.join('\n') };
});

function meaningTree(meaning: Meaning, { locale, context }: Page, several: boolean): RootContent[] {
  const words = ui[locale];
  const { title, origin, causes, fixes } = meaning.text[locale];
  const { problem } = meaning;
  const depth = several ? 3 : 2;
  const line = labelled(words);
  const retry = words.retry[meaning.retry];
  const wait = meaning.wait === undefined ? '' : ` ${formatWait(meaning.wait, locale)}`;
  return [
    ...(several ? [heading(2, title)] : []),
    list([
      ...messageLines(meaning, words),
      line(words.entry.retry, `${retry.label} · ${retry.note}${wait}`),
      line(words.entry.fixedBy, `${words.fixedBy[meaning.fixedBy].label} · ${words.fixedBy[meaning.fixedBy].note}`),
      line(
        words.entry.category,
        `${words.category[problem.category]} · `,
        link(absolute(context, twinPath(problemPath(locale, problem.id))), problem.text[locale].title),
      ),
      line(words.table.title, `${title} · ${words.origin[origin].label}`),
    ]),
    heading(depth, words.entry.why),
    list(causes.map((cause) => [cause])),
    heading(depth, words.entry.fix),
    list(
      fixes.map((fix) => [fix]),
      true,
    ),
    heading(depth, words.entry.wire),
    paragraph(meaning.example.envelope.title[locale]),
    codeBlock(meaning.example.envelope.language, meaning.example.text),
  ];
}

/** A line for each message; one that says there is none. */
const messageLines = ({ messages }: Meaning, words: Ui): Inline[][] =>
  messages.length === 0
    ? [[words.entry.noMessage]]
    : messages.map(({ text, seen }) => labelled(words)(words.entry.message, code(text), ` · ${words.seen[seen]}`));

const guidanceText = onceForPage((problem: Problem, { locale }: Page): string => {
  const words = ui[locale].entry;
  const { title, summary, causes, fixes } = problem.text[locale];
  return serialise([
    heading(2, words.guidanceFor(title)),
    quote(paragraph(words.guidanceNote)),
    paragraph(summary),
    heading(3, words.commonCauses),
    list(causes.map((cause) => [cause])),
    heading(3, words.generalSteps),
    list(
      fixes.map((fix) => [fix]),
      true,
    ),
  ]);
});

/** Blocks of text: related codes under their headings. */
function relatedText(entry: Entry, page: Page): string[] {
  const { locale, context } = page;
  const words = ui[locale].entry;
  const part = (title: string, entries: readonly Entry[], more?: readonly Lead[]): string[] => {
    if (entries.length === 0) return [];
    const named = more === undefined ? entries : namedOf(entries);
    const items = named.map((other) => entryItem(other, page));
    if (more && entries.length > named.length) {
      const rest = words.more(entries.length - named.length);
      const several = more.length > 1;
      const leads = more.flatMap(({ path, title }, index): Inline[] => [
        ...(index > 0 ? [' · '] : []),
        link(absolute(context, path), several ? title : rest),
      ]);
      items.push(serialise([list([[...(several ? [`${rest}${ui[locale].programs.colon}`] : []), ...leads]])]));
    }
    return [serialise([heading(3, title)]), items.join('')];
  };
  const problems = sharedProblems(entry).map(
    ({ id, text }): Lead => ({ path: twinPath(problemPath(locale, id)), title: text[locale].title }),
  );
  const parts = [
    ...part(words.relatedCodes, pointedTo(entry)),
    ...part(words.sameProblem, sameProblem(entry), problems),
    ...part(words.sameCode, entry.sameCode, [{ path: findPath(locale, entry.code), title: entry.code }]),
  ];
  return parts.length === 0 ? [] : [serialise([heading(2, words.related)]), ...parts];
}

/** The text of a catalog; twins and the file of everything hold it. */
export const catalogText = onceForPage((catalog: Catalog, page: Page): string => {
  const { locale, context } = page;
  const { catalog: words, table: columns, retry, fixedBy, entry: labels, programs } = ui[locale];
  const { intro, points } = catalog.handling.text[locale];
  const blocks = [
    heading(1, catalogTitle(catalog, locale)),
    paragraph(catalog.summary[locale]),
    list([
      labelled(ui[locale])(words.homepage, address(catalog.provider.homepage)),
      labelled(ui[locale])(programs.page, address(absolute(context, catalogPath(locale, catalog.id)))),
    ]),
    heading(2, words.codes),
    ...catalog.groups.flatMap(({ title, entries }): RootContent[] =>
      entries.length === 0
        ? []
        : [
            heading(3, title[locale]),
            table([
              [[columns.code], [columns.title], [columns.message], [columns.retry], [columns.fixedBy]],
              ...entries.flatMap((entry) =>
                entry.meanings.map((meaning): Inline[][] => [
                  [
                    link(absolute(context, twinPath(entryPath(locale, catalog.id, entry.code))), code(entry.code)),
                    ...(entry.status === 'documented' ? [] : [` · ${ui[locale].status[entry.status].label}`]),
                  ],
                  [meaning.text[locale].title],
                  // As text: a code span in a table cannot hold every sequence of backslash and bar.
                  [meaning.messages[0]?.text ?? labels.noMessage],
                  [retry[meaning.retry].label],
                  [fixedBy[meaning.fixedBy].label],
                ]),
              ),
            ]),
          ],
    ),
    heading(2, words.wire),
    ...catalog.envelopes.flatMap(({ title, note, language, template }): RootContent[] => [
      heading(3, title[locale]),
      codeBlock(language, shownTemplate(template)),
      ...(note[locale] === undefined ? [] : [paragraph(note[locale])]),
    ]),
    heading(2, words.handling),
    paragraph(intro),
    list(points.map((point) => [point])),
    ...catalog.handling.samples.map((sample) => codeBlock(sample.language, sample.code)),
    ...(catalog.limits.length === 0 ? [] : [heading(2, words.limits)]),
    ...catalog.limits.flatMap(({ caption, rowHeading, columns: heads, rows, note }): RootContent[] => [
      heading(3, caption[locale]),
      table([
        [[rowHeading[locale]], ...heads.map((head) => [head[locale]])],
        ...rows.map(({ label, values }) => [[label[locale]], ...values.map((value) => [formatLimit(value, locale)])]),
      ]),
      ...(note[locale] === undefined ? [] : [paragraph(note[locale])]),
    ]),
    ...(catalog.notes[locale].length === 0
      ? []
      : [heading(2, words.notes), list(catalog.notes[locale].map((note) => [note]))]),
  ];
  return [serialise(blocks), sourcesText(words.sources, [...catalog.sources.values()], page)].join('\n');
});

/** The text of a problem; twins and the file of everything hold it. */
export const problemText = onceForPage((problem: Problem, page: Page): string => {
  const { locale, context } = page;
  const words = ui[locale];
  const { title, summary, causes, fixes } = problem.text[locale];
  const line = labelled(words);
  const blocks = [
    heading(1, title),
    paragraph(summary),
    list([
      line(words.entry.category, words.category[problem.category]),
      line(words.programs.page, address(absolute(context, problemPath(locale, problem.id)))),
    ]),
    heading(2, words.problem.causes),
    list(causes.map((cause) => [cause])),
    heading(2, words.problem.fixes),
    list(
      fixes.map((fix) => [fix]),
      true,
    ),
  ];
  const entries = [...new Set(problem.meanings.map(({ entry }) => entry))].map((entry) => entryItem(entry, page));
  const parts = entries.length === 0 ? [] : [serialise([heading(2, words.problem.entries)]), entries.join('')];
  return [serialise(blocks), ...parts].join('\n');
});

function statusText({ status, successor }: Entry, words: Ui): string {
  const { label, note } = words.status[status];
  return [`${label} · ${note}`, ...(successor ? [words.entry.successor(successor.code)] : [])].join(' ');
}
