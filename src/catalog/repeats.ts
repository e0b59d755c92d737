/** Which lines of a problem's general guidance an entry says itself, and its page therefore leaves out. */
import { defaultLocale } from '../locales.ts';

/** The language by whose texts codes.yaml names the lines. */
export const namingLocale = defaultLocale;

/** The lists of a problem's texts that hold its general guidance. */
export const guidanceLists = ['causes', 'fixes'] as const;

/** A line of general guidance: the same in every language, for the lists are of one length. */
export interface GuidanceLine {
  readonly list: (typeof guidanceLists)[number];
  readonly index: number;
}

type Lines = { readonly [list in GuidanceLine['list']]?: readonly (string | undefined)[] | undefined };

/** The lines that begin so, in the order of the page. */
export const linesBeginning = (start: string, texts: Lines): GuidanceLine[] =>
  guidanceLists.flatMap((list) =>
    (texts[list] ?? []).flatMap((line, index) => (line?.startsWith(start) ? [{ list, index }] : [])),
  );
