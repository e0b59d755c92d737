/** Finds what can still be used of a file with errors, so that the rest of it is checked too. */
import type { z } from 'astro/zod';

/** The same shape with holes: what is there has passed the schema, what has not is undefined. */
export type Loose<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer U)[]
    ? readonly (Loose<U> | undefined)[]
    : { readonly [K in keyof T]?: Loose<T[K]> | undefined };

/**
 * Removes every value that an issue is about from `raw`. Its key stays, with undefined, so that it is
 * not reported as missing as well; a key that is itself invalid is deleted.
 * @param raw freshly parsed; modified
 */
export function usableParts(raw: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  if (issues.some(({ code, path }) => path.length === 0 && code !== 'unrecognized_keys')) return undefined;
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      const map = valueAt(raw, issue.path);
      if (isOpen(map)) for (const key of issue.keys) delete map[key];
      continue;
    }
    const around = valueAt(raw, issue.path.slice(0, -1));
    const key = issue.path.at(-1);
    if (!isOpen(around) || key === undefined) continue;
    if (issue.code === 'invalid_key') delete around[key];
    else around[key] = undefined;
  }
  return raw;
}

type Open = Record<PropertyKey, unknown>;

const isOpen = (value: unknown): value is Open => typeof value === 'object' && value !== null;

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) value = isOpen(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}
