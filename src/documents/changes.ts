/** The page that lists what was published when. */
import { changesPath, feedPath } from '../catalog/paths.ts';
import { type ChangeSet, changeKinds } from '../catalog/published/changes.ts';
import { formatDate } from '../i18n/format.ts';
import { ui } from '../i18n/index.ts';
import type { Locale } from '../locales.ts';
import { entryLinks, title } from './blocks.ts';
import { type Block, box, type Document, heading, link, paragraph, small, styled } from './nodes.ts';

/** Longer lists of entries are folded. */
const mostOpen = 40;

/**
 * Makes the document of the change list in one language.
 * @param changes newest first
 */
export function changesDocument(changes: readonly ChangeSet[], locale: Locale): Document {
  const words = ui[locale].changes;
  return {
    locale,
    path: changesPath(locale),
    subject: { kind: 'other', locale },
    title: words.title,
    description: words.lead,
    head: [title(words.title)],
    body: [
      styled('lead', words.lead, ' ', link(feedPath(locale), words.feed)),
      ...(changes.length === 0 ? [paragraph(words.none)] : []),
      ...changes.flatMap((set) => [
        heading(2, { id: set.date }, formatDate(set.date, locale)),
        ...changesOf(set, locale),
      ]),
    ],
    file: undefined,
  };
}

const changesOf = (set: ChangeSet, locale: Locale): Block[] =>
  changeKinds
    .filter((kind) => set[kind].length > 0)
    .map((kind) => {
      const { label } = ui[locale].programs.change[kind];
      const summary = paragraph(label, ...small(String(set[kind].length)));
      return box('details', { className: ['change'], open: set[kind].length <= mostOpen }, [
        { ...summary, data: { hName: 'summary' } },
        entryLinks(set[kind], locale),
      ]);
    });
