/** A build that continues from the last one gives the same site as one from scratch, whatever happened in between. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdingOf } from '../../src/build/record.ts';
import { filesIn } from '../../src/build/written-files.ts';
import { root } from '../../src/settings.ts';
import { type Content, seededContent } from '../support/any-content.ts';
import { changed, changeKinds, seededRandom } from '../support/changed-content.ts';
import { Checkout } from '../support/site/checkout.ts';

const seed = Number(process.env['ATLAS_SEED'] ?? 20_261_127);
const size = { catalogs: 3, codes: 6, problems: 4 };
/** Milliseconds; each change takes two builds. */
const timeout = 400_000;

let folder: string;
let checkout: Checkout;
let content: Content;
const random = seededRandom(seed);

beforeAll(async () => {
  console.log(`changes of ATLAS_SEED=${seed}`);
  // Inside the checkout, where Astro leaves Git and the packages alone.
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, '.cache', 'rebuild-'));
  checkout = new Checkout(join(folder, 'checkout'));
  content = seededContent(seed, size);
  checkout.write(content);
  await checkout.build('site');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
/** Builds the site from scratch and returns the hashes of its files. */
async function fromNothing(): Promise<Record<string, string>> {
  const name = `fresh-${count++}`;
  await checkout.build(name, { ATLAS_CACHE: `${name}-cache` });
  const hashes = checkout.hashes(name);
  rmSync(join(checkout.folder, name), { recursive: true });
  rmSync(join(checkout.folder, `${name}-cache`), { recursive: true });
  return hashes;
}

/** Returns the path of the record of the builds into `site`. */
function recordFile(): string {
  const [file = ''] = filesIn(join(checkout.folder, 'cache', 'sites')).filter((path) => path.endsWith('record.json'));
  return file;
}

/** Damages the code that renders pages. */
function damageKept(kept: string): void {
  const [file] = filesIn(join(kept, 'astro/renderer')).filter((path) => path.includes('prerender-entry'));
  if (file === undefined) throw new Error(`there is no such code in ${kept}`);
  truncateSync(file, 4000);
}

/** Returns the keys of pages in the record of the last build, by address. */
const keys = (): Record<string, string> => JSON.parse(readFileSync(recordFile(), 'utf8')).made.generated.memory.keys;

const page = (path: string): string => `${path.slice(1)}index.html`;

/** Number of successive changes before comparing the site with one from scratch: anything missed stays wrong. */
const together = 3;
const batches = Array.from({ length: Math.ceil(changeKinds.length / together) }, (_, batch) =>
  changeKinds.slice(batch * together, (batch + 1) * together),
);

test.each(batches.map((kinds) => [kinds.join(', '), kinds] as const))(
  'after a change of %s, and exactly the pages that differ have another key',
  {
    timeout,
  },
  async (_name, kinds) => {
    for (const kind of kinds) {
      const [before, keysBefore] = [checkout.hashes('site'), keys()];
      content = changed(content, kind, random);
      checkout.write(content);
      const said = await checkout.build('site');
      const [after, keysAfter] = [checkout.hashes('site'), keys()];
      const paths = [...new Set([...Object.keys(keysBefore), ...Object.keys(keysAfter)])];
      const differing = paths.filter((path) => before[page(path)] !== after[page(path)]);
      expect(differing.length, kind).toBeGreaterThan(0);
      expect(
        paths.filter((path) => keysBefore[path] !== keysAfter[path]),
        kind,
      ).toEqual(differing);
      // The other pages are not rendered, and Astro is not started.
      expect(said, kind).not.toContain('[build]');
      const rendered = new Set([...said.matchAll(/^ {2}(\S+\.html)/gm)].map(([, name]) => name));
      for (const path of Object.keys(keysAfter)) expect(rendered.has(page(path)), path).toBe(differing.includes(path));
    }
    expect(checkout.hashes('site')).toEqual(await fromNothing());
  },
);

test('after a change of a template, of a word, of a style and of the packages', { timeout }, async () => {
  const edits: readonly [file: string, from: string | RegExp, to: string][] = [
    ['src/components/starlight/Footer.astro', '<p class="page-note">', '<p class="page-note" data-changed>'],
    ['src/i18n/en/answer.ts', 'Do not retry', 'Never retry'],
    ['src/styles/atlas.css', /$/, '\n.changed { color: var(--sl-color-text); }\n'],
    ['package-lock.json', /\n$/, '\n\n'],
  ];
  // One edit alone, chosen by the seed, then the others.
  const [first, ...others] = edits.toSorted(() => random() - 0.5);
  for (const some of [[first], others]) {
    for (const [file, from, to] of some.filter((edit) => edit !== undefined)) {
      const path = join(checkout.folder, file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace(from, to));
      expect(readFileSync(path, 'utf8')).not.toBe(text);
    }
    await checkout.build('site');
    expect(checkout.hashes('site')).toEqual(await fromNothing());
  }
});

test('where nothing changed nothing is touched', { timeout }, async () => {
  await checkout.build('site');
  const states = () => holdingOf(join(checkout.folder, 'site')).files;
  const before = states();
  expect(await checkout.build('site')).toContain('Nothing changed');
  expect(states()).toEqual(before);
});

test('a silent build says nothing, and goes on from one that spoke', { timeout }, async () => {
  await checkout.build('site');
  const states = () => holdingOf(join(checkout.folder, 'site')).files;
  const [before, hashes] = [states(), checkout.hashes('site')];
  content = changed(content, 'a text of an entry', random);
  checkout.write(content);
  expect(await checkout.build('site', {}, '--silent')).toBe('');
  const [after, hashesAfter] = [states(), checkout.hashes('site')];
  const same = Object.keys(hashes).filter((name) => name.endsWith('.html') && hashes[name] === hashesAfter[name]);
  const touched = same.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  // Hand-written pages have no key.
  expect(touched.filter((name) => keys()[`/${name.replace('index.html', '')}`] !== undefined)).toEqual([]);
  expect(same.length).toBeGreaterThan(touched.length);
});

// All the ways in which a record can be invalid: tests/unit/build/record.test.ts.
test.each<[string, (site: string, kept: string) => void]>([
  ['a page of the site was damaged', (site) => truncateSync(join(site, 'en/index.html'), 20)],
  ['a file came into the site that no build made', (site) => writeFileSync(join(site, 'stranger.html'), '')],
  ['the code that was kept for the next build was damaged', (_site, kept) => damageKept(kept)],
])('after %s', { timeout }, async (_what, damage) => {
  await checkout.build('site');
  const before = checkout.hashes('site');
  damage(join(checkout.folder, 'site'), dirname(recordFile()));
  expect(await checkout.build('site')).not.toContain('Nothing changed');
  expect(checkout.hashes('site')).toEqual(before);
});

test('after builds that were killed at any moment', { timeout }, async () => {
  // The site switches back and forth between two contents, each built from scratch once.
  const contents = [content, changed(changed(content, 'a text of an entry', random), 'a code that goes', random)];
  const right: Record<string, string>[] = [];
  let whole = 0;
  for (const own of contents) {
    checkout.write(own);
    right.push(await fromNothing());
    const started = performance.now();
    await checkout.build('site');
    whole = performance.now() - started;
  }
  for (let kill = 0; kill < 3; kill++) {
    const [from, to] = kill % 2 === 0 ? [0, 1] : [1, 0];
    checkout.write(contents[from] ?? content);
    await checkout.build('site');
    checkout.write(contents[to] ?? content);
    const child = checkout.start('site');
    const ended = new Promise((resolve) => child.once('close', resolve));
    await pause(random() * whole);
    try {
      // The whole process group: Pagefind is a separate process.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The build had already finished.
    }
    await ended;
    // Either the content of the killed build or the one before.
    const next = random() < 0.5 ? from : to;
    checkout.write(contents[next] ?? content);
    await checkout.build('site');
    expect(checkout.hashes('site'), `killed build ${kill}`).toEqual(right[next]);
  }
});

test('when builds run at once, into one folder and into two', { timeout }, async () => {
  content = changed(content, 'a text of an entry', random);
  checkout.write(content);
  await Promise.all([checkout.build('site'), checkout.build('site'), checkout.build('other')]);
  const right = await fromNothing();
  expect(checkout.hashes('site')).toEqual(right);
  expect(checkout.hashes('other')).toEqual(right);
});
