/** Explains what a schema finds wrong to the author of the file. */
import type { z } from 'astro/zod';
import { isScalar, type Node } from 'yaml';
import { quoted } from '../schema/text.ts';

type Path = readonly PropertyKey[];
type Schema = z.core.$ZodType;

/** What is wrong, and with which value, or with which key if `key` is set. */
export interface Explanation {
  readonly path: Path;
  readonly key: boolean;
  readonly message: string;
}

/** Looks up what a file has at a path; `undefined` if there is no such key. */
export type Lookup = (path: Path) => { readonly value: Node | null } | undefined;

/**
 * @param issue made with `reportInput`
 * @param schema the schema of the whole file
 * @param base the path that the issue's own path is relative to
 */
export function explain(
  issue: z.core.$ZodIssue,
  schema: Schema,
  lookup: Lookup,
  base: Path = [],
): readonly Explanation[] {
  const path = [...base, ...issue.path];
  const about = (message: string): Explanation[] => [{ path, key: false, message: `${nameOf(path)}: ${message}` }];
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysOf(schemaAt(schema, path));
    const expected = allowed.length > 0 ? `expected only ${allowed.join(', ')}` : 'expected none of this name';
    return issue.keys.map((key) => ({
      path: [...path, key],
      key: true,
      message: `unknown key ${quoted(key)}, ${expected}`,
    }));
  }
  if (issue.code === 'invalid_key') {
    const why = issue.issues.map((inner) =>
      inner.code === 'invalid_format' ? inner.message : whatIsWrong(inner, undefined),
    );
    return [{ path, key: true, message: `the key ${quoted(String(path.at(-1)))} cannot be used: ${why.join('; ')}` }];
  }
  const found = path.length === 0 ? undefined : lookup(path);
  if (path.length > 0 && !found) {
    const meant = describing(schemaAt(schema, path));
    return [
      {
        path: path.slice(0, -1),
        key: false,
        message: `the key ${String(path.at(-1))} is missing, expected it in this block${meant ? `: ${meant}` : ''}`,
      },
    ];
  }
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.filter((inner) => inner.every(isInside(lookup, path)));
    if (closest.length === 1) {
      return (closest[0] ?? []).flatMap((inner) => explain(inner, schema, lookup, path));
    }
  }
  return about(whatIsWrong(issue, found?.value));
}

/** Whether an issue is about a value inside the union's, so that its branch is the one that was meant. */
const isInside =
  (lookup: Lookup, path: Path) =>
  (issue: z.core.$ZodIssue): boolean =>
    issue.path.length > 0 && issue.code !== 'unrecognized_keys' && lookup([...path, ...issue.path]) !== undefined;

function whatIsWrong(issue: z.core.$ZodIssue, node: Node | null | undefined): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'string' && isScalar(node) && !isNothing(issue.input)
        ? `found ${quoted(sourceOf(node))} without quotes, expected text: put it in quotes, as ${inQuotes(sourceOf(node))}`
        : `found ${shown(issue.input, node)}, expected ${typeNames.get(issue.expected) ?? issue.expected}`;
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return `found ${shown(issue.input, node)}, expected ${issue.values.length > 1 ? 'one of ' : ''}${values}`;
    }
    case 'too_small':
      if (issue.origin === 'string') return 'expected text, found none';
      if (issue.origin === 'array') return `found an empty list, expected at least ${items(issue.minimum)}`;
      return `found ${shown(issue.input, node)}, expected ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big': {
      if (issue.origin === 'string')
        return `found ${lengthOf(issue.input)} characters, expected at most ${issue.maximum}`;
      if (issue.origin === 'array') return `found ${items(lengthOf(issue.input))}, expected at most ${issue.maximum}`;
      return `found ${shown(issue.input, node)}, expected at most ${issue.maximum}`;
    }
    case 'invalid_format':
    case 'invalid_union':
    case 'custom':
      // A message that says only what is expected needs what was found in front of it.
      return issue.message.startsWith('expected')
        ? `found ${shown(issue.input, node)}, ${issue.message}`
        : issue.message;
    default:
      return `found ${shown(issue.input, node)}, expected another value`;
  }
}

const typeNames: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'a list, each item after a hyphen'],
  ['object', 'keys with values, as "key: value"'],
  ['record', 'keys with values, as "key: value"'],
]);

const isNothing = (value: unknown): boolean => value === undefined || value === null;

const lengthOf = (value: unknown): number =>
  typeof value === 'string' || Array.isArray(value) ? value.length : Number.NaN;

/** `1 item`, `2 items`. */
const items = (count: number | bigint): string => `${count} ${Number(count) === 1 ? 'item' : 'items'}`;

/** Returns a scalar as written in the file. */
const sourceOf = (node: Node): string => (isScalar(node) ? String(node.source ?? node.value) : '');

const inQuotes = (source: string): string => quoted(source.replaceAll('\\', '\\\\').replaceAll('"', '\\"'));

function shown(value: unknown, node: Node | null | undefined): string {
  if (isNothing(value)) return 'nothing';
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return shownKeys(Object.keys(value ?? {}));
  return node ? quoted(sourceOf(node)).slice(1, -1) : String(value);
}

function shownKeys(keys: readonly string[]): string {
  if (keys.length === 0) return 'no keys';
  const list = keys.map((key) => (/^[\w-]+$/.test(key) ? key : quoted(key))).join(', ');
  return `the ${keys.length === 1 ? 'key' : 'keys'} ${quoted(list).slice(1, -1)}`;
}

/** Names a value by its key and, in a list, by its position, counted from 1. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last !== 'number') return quoted(String(last)).slice(1, -1);
  return path.length === 1 ? `item ${last + 1}` : `${nameOf(path.slice(0, -1))}, item ${last + 1}`;
}

/** Returns the part of a schema that a path leads to. */
function schemaAt(schema: Schema | undefined, path: Path): Schema | undefined {
  if (!schema) return undefined;
  const { def } = schema._zod as unknown as { readonly def: Definition };
  if (def.innerType && def.type === 'optional') return schemaAt(def.innerType, path);
  const [key, ...rest] = path;
  if (def.options) return def.options.map((option) => schemaAt(option, path)).find((part) => part !== undefined);
  if (key === undefined) return schema;
  if (def.shape) {
    return schemaAt(new Map(Object.entries(def.shape)).get(String(key)), rest) ?? undefined;
  }
  return schemaAt(def.element ?? def.valueType, rest);
}

/** The parts of a zod schema's definition that are read here. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
}

const keysOf = (schema: Schema | undefined): readonly string[] => {
  const { shape } = (schema?._zod.def ?? {}) as Partial<Definition>;
  return Object.keys(shape ?? {});
};

const describing = (schema: Schema | undefined): string | undefined =>
  (schema as { readonly description?: string } | undefined)?.description;
