/** Checks whether a page's own content security policy, and the site's, allow the page's inline code. */

import { inlineCode } from './inline-code.ts';
import { parsePolicy, sitePolicy, sourceHash } from './policy.ts';

const site = parsePolicy(sitePolicy);
const known = new Map<string, ReadonlyMap<string, readonly string[]>>();
const hashes = new Map<string, string>();

/**
 * Checks a page.
 * @returns descriptions of what the policies do not allow; empty for a page that works
 */
export function policyFaults(html: string): string[] {
  const { scripts, styles, styleAttributes, handlers, policy } = inlineCode(html);
  if (policy === undefined) return ['the page has no content security policy'];
  const own = remember(known, policy, parsePolicy);
  const faults = handlers.map((handler) => `the event handler ${handler} can never be allowed`);
  const check = (what: string, texts: readonly string[], ...directives: readonly string[]): void => {
    for (const text of texts) {
      const hash = remember(hashes, text, sourceHash);
      for (const [whose, policies] of [
        ['the page’s', own],
        ['the site’s', site],
      ] as const) {
        const sources = directives.map((directive) => policies.get(directive)).find((list) => list !== undefined);
        if (!sources?.includes(hash))
          faults.push(`${whose} policy does not allow the ${what} ${JSON.stringify(text.slice(0, 80))}`);
      }
    }
  };
  check('inline script', scripts, 'script-src', 'default-src');
  check('style element', styles, 'style-src', 'default-src');
  check('style attribute', styleAttributes, 'style-src-attr', 'style-src', 'default-src');
  return faults;
}

/** Caches results: the same few texts are in every page. */
function remember<T>(memory: Map<string, T>, text: string, make: (text: string) => T): T {
  let value = memory.get(text);
  if (value === undefined) {
    value = make(text);
    if (memory.size < 1000) memory.set(text, value);
  }
  return value;
}
