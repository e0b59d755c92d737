/** Which room may import which. Imports lead downward only, and no file is part of a cycle. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { root } from '../../src/settings.ts';

/** What the rooms of src/ may import besides themselves and files of src/ that are in no room. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  catalog: [],
  policy: [],
  api: ['catalog'],
  search: ['catalog'],
  sources: ['catalog'],
  i18n: ['catalog', 'search'],
  editorial: ['catalog'],
  documents: ['catalog', 'i18n'],
  hosting: ['catalog', 'policy'],
  site: ['catalog', 'documents', 'hosting'],
  generate: ['catalog', 'i18n', 'documents', 'search', 'api', 'policy'],
  browser: ['api', 'search', 'i18n', 'catalog', 'policy'],
  components: ['documents', 'i18n', 'catalog', 'policy', 'site', 'browser', 'styles'],
  pages: ['components', 'documents', 'i18n', 'catalog', 'policy', 'site', 'browser', 'styles'],
  build: ['generate', 'hosting', 'policy', 'site', 'documents', 'catalog'],
  integrations: ['build', 'generate', 'hosting', 'policy', 'i18n', 'catalog', 'documents', 'site'],
  styles: [],
};

/** Rooms whose files run, or could run, in a browser, where Node's modules are not available. */
const withoutNode = ['search', 'browser', 'i18n'];
/** Rooms that know nothing about this build: its settings are passed as arguments. */
const withoutSettings = ['catalog', 'documents', 'search', 'i18n', 'api', 'generate/api', 'browser', 'sources'];

interface Import {
  readonly from: string;
  readonly to: string;
}

const namesIn = (code: string): string[] => ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName);

/** Returns a module without its types. */
const withoutTypes = (code: string): string =>
  ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, verbatimModuleSyntax: true },
  }).outputText;

/** Returns what a file imports; for an Astro file, the imports of its front matter and its scripts. */
function importsOf(file: string, read: (code: string) => string[] = namesIn): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  if (!file.endsWith('.astro')) return read(text);
  const [, front = '', markup = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return [...read(front), ...[...markup.matchAll(/<script src="([^"]+)"/g)].map(([, source = '']) => source)];
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.(?:ts|astro)$/.test(path));

const pathOf = (from: string, to: string): string => (to.startsWith('.') ? posix.join(posix.dirname(from), to) : to);

const imports: readonly Import[] = files.flatMap((from) =>
  importsOf(from).map((to) => ({ from, to: pathOf(from, to) })),
);

const roomOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];
const shown = ({ from, to }: Import): string => `${from} imports ${to}`;

test('every room has its rule, and every import leads to a file', () => {
  expect([...new Set(files.flatMap((file) => roomOf(file) ?? []))].sort()).toEqual(
    Object.keys(rooms)
      .filter((room) => room !== 'styles')
      .sort(),
  );
  expect(imports.length).toBeGreaterThan(500);
  expect(imports.filter(({ to }) => to.startsWith('src/') && !existsSync(join(root, to))).map(shown)).toEqual([]);
});

test.each(Object.keys(rooms))('src/%s imports only rooms below it', (room) => {
  const allowed = new Set([room, ...(rooms[room] ?? [])]);
  const others = imports.filter(({ from, to }) => {
    const target = roomOf(to);
    return roomOf(from) === room && target !== undefined && !allowed.has(target);
  });
  expect(others.map(shown)).toEqual([]);
});

test('arrows between rooms make no circle', () => {
  const open = new Map(Object.entries(rooms).map(([room, below]) => [room, new Set(below)]));
  while (open.size > 0) {
    const lowest = [...open].filter(([, below]) => ![...below].some((room) => open.has(room)));
    expect(
      lowest.map(([room]) => room),
      `a circle among ${[...open.keys()].join(', ')}`,
    ).not.toEqual([]);
    for (const [room] of lowest) open.delete(room);
  }
});

test('no file imports itself by way of others', () => {
  const targets = Map.groupBy(imports, ({ from }) => from);
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const { to } of targets.get(file) ?? []) visit(to, [...trail, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

describe('rooms that could run elsewhere', () => {
  test.each(withoutNode)('src/%s imports nothing of Node', (room) => {
    expect(imports.filter(({ from, to }) => roomOf(from) === room && to.startsWith('node:')).map(shown)).toEqual([]);
  });

  test.each(withoutSettings)('src/%s takes its settings as arguments', (room) => {
    const own = imports.filter(({ from, to }) => from.startsWith(`src/${room}/`) && to === 'src/settings.ts');
    expect(own.map(shown)).toEqual([]);
  });

  test('scripts of pages and parts of pages lie apart', () => {
    expect(files.filter((file) => file.startsWith('src/components/') && !file.endsWith('.astro'))).toEqual([]);
    expect(files.filter((file) => file.startsWith('src/browser/') && file.endsWith('.astro'))).toEqual([]);
  });
});

test('what runs in a browser gets nothing of Node by way of others', () => {
  const seen = new Set<string>();
  const reach = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.endsWith('.ts') || !file.startsWith('src/')) return;
    for (const to of importsOf(file, (code) => namesIn(withoutTypes(code)))) reach(pathOf(file, to));
  };
  for (const file of files.filter((path) => path.startsWith('src/browser/'))) reach(file);
  expect([...seen].filter((path) => path.startsWith('node:'))).toEqual([]);
});
