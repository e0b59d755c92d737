/** Decides whether two wordings of a page and a catalog are the same. */

/** A space beside Chinese characters, which is only typography: 错误的 token and 错误的token say the same. */
const besideHan =
  /(?<=[\p{Script=Han}\p{Script=Bopomofo}，。：；（）、！？「」]) | (?=[\p{Script=Han}，。：；（）、！？「」])/gu;

/**
 * Returns a wording without what is only a matter of notation: Markdown's backslashes and
 * backticks, white space (also between Chinese and Latin), invisible characters.
 */
export const normalise = (wording: string): string =>
  wording
    .normalize('NFC')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[`\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/gu, ' ')
    .replace(besideHan, '')
    .trim();

/** Returns the first line of a cell or paragraph, tidied; `undefined` for none and for a dash that means none. */
export function firstLine(text: string): string | undefined {
  const line = text
    .split('\n')
    .map((each) => each.replace(/\s+/gu, ' ').trim())
    .find((each) => each !== '');
  return line === undefined || /^(?:[-–—/]+|n\/a)$/i.test(line) ? undefined : line;
}

/** The beginning of another document in the middle of a line: `…not availableDocumentation`, `…# Title`. */
const nextDocument = /^(?:\p{Lu}|\s*(?:#|={2,}|-{3,}|\*{3,}|[<|{]))/u;
const nextDocumentAfterLatin = /^\p{Script=Han}/u;

/**
 * Whether a wording is one that the catalog has.
 * @param known wordings of the catalog; `{placeholders}` stand for any text
 * @param mayRunOn allows a known wording to be directly followed by the beginning of another document
 */
export function isKnown(wording: string, known: readonly string[], mayRunOn = false): boolean {
  const said = normalise(wording);
  return known.some((each) => {
    const held = normalise(each);
    if (held === said || fills(said, held)) return true;
    if (!mayRunOn || !said.startsWith(held)) return false;
    const rest = said.slice(held.length);
    return nextDocument.test(rest) || (/[a-z]$/i.test(held) && nextDocumentAfterLatin.test(rest));
  });
}

/** Whether a text is a message with its placeholders filled in. */
function fills(said: string, held: string): boolean {
  const parts = held.split(/\{[^{}]+\}/);
  if (parts.length === 1) return false;
  return new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.+')}$`, 'u').test(said);
}
