/** YAML files read with the place of every value, so that a problem can be told with line and column. */
import { readFileSync } from 'node:fs';
import type { z } from 'astro/zod';
import { type Document, isMap, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Finding, Place } from './findings.ts';

type Path = readonly PropertyKey[];

/** A parsed and checked file, or undefined data where it could not be used. */
export interface YamlFile<T> {
  readonly file: string;
  readonly data: T | undefined;
  /** The place of a value, or of the nearest thing around it; of a map's key where `key` is set. */
  at(path: Path, options?: { key?: boolean }): Place;
}

/**
 * Reads one YAML file and checks it against a schema.
 * @param path where to read
 * @param file the name to call it in findings
 * @param findings gets everything that is wrong with the file
 */
export function readYaml<S extends z.ZodType>(
  path: string,
  file: string,
  schema: S,
  findings: Finding[],
): YamlFile<z.infer<S>> {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch {
    findings.push({ file, line: 1, column: 1, message: 'the file is missing, expected it to exist' });
    return { file, data: undefined, at: () => ({ file, line: 1, column: 1 }) };
  }
  return parseYaml(source, file, schema, findings);
}

/** The same for text already in hand. */
export function parseYaml<S extends z.ZodType>(
  source: string,
  file: string,
  schema: S,
  findings: Finding[],
): YamlFile<z.infer<S>> {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, prettyErrors: false, uniqueKeys: true });
  const placeOf = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const at = (path: Path, { key = false } = {}): Place => placeOf(offsetOf(document, path, key));
  const broken = [
    ...document.errors.map((error) => ({
      ...placeOf(error.pos[0]),
      message:
        error.code === 'DUPLICATE_KEY' ? 'this key stands twice, expected it once' : `malformed YAML: ${error.message}`,
    })),
    ...forbidden(document, placeOf),
  ];
  findings.push(...broken);
  if (broken.length > 0) return { file, data: undefined, at };

  const result = schema.safeParse(document.toJS(), { reportInput: true });
  if (result.success) return { file, data: result.data, at };
  for (const issue of result.error.issues) {
    findings.push(...explain(issue, document).map(({ path, key, message }) => ({ ...at(path, { key }), message })));
  }
  return { file, data: undefined, at };
}

/** Anchors and aliases (a few lines can stand for gigabytes), tags, and keys that are no plain text. */
function forbidden(document: Document, placeOf: (offset: number) => Place): Finding[] {
  const findings: Finding[] = [];
  const add = (node: Node | null | undefined, message: string) =>
    findings.push({ ...placeOf(node?.range?.[0] ?? 0), message });
  visit(document, {
    Alias: (_key, node) => add(node, 'YAML aliases are not allowed, expected the value itself'),
    Node: (_key, node) => {
      if ('anchor' in node && node.anchor) add(node, 'YAML anchors are not allowed, expected the value itself');
      if (node.tag?.startsWith('!')) add(node, 'YAML tags are not allowed, expected the value itself');
    },
    Pair: (_key, pair) => {
      const key = pair.key as Node | null;
      if (!isScalar(key) || typeof key.value !== 'string') {
        const written = isScalar(key) ? String(key.source ?? key.value) : 'a collection';
        add(key, `the key ${written} is not text, expected it in quotes: "${written}"`);
      } else if (key.value === '__proto__') {
        add(key, 'the key __proto__ is not allowed, expected another name');
      }
    },
  });
  return findings;
}

/** Where the value at `path` begins; without it, where the nearest value around it does. */
function offsetOf(document: Document, path: Path, key: boolean): number {
  for (let length = path.length; length >= 0; length--) {
    const here = path.slice(0, length);
    const parent = length > 0 ? document.getIn(here.slice(0, -1), true) : undefined;
    if (key && isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === here.at(-1));
      const start = (pair?.key as Node | undefined)?.range?.[0];
      if (start !== undefined) return start;
    }
    const node = (length > 0 ? document.getIn(here, true) : document.contents) as Node | null | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

interface Explanation {
  readonly path: Path;
  readonly key: boolean;
  readonly message: string;
}

function explain(issue: z.core.$ZodIssue, document: Document): Explanation[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => ({ path: [...path, name], key: true, message: `unknown key ${name}` }));
  }
  if (issue.code === 'invalid_key') {
    const why = issue.issues.map(({ message }) => message).join('; ');
    return [{ path, key: true, message: `the key ${String(path.at(-1))} cannot be used: ${why}` }];
  }
  const name = path.map(String).join('.');
  const node = path.length > 0 ? document.getIn(path, true) : document.contents;
  if (node === undefined) {
    return [{ path: path.slice(0, -1), key: false, message: `the key ${String(path.at(-1))} is missing` }];
  }
  const found = isScalar(node) && typeof node.value !== 'string' ? ` (found ${String(node.source ?? node.value)})` : '';
  const what =
    issue.code === 'invalid_value' ? `expected ${issue.values.join(', ')}; found ${shown(issue.input)}` : issue.message;
  return [{ path, key: false, message: `${name === '' ? 'the file' : name}: ${what}${found}` }];
}

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text === undefined ? 'nothing' : text.length > 60 ? `${text.slice(0, 60)}…` : text;
};
