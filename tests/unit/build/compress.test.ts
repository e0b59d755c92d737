import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressFiles, isCompressible } from '../../../src/build/compress.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'atlas-compress-'));
  mkdirSync(join(dir, 'a', 'b'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('what is compressed is text of a size that matters', () => {
  expect(['a/b/index.html', 'errors.json', 'errors.csv', 'a.md'].every((name) => isCompressible(name, 1024))).toBe(
    true,
  );
  expect(isCompressible('small.html', 1023)).toBe(false);
  expect(
    ['a/image.png', 'errors.json.gz', 'fragment/en_1.pf_fragment'].some((name) => isCompressible(name, 9999)),
  ).toBe(false);
});

test('every file gets its forms beside it; what programs read, only gzip', async () => {
  const text = '错误码 1002\n'.repeat(500);
  const names = ['a/b/index.html', 'errors.json', 'a/errors.csv'];
  for (const name of [...names, 'other.json']) writeFileSync(join(dir, name), text);
  const { files, bytes, compressed } = await compressFiles(dir, names, ['gzip', 'brotli']);
  expect(files).toBe(3);
  expect(bytes).toBe(3 * Buffer.byteLength(text));
  expect(compressed.gzip).toBeGreaterThan(0);
  expect(gunzipSync(readFileSync(join(dir, 'a/b/index.html.gz'))).toString()).toBe(text);
  expect(brotliDecompressSync(readFileSync(join(dir, 'errors.json.br'))).toString()).toBe(text);
  expect(gunzipSync(readFileSync(join(dir, 'a/errors.csv.gz'))).toString()).toBe(text);
  expect(existsSync(join(dir, 'a/errors.csv.br'))).toBe(false);
  expect(existsSync(join(dir, 'other.json.gz'))).toBe(false);
});

test('what holds all entries gets only gzip, too', async () => {
  writeFileSync(join(dir, 'all.json'), 'all '.repeat(300_000));
  await compressFiles(dir, ['all.json'], ['gzip', 'brotli']);
  expect(existsSync(join(dir, 'all.json.gz'))).toBe(true);
  expect(existsSync(join(dir, 'all.json.br'))).toBe(false);
  await compressFiles(dir, ['all.json'], ['brotli']);
  expect(existsSync(join(dir, 'all.json.br'))).toBe(true);
});

test('the same content gives the same bytes, and an encoding can be left out', async () => {
  writeFileSync(join(dir, 'page.html'), 'page '.repeat(1000));
  await compressFiles(dir, ['page.html'], ['gzip']);
  const first = readFileSync(join(dir, 'page.html.gz'));
  expect(existsSync(join(dir, 'page.html.br'))).toBe(false);
  await compressFiles(dir, ['page.html'], ['gzip']);
  expect(readFileSync(join(dir, 'page.html.gz')).equals(first)).toBe(true);
});
