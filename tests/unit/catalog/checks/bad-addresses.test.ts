/** Published addresses and redirects. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { change, codes, type Edit, findings, findingsIn, inCopy } from '../../../support/broken.ts';

type Case = readonly [name: string, edits: readonly Edit[], expected: readonly string[]];

const gone =
  'was published and no longer exists, expected its entry with status: retired, or a redirect in redirects.yaml';

const addresses: readonly Case[] = [
  [
    'published addresses that no longer exist',
    [['permalinks.txt', '', '/acme/7/\n# not this one: /acme/8/\n\n  /gone/1/\n']],
    [`permalinks.txt:9:1: the address /acme/7/ ${gone}`, `permalinks.txt:12:3: the address /gone/1/ ${gone}`],
  ],
  [
    'a redirect to nowhere',
    [['redirects.yaml', '/zephyr-futures/-1121/', '/zephyr-futures/1/']],
    ['redirects.yaml:1:44: the address /zephyr-futures/1/ does not exist, expected the permanent link of an entry'],
  ],
  [
    'redirects from pages of the site, from entries, twice, or from no path',
    [
      [
        'redirects.yaml',
        '',
        [
          '- { from: /find/, to: /acme/400/ }',
          '- { from: /en/x/, to: /acme/400/ }',
          '- { from: /acme/1001/, to: /acme/400/ }',
          '- { from: /zephyr-futures/bad_symbol/, to: /acme/400/ }',
          '- { from: acme, to: "https://acme.example/" }\n',
        ].join('\n'),
      ],
    ],
    [
      'redirects.yaml:2:11: /find/ cannot move, expected a permanent link, as /mexc-futures/1002/',
      'redirects.yaml:3:11: /en/x/ cannot move, expected a permanent link, as /mexc-futures/1002/',
      'redirects.yaml:4:11: the address /acme/1001/ is that of an entry, expected one that is gone',
      'redirects.yaml:5:11: the redirect from "/zephyr-futures/bad_symbol/" stands twice (first on line 1), expected it once',
      'redirects.yaml:6:11: from: found "acme", expected an address without a domain that begins and ends with /, as /mexc-futures/1002/',
      'redirects.yaml:6:21: to: found "https://acme.example/", expected an address without a domain that begins and ends with /, as /mexc-futures/1002/',
    ],
  ],
];

test.each(addresses)('%s', (_name, edits, expected) => {
  expect(findings(...edits)).toEqual(expected);
});

test('an anchor that was published is kept, unless its entry moved', () => {
  const published = (...lines: string[]) =>
    inCopy((folder) => {
      writeFileSync(join(folder, 'published.txt'), ['# What was published.', ...lines, ''].join('\n'));
      return findingsIn(folder);
    });
  const state = 'documented 0123456789abcdef';
  expect(published(`acme 400 bad-symbol ${state}`, `acme 400 too-fast ${state}`, `acme 9 gone ${state}`)).toEqual([]);
  expect(published(`acme 400 bad-symbol ${state}`, `acme 1003 token ${state}`)).toEqual([
    'published.txt:3:1: the meaning "token" of acme 1003 was published and no longer exists, expected its slug as it was, since links end with it; where the provider has dropped the meaning, take this line out',
  ]);
});

test('what was published last is told by line where it is no such list', () => {
  const found = inCopy((folder) => {
    writeFileSync(join(folder, 'published.txt'), '# What was published.\nacme 400 bad-symbol\n');
    return findingsIn(folder);
  });
  expect(found).toEqual(['published.txt:2:1: expected a catalog, a code, a meaning, a status and a hash']);
});

test('where a slug is wrong itself, it may be the one that was published', () => {
  const found = inCopy((folder) => {
    writeFileSync(join(folder, 'published.txt'), 'acme 1003 token documented 0123456789abcdef\n');
    change(folder, [codes, 'slug: invalid-token', 'slug: Invalid Token']);
    return findingsIn(folder);
  });
  expect(found.some((finding) => finding.includes('slug: found "Invalid Token"'))).toBe(true);
  expect(found.some((finding) => finding.startsWith('published.txt'))).toBe(false);
});

test('a redirect keeps an address that was published', () => {
  expect(findings(['redirects.yaml', '/zephyr-futures/bad_symbol/', '/zephyr-futures/worse_symbol/'])).toEqual([
    `permalinks.txt:8:1: the address /zephyr-futures/bad_symbol/ ${gone}`,
  ]);
});

test('an address that is none is told as it is written', () => {
  expect(findings(['permalinks.txt', '', 'https://acme.example/\u202E\n'])).toEqual([
    `permalinks.txt:9:1: the address "https://acme.example/<U+202E>" ${gone}`,
  ]);
});
