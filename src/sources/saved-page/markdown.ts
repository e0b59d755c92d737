/** Markdown, or a page copied as text -> blocks. */

import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse as parseYaml } from 'yaml';
import { htmlTables } from './html.ts';
import type { Block, FrontMatter, PageParts } from './types.ts';

/** Splits off the front matter; the body keeps its line numbers. */
export function splitFrontMatter(saved: string): { readonly meta: FrontMatter; readonly body: string } {
  const found = /^---\n(?=[\w-]+:)([\s\S]*?)\n---[ \t]*(?=\n|$)/.exec(saved);
  if (!found) return { meta: { title: undefined, url: undefined, date: undefined }, body: saved };
  const [whole, yaml = ''] = found;
  return { meta: readMeta(yaml), body: whole.replace(/[^\n]+/g, '') + saved.slice(whole.length) };
}

function readMeta(yaml: string): FrontMatter {
  let data: unknown;
  try {
    data = parseYaml(yaml);
  } catch {
    // Front matter that is not YAML is ignored.
  }
  const fields = new Map<string, unknown>(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  const pick = (names: readonly string[], pattern: RegExp) =>
    names
      .map((name) => fields.get(name))
      .filter((value) => typeof value === 'string')
      .find((value) => pattern.test(value));
  const url = pick(['source', 'url', 'canonical'], /^https?:\/\//);
  return {
    title: pick(['title'], /\S/)?.trim(),
    url: url !== undefined && URL.canParse(url) ? url : undefined,
    date: pick(['created', 'saved', 'date'], /^\d{4}-\d{2}-\d{2}/)?.slice(0, 10),
  };
}

/** Reads Markdown with GitHub's tables, and with HTML tables as GitBook exports them. */
export function readMarkdown(body: string): PageParts {
  const { text, lineOf } = mendTables(body);
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const blocks: Block[] = [];
  let htmlRead = 0;
  const visit = (node: Nodes): void => {
    const line = lineOf(node.position?.start.line ?? 1);
    const offset = node.position?.start.offset ?? 0;
    if (node.type === 'table') {
      const rows = node.children.map((row) => ({
        cells: row.children.map(plain),
        line: lineOf(row.position?.start.line ?? 1),
      }));
      blocks.push({ kind: 'table', table: { header: rows[0]?.cells ?? [], rows: rows.slice(1) } });
    } else if (node.type === 'heading') blocks.push({ kind: 'heading', text: plain(node), line });
    else if (node.type === 'html' && offset >= htmlRead && /<table\b/i.test(node.value)) {
      // A blank line ends an HTML block of Markdown, but not the table.
      const close = /<\/table\s*>/gi;
      close.lastIndex = offset;
      let end = node.position?.end.offset ?? text.length;
      while (close.lastIndex < end && close.exec(text)) end = Math.max(end, close.lastIndex);
      blocks.push(...htmlTables(text.slice(offset, end), line).map((table): Block => ({ kind: 'table', table })));
      htmlRead = end;
    } else if (node.type === 'paragraph') {
      if (offset >= htmlRead) blocks.push({ kind: 'text', text: plain(node), line });
    } else if ('children' in node) for (const child of node.children) visit(child as RootContent);
  };
  visit(tree);
  return { blocks, raw: [{ text: body, line: 1 }] };
}

/** Tags that only format; anything else in angle brackets may be the text itself. */
const formatting = /^<\/?(?:a|b|i|em|strong|mark|span|code|sup|sub|u|s|p|div|font|kbd|small)\b/i;

/** Returns the text of a node as a reader sees it, with its line breaks. */
function plain(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : formatting.test(node.value) ? '' : node.value;
  if (node.type === 'image') return node.alt ?? '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plain).join('') : '';
}

/**
 * Repairs tables in copies of pages: those whose line of dashes lacks columns, which Markdown would not
 * take for tables, and those followed by text without a blank line, which it would take for rows.
 * @returns the repaired text, and the line of the original for each of its lines
 */
function mendTables(body: string): { readonly text: string; lineOf(line: number): number } {
  const lines: string[] = [];
  const origin: number[] = [];
  const given = body.split('\n');
  const isRow = (line: string | undefined) => /^\s*\|/.test(line ?? '');
  given.forEach((line, index) => {
    const before = given[index - 1];
    if (isRow(before) && !isRow(line) && line.trim() !== '') {
      lines.push('');
      origin.push(index + 1);
    }
    const isDelimiter = /^\s*\|(?:\s*:?-+:?\s*\|)*\s*(?::?-+:?\s*)?$/.test(line) && line.includes('-');
    const mend = isDelimiter && isRow(before) && !isRow(given[index - 2]) && columns(line) !== columns(before);
    lines.push(mend ? `|${'---|'.repeat(columns(before))}` : line);
    origin.push(index + 1);
  });
  return { text: lines.join('\n'), lineOf: (line) => origin[line - 1] ?? line };
}

/** Counts the columns of a row, which are separated by pipes that are not escaped. */
const columns = (row = ''): number =>
  row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/).length;
