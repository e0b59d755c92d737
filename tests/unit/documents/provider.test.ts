/** The page of a provider with several APIs. */
import { expect, test } from 'vitest';
import { documentAt } from '../../../src/documents/index.ts';
import { twinText } from '../../../src/documents/to-markdown.ts';
import { atlasOf, type Edit, findings, zephyrCatalog } from '../../support/broken.ts';
import { context, tiny } from '../../support/fixture.ts';

/** Edits that make Zephyr a second API of Acme. */
const ofAcme: readonly Edit[] = [
  [zephyrCatalog, 'id: zephyr, homepage: "https://zephyr.example/"', 'id: acme, homepage: "https://acme.example/"'],
  ...['en', 'zh-cn', 'zh-tw'].map(
    (locale): Edit => [`catalogs/zephyr-futures/text.${locale}.yaml`, 'provider: "Zephyr"', 'provider: "Acme"'],
  ),
];

test('a provider with one catalog has no page of its own', () => {
  expect(documentAt({ atlas: tiny(), changes: [] }, '/en/providers/acme/')).toBeUndefined();
});

test('a provider with two names both, and the codes that differ', () => {
  const document = documentAt({ atlas: atlasOf(...ofAcme), changes: [] }, '/en/providers/acme/');
  if (!document) throw new Error('no document');
  const twin = twinText(document, context);
  expect(twin).toContain('Acme has 2 APIs here.');
  expect(twin).toContain('](https://atlas.example/en/zephyr-futures.md)');
  // 1003 is an invalid token in one and too many requests in the other; no other code is in both.
  expect(twin.match(/^\| \[`/gm)).toHaveLength(1);
  expect(twin).toMatch(/\| \[`1003` Invalid token\]\([^)]+\) \| \[`1003` Slow down\]\([^)]+\) \|/);
});

test('catalogs of one provider say the same of it', () => {
  const [first] = ofAcme;
  expect(findings(...(first ? [[first[0], 'id: zephyr,', 'id: acme,'] as const] : []))).toEqual([
    `${zephyrCatalog}:1:33: the provider "acme" has another homepage than in catalogs/acme/catalog.yaml, expected "https://acme.example/": catalogs of one provider say the same of it`,
    'catalogs/zephyr-futures/text.en.yaml:3:13: the provider "acme" has another name than in catalogs/acme/text.en.yaml, expected "Acme": catalogs of one provider say the same of it',
    'catalogs/zephyr-futures/text.zh-cn.yaml:3:13: the provider "acme" has another name than in catalogs/acme/text.zh-cn.yaml, expected "Acme": catalogs of one provider say the same of it',
    'catalogs/zephyr-futures/text.zh-tw.yaml:3:13: the provider "acme" has another name than in catalogs/acme/text.zh-tw.yaml, expected "Acme": catalogs of one provider say the same of it',
  ]);
});
