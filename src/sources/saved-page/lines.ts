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
/** `1001Contract does not exist`; with a tab or a space too, as some browsers copy tables. */
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
 * Headings that begin with a code. One with nothing but the code, or the code and its symbol, is
 * worded by the first line under it. One that names several codes words none of them.
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

/** Lines as `1001 - API key invalid`: headings that lost their mark when the page was copied. */
export function readTitledLines(blocks: readonly Block[]): readonly PageRow[] {
  const rows = textLines(blocks).flatMap(({ text, line }) => {
    const [, written = '', wording = ''] = titled.exec(text) ?? [];
    const codes = plainCodes(written)?.filter((code) => !isSymbol(code)) ?? [];
    return codes.map((code) => row(code, line, 'heading', codes.length === 1 ? wording : undefined));
  });
  return rows.length >= leastLines ? rows : [];
}

/** Lines in which the text follows the code at once, as a table copied from a page without its cells. */
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

/** Short numbers at the beginning of a heading count sections. */
const isOwnNumber = (text: string): boolean => /^(?:-\d+|\d{3,})(?!\S)/.test(text);

const textLines = (blocks: readonly Block[]): readonly { text: string; line: number }[] =>
  blocks.flatMap((block) =>
    block.kind === 'text' ? block.text.split('\n').map((text, i) => ({ text: text.trim(), line: block.line + i })) : [],
  );
