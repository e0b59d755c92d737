/**
 * A provider's error page as somebody saved it -> the codes it documents and what it calls them.
 * The forms that are read: tables of GitHub-flavoured Markdown, HTML tables, headings and lines
 * that begin with a code, and lists copied from a browser in which code and text run together.
 */
import { type Answer, readAnswers } from '../answers.ts';
import { readHtml } from './html.ts';
import { readHeadings, readJoinedLines, readTitledLines } from './lines.ts';
import { readMarkdown, splitFrontMatter } from './markdown.ts';
import { readTable } from './table.ts';
import type { FrontMatter, PageRow, UnreadRow } from './types.ts';

export interface Page {
  readonly meta: FrontMatter;
  readonly rows: readonly PageRow[];
  readonly unread: readonly UnreadRow[];
  /** Example answers, of codes that the page documents. */
  readonly answers: readonly Answer[];
}

/**
 * Reads a saved page. Never throws for what the page holds; a page of a form that is not known
 * has no rows.
 */
export function readPage(saved: string): Page {
  const { meta, body } = splitFrontMatter(saved.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const isHtml = /^\s*(?:<!doctype\s+html|<html)\b/i.test(body);
  const { blocks, raw } = isHtml ? readHtml(body) : readMarkdown(body);
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [readTable(block.table)] : []));
  const structured = [...tables.flatMap(({ rows }) => rows), ...readHeadings(blocks), ...readTitledLines(blocks)];
  const joined = readJoinedLines(blocks);
  // A copied list stands alone: what follows it is another document, saved into the same file.
  const useJoined = countCodes(joined) > countCodes(structured);
  const rows = (useJoined ? joined : structured).toSorted((a, b) => a.line - b.line);
  const codes = new Set(rows.map(({ code }) => code));
  const lastLine = useJoined ? (rows.at(-1)?.line ?? 0) : Number.POSITIVE_INFINITY;
  const answers = raw.flatMap(({ text, line }) => readAnswers(text, line));
  return {
    meta: {
      ...meta,
      title: meta.title ?? blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))[0],
    },
    rows,
    unread: useJoined ? [] : tables.flatMap(({ unread }) => unread),
    answers: answers.filter(({ code, line }) => codes.has(code) && line <= lastLine),
  };
}

/** How many codes rows document; what counts is codes, since one may have several rows. */
export const countCodes = (rows: readonly PageRow[]): number => new Set(rows.map(({ code }) => code)).size;
