/** Codes that begin a heading or a line -> rows. */
import { codesIn, isPlainCode, isSymbol, isSymbolBesideCode } from '../codes.ts';
import { firstLine } from '../wording.ts';
import type { Block, PageRow } from './types.ts';

/** Fewer lines than this that begin with a number are prose, not a list. */
const leastLines = 3;

/** `1001 - API key invalid`, `4003 / 4004: unavailable`. */
const titled = /^([A-Z0-9_-]+(?:\s*\/\s*[A-Z0-9_-]+)*)(?:\s+[-–—]\s+|\s*[:：]\s*)(\S.*)$/;
/** `-1121 BAD_SYMBOL`, `1001 Contract does not exist`. */
const spaced = /^(-?\d+)\s+(\S.*)$/;
/** `1001Contract does not exist`; also with a tab or a space, as some browsers copy tables. */
const joined = /^(-?\d{1,9})[\t ]*([\p{L}("'「（].*)$/u;

const row = (code: string, line: number, from: PageRow['from'], text?: string): PageRow => ({
  code,
  line,
  from,
  title: text !== undefined && isSymbol(text) ? undefined : text,
  messages: [],
  symbol: text !== undefined && isSymbol(text) ? text : undefined,
  mayRunOn: false,
});

/**
 * Reads headings that begin with a code. If a heading has only the code, or the code and its symbol,
 * the first line below it is the wording. If it has several codes, it is not the wording of any.
 */
export function readHeadings(blocks: readonly Block[]): readonly PageRow[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'heading') return [];
    const { line } = block;
    const text = block.text.trim();
    const parts = titled.exec(text) ?? (isOwnNumber(text) ? spaced.exec(text) : null);
    const codes = plainCodes(parts?.[1] ?? text);
    if (!codes || (!parts && !codes.every((code) => isOwnNumber(code) || isSymbol(code)))) return [];
    const wording = parts?.[2];
    if (codes.length > 1) return codes.map((code) => row(code, line, 'heading'));
    const next = blocks[index + 1];
    const below = next?.kind === 'text' ? firstLine(next.text) : undefined;
    return codes.map((code) =>
      wording === undefined || isSymbolBesideCode(wording)
        ? { ...row(code, line, 'heading', below), symbol: wording }
        : row(code, line, 'heading', wording),
    );
  });
}

/** Reads lines such as `1001 - API key invalid`: headings that lost their mark when the page was copied. */
export function readTitledLines(blocks: readonly Block[]): readonly PageRow[] {
  const rows = textLines(blocks).flatMap(({ text, line }) => {
    const [, written = '', wording = ''] = titled.exec(text) ?? [];
    const codes = plainCodes(written)?.filter((code) => !isSymbol(code)) ?? [];
    return codes.map((code) => row(code, line, 'heading', codes.length === 1 ? wording : undefined));
  });
  return rows.length >= leastLines ? rows : [];
}

/** Reads lines in which the text directly follows the code, as in a table copied from a page without its cells. */
export function readJoinedLines(blocks: readonly Block[]): readonly PageRow[] {
  const rows = textLines(blocks).flatMap(({ text, line }) => {
    const [, code, wording] = joined.exec(text) ?? [];
    return code === undefined ? [] : [row(code, line, 'row', wording?.trim())];
  });
  if (rows.length < leastLines) return [];
  return rows.map((each, index) => (index === rows.length - 1 ? { ...each, mayRunOn: true } : each));
}

const plainCodes = (text: string): readonly string[] | undefined => {
  const codes = codesIn(text);
  return codes?.every(isPlainCode) ? codes : undefined;
};

/** Whether a heading begins with a number that may be a code: a short one there is a section number. */
const isOwnNumber = (text: string): boolean => /^(?:-\d+|\d{3,})(?!\S)/.test(text);

const textLines = (blocks: readonly Block[]): readonly { text: string; line: number }[] =>
  blocks.flatMap((block) =>
    block.kind === 'text' ? block.text.split('\n').map((text, i) => ({ text: text.trim(), line: block.line + i })) : [],
  );
