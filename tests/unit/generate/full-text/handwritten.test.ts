import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aboutPath, apiPagePath } from '../../../../src/catalog/paths.ts';
import { handwrittenRecord } from '../../../../src/generate/full-text/handwritten.ts';
import { locales } from '../../../../src/locales.ts';

const source = `---
title: A page
pagefind: false
---

import SiteLink from './SiteLink.astro';

Words with *stress*, \`code\` and <SiteLink to="/x/">a link</SiteLink>.
They go on, {1 + 1} <SiteLink to="/y/" />.

## A heading

- first
- second

| key | value |
|---|---|
| \`a\` | one two |

\`\`\`json
{ "schemaVersion": 1 }
\`\`\`
`;

describe('the record of a hand-written page', () => {
  it('holds what a reader sees, piece by piece', () => {
    expect(handwrittenRecord('/en/a/', 'en', source)).toEqual({
      url: '/en/a/',
      language: 'en',
      meta: { title: 'A page' },
      content: [
        'A page',
        'Words with stress, code and a link.\nThey go on,  .',
        'A heading',
        'first',
        'second',
        'key',
        'value',
        'a',
        'one two',
        '{ "schemaVersion": 1 }',
      ].join('\n'),
    });
  });

  it.each(locales)('says in %s what the pages of the site say', (locale) => {
    for (const path of [aboutPath(locale), apiPagePath(locale)]) {
      const { content, language, meta } = handwrittenRecord(
        path,
        locale,
        readFileSync(`content/docs${path.slice(0, -1)}.mdx`, 'utf8'),
      );
      expect(language).toBe(locale);
      expect(meta['title']).not.toBe('');
      expect(content).toContain(meta['title']);
      expect(content).toMatch(locale === 'en' ? /\w+ \w+/ : /[\u4e00-\u9fff]{4}/);
      expect(content).not.toMatch(/import |SiteLink|pagefind: false/);
    }
  });
});
