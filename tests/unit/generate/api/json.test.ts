import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { type DocumentName, documents, schemaVersion } from '../../../../src/api/shape.ts';
import { jsonFiles } from '../../../../src/generate/api/json.ts';
import { documentNames, schemaFiles } from '../../../../src/generate/api/json-schema.ts';
import { context, realAtlas, textAt, tiny, wholeAtlas } from '../../../support/fixture.ts';
import { some } from '../../../support/runs.ts';

const formats = {
  uri: (value: string) => URL.canParse(value),
  date: /^\d{4}-\d\d-\d\d$/,
};
const atlas = tiny();
const files = [...jsonFiles(atlas, context)];
const documentAt = (path: string) => JSON.parse(textAt(files, path));
const schemas = [...schemaFiles(context)].map(({ path, text }) => ({ path, schema: JSON.parse(text) }));
const validator = () => new Ajv2020({ allErrors: true, strict: true, formats });

/** Returns the kind of document at an address. */
const kindOf = (path: string): DocumentName =>
  /\/catalogs\/[^/]+\.json$/.test(path)
    ? 'catalog'
    : path.includes('/catalogs/')
      ? 'entry'
      : path.includes('/errors/')
        ? 'catalog-errors'
        : (path
            .replace('/download', '')
            .replace('.gz', '')
            .replace('/api/v1/', '')
            .replace('.json', '') as DocumentName);

describe('the JSON Schemas', () => {
  it('are 2020-12, under the address that documents name', () => {
    for (const { path, schema } of schemas) {
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      expect(schema.$id).toBe(`https://atlas.example${path}`);
      expect(validator().validateSchema(schema)).toBe(true);
    }
    expect(schemas).toHaveLength(documentNames.length);
  });

  it('accept every document of the fixture and of the real content', () => {
    const ajv = validator();
    for (const { schema } of schemas) ajv.addSchema(schema);
    for (const { path, text } of [...files, ...some([...jsonFiles(realAtlas(), context)])]) {
      const document = JSON.parse(text);
      expect(document.$schema).toBe(`https://atlas.example/api/v1/schema/${kindOf(path)}.json`);
      const valid = ajv.validate(document.$schema, document);
      expect(ajv.errors ?? [], path).toEqual([]);
      expect(valid).toBe(true);
    }
  });

  it('accept fields that v1 gets later, and no document without a field of today', () => {
    const { schema } = schemas.find(({ path }) => path.endsWith('/entry.json')) ?? { schema: {} };
    const validate = validator().compile(schema);
    const document = documentAt('/api/v1/catalogs/acme/400.json');
    expect(validate({ ...document, later: 1, schemaVersion: '1.7.0' })).toBe(true);
    expect(validate({ ...document, schemaVersion: '2.0.0' })).toBe(false);
    const { permalink, ...rest } = document.entry;
    expect(validate({ ...document, entry: rest })).toBe(false);
  });

  it('describe every field that a document has', () => {
    for (const { path, text } of files) {
      // In output mode the schema allows no other fields.
      const schema = z.toJSONSchema(documents[kindOf(path)], { io: 'output' });
      const ajv = validator();
      ajv.validate(schema, JSON.parse(text));
      expect(ajv.errors ?? [], path).toEqual([]);
    }
  });
});

describe('the documents', () => {
  it('lie at their addresses', () => {
    expect(files.map(({ path }) => path)).toEqual([
      '/api/v1/catalogs/acme.json',
      '/api/v1/catalogs/acme/400.json',
      '/api/v1/catalogs/acme/1001.json',
      '/api/v1/catalogs/acme/1003.json',
      '/api/v1/errors/acme.en.json',
      '/api/v1/errors/acme.zh-cn.json',
      '/api/v1/errors/acme.zh-tw.json',
      '/api/v1/catalogs/zephyr-futures.json',
      '/api/v1/catalogs/zephyr-futures/-1121.json',
      '/api/v1/catalogs/zephyr-futures/ambiguous_symbol.json',
      '/api/v1/catalogs/zephyr-futures/1003.json',
      '/api/v1/errors/zephyr-futures.en.json',
      '/api/v1/errors/zephyr-futures.zh-cn.json',
      '/api/v1/errors/zephyr-futures.zh-tw.json',
      '/api/v1/problems.json',
      '/api/v1/errors.json',
      '/api/v1/index.json',
    ]);
  });

  it('begin with version and revision, and the index with counts', () => {
    const index = documentAt('/api/v1/index.json');
    expect(index).toMatchObject({
      schemaVersion,
      revision: 'abc123',
      counts: { catalogs: 2, entries: 6, meanings: 7, problems: 3 },
      errors: 'https://atlas.example/api/v1/errors.json',
      lastChange: null,
    });
    expect(index.catalogs.map(({ id, counts }: { id: string; counts: object }) => [id, counts])).toEqual([
      ['acme', { entries: 3, meanings: 4 }],
      ['zephyr-futures', { entries: 3, meanings: 3 }],
    ]);
  });

  it('give the entries of a catalog in one language, the same as in all', () => {
    const { entries, language } = documentAt('/api/v1/errors/acme.zh-tw.json');
    const [first] = documentAt('/api/v1/errors.json').entries;
    expect(language).toBe('zh-TW');
    expect(entries.map(({ code }: { code: string }) => code)).toEqual(['400', '1001', '1003']);
    expect(entries[0]).toMatchObject({ code: first.code, page: first.pages['zh-TW'], permalink: first.permalink });
    expect(entries[0].meanings[0]).toMatchObject({
      title: first.meanings[0].title['zh-TW'],
      fixes: first.meanings[0].fixes['zh-TW'],
      messages: first.meanings[0].messages,
    });
    expect(JSON.stringify(entries)).not.toContain('zh-CN');
  });

  it('give an entry with texts, links and sources', () => {
    const { entry } = documentAt('/api/v1/catalogs/acme/400.json');
    expect(entry).toMatchObject({
      code: '400',
      permalink: 'https://atlas.example/acme/400/',
      pages: { en: 'https://atlas.example/en/acme/400/', 'zh-TW': 'https://atlas.example/zh-tw/acme/400/' },
      markdown: { 'zh-CN': 'https://atlas.example/zh-cn/acme/400.md' },
      related: [{ catalog: 'acme', code: '1003', permalink: 'https://atlas.example/acme/1003/' }],
    });
    expect(entry.sources[0]).toEqual({
      title: 'Error codes',
      url: 'https://acme.example/docs/errors',
      language: 'en',
      read: '2026-07-01',
      superseded: false,
      thirdParty: false,
    });
    expect(entry.meanings[1]).toMatchObject({
      slug: 'too-fast',
      permalink: 'https://atlas.example/acme/400/#too-fast',
      wait: { kind: 'seconds', seconds: 10 },
      title: { en: 'Too many requests', 'zh-CN': '请求过多', 'zh-TW': '請求過多' },
      titleOrigin: { en: 'official', 'zh-TW': 'translated' },
    });
  });

  it('keep codes as text, successors and equal codes as references', () => {
    expect(documentAt('/api/v1/catalogs/zephyr-futures/-1121.json').entry.code).toBe('-1121');
    expect(documentAt('/api/v1/catalogs/acme/1001.json').entry.successor.code).toBe('1003');
    expect(documentAt('/api/v1/catalogs/acme/1003.json').entry.sameCode).toEqual([
      { catalog: 'zephyr-futures', code: '1003', permalink: 'https://atlas.example/zephyr-futures/1003/' },
    ]);
  });

  it('give limits as numbers with their span', () => {
    const { catalog } = documentAt('/api/v1/catalogs/zephyr-futures.json');
    expect(catalog.limits[0].rows.map(({ values }: { values: unknown }) => values)).toEqual([
      [
        { number: 10, seconds: 1, atLeast: false },
        { number: 0, seconds: null, atLeast: false },
      ],
      [
        { number: 600, seconds: 60, atLeast: true },
        { number: 5, seconds: null, atLeast: true },
      ],
    ]);
  });

  it('tell in errors.json every meaning with its texts', () => {
    const { entries } = documentAt('/api/v1/errors.json');
    expect(entries.flatMap((entry: { meanings: unknown[] }) => entry.meanings)).toHaveLength(7);
    expect(entries[0].meanings[0].fixes['zh-TW']).toEqual(['在商品清單中查代碼。', '改成大寫後重送。']);
  });

  it('put the base path into every address', () => {
    for (const { text } of jsonFiles(atlas, { ...context, base: '/atlas/' }))
      expect(text.match(/https:\/\/atlas\.example\/(?!atlas\/)/)).toBeNull();
  });
});

it('errors.json weighs at most 1.1 KB for each code with gzip', () => {
  const real = wholeAtlas();
  const text = textAt(jsonFiles(real, { ...context, revision: 'f'.repeat(40) }), '/api/v1/errors.json');
  const codes = real.catalogs.reduce((sum, { entries }) => sum + entries.length, 0);
  expect(gzipSync(text).length / codes).toBeLessThan(1.1 * 1024);
});
