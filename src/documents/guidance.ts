/** General guidance on the page of an entry: what holds for its problem at any provider. */
import type { Catalog, Entry, Problem } from '../catalog/model.ts';
import { guidanceAnchor, problemPath } from '../catalog/paths.ts';
import { type Prose, prose } from '../catalog/prose/prose.ts';
import type { GuidanceLine } from '../catalog/repeats.ts';
import { ui } from '../i18n/index.ts';
import type { Locale } from '../locales.ts';
import { oncePerLocale, points, section, steps } from './blocks.ts';
import { type Block, blockList, box, heading, kept, link, paragraph, repeated, styled } from './nodes.ts';
import { problemsOf } from './related.ts';

type Terms = Catalog['terms'][Locale];

/** Puts general guidance in the provider's own terms: a page has one word for one thing. */
export const inTermsOf = (text: string, terms: Terms): string =>
  terms.reduce((said, [word, own]) => said.replaceAll(word, own), text);

/** Makes what holds for a problem at any provider, without the lines that the page already has. */
function guidanceBody(problem: Problem, locale: Locale, said: readonly GuidanceLine[], terms: Terms): Block {
  const words = ui[locale].entry;
  const text = problem.text[locale];
  const told = (own: Prose): Prose => (terms.length === 0 ? own : prose(inTermsOf(own.source, terms), { locale }));
  const unsaid = (list: GuidanceLine['list']) =>
    text[list].filter((_, index) => !said.some((line) => line.list === list && line.index === index)).map(told);
  const [causes, fixes] = [unsaid('causes'), unsaid('fixes')];
  return repeated(
    box('div', { className: ['guidance'] }, [
      styled('guidance-note', words.guidanceNote),
      paragraph(told(text.summary)),
      ...(causes.length === 0 ? [] : [heading(3, {}, words.commonCauses), points(causes)]),
      ...(fixes.length === 0 ? [] : [heading(3, {}, words.generalSteps), steps(fixes)]),
    ]),
  );
}

const wholeGuidance = oncePerLocale((problem: Problem, locale: Locale) => kept(guidanceBody(problem, locale, [], [])));

/** Makes the section of a problem on an entry's page; its anchor stays, however much the entry says itself. */
export function guidance({ catalog, meanings }: Entry, problem: Problem, index: number, locale: Locale): Block[] {
  const terms = catalog.terms[locale];
  const said = meanings.filter((meaning) => meaning.problem === problem).flatMap(({ repeats }) => repeats);
  const title = inTermsOf(problem.text[locale].title, terms);
  return [
    section(guidanceAnchor(index), ui[locale].entry.guidanceFor(title), 'repeated'),
    said.length === 0 && terms.length === 0
      ? wholeGuidance(problem, locale)
      : guidanceBody(problem, locale, said, terms),
  ];
}

/**
 * On the page of an entry with several meanings, at least one of them an outline, at most this many problems are
 * explained. If there are more, all are only summarised and linked.
 */
const mostTold = 2;

/** Makes the guidance of an entry with several meanings, at least one of them an outline. */
export function guidanceLinks(entry: Entry, locale: Locale): Block[] {
  const problems = problemsOf(entry);
  if (problems.length <= mostTold) return problems.flatMap((problem, index) => guidance(entry, problem, index, locale));
  const words = ui[locale].entry;
  return [
    section(guidanceAnchor(0), words.guidance),
    styled('guidance-note', words.guidanceNote),
    blockList(
      problems.map(({ id, text }) => [
        paragraph(link(problemPath(locale, id), text[locale].title)),
        paragraph(text[locale].summary),
      ]),
      'problem-list',
      true,
    ),
  ];
}
