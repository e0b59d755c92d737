import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { sampled } from '../support/site/sample.ts';
import { htmlFiles, read } from '../support/site/site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document'],
  rules: {
    // Style, not validity.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-inline-style': 'off',
    'long-title': 'off',
    // Nothing comes from another origin (browser.test.ts).
    'require-sri': ['error', { target: 'crossorigin' }],
    // Starlight puts the table of contents, with its heading, before the page's title.
    'heading-level': ['error', { minInitialRank: 'h2' }],
    // Roles are repeated where a style removes them (CodeTable).
    'no-redundant-role': 'off',
  },
});

test('pages of every kind are valid HTML', async () => {
  const files = sampled(htmlFiles());
  expect(files.length).toBeGreaterThan(100);
  const faults: string[] = [];
  for (const path of files) {
    const { results } = await validator.validateString(read(path));
    for (const { line, column, ruleId, message } of results.flatMap(({ messages }) => messages)) {
      faults.push(`${path}:${line}:${column}: ${message} (${ruleId})`);
    }
  }
  expect(faults.slice(0, 20)).toEqual([]);
});
