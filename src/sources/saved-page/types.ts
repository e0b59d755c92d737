/** What is read of a saved page. */

/** Cells hold plain text, with line breaks where the page has them. */
export interface Table {
  /** Empty where the table has no heading. */
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
}

/** What the page says of one code in one place. */
export interface PageRow {
  readonly code: string;
  /** Line of the saved file, from 1. */
  readonly line: number;
  /** `row` of a table or list; `heading` for headings and lines that only repeat what a table says. */
  readonly from: 'row' | 'heading';
  readonly title: string | undefined;
  readonly messages: readonly string[];
  readonly symbol: string | undefined;
  /** The last of a copied list: text of whatever was saved after it may hang on to it. */
  readonly mayRunOn: boolean;
}

/** A row of a table of codes in whose place for the code none can be recognised. */
export interface UnreadRow {
  readonly line: number;
  readonly text: string;
}

/** A heading that names no code, and so what stands below it. */
export interface Section {
  readonly line: number;
  readonly text: string;
}

/** A part of a page, in the order of the page. */
export type Block =
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'heading' | 'text'; readonly text: string; readonly line: number };

/** What a format's reader gives. */
export interface PageParts {
  readonly blocks: readonly Block[];
  /** Where example answers may stand. */
  readonly raw: readonly { readonly text: string; readonly line: number }[];
}

/** What whoever saved the page wrote over it. */
export interface FrontMatter {
  readonly title: string | undefined;
  readonly url: string | undefined;
  /** The day it was saved, as 2025-09-25. */
  readonly date: string | undefined;
}
