/** Finds the inline code of a page that a content security policy has to allow. */

/** The inline code of one page by kind, each in the order of the page. */
export interface InlineCode {
  /** Texts of script elements without `src` that a browser would run, not data blocks such as JSON-LD. */
  readonly scripts: readonly string[];
  /** Texts of style elements. */
  readonly styles: readonly string[];
  /** Values of style attributes. */
  readonly styleAttributes: readonly string[];
  /** Event handlers in attributes (`onclick="…"`); no hash may allow them. */
  readonly handlers: readonly string[];
  /** The policy in the page's `meta` element. */
  readonly policy: string | undefined;
}

/**
 * One tag or comment. A quoted value may contain `>`; the site's writers always quote values that need it. Parsing
 * 30,000 pages into trees would take minutes, this takes seconds.
 */
const tag = /<!--[\s\S]*?-->|<(\/?[a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const attributes = /([^\s"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;
const raw = new Set(['script', 'style', 'textarea', 'title']);

/**
 * Finds a page's inline code and its policy. Never throws: an element that is not closed extends to the page's end.
 * @param html a whole page, as output by the site's writers
 */
export function inlineCode(html: string): InlineCode {
  const scripts: string[] = [];
  const styles: string[] = [];
  const styleAttributes: string[] = [];
  const handlers: string[] = [];
  let policy: string | undefined;
  tag.lastIndex = 0;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const name = match[1]?.toLowerCase();
    if (name === undefined || name.startsWith('/')) continue;
    const own =
      name === 'meta' || /\s(?:style|on\w+)\s*=/i.test(match[2] ?? '') || raw.has(name) ? read(match[2]) : none;
    for (const [attribute, value] of own) {
      if (attribute === 'style') styleAttributes.push(value);
      else if (attribute.startsWith('on')) handlers.push(`${attribute}="${value}"`);
    }
    if (name === 'meta' && own.get('http-equiv')?.toLowerCase() === 'content-security-policy') {
      policy ??= own.get('content');
    }
    if (!raw.has(name)) continue;
    const from = tag.lastIndex;
    const end = new RegExp(`</${name}[\\s/>]`, 'gi');
    end.lastIndex = from;
    const to = end.exec(html)?.index ?? html.length;
    tag.lastIndex = to;
    if (name === 'script' && !own.has('src') && runs(own.get('type'))) scripts.push(html.slice(from, to));
    if (name === 'style') styles.push(html.slice(from, to));
  }
  return { scripts, styles, styleAttributes, handlers, policy };
}

const none: ReadonlyMap<string, string> = new Map();

function read(text: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    [...(text ?? '').matchAll(attributes)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decoded(double ?? single ?? bare ?? ''),
    ]),
  );
}

const characters: Readonly<Record<string, string>> = {
  quot: '"',
  '#34': '"',
  '#x22': '"',
  '#39': "'",
  '#x27': "'",
  amp: '&',
  '#38': '&',
  '#x26': '&',
};

/** Decodes the character references that appear in attributes of the site's pages. */
const decoded = (text: string): string =>
  text.replace(
    /&(quot|#34|#x22|#39|#x27|amp|#38|#x26);/gi,
    (whole, name: string) => characters[name.toLowerCase()] ?? whole,
  );

/**
 * Whether a script runs: without a type, as a module, or as any kind of JavaScript; import maps and speculation rules
 * count.
 */
const runs = (type: string | undefined): boolean =>
  type === undefined ||
  type === '' ||
  /^(?:module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i.test(type.trim());
