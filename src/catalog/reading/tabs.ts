/** Finds tabs where YAML allows only spaces: one makes the parser misread every line below it. */
import { parseDocument, visit } from 'yaml';
import type { Malformation } from './syntax-messages.ts';

/** A tab before what may be a key or a list item; group 1 is what precedes the tab. */
const tabbed = /^( *(?:- *)*)\t[ \t]*(?:-(?:[ \t]|$)|[^\s#].*:(?:[ \t]|$))/;

/**
 * Finds the first tab that breaks a file that the parser has complained about.
 * @returns undefined if no tab is to blame: within texts of several lines they do no harm
 */
export function spoilingTab(source: string): Malformation | undefined {
  const lines = source.split('\n');
  let start = 0;
  for (const [index, line] of lines.entries()) {
    const before = tabbed.exec(line)?.[1];
    const end = start + line.length;
    if (before !== undefined && complaints(source.slice(0, end)) > complaints(source.slice(0, start))) {
      const more = lines.slice(index + 1).filter((below) => tabbed.test(below)).length;
      return { offset: start + before.length, message: `malformed YAML: ${wording(before)}${others(more)}` };
    }
    start = end + 1;
  }
  return undefined;
}

const wording = (before: string): string =>
  before.includes('-')
    ? 'a tab after the hyphen, expected a blank'
    : 'a tab at the beginning of the line, expected blanks, as many as the lines beside it begin with';

const others = (count: number): string => {
  if (count === 0) return '';
  return count === 1 ? '; 1 more line has one' : `; ${count} more lines have one`;
};

/** Counts what is wrong with a file that ends here: the parser's errors, and blocks that became keys. */
function complaints(source: string): number {
  const document = parseDocument(source, { prettyErrors: false });
  let count = document.errors.length;
  visit(document, {
    Pair: (_key, { key }) => {
      if (typeof key === 'object' && key !== null && 'items' in key) count++;
    },
  });
  return count;
}
