/** Reads YAML files with the place of every value, so that problems can be reported with line and column. */
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { z } from 'astro/zod';
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { quoted } from '../schema/text.ts';
import { readPlainYaml } from './fast-yaml.ts';
import { byPlace, type Finding, type Place } from './findings.ts';
import type { KnownValues } from './known-values.ts';
import { explain } from './schema-messages.ts';
import { type Loose, usableParts } from './sound-parts.ts';
import { malformation } from './syntax-messages.ts';
import { spoilingTab } from './tabs.ts';

type Path = readonly PropertyKey[];

/** A parsed and checked file. */
export interface YamlFile<T> {
  readonly file: string;
  /** Undefined if anything at all is wrong with the file. */
  readonly data: T | undefined;
  /** The valid parts of a file with errors; undefined if none of it can be used. */
  readonly usable: Loose<T> | undefined;
  /** Returns the place of a value, or of the nearest one around it; of a map's key if `key` is set. */
  at(path: Path, options?: { key?: boolean }): Place;
}

/**
 * Reads one YAML file and checks it against a schema.
 * @param path where to read
 * @param file its name in findings
 * @param findings gets everything that is wrong with the file
 * @param known values of texts that were read before
 */
export function readYaml<S extends z.ZodType>(
  path: string,
  file: string,
  schema: S,
  findings: Finding[],
  known?: KnownValues,
): YamlFile<z.infer<S>> {
  const source = readText(path, file, findings);
  if (source === undefined) {
    return { file, data: undefined, usable: undefined, at: () => ({ file, line: 1, column: 1 }) };
  }
  return parseYaml(source, file, schema, findings, known);
}

/** Returns the text of a file without a byte order mark; if it cannot be read, adds a finding and returns undefined. */
export function readText(path: string, file: string, findings: Finding[]): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    findings.push({ file, line: 1, column: 1, message: 'the file is missing, expected it to exist' });
    return undefined;
  }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (isUtf8(bytes)) return text;
  const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
  findings.push({ file, line, column: 1, message: 'text in another encoding, expected the file to be saved as UTF-8' });
  return undefined;
}

/** Does the same with text that has already been read. */
export function parseYaml<S extends z.ZodType>(
  source: string,
  file: string,
  schema: S,
  findings: Finding[],
  known?: KnownValues,
): YamlFile<z.infer<S>> {
  const data = (known?.get(file, source) as z.infer<S> | undefined) ?? soundValue(source, schema);
  if (data === undefined) return parseWithPlaces(source, file, schema, findings);
  known?.set(file, source, data);
  // Places are needed only if the file, valid by itself, is found wrong in a later check.
  let at: YamlFile<z.infer<S>>['at'] | undefined;
  return {
    file,
    data,
    usable: data as Loose<z.infer<S>>,
    at: (path, options) => {
      at ??= parseWithPlaces(source, file, schema, []).at;
      return at(path, options);
    },
  };
}

/** Returns the value of a text without errors. */
function soundValue<S extends z.ZodType>(source: string, schema: S): z.infer<S> | undefined {
  const plain = readPlainYaml(source);
  return plain && schema.safeParse(plain[0]).data;
}

/** Reads with the place of every value, and reports everything that is wrong. */
function parseWithPlaces<S extends z.ZodType>(
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
  const { spoiled, others } = faultsOf(document, source, placeOf);
  if (spoiled.length > 0) {
    findings.push(...withoutFollowers([...spoiled, ...others], source, placeOf));
    return { file, data: undefined, usable: undefined, at };
  }
  findings.push(...others);
  if (document.contents === null) {
    findings.push({ ...placeOf(0), message: 'the file is empty, expected its content' });
    return { file, data: undefined, usable: undefined, at };
  }

  const result = schema.safeParse(document.toJS(), { reportInput: true });
  if (result.success) {
    return { file, data: others.length === 0 ? result.data : undefined, usable: result.data as Loose<z.infer<S>>, at };
  }
  const { issues } = result.error;
  for (const issue of issues) {
    const explanations = explain(issue, schema, (path) => stepsTo(document, path));
    findings.push(...explanations.map(({ path, key, message }) => ({ ...at(path, { key }), message })));
  }
  return { file, data: undefined, usable: usableParts(document.toJS(), issues) as Loose<z.infer<S>> | undefined, at };
}

/** Returns syntax errors: at most one per line, and none after the point from which nothing is understood. */
function malformed(document: Document, source: string, placeOf: (offset: number) => Place): Finding[] {
  const { errors } = document;
  const byLine = new Map<number, Finding>();
  const lines = new Set<number>();
  const endless = errors.filter(({ code }) => code === 'RESOURCE_EXHAUSTION').slice(0, 1);
  for (const error of endless.length > 0 ? endless : errors) {
    const { line } = placeOf(error.pos[0]);
    if (error.code === 'DUPLICATE_KEY' || lines.has(line)) continue;
    lines.add(line);
    const { offset, message } = malformation(error, document, source);
    const place = placeOf(offset);
    if (!byLine.has(place.line)) byLine.set(place.line, { ...place, message });
    if (error.code === 'UNEXPECTED_TOKEN') break;
  }
  return [...byLine.values()];
}

interface Faults {
  /** Faults that make the file unusable. */
  readonly spoiled: readonly Finding[];
  readonly others: readonly Finding[];
}

/** Returns what is wrong with a file as YAML; omits syntax errors on lines that contain something forbidden. */
function faultsOf(document: Document, source: string, placeOf: (offset: number) => Place): Faults {
  const { forbidden, bare } = refused(document, placeOf);
  const told = new Set(forbidden.map(({ line }) => line));
  const repeated = document.errors
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .map(({ pos }) => ({ ...placeOf(pos[0]), message: 'this key stands twice in its block, expected it once' }));
  return {
    spoiled: [...forbidden, ...malformed(document, source, placeOf).filter(({ line }) => !told.has(line))],
    others: [...repeated, ...bare],
  };
}

/** If a tab breaks the file, returns it and the faults of the lines above; from the tab on nothing is understood. */
function withoutFollowers(
  findings: readonly Finding[],
  source: string,
  placeOf: (offset: number) => Place,
): readonly Finding[] {
  const tab = spoilingTab(source);
  if (!tab) return findings;
  const above = source.slice(0, source.lastIndexOf('\n', tab.offset) + 1);
  const { spoiled, others } = faultsOf(parseDocument(above, { prettyErrors: false, uniqueKeys: true }), above, placeOf);
  const alone = [...spoiled, ...others];
  const kept = findings.filter((finding) => alone.some((other) => byPlace(finding, other) === 0));
  return [...kept, { ...placeOf(tab.offset), message: tab.message }];
}

/** What YAML allows and content files do without. */
interface Refused {
  /** Anchors and aliases (a few lines can stand for gigabytes), tags, directives, and keys that no map of texts can have. */
  readonly forbidden: Finding[];
  /** Unquoted keys that YAML reads as numbers or booleans: reported, and taken for the text they were meant to be. */
  readonly bare: Finding[];
}

function refused(document: Document, placeOf: (offset: number) => Place): Refused {
  const forbidden: Finding[] = [];
  const bare: Finding[] = [];
  const told = (node: Node | null | undefined, message: string): Finding => ({
    ...placeOf(node?.range?.[0] ?? 0),
    message,
  });
  const add = (node: Node | null | undefined, message: string) => forbidden.push(told(node, message));
  if (document.directives?.yaml.explicit) {
    add(undefined, 'a line that begins with %YAML is not allowed, expected the content alone');
  }
  visit(document, {
    Alias: (_key, node) => void add(node, 'YAML aliases (*name) are not allowed, expected the value itself'),
    Node: (_key, node) => {
      if ('anchor' in node && node.anchor)
        add(node, 'YAML anchors (&name) are not allowed, expected the value without one');
      if (node.tag !== undefined) add(node, 'YAML tags (!name) are not allowed, expected the value without one');
    },
    Pair: (_key, pair) => {
      const key = pair.key as Node | null;
      if (!isScalar(key)) add(key, 'a list or block stands as a key, expected text');
      else if (key.value === null) add(key, 'a key is missing before the colon, expected text');
      else if (key.value === '__proto__') add(key, 'the key __proto__ is not allowed, expected another name');
      else if (typeof key.value !== 'string') {
        const written = String(key.source ?? key.value);
        bare.push(told(key, `the key ${written} is not text, expected it in quotes: ${quoted(written)}`));
        key.value = written;
      }
    },
  });
  return { forbidden, bare };
}

interface Step {
  readonly key?: Node;
  readonly value: Node | null;
}

/** Returns the node that a path leads to, and its key if it is in a map; `undefined` if there is none. */
function stepsTo(document: Document, path: Path): Step | undefined {
  let step: Step = { value: document.contents as Node | null };
  for (const name of path) {
    const { value } = step;
    if (isMap(value)) {
      const pair = value.items.findLast(({ key }) => isScalar(key) && key.value === name);
      if (!pair) return undefined;
      step = { key: pair.key as Node, value: pair.value as Node | null };
    } else if (isSeq(value) && typeof name === 'number' && name < value.items.length) {
      step = { value: value.items[name] as Node | null };
    } else return undefined;
  }
  return step;
}

/** Returns where the value at `path` begins or, if it does not exist, where the nearest value around it does. */
function offsetOf(document: Document, path: Path, wantsKey: boolean): number {
  for (let length = path.length; length >= 0; length--) {
    const step = stepsTo(document, path.slice(0, length));
    if (!step) continue;
    const isEmpty = isScalar(step.value) && step.value.value === null && step.value.source === '';
    const node = (step.key && (wantsKey || !step.value || isEmpty) ? step.key : step.value) ?? step.key;
    if (node?.range) return node.range[0];
  }
  return 0;
}
