/** The page of a problem, and the list of all problems. */
import type { Atlas, Problem } from '../catalog/model.ts';
import { problemPath, problemsPath } from '../catalog/paths.ts';
import { categories } from '../catalog/schema/vocabulary.ts';
import { ui } from '../i18n/index.ts';
import type { Locale } from '../locales.ts';
import { entryLinks, points, steps, title } from './blocks.ts';
import { type Block, blockList, type Document, heading, link, paragraph, small, styled } from './nodes.ts';
import { meaningWith } from './related.ts';

/** Makes the document of a problem in one language. */
export function problemDocument(problem: Problem, locale: Locale): Document {
  const words = ui[locale].problem;
  const { title: name, summary, causes, fixes } = problem.text[locale];
  const byCatalog = Map.groupBy(new Set(problem.meanings.map(({ entry }) => entry)), ({ catalog }) => catalog);
  return {
    locale,
    path: problemPath(locale, problem.id),
    subject: { kind: 'problem', problem, locale },
    title: name,
    description: summary.plain,
    head: [title(name)],
    body: [
      styled('lead', summary),
      heading(2, { id: 'why' }, words.causes),
      points(causes),
      heading(2, { id: 'fix' }, words.fixes),
      steps(fixes),
      heading(2, { id: 'entries' }, words.entries),
      ...[...byCatalog].flatMap(([catalog, entries]): Block[] => [
        heading(3, {}, catalog.name[locale]),
        entryLinks(entries, locale, { oneCatalog: true, meaningOf: (entry) => meaningWith([problem], entry) }),
      ]),
    ],
    file: `content/problems/text.${locale}.yaml`,
  };
}

/** Makes the document that lists all problems by category. */
export function problemsDocument({ problems }: Pick<Atlas, 'problems'>, locale: Locale): Document {
  const words = ui[locale];
  const byCategory = Map.groupBy(problems, ({ category }) => category);
  return {
    locale,
    path: problemsPath(locale),
    subject: { kind: 'other', locale },
    title: words.problem.heading,
    description: words.problem.intro,
    head: [title(words.problem.heading)],
    body: [
      styled('lead', words.problem.intro),
      ...categories.flatMap((category): Block[] => {
        const members = byCategory.get(category) ?? [];
        return members.length === 0
          ? []
          : [heading(2, { id: category }, words.category[category]), problemList(members, locale)];
      }),
    ],
    file: undefined,
  };
}

const problemList = (problems: readonly Problem[], locale: Locale): Block =>
  blockList(
    problems.map(({ id, text, meanings }) => [
      paragraph(link(problemPath(locale, id), text[locale].title), ...small(ui[locale].problem.count(meanings.length))),
      paragraph(text[locale].summary),
    ]),
    'problem-list',
    true,
  );
