/**
 * Reads texts of plain words, code spans and simple links without the Markdown library. Nearly all texts are of this
 * kind, and the library takes some forty times as long for each. A property test ensures that the results are equal.
 */
import type { ProseNode } from './markdown.ts';

/**
 * What GFM may take for markup anywhere in a line: marks, escapes, references, HTML, and addresses that become links
 * by themselves.
 */
const telling = /[\\`*_~<>[\]&@]|:\/\/|[Ww][Ww][Ww]\./;

/** What could begin a block of another kind, or a code span with a longer fence. */
const notPlain = /^(?:[#\-+=|:]|\d{1,9}[.)]|\s)|\s$|\n|\r|``/;

/** A code span, or a link whose text is a code span or plain words and whose target needs no escape. */
const part = /`([^`]+)`|\[(?:`([^`[\]]+)`|([^`[\]]+))\]\(([A-Za-z0-9/:._#%?=-]+)\)/g;

/** @returns the nodes of a text, or undefined if the library has to read it */
export function fastInline(source: string): ProseNode[] | undefined {
  if (notPlain.test(source)) return undefined;
  if (!telling.test(source)) return [{ type: 'text', value: source }];
  const nodes: ProseNode[] = [];
  let end = 0;
  for (const match of source.matchAll(part)) {
    const [whole, code, linkCode, linkText, url = ''] = match;
    if (!pushText(nodes, source.slice(end, match.index))) return undefined;
    const span = code ?? linkCode;
    if (span !== undefined && !plainSpan.test(span)) return undefined;
    if (linkText !== undefined && telling.test(linkText)) return undefined;
    const child: ProseNode =
      span === undefined ? { type: 'text', value: linkText ?? '' } : { type: 'inlineCode', value: span };
    nodes.push(code === undefined ? { type: 'link', title: null, url, children: [child] } : child);
    end = match.index + whole.length;
  }
  return pushText(nodes, source.slice(end)) ? nodes : undefined;
}

/** Code without white space at either end, where Markdown drops a blank from both. */
const plainSpan = /^\S(?:.*\S)?$/;

/** Adds the words between two parts; returns false if only the library can read them. */
function pushText(nodes: ProseNode[], value: string): boolean {
  if (telling.test(value) || value.endsWith('!')) return false;
  if (value !== '') nodes.push({ type: 'text', value });
  return true;
}
