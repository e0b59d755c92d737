/** Lines of a problem's general guidance that an entry says itself, so that its page leaves them out. */
import { defaultLocale } from '../locales.ts';

/** The language of the texts by which codes.yaml names the lines. */
export const namingLocale = defaultLocale;

/** The lists of a problem's texts that hold its general guidance. */
export const guidanceLists = ['causes', 'fixes'] as const;

/** A line of general guidance: the same in every language, since the lists are equally long. */
export interface GuidanceLine {
  readonly list: (typeof guidanceLists)[number];
  readonly index: number;
}

type Lines = { readonly [list in GuidanceLine['list']]?: readonly (string | undefined)[] | undefined };

/** Returns the lines that begin with `start`, in the order of the page. */
export const linesBeginning = (start: string, texts: Lines): GuidanceLine[] =>
  guidanceLists.flatMap((list) =>
    (texts[list] ?? []).flatMap((line, index) => (line?.startsWith(start) ? [{ list, index }] : [])),
  );
