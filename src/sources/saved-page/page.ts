/**
 * A saved copy of a provider's error page -> the codes it documents and what it calls them.
 * Reads tables of GitHub-flavoured Markdown, HTML tables, headings and lines that begin with a
 * code, and lists copied from a browser in which code and text run together.
 */
import { type Answer, readAnswers } from '../answers.ts';
import { readHtml } from './html.ts';
import { readHeadings, readJoinedLines, readTitledLines } from './lines.ts';
import { readMarkdown, splitFrontMatter } from './markdown.ts';
import { readTable } from './table.ts';
import type { FrontMatter, PageRow, Section, UnreadRow } from './types.ts';

export interface Page {
  readonly meta: FrontMatter;
  readonly rows: readonly PageRow[];
  readonly unread: readonly UnreadRow[];
  readonly sections: readonly Section[];
  /** Example answers for codes that the page documents. */
  readonly answers: readonly Answer[];
}

/**
 * Reads a saved page. A page in an unknown form has no rows.
 * @throws RangeError for markup that is nested too deeply to be followed
 */
export function readPage(saved: string): Page {
  const { meta, body } = splitFrontMatter(saved.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const isHtml = /^\s*(?:<!doctype\s+html|<html)\b/i.test(body);
  const { blocks, raw } = isHtml ? readHtml(body) : readMarkdown(body);
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [readTable(block.table)] : []));
  const headings = readHeadings(blocks);
  const structured = [...tables.flatMap(({ rows }) => rows), ...headings, ...readTitledLines(blocks)];
  const joined = readJoinedLines(blocks);
  // A copied list is all there is: what follows it is another document, saved into the same file.
  const useJoined = countCodes(joined) > countCodes(structured);
  const rows = inOrder(useJoined ? joined : structured);
  const codes = new Set(rows.map(({ code }) => code));
  const lastLine = useJoined ? Math.max(...rows.map(({ line }) => line)) : Number.POSITIVE_INFINITY;
  const ofCodes = new Set(headings.map(({ line }) => line));
  const sections = blocks.flatMap((block) =>
    block.kind === 'heading' && !ofCodes.has(block.line) ? [{ line: block.line, text: block.text.trim() }] : [],
  );
  const answers = raw.flatMap(({ text, line }) => readAnswers(text, line));
  return {
    meta: {
      ...meta,
      title: meta.title ?? blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))[0],
    },
    rows,
    unread: useJoined ? [] : tables.flatMap(({ unread }) => unread),
    sections,
    answers: answers.filter(({ code, line }) => codes.has(code) && line <= lastLine),
  };
}

/** Puts codes in the order of the table or list that has them; a heading counts only for codes that are in none. */
function inOrder(rows: readonly PageRow[]): readonly PageRow[] {
  const places = new Map<string, number>();
  const listed = rows.filter(({ from }) => from === 'row');
  const known = new Set(listed.map(({ code }) => code));
  for (const { code, line } of [...listed, ...rows.filter((row) => !known.has(row.code))])
    places.set(code, Math.min(places.get(code) ?? line, line));
  const place = ({ code, line }: PageRow): number => places.get(code) ?? line;
  return rows.toSorted((a, b) => place(a) - place(b) || a.line - b.line);
}

/** Counts the codes that rows document, not the rows, since one code may have several. */
export const countCodes = (rows: readonly PageRow[]): number => new Set(rows.map(({ code }) => code)).size;
