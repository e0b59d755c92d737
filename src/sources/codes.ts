/** Recognises what looks like an error code on a page. */

/** Numbers, and names such as AMBIGUOUS_SYMBOL. */
const plainCode = /^(?:-?\d{1,9}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$/;

/** Any code that a catalog may contain; used only where the page itself says that it is a code. */
const anyCode = /^-?[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*$/;

/** Whether a text is a code anywhere on a page: such texts are never taken for words. Throws nothing. */
export const isPlainCode = (text: string): boolean => plainCode.test(text);

/** Whether a text is the name of a code in an SDK, such as ERR_INVALID_TOKEN. */
export const isSymbol = (text: string): boolean => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text);

/** The same for a text right beside its code, such as DISCONNECTED. */
export const isSymbolBesideCode = (text: string): boolean => /^[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*$/.test(text);

/**
 * Reads a code and its symbol in one cell, as `-1001 DISCONNECTED`, `-1001 (DISCONNECTED)` or `-1001: DISCONNECTED`.
 * @returns undefined if the cell is anything else
 */
export function codeWithSymbol(text: string): { readonly code: string; readonly symbol: string } | undefined {
  const [, written = '', symbol = ''] =
    /^([-−–—]?\d{1,9})(?:\s+|\s*[:：(（]\s*)([A-Z0-9_]+)[)）]?$/.exec(text.trim()) ?? [];
  const [code] = codesIn(written) ?? [];
  return code !== undefined && isSymbolBesideCode(symbol) ? { code, symbol } : undefined;
}

/**
 * Reads the codes of a cell: one, or several as `4003 / 4004`.
 * @returns undefined if anything in it is not a code
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
