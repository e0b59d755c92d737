/**
 * Decides which numbers in a text are codes. A number is one if words such as "error code" precede it, or if a short
 * query contains little else; dates, times, prices, ports, line numbers and HTTP statuses are not.
 */
import type { NameSpan } from './catalog-names.ts';
import { catalogNames } from './catalog-names.ts';
import { isHan } from './text.ts';
import type { CodeSource, Manifest, Token } from './types.ts';

export interface NumberSeen {
  readonly code: string;
  readonly from: CodeSource;
  /** Indexes of the tokens of the number and of the words that lead to it. */
  readonly tokens: readonly number[];
  /** Catalogs whose name is joined to it: gm1010. */
  readonly ids: readonly string[];
}

export interface Numbers {
  readonly seen: readonly NumberSeen[];
  /** How many numbers there are, and how many of them are parts of dates, times and the like. */
  readonly count: number;
  readonly parts: number;
}

const longestNumber = 12;
const most = 12;

const codeWords = new Set('errcode errno errorcode errorid retcode ecode errorno errornumber'.split(' '));
const otherCodes = new Set(
  'exit exited close closed closing disconnected zip postal country area byte source qr bar char key language currency stock symbol vs line'.split(
    ' ',
  ),
);
/** Words before numbers that are quantities, ports and the like, not codes. */
const measured = new Set(
  'line port pid price px qty quantity volume amount size id limit count total row page base'.split(' '),
);
/** Likewise before `=` or `:` and in pastes; in a short query they may be words about a code. */
const measuredInLogs = new Set(
  'vol amt lev leverage sleep wait delay timeout retry retries attempt attempts elapsed took duration interval offset seq rows lines length len bytes uid tid thread oid orderid'.split(
    ' ',
  ),
);
/** Units of a number. A single letter may also be the beginning of a word being typed. */
const unit =
  /^[ \t]?(?:ms|secs?|seconds?|mins?|minutes?|hours?|hrs?|days?|bytes?|[kmg]b|usd[tc]?|cny|bps|times|lots?|shares?|rows?)(?![a-z\d_])/;
const shortUnit = /^[ \t](?:s|m|h|x)(?![a-z\d_])/;
const hanUnit = /^[ \t]?(?:毫秒|分钟|小时|次|秒|天|张|手|股|元|笔|倍|根|条|行|个)(?![\u3400-\u9fff])/;
const httpWords = new Set('http https status statuscode httpstatus response'.split(' '));
/** A request line in a server log: the numbers after it are a status and sizes. */
const request = /\b(?:get|post|put|patch|delete|head) +(?:\/|https?:)/;
const joining = /^[\s:=#"'`([{<>|-]*$/;
const hanMeasured =
  /(?:价格|價格|价|價|数量|數量|时间|時間|端口|编号为|订单号|訂單號|委托号|用户|单号|序号|行号|第|共)$/;
const hanPhrase =
  /(?:错误|錯誤|异常|異常|返回|回传|回傳|报错|報錯|出错|出錯)(?:码|碼|代码|代碼|代号|代號|编号|編號|号|號)?(?:是|为|為)?$/;
const errorWords =
  /error|exception|fail|invalid|reject|denied|refused|错误|錯誤|失败|失敗|异常|異常|报错|報錯|拒绝|拒絕|无效|無效/;

/** Whether a token adds nothing beside a code, as the word "error" does. */
export const besideCode = ({ text }: Token): boolean =>
  /^(?:errors?|err|codes?|number|no|api|returns?|returned|got|fix)$/.test(text) ||
  /^[错误錯誤代码碼报報号號的是了怎么麼办辦]$/.test(text);

/** Whether a line reports a failure. */
export const tellsFailure = (line: string): boolean => errorWords.test(line);

/** Returns the line around a position, cut to 300 characters on each side. */
export function lineAt(text: string, place: number): string {
  const near = 300;
  const before = text.slice(Math.max(0, place - near), place);
  const after = text.slice(place, place + near);
  const end = after.indexOf('\n');
  return before.slice(before.lastIndexOf('\n') + 1) + (end < 0 ? after : after.slice(0, end));
}

/** Counts numbers, and those that are parts of something longer; the first step for every kind of text. */
export function countNumbers(text: string, tokens: readonly Token[]): { count: number; parts: number } {
  let count = 0;
  let parts = 0;
  for (const token of tokens) {
    if (!/^\d+$/.test(token.text)) continue;
    // An IP address or a version counts as one number.
    if (text.charAt(token.start - 1) === '.' && digitAt(text, token.start - 2)) continue;
    count++;
    if (isDated(text, token)) parts++;
  }
  return { count, parts };
}

const digitAt = (text: string, place: number): boolean => /\d/.test(text.charAt(place));

/** Whether a token is joined to other digits by a separator of dates, times or ranges. */
const isDated = (text: string, { start, end }: Token): boolean =>
  (/[:/-]/.test(text.charAt(start - 1)) && digitAt(text, start - 2)) ||
  (/[:/-]/.test(text.charAt(end)) && digitAt(text, end + 1));

/** Whether a token is part of a decimal, an amount, a date or an address. */
function isPart(text: string, token: Token): boolean {
  const { start, end } = token;
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (
    isDated(text, token) ||
    /^(?:19|20)\d\d[01]\d[0-3]\d$/.test(token.text) ||
    /[$€£¥%]/.test(before) ||
    after === '%'
  )
    return true;
  if (/_[^_]*_/.test(joinedWord(text, token))) return true;
  // Half of a two-part code such as 51008_1000, which is a name as a whole.
  if ((before === '_' && digitAt(text, start - 2)) || (after === '_' && digitAt(text, end + 1))) return true;
  if (before === '.' && /[\w.]/.test(text.charAt(start - 2))) return true;
  if (after === '.' && /[\w]/.test(text.charAt(end + 1))) return true;
  // Thousands: 12,345. A list of codes has more digits before its comma.
  if (before === ',' && digitAt(text, start - 2)) return token.text.length === 3;
  return after === ',' && digitAt(text, end + 1) && token.text.length < 4;
}

/** Returns the name that a token is part of, such as total_amount_24. */
function joinedWord(text: string, { start, end }: Token): string {
  const before = /\w{0,60}$/.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  const after = /^\w{0,60}/.exec(text.slice(end, end + 60))?.[0] ?? '';
  return before + text.slice(start, end) + after;
}

/** Whether a number counts something: 5000 ms, 3 次. Words that lead to a code outweigh a Chinese unit. */
function isMeasure(text: string, end: number, plain: boolean, words: number, lead: boolean): boolean {
  // "1002 ms" may be about a code; "sleep 1002 ms" is not.
  if (plain && words === 0) return false;
  const after = text.slice(end, end + 12);
  return unit.test(after) || (!plain && shortUnit.test(after)) || (!lead && hanUnit.test(after));
}

/** Returns the number with its sign; a minus after a letter or a digit is a hyphen. */
function signed(text: string, { start, text: digits }: Token): string {
  if (text.charAt(start - 1) !== '-') return digits;
  const before = text.charAt(start - 2);
  return before === '' || isHan(before) || /[^\p{L}\p{N}_-]/u.test(before) ? `-${digits}` : digits;
}

/**
 * Finds the numbers in a text that may be codes, in order of appearance, each with what makes it one.
 * @param names catalog names in the text, which a code may follow
 */
export function findNumbers(
  text: string,
  tokens: readonly Token[],
  names: readonly NameSpan[],
  manifest: Manifest,
  plain: boolean,
): NumberSeen[] {
  const seen: NumberSeen[] = [];
  const named = new Set(
    names.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
  );
  const words = plain ? otherWords(tokens, named) : 0;
  let weak = 0;
  for (let i = 0; i < tokens.length && seen.length < most; i++) {
    const token = tokens[i] as Token;
    if (named.has(i) || token.text.length > longestNumber + 12) continue;
    const glued = gluedNumber(token.text, manifest, plain);
    // After a percent sign it is an escaped character.
    if (glued && text.charAt(token.start - 1) !== '%') {
      seen.push({ ...glued, tokens: [i] });
      continue;
    }
    if (!/^\d+$/.test(token.text) || token.text.length > longestNumber || isPart(text, token)) continue;
    const code = signed(text, token);
    const lead = named.has(i - 1) ? undefined : leadTo(text, tokens, i, plain);
    if (lead === 'none' || isMeasure(text, token.end, plain, words, lead !== undefined)) continue;
    if (lead === 'http') {
      seen.push({ code, from: 'http', tokens: [i, i - 1], ids: [] });
    } else if (lead || (!plain && named.has(i - 1) && isHeading(text, tokens, i)))
      seen.push({ code, from: 'phrase', tokens: [i, ...(lead ?? [])], ids: [] });
    else if (plain) {
      const bare = (words <= 3 || isHeading(text, tokens, i)) && !request.test(text);
      seen.push({ code, from: bare ? 'bare' : 'number', tokens: [i], ids: [] });
    } else if (weak < 5 && code.length >= 3 && (named.has(i - 1) || tellsFailure(lineAt(text, token.start)))) {
      weak++;
      seen.push({ code, from: 'number', tokens: [i], ids: [] });
    }
  }
  // Beside a longer number, one of one or two digits is a count: "429 errors: 0", "request 9: 399".
  const isCount = ({ code }: NumberSeen): boolean => /^\d{1,2}$/.test(code);
  return plain && seen.some(({ code }) => /^-?\d{3,}$/.test(code)) ? seen.filter((one) => !isCount(one)) : seen;
}

/** Whether a number of four digits or more begins the text, or precedes a colon and its explanation. */
const isHeading = (text: string, tokens: readonly Token[], i: number): boolean => {
  const { text: digits, end } = tokens[i] as Token;
  return digits.length >= 4 && (i === 0 || /^ ?: ?\p{L}/u.test(text.slice(end, end + 4)));
};

/** Counts the words of a query that are neither numbers nor names; consecutive Chinese characters count as one. */
function otherWords(tokens: readonly Token[], named: ReadonlySet<number>): number {
  let words = 0;
  tokens.forEach(({ text, start }, i) => {
    const before = tokens[i - 1];
    const goesOn = isHan(text) && before && before.end === start && isHan(before.text);
    if (!goesOn && !named.has(i) && !/^\d+$/.test(text) && (isHan(text) || text.length > 2)) words++;
  });
  return words;
}

/** Reads a number joined to a word: code1002, err1002, 1002error, gm1010. */
function gluedNumber(word: string, manifest: Manifest, plain: boolean): Omit<NumberSeen, 'tokens'> | undefined {
  if (/^\d+$/.test(word)) return undefined;
  const [, before = '', digits = '', after = ''] = /^([a-z]{0,12})(\d{1,12})([a-z]{0,6})$/.exec(word) ?? [];
  if (digits === '') return undefined;
  const ids = before === '' || after !== '' ? [] : ownNames(before, manifest);
  if (ids.length > 0) return { code: digits, from: plain ? 'bare' : 'number', ids };
  const telling = /^(?:code|err|error|errcode|errorcode)$/;
  if (after === '' ? telling.test(before) || (plain && before === 'e') : before === '' && telling.test(after)) {
    return { code: digits, from: 'phrase', ids: [] };
  }
  return undefined;
}

const ownNames = (word: string, manifest: Manifest): readonly string[] =>
  catalogNames(manifest)
    .get(word)
    ?.find(({ words }) => words.length === 1)?.ids ?? [];

/** Whether the text before a position is about a closed WebSocket, which has its own codes. */
const isClosing = (text: string, place: number): boolean =>
  /(?:wasclean|\bclos(?:e|ed|ing|eevent)\b)[^\n]*$/.test(text.slice(Math.max(0, place - 60), place));

/**
 * Returns what the words before a number say: the tokens that make it a code, `http` for a status, `none` for a number
 * of another kind; undefined if they say nothing.
 */
function leadTo(
  text: string,
  tokens: readonly Token[],
  i: number,
  plain: boolean,
): readonly number[] | 'http' | 'none' | undefined {
  const { start, end, text: digits } = tokens[i] as Token;
  if (/http\/\d(?:\.\d)? +$/.test(text.slice(Math.max(0, start - 12), start))) return 'http';
  let at = i - 1;
  let before = tokens[at];
  if (before && /^(?:is|was)$/.test(before.text)) before = tokens[--at];
  if (!before) return undefined;
  const gap = text.slice(before.end, Math.min(start, before.end + 12));
  const joined = at === i - 1 ? joining.test(gap) && gap.length < 8 && !gap.includes('\n') : true;
  if (!joined) return undefined;
  if (isHan(before.text)) {
    const lead = text.slice(Math.max(0, before.end - 12), before.end);
    if (hanMeasured.test(lead)) return 'none';
    const phrase = hanPhrase.exec(lead)?.[0];
    return phrase === undefined ? undefined : Array.from(phrase, (_, n) => at - n);
  }
  const earlier = tokens[at - 1]?.text ?? '';
  const assigned = /[:=]/.test(gap);
  switch (true) {
    case before.text === 'code' || before.text === 'codes': {
      if (httpWords.has(earlier)) return 'http';
      if (otherCodes.has(earlier) || (earlier === 'with' && otherCodes.has(tokens[at - 2]?.text ?? ''))) return 'none';
      if (/^(?:error|err|api|return|result|ret)$/.test(earlier)) return [at, at - 1];
      return isClosing(text, before.start) ? 'none' : [at];
    }
    case codeWords.has(before.text):
      return [at];
    case before.text === 'ret':
      return plain || assigned ? [at] : undefined;
    case httpWords.has(before.text):
      return digits.length === 3
        ? 'http'
        : before.text.startsWith('http')
          ? undefined
          : plain || assigned
            ? [at]
            : undefined;
    case before.text === 'error' || before.text === 'err': {
      if (httpWords.has(earlier)) return 'http';
      if (plain) return [at];
      const after = text.charAt(end);
      const ends = after === '' || isHan(after) || /[\n\r:,.;)\]}"']/.test(after);
      return digits.length >= 3 && (ends || /[:=#([]/.test(gap)) ? [at] : undefined;
    }
    // A number after "rate limit" is more likely the code that reports it.
    case before.text === 'limit' && earlier === 'rate' && !assigned:
      return undefined;
    case measured.has(before.text) || ((!plain || assigned) && measuredInLogs.has(before.text)):
      return 'none';
    default:
      // A value assigned to any other name.
      if (/^\s*=\s*["']?$/.test(gap)) return 'none';
      return undefined;
  }
}
