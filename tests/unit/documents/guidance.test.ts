/** Which parts of a problem's general guidance an entry's page omits. */
import { expect, it } from 'vitest';
import { documentAt } from '../../../src/documents/index.ts';
import { twinText } from '../../../src/documents/to-markdown.ts';
import { locales } from '../../../src/locales.ts';
import { atlasOf, codes } from '../../support/broken.ts';
import { context } from '../../support/fixture.ts';

/** Returns the general guidance for too many requests from the entry's twin, after an edit to the entry's data. */
function guidance(repeats: string, locale: (typeof locales)[number]): string {
  const atlas = atlasOf([codes, '      wait: { seconds: 10 }\n', `      wait: { seconds: 10 }\n${repeats}`]);
  const document = documentAt({ atlas, changes: [] }, `/${locale}/acme/400/`);
  if (!document) throw new Error('no such page');
  const sections = twinText(document, context).split(/^## /m);
  return sections.find((section) => section.includes(summaries[locale])) ?? '';
}

const summaries = {
  en: 'Too many requests in too short a time.',
  'zh-cn': '短时间内请求过多。',
  'zh-tw': '短時間內請求過多。',
} as const;

it.each(locales)('keeps every line that the entry does not say, in %s', (locale) => {
  const whole = guidance('', locale);
  const rest = guidance('      repeats: ["Wait before"]\n', locale);
  expect(whole.match(/^\d\. /gm)).toHaveLength(2);
  expect(rest.match(/^\d\. /gm)).toHaveLength(1);
  expect(rest.match(/^- /gm)).toEqual(whole.match(/^- /gm));
  const [first = '', second = ''] = whole.match(/(?<=^\d\. ).*/gm) ?? [];
  expect(rest).toContain(second);
  expect(rest).not.toContain(first);
});

it('drops the heading of a list of which nothing is left, and keeps the summary', () => {
  const rest = guidance('      repeats: ["Several programs", "Wait before", "Send fewer"]\n', 'en');
  expect(rest).toContain(summaries.en);
  expect(rest).not.toContain('###');
});

it('says it in the words of the provider, where a catalog names them', () => {
  const file = 'catalogs/acme/text.zh-cn.yaml';
  const atlas = atlasOf([file, '  provider: "Acme"\n', '  provider: "Acme"\n  terms: { 请求: 查询 }\n']);
  const document = documentAt({ atlas, changes: [] }, '/zh-cn/acme/400/');
  if (!document) throw new Error('no such page');
  const twin = twinText(document, context);
  expect(twin).toContain('短时间内查询过多。');
  expect(twin).not.toContain(summaries['zh-cn']);
  const other = documentAt({ atlas, changes: [] }, '/zh-cn/zephyr-futures/1003/');
  if (!other) throw new Error('no such page');
  expect(twinText(other, context)).toContain(summaries['zh-cn']);
});
