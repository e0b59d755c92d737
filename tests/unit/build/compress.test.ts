import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressFolder } from '../../../src/build/compress.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'atlas-compress-'));
  mkdirSync(join(dir, 'a', 'b'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('compresses text of a size that matters, in every folder, and nothing else', async () => {
  const text = '错误码 1002\n'.repeat(500);
  for (const name of ['a/b/index.html', 'errors.json', 'a/errors.csv']) writeFileSync(join(dir, name), text);
  writeFileSync(join(dir, 'small.html'), 'small');
  writeFileSync(join(dir, 'a/image.png'), text);
  const { files, bytes, compressed } = await compressFolder(dir, ['gzip', 'brotli']);
  expect(files).toBe(3);
  expect(bytes).toBe(3 * Buffer.byteLength(text));
  expect(compressed.gzip).toBeGreaterThan(0);
  expect(gunzipSync(readFileSync(join(dir, 'a/b/index.html.gz'))).toString()).toBe(text);
  expect(brotliDecompressSync(readFileSync(join(dir, 'a/errors.csv.br'))).toString()).toBe(text);
  for (const name of ['small.html.gz', 'a/image.png.gz', 'a/image.png.br'])
    expect(existsSync(join(dir, name))).toBe(false);
});

test('the same content gives the same bytes, and an encoding can be left out', async () => {
  writeFileSync(join(dir, 'page.html'), 'page '.repeat(1000));
  await compressFolder(dir, ['gzip']);
  const first = readFileSync(join(dir, 'page.html.gz'));
  expect(existsSync(join(dir, 'page.html.br'))).toBe(false);
  await compressFolder(dir, ['gzip']);
  expect(readFileSync(join(dir, 'page.html.gz')).equals(first)).toBe(true);
});
