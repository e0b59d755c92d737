/** The headings of an entry page, for its table of contents; EntryBody shows the same. */
import type { Entry } from '../catalog/model.ts';
import { hasRelated, problemsOf } from '../documents/related.ts';
import type { Ui } from '../i18n/types.ts';
import type { Locale } from '../locales.ts';

interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

export function entryHeadings(entry: Entry, words: Ui['entry'], locale: Locale): Heading[] {
  const several = entry.meanings.length > 1;
  const own = several
    ? entry.meanings.map(({ slug, text }) => ({ slug, text: text[locale].title }))
    : [
        { slug: 'why', text: words.why },
        { slug: 'fix', text: words.fix },
        { slug: 'wire', text: words.wire },
      ];
  return [
    ...own,
    ...problemsOf(entry).map((problem, index) => ({
      slug: guidanceAnchor(index),
      text: words.guidanceFor(problem.text[locale].title),
    })),
    ...(hasRelated(entry) ? [{ slug: 'related', text: words.related }] : []),
    { slug: 'titles', text: words.titles },
    { slug: 'sources', text: words.sources },
  ].map((heading) => ({ depth: 2, ...heading }));
}

export const guidanceAnchor = (index: number): string => (index === 0 ? 'guidance' : `guidance-${index + 1}`);
