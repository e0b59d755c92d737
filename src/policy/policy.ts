/**
 * Defines the Content-Security-Policy: what a page may load and run. Every page carries its own in a `meta` element,
 * for hosts that send no headers (GitHub Pages); the header contains what any page needs.
 */
import { createHash } from 'node:crypto';
import { languageScriptHash } from './language-script.ts';
import { permanentStyle } from './permanent-style.ts';
import { themeScript } from './theme-script.ts';

/**
 * Kinds of pages. `frame`: inside Starlight's frame; `plain`: language choice and 404; `permanent`: permanent links.
 */
export type PageKind = 'frame' | 'plain' | 'permanent';

/** Sources by directive. A missing directive that fetches falls back to `default-src`, which allows nothing. */
type Policy = Readonly<Record<string, readonly string[]>>;

/** Returns the source expression that allows one inline script, style element or style attribute. */
export const sourceHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Values of the two properties that Starlight sets by style attributes: the depth of an item in the table of contents,
 * and the size of an icon. They are few and constant, so hashes allow them and nothing else; the build fails on any
 * other.
 */
const starlightStyles = [
  '--depth: 0;',
  '--depth: 1;',
  '--sl-icon-size: 1em;',
  '--sl-icon-size: 1rem;',
  '--sl-icon-size: 1.5rem;',
];

const policies: Readonly<Record<PageKind, Policy>> = {
  frame: {
    'default-src': ["'none'"],
    'base-uri': ["'none'"],
    'connect-src': ["'self'"],
    'form-action': ["'self'"],
    // Starlight's style sheet contains its small icons as data.
    'img-src': ["'self'", 'data:'],
    // Pagefind is WebAssembly.
    'script-src': ["'self'", "'wasm-unsafe-eval'", sourceHash(themeScript)],
    'style-src': ["'self'"],
    'style-src-attr': ["'unsafe-hashes'", ...starlightStyles.map(sourceHash)],
  },
  plain: {
    'default-src': ["'none'"],
    'base-uri': ["'none'"],
    'connect-src': ["'self'"],
    'form-action': ["'none'"],
    'img-src': ["'self'"],
    'script-src': ["'self'", `'${languageScriptHash}'`],
    'style-src': ["'self'"],
  },
  permanent: {
    'default-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'script-src': [`'${languageScriptHash}'`],
    'style-src': [sourceHash(permanentStyle)],
  },
};

const text = (policy: Policy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');

/** Returns the policy of a kind of page, for its `meta` element. */
export const pagePolicy = (kind: PageKind): string => text(policies[kind]);

/** The policy of the header: what any of the pages needs, and what only a header can set. */
export const sitePolicy: string = text({ ...union(Object.values(policies)), 'frame-ancestors': ["'none'"] });

function union(all: readonly Policy[]): Policy {
  const joined = new Map<string, Set<string>>();
  for (const policy of all) {
    for (const [directive, sources] of Object.entries(policy)) {
      const known = joined.get(directive) ?? new Set();
      for (const source of sources) known.add(source);
      joined.set(directive, known);
    }
  }
  return Object.fromEntries(
    [...joined].map(([directive, sources]) => {
      // 'none' only has a meaning on its own.
      if (sources.size > 1) sources.delete("'none'");
      return [directive, [...sources]];
    }),
  );
}

/** Parses a policy's text into sources by directive. */
export function parsePolicy(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy.split(';').map((part) => {
      const [directive = '', ...sources] = part.trim().split(/\s+/);
      return [directive, sources] as const;
    }),
  );
}
