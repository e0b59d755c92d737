/** What looks like an error code on a page. */

/** Numbers, and names as AMBIGUOUS_SYMBOL. */
const plainCode = /^(?:-?\d{1,9}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$/;

/** Everything that a catalog may hold; only where the page itself says that it is a code. */
const anyCode = /^-?[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*$/;

/** Whether a text is a code wherever it stands on a page: nobody takes these for words. Throws nothing. */
export const isPlainCode = (text: string): boolean => plainCode.test(text);

/** Name of a code in an SDK, as ERR_INVALID_TOKEN. */
export const isSymbol = (text: string): boolean => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text);

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
