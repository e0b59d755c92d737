import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkPages } from '../../../../src/catalog/checks/handwritten-pages.ts';
import { formatFinding } from '../../../../src/catalog/reading/findings.ts';
import { root } from '../../../../src/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'atlas-pages-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const findings = (...files: string[]): string[] => {
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return checkPages(folder, 'content/docs', ['acme']).map(formatFinding);
};

test('the site’s own pages are sound', () => {
  expect(checkPages(join(root, 'content/docs'), 'content/docs', ['acme'])).toEqual([]);
});

test('a page is there in every language', () => {
  expect(findings('en/extra.mdx', 'zh-cn/extra.md', 'en/_part.mdx')).toEqual([
    'content/docs/zh-tw/extra.mdx:1:1: the page is missing, expected it in every language, as in en, zh-cn',
  ]);
});

test('a page has an address of its own', () => {
  const all = (name: string) => ['en', 'zh-cn', 'zh-tw'].map((locale) => `${locale}/${name}.mdx`);
  expect(findings(...all('acme'), ...all('find'))).toEqual([
    ...all('acme').map(
      (file) => `content/docs/${file}:1:1: the page "acme" has the address of a catalog, expected another name`,
    ),
    ...all('find').map(
      (file) => `content/docs/${file}:1:1: the page "find" has the address of the site itself, expected another name`,
    ),
  ]);
});

test('without pages nothing is missing', () => {
  expect(checkPages(join(folder, 'nowhere'), 'content/docs', ['acme'])).toEqual([]);
});
