/** What is read from a saved page. */

/** A table. Cells contain plain text, with line breaks where the page has them. */
export interface Table {
  /** Empty if the table has no heading. */
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
}

/** What the page says about one code in one place. */
export interface PageRow {
  readonly code: string;
  /** Line of the saved file, from 1. */
  readonly line: number;
  /** `row` of a table or list; `heading` for headings and lines that only repeat what a table says. */
  readonly from: 'row' | 'heading';
  readonly title: string | undefined;
  readonly messages: readonly string[];
  readonly symbol: string | undefined;
  /** Whether it is the last of a copied list: text of what was saved after it may be attached to it. */
  readonly mayRunOn: boolean;
}

/** A row of a table of codes in which no code can be recognised. */
export interface UnreadRow {
  readonly line: number;
  readonly text: string;
}

/** A heading that does not name a code, and so names what is below it. */
export interface Section {
  readonly line: number;
  readonly text: string;
}

/** A part of a page, in the order of the page. */
export type Block =
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'heading' | 'text'; readonly text: string; readonly line: number };

/** What a format's reader returns. */
export interface PageParts {
  readonly blocks: readonly Block[];
  /** Texts that may contain example answers. */
  readonly raw: readonly { readonly text: string; readonly line: number }[];
}

/** What was written above the page when it was saved. */
export interface FrontMatter {
  readonly title: string | undefined;
  readonly url: string | undefined;
  /** The day it was saved, as 2025-09-25. */
  readonly date: string | undefined;
}
