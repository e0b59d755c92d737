/** What looks like an error code on a page. */

/** Numbers, and names as AMBIGUOUS_SYMBOL. */
const plainCode = /^(?:-?\d{1,9}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$/;

/** Everything that a catalog may hold; only where the page itself says that it is a code. */
const anyCode = /^-?[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*$/;

/** Whether a text is a code wherever it stands on a page: nobody takes these for words. Throws nothing. */
export const isPlainCode = (text: string): boolean => plainCode.test(text);

/** Name of a code in an SDK, as ERR_INVALID_TOKEN. */
export const isSymbol = (text: string): boolean => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text);

/** The same where it stands right beside its code, as DISCONNECTED. */
export const isSymbolBesideCode = (text: string): boolean => /^[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*$/.test(text);

/**
 * A code and its symbol in one cell, as `-1001 DISCONNECTED`, `-1001 (DISCONNECTED)` or `-1001: DISCONNECTED`.
 * @returns undefined where a cell is anything else
 */
export function codeWithSymbol(text: string): { readonly code: string; readonly symbol: string } | undefined {
  const [, written = '', symbol = ''] =
    /^([-−–—]?\d{1,9})(?:\s+|\s*[:：(（]\s*)([A-Z0-9_]+)[)）]?$/.exec(text.trim()) ?? [];
  const [code] = codesIn(written) ?? [];
  return code !== undefined && isSymbolBesideCode(symbol) ? { code, symbol } : undefined;
}

/**
 * The codes of a cell: one, or several as `4003 / 4004`.
 * @returns undefined where anything in it is no code
 */
export function codesIn(text: string): readonly string[] | undefined {
  const codes = text.split(/\s*[/,、，]\s*/).map((part) =>
    part
      .replace(/\s+/g, ' ')
      .trim()
      // Typographic software turns the minus sign into a dash.
      .replace(/^[−–—](?=\d)/, '-'),
  );
  return codes.every((code) => anyCode.test(code)) ? codes : undefined;
}
