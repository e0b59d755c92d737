/** A table of codes, whatever it was written in -> rows. */
import { codesIn, codeWithSymbol, isPlainCode, isSymbol } from '../codes.ts';
import { firstLine } from '../wording.ts';
import type { PageRow, Table, UnreadRow } from './types.ts';

/** Headings of columns, in the languages of the pages. */
const heading = {
  code: /\bcode\b|\berrno\b|^ret$|码|碼|代号|代號/i,
  /** Headings that the first column may have if no column is headed as a code. */
  number: /^(?:#|id|no\.?|number|value|值|编号|編號)?$|error|错误|錯誤/i,
  errorCode: /\berr(?:or)?[ _-]?code\b|\berrno\b|^ret$|错误[码代]|錯誤[碼代]/i,
  message: /\bmessage\b|\bmsg\b|错误(?:内容|信息|消息)|錯誤(?:內容|訊息)|返回信息|提示/i,
  description: /descri|meaning|explanation|\btitle\b|描述|说明|說明|含义|含義|意义|意義/i,
  symbol: /^(?:symbol|name|constant|enum|identifier|名称|名稱|常量|枚举|列舉)/i,
  /** Not wordings of a code: the atlas writes advice and causes anew, and sorts codes itself. */
  other:
    /http|solution|advice|suggest|action|\bfix|handling|resol|remed|what to do|remark|\bcause|\breason|categor|\btype\b|level|module|status|解决|解決|处理|處理|建议|建議|排查|方法|备注|備註|原因|类[型别]|類[型別]|分类|分類|级别|級別|模块|模組|状态|狀態/i,
} as const;

interface Columns {
  readonly code: number;
  readonly title: number | undefined;
  readonly messages: readonly number[];
  readonly symbols: readonly number[];
}

/**
 * Reads the rows of a table of codes; a table of anything else has none. Reads the title (one column),
 * messages and symbol of a row, and only the first line of each: what follows is advice.
 */
export function readTable(table: Table): { rows: readonly PageRow[]; unread: readonly UnreadRow[] } {
  const columns = columnsOf(table);
  if (!columns) return { rows: [], unread: [] };
  const rows: PageRow[] = [];
  const unread: UnreadRow[] = [];
  for (const { cells, line } of table.rows) {
    const written = cells[columns.code]?.trim() ?? '';
    const named = codeWithSymbol(written);
    const codes = named ? [named.code] : codesIn(written);
    if (isInnerHeading(cells, columns.code)) continue;
    if (!codes) {
      unread.push({ line, text: cells.flatMap((cell) => firstLine(cell) ?? []).join(' | ') });
      continue;
    }
    const texts = (indexes: readonly number[]) => indexes.flatMap((index) => firstLine(cells[index] ?? '') ?? []);
    const title = columns.title === undefined ? undefined : firstLine(cells[columns.title] ?? '');
    const symbol =
      texts(columns.symbols)[0] ?? named?.symbol ?? (title !== undefined && isSymbol(title) ? title : undefined);
    for (const code of codes) {
      rows.push({
        code,
        line,
        from: 'row',
        title: title === symbol ? undefined : title,
        messages: texts(columns.messages),
        symbol,
        mayRunOn: false,
      });
    }
  }
  return { rows, unread };
}

/** Whether a row is a heading: nothing but words, in the column of the code. */
const isInnerHeading = (cells: readonly string[], column: number): boolean =>
  cells.every((cell, index) => index === column || cell.trim() === '') && !beginsAsCode(cells[column]?.trim() ?? '');

/** Whether a text is a code, or begins with a number that may be one: short numbers are section numbers. */
const beginsAsCode = (text: string): boolean =>
  isPlainCode(text) || codeWithSymbol(text) !== undefined || /^(?:-\d+|\d{3,})(?![\dA-Za-z])/.test(text);

function columnsOf({ header, rows }: Table): Columns | undefined {
  const mostly = (column: number) => {
    const cells = rows
      .filter(({ cells }) => !isInnerHeading(cells, column))
      .map(({ cells }) => cells[column]?.trim() ?? '')
      .filter((cell) => cell !== '');
    const plain = cells.filter((cell) => codeWithSymbol(cell) !== undefined || codesIn(cell)?.every(isPlainCode));
    return cells.length > 0 && plain.length * 2 >= cells.length;
  };
  const named = header.findIndex(
    (text) => heading.code.test(text) && !/http/i.test(text) && !heading.description.test(text),
  );
  if (named < 0 && !heading.number.test(header[0] ?? '')) return undefined;
  const code = Math.max(named, 0);
  const namedError = named >= 0 && heading.errorCode.test(header[named] ?? '');
  // "Code" alone may be a product's code: then the cells must look like error codes.
  if (!namedError && (!mostly(code) || /http/i.test(header[code] ?? ''))) return undefined;

  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
  const rest = Array.from({ length: width }, (_, index) => index).filter((index) => index !== code);
  const titled = (pattern: RegExp) => rest.filter((index) => pattern.test(header[index] ?? ''));
  const messages = titled(heading.message);
  const symbols = titled(heading.symbol);
  const free = rest.filter(
    (index) => !messages.includes(index) && !symbols.includes(index) && !heading.other.test(header[index] ?? ''),
  );
  const title = free.find((index) => heading.description.test(header[index] ?? '')) ?? free[0];
  // If every column is headed as something else, the one after the code says what the code is.
  const fallback = messages.length > 0 ? undefined : rest.find((index) => index > code);
  return { code, title: title ?? fallback, messages, symbols };
}
