/** Example answers on a page: JSON that contains a code and its message. */

export interface Answer {
  readonly code: string;
  readonly message: string;
  /** Names of the two fields. */
  readonly keys: { readonly code: string; readonly message: string };
  /** Whether the code is in quotes. */
  readonly quoted: boolean;
  readonly line: number;
}

const codeKeys = ['code', 'ret', 'status', 'errorCode', 'error_code', 'errCode', 'errcode', 'retCode', 'ret_code'];
const messageKeys = ['message', 'msg', 'errorMessage', 'error_message', 'errMsg', 'errmsg', 'retMsg', 'ret_msg'];

/** An example longer than this is not one answer. */
const mostLines = 80;

/**
 * Finds JSON objects that begin on a line of their own, in code blocks or in text copied without
 * its blocks. Skips what is not JSON.
 * @param firstLine line of the file on which the text begins
 */
export function readAnswers(text: string, firstLine: number): readonly Answer[] {
  const lines = text.split('\n');
  const answers: Answer[] = [];
  for (let start = 0; start < lines.length; start++) {
    if (!/^\s*\{/.test(lines[start] ?? '')) continue;
    for (let end = start; end < Math.min(lines.length, start + mostLines); end++) {
      if (!/\}\s*$/.test(lines[end] ?? '')) continue;
      const value = parse(lines.slice(start, end + 1).join('\n'));
      if (value === undefined) continue;
      answers.push(...answersIn(value, firstLine + start));
      start = end;
      break;
    }
  }
  return answers;
}

/** Parses JSON in which a document leaves out what does not matter: `"data": { ... }`. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/\{\s*(?:\.\.\.|…)\s*\}/g, '{}'));
  } catch {
    return undefined;
  }
}

function answersIn(value: unknown, line: number): readonly Answer[] {
  if (typeof value !== 'object' || value === null) return [];
  const fields = new Map<string, unknown>(Object.entries(value));
  const codeKey = codeKeys.find((key) => ['string', 'number'].includes(typeof fields.get(key)));
  const messageKey = messageKeys.find((key) => typeof fields.get(key) === 'string' && fields.get(key) !== '');
  if (codeKey !== undefined && messageKey !== undefined) {
    const keys = { code: codeKey, message: messageKey };
    const code = fields.get(codeKey);
    const message = String(fields.get(messageKey));
    return [{ code: String(code), message, keys, quoted: typeof code === 'string', line }];
  }
  return [...fields.values()].flatMap((inner) => answersIn(inner, line));
}
