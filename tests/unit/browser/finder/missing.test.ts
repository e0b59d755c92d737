import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { missingLink } from '../../../../src/browser/finder/missing.ts';
import { find } from '../../../../src/search/find.ts';
import { root } from '../../../../src/settings.ts';
import { tiny } from '../../../support/fixture.ts';
import { dataOf, filesOf } from '../../../support/search-data.ts';

const files = filesOf(tiny());
const issue = 'https://github.com/owner/atlas/issues/new';

async function fieldsFor(query: string): Promise<Record<string, string>> {
  const url = new URL(missingLink(issue, await find(query, dataOf(files, 'en'))));
  expect(url.origin + url.pathname).toBe(issue);
  return Object.fromEntries(url.searchParams);
}

test('a code that a named catalog lacks goes into the form for codes', async () => {
  const [acme] = tiny().catalogs;
  expect(await fieldsFor('acme 7777')).toEqual({
    template: 'missing-code.yml',
    catalog: acme?.name.en,
    code: '7777',
  });
});

test('of a paste only what was understood goes into the address', async () => {
  const secret = 'wx0f3kQ9';
  const fields = await fieldsFor(`POST /order failed\napi_key: ${secret}\nthe gate did not open for ${secret}`);
  expect(fields.template).toBe('message-seen.yml');
  expect(JSON.stringify(fields)).not.toContain(secret);
});

test.each(['missing-code.yml', 'message-seen.yml'])('%s has the fields that the link fills in', (template) => {
  const form = parse(readFileSync(join(root, '.github/ISSUE_TEMPLATE', template), 'utf8'));
  const ids = form.body.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(
    expect.arrayContaining(template === 'missing-code.yml' ? ['catalog', 'code'] : ['code', 'message']),
  );
});
