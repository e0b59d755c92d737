/** Explains what the YAML parser finds wrong to the author of the file. */
import { type Document, isCollection, isMap, isScalar, isSeq, type Node, visit, type YAMLError } from 'yaml';

type ErrorCode = YAMLError['code'];

const wordings: ReadonlyMap<ErrorCode, string> = new Map([
  ['BAD_INDENT', 'this line begins further left or right than those it belongs to, expected it right below them'],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    'a second key in the value of the first, expected one key on a line (a text that holds ": " goes in quotes)',
  ],
  ['MULTILINE_IMPLICIT_KEY', 'a line without a colon among keys, expected "key: value"'],
  ['MISSING_CHAR', 'something is missing before this place, expected a comma, a colon or a closing bracket'],
  ['UNEXPECTED_TOKEN', 'something that does not belong here, expected lines of the same kind as those above'],
  ['MULTIPLE_DOCS', 'a line of three hyphens begins a second document, expected one document in the file'],
  ['RESOURCE_EXHAUSTION', 'lists within lists, too deep to read, expected the few levels that the other files have'],
  ['KEY_OVER_1024_CHARS', 'a key of more than 1024 characters, expected a short one'],
  ['BAD_DIRECTIVE', 'a line that begins with %, expected none'],
  ['BLOCK_IN_FLOW', 'a list or key of a line of its own within brackets, expected items with commas between them'],
]);

/** What is wrong, and where in the text. */
export interface Malformation {
  readonly offset: number;
  readonly message: string;
}

/** Explains one of the parser's errors; what is not closed is reported where it begins. */
export function malformation(error: YAMLError, document: Document, source: string): Malformation {
  const [offset] = error.pos;
  const said = (message: string, at = offset): Malformation => ({ offset: at, message: `malformed YAML: ${message}` });
  const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  if (error.code === 'TAB_AS_INDENT' || (error.code === 'UNEXPECTED_TOKEN' && /^\s*\t/.test(before))) {
    return said('a tab at the beginning of the line, expected blanks', offset - before.length);
  }
  const quote = /^Missing closing (["'])/.exec(error.message)?.[1];
  if (quote !== undefined) {
    return said(
      `a text in quotes begins here and does not end, expected ${quote} after it`,
      startOf(document, offset, isQuoted),
    );
  }
  const bracket = /end with a ([\]}])$/.exec(error.message)?.[1];
  if (bracket !== undefined) {
    return said(
      `a bracket opens here and is not closed, expected ${bracket}`,
      startOf(document, offset, bracket === ']' ? isSeq : isMap),
    );
  }
  if (error.message.startsWith('Implicit map keys need')) {
    return said('a line without a colon among keys, expected "key: value"');
  }
  const first = /^Plain value cannot start with .*(\S)$/.exec(error.message)?.[1];
  if (error.code === 'BAD_SCALAR_START' && first !== undefined) {
    return said(`a text that begins with ${first}, expected it in quotes`);
  }
  const sequence = /^Invalid escape sequence (\S+)/.exec(error.message)?.[1];
  if (error.code === 'BAD_DQ_ESCAPE' && sequence !== undefined) {
    return said(`${sequence} means nothing in double quotes, expected \\${sequence} for what it looks like`);
  }
  return said(
    wordings.get(error.code) ?? 'something that cannot be read, expected lines of the same form as those around it',
  );
}

const isQuoted = (node: Node): boolean =>
  isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');

/** Returns where the innermost quoted text or brackets that extend to `end` begin. */
function startOf(document: Document, end: number, isKind: (node: Node) => boolean): number {
  let start = end;
  const see = (node: Node): void => {
    const [from, to] = node.range ?? [end, end];
    if (isCollection(node) && !node.flow) return;
    if (isKind(node) && from < end && to >= end - 1) start = from;
  };
  visit(document, { Node: (_key, node) => see(node) });
  return start;
}
