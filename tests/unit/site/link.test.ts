import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../../src/settings.ts';
import { newIssueLink, reportLink } from '../../../src/site/link.ts';

const page = { page: 'https://atlas.example/en/acme/400/', code: 'acme 400', language: 'en' };

test('a mistake is reported by the form, with what is known filled in', () => {
  const url = new URL(reportLink(page, 'https://github.com/owner/atlas/edit/main/') ?? '');
  expect(url.origin + url.pathname).toBe('https://github.com/owner/atlas/issues/new');
  expect(Object.fromEntries(url.searchParams)).toEqual({ template: 'wrong-text.yml', ...page });
});

test('without a code, a repository, or forms there is less', () => {
  expect(reportLink({ ...page, code: undefined }, 'https://github.com/o/a/edit/main/')).not.toContain('code=');
  expect(newIssueLink('')).toBeUndefined();
  expect(reportLink(page, '')).toBeUndefined();
  expect(reportLink(page, 'https://git.example/files/')).toBeUndefined();
});

test('the form has the fields that the link fills in', () => {
  const form = parse(readFileSync(join(root, '.github/ISSUE_TEMPLATE/wrong-text.yml'), 'utf8'));
  const ids = form.body.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(expect.arrayContaining(Object.keys(page)));
});
