import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../src/settings.ts';
import { buildCommand, buildEnvironment } from '../support/site/build.ts';
import { dist } from '../support/site/site.ts';

const [program, ...args] = buildCommand;
let folder: string;
beforeAll(() => {
  // Inside the checkout: builds into folders elsewhere wait for each other.
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, '.cache', 'build-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hashes = (dir: string) =>
  new Map(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
      .map((path) => [path.slice(dir.length), createHash('sha256').update(readFileSync(path)).digest('hex')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const revisionOf = (dir: string): unknown => {
  const index: unknown = JSON.parse(readFileSync(join(dir, 'api/v1/index.json'), 'utf8'));
  return typeof index === 'object' && index !== null && 'revision' in index ? index.revision : undefined;
};

test('building twice gives the same bytes', () => {
  const second = join(folder, 'second');
  const build = () =>
    execFileSync(program, args, {
      cwd: root,
      env: { ...buildEnvironment, ATLAS_OUT: second, ATLAS_CACHE: join(folder, 'cache') },
    });
  build();
  expect(revisionOf(dist), `the site in ${dist} is of another revision: run npm run build first`).toBe(
    revisionOf(second),
  );
  expect(hashes(second)).toEqual(hashes(dist));
  // Builds all of the content, from scratch.
}, 600_000);

test('a wrong catalog stops the build with every problem at once, and nothing is written', () => {
  const content = join(folder, 'content');
  cpSync(join(root, 'tests/fixtures/tiny'), content, { recursive: true });
  writeFileSync(join(content, 'permalinks.txt'), '/acme/gone/\n/acme/lost/\n');
  const out = join(folder, 'refused');
  const { status, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...buildEnvironment, ATLAS_CONTENT: content, ATLAS_OUT: out },
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /permalinks\.txt:1:1: the address \/acme\/gone\/ was published and no longer exists, expected/,
  );
  expect(stderr).toMatch(/permalinks\.txt:2:1: the address \/acme\/lost\/ was published/);
  expect(existsSync(out)).toBe(false);
});

test('a build as the workflow for GitHub Pages runs it holds, and its pages say where they are edited', () => {
  const out = join(folder, 'pages');
  const repository = 'https://github.com/owner/atlas/edit/main/';
  execFileSync(program, args, {
    cwd: root,
    env: {
      ...buildEnvironment,
      ATLAS_CONTENT: 'tests/fixtures/tiny',
      ATLAS_OUT: out,
      ATLAS_CACHE: join(folder, 'pages-cache'),
      ATLAS_SITE: 'https://owner.github.io',
      ATLAS_BASE: '/atlas/',
      ATLAS_REPOSITORY: repository,
      ATLAS_COMPRESS: 'none',
    },
  });
  for (const [page, file] of [
    ['en/acme', 'catalogs/acme/text.en.yaml'],
    ['zh-cn/acme/1003', 'catalogs/acme/text.zh-cn.yaml'],
    ['zh-tw/problems/rate-limited', 'problems/text.zh-tw.yaml'],
  ]) {
    const html = readFileSync(join(out, `${page}`, 'index.html'), 'utf8');
    expect(html).toContain(`href="${repository}content/${file}"`);
    expect(html).toMatch(
      /href="https:\/\/github\.com\/owner\/atlas\/issues\/new\?template=wrong-text\.yml&(?:amp;|#38;)page=/,
    );
  }
});
