/** `npm run sources -- import`: a table of codes becomes a catalog of outlines. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../../src/settings.ts';
import { placeholders } from '../../../src/sources/code-table.ts';
import { type CommandResult, runSources } from '../../../src/sources/command.ts';
import { writeContent } from '../../support/source-content.ts';

type Cells = Readonly<Record<string, string>>;

function imported(
  rows: readonly Cells[],
  raw?: string,
): { readonly result: CommandResult; readonly read: (name: string) => unknown } {
  const content = writeContent();
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const table =
    raw ??
    [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
      .map((cells) => cells.join('\t'))
      .join('\n');
  writeFileSync(join(content, 'table.tsv'), table);
  const result = runSources(['import', 'fresh', 'table.tsv'], {
    contentDir: content,
    root: content,
    today: '2026-11-27',
  });
  return { result, read: (name) => parse(readFileSync(join(content, 'catalogs/fresh', name), 'utf8')) };
}

const row: Cells = {
  code: '-1003',
  symbol: 'TOO_MANY_REQUESTS',
  group: 'General issues',
  source: 'errors.md@a5e0bc3, CHANGELOG.md@a5e0bc3',
  message: 'Limit is %s per %s.',
  official_en: 'Limit is %s per %s.',
  official_zh_cn: '限制为 %s 每 %s。',
  title_zh_tw: '限制為每 %s %s',
  problem: 'rate-limited',
  retry: 'backoff',
  wait: 'Retry-After',
  fixed_by: 'you',
};

describe('a table of codes', () => {
  test('becomes outlines, letter for letter', () => {
    const { result, read } = imported([row]);
    expect(result.exitCode).toBe(0);
    expect(read('codes.yaml')).toEqual([
      {
        code: '-1003',
        symbol: 'TOO_MANY_REQUESTS',
        group: 'general-issues',
        status: 'documented',
        depth: 'outline',
        sources: ['errors-md', 'changelog-md'],
        meanings: [
          {
            slug: 'too-many-requests',
            problem: 'rate-limited',
            retry: 'backoff',
            wait: { header: 'Retry-After' },
            fixedBy: 'you',
            messages: [{ text: 'Limit is {value1} per {value2}.', seen: 'documented' }],
          },
        ],
      },
    ]);
    const title = (name: string) => (read(name) as { codes: unknown }).codes;
    expect(title('text.en.yaml')).toEqual({
      '-1003': { 'too-many-requests': { title: 'Limit is %s per %s.', origin: 'official' } },
    });
    expect(title('text.zh-tw.yaml')).toEqual({
      '-1003': { 'too-many-requests': { title: '限制為每 %s %s', origin: 'translated' } },
    });
    expect(read('catalog.yaml')).toMatchObject({
      groups: ['general-issues'],
      sources: { 'errors-md': { read: '2026-11-27' } },
    });
  });

  test('makes a meaning of each row, and one of rows that say the same', () => {
    const { read } = imported([row, { ...row, message: 'Banned.', official_en: 'Banned.' }, row]);
    const [{ meanings }] = read('codes.yaml') as [{ meanings: { slug: string }[] }];
    expect(meanings.map(({ slug }) => slug)).toEqual(['too-many-requests', 'too-many-requests-2']);
  });

  /** Returns the meanings of the code 400: their slugs and messages. */
  const meanings = (...rows: readonly Cells[]) => {
    const { read } = imported(rows.map((cells) => ({ code: '400', ...cells })));
    const [entry] = read('codes.yaml') as [{ meanings: { slug: string; messages: { text: string }[] }[] }];
    return entry.meanings.map(({ slug, messages }) => [slug, ...messages.map(({ text }) => text)]);
  };

  test('makes one meaning of rows with the same slug, and of rows with the same titles that decide the same', () => {
    const bad = { official_en: 'Bad request' };
    expect(
      meanings({ slug: 'bad', message: 'No key.' }, { slug: 'bad', message: 'Key too short.' }, { slug: 'worse' }),
    ).toEqual([['bad', 'No key.', 'Key too short.'], ['worse']]);
    expect(meanings({ ...bad, message: 'No key.' }, { ...bad, message: 'No body.' })).toEqual([
      ['no-key', 'No key.', 'No body.'],
    ]);
    expect(
      meanings(
        { ...bad, message: 'No key.', problem: 'missing-credential' },
        { ...bad, message: 'No body.', problem: 'malformed-request' },
        { ...bad, message: 'No signature.' },
      ),
    ).toEqual([
      ['no-key', 'No key.', 'No signature.'],
      ['no-body', 'No body.'],
    ]);
  });

  test('makes a meaning of each message where no title says that they mean the same', () => {
    expect(meanings({ message: 'No key.' }, { message: 'No body.' }, { message: 'No key.' })).toEqual([
      ['no-key', 'No key.'],
      ['no-body', 'No body.'],
    ]);
    expect(meanings({ title_en: 'No key' }, { title_en: 'No body' })).toEqual([['no-key'], ['no-body']]);
    expect(meanings({ slug: 'a', message: 'No.' }, { slug: 'b', message: 'No.' })).toEqual([
      ['a', 'No.'],
      ['b', 'No.'],
    ]);
  });

  test('takes what one row of a meaning leaves empty from another', () => {
    const { read } = imported([
      { code: '400', slug: 'bad', message: 'No key.', title_en: '', seen: 'sdk' },
      { code: '400', slug: 'bad', message: 'No key!', title_en: 'Bad', retry: 'never', seen: 'observed' },
    ]);
    expect(read('codes.yaml')).toMatchObject([
      {
        meanings: [
          {
            retry: 'never',
            messages: [
              { text: 'No key.', seen: 'sdk' },
              { text: 'No key!', seen: 'observed' },
            ],
          },
        ],
      },
    ]);
    expect(read('text.en.yaml')).toMatchObject({ codes: { 400: { bad: { title: 'Bad', origin: 'translated' } } } });
  });

  test('has the envelopes and documents that it names, to be described', () => {
    const { read } = imported([], readFileSync(join(root, 'tests/fixtures/sources/nordwind.tsv'), 'utf8'));
    expect(read('catalog.yaml')).toMatchObject({
      sources: { docs: { title: '' }, limits: { title: '' } },
      envelopes: [
        { id: 'http', kind: 'http' },
        { id: 'websocket', kind: 'undecided', language: 'undecided', template: '' },
      ],
      defaultEnvelope: 'http',
    });
    expect(read('codes.yaml')).toMatchObject([
      { code: '1001', meanings: [{ slug: 'invalid-api-key', envelope: 'websocket' }] },
      {
        code: '1002',
        sources: ['docs', 'limits'],
        meanings: [{ slug: 'rate-limited', wait: { header: 'Retry-After' } }],
      },
    ]);
    expect(read('text.zh-tw.yaml')).toMatchObject({
      catalog: { envelopes: { http: { title: '' }, websocket: { title: '' } } },
    });
  });

  test('gives groups and documents with Chinese names ids of their own', () => {
    const chinese = { ...row, source: '错误码@a5e0bc3', group: '订单' };
    const { read } = imported([chinese, { ...chinese, code: '-1004', group: '账户' }, { ...row, code: '-1005' }]);
    expect(read('codes.yaml')).toMatchObject([
      { group: 'group-1', sources: ['source-1'] },
      { group: 'group-2', sources: ['source-1'] },
      { group: 'general-issues', sources: ['errors-md', 'changelog-md'] },
    ]);
  });

  test('leaves open what it does not tell, and lists it', () => {
    const { result, read } = imported([
      { code: 'NOT_FOUND', colour: 'red', official_en: 'Gone', origin: 'third-party' },
    ]);
    expect(read('codes.yaml')).toMatchObject([
      { group: 'errors', sources: ['docs'], meanings: [{ slug: 'gone', problem: 'undecided', retry: 'undecided' }] },
    ]);
    expect(read('text.en.yaml')).toMatchObject({ codes: { NOT_FOUND: { gone: { origin: 'third-party' } } } });
    expect(result.lines).toContain('columns that are not read: colour');
    expect(result.lines.join('\n')).toMatch(/text\.en\.yaml:\d+:\d+: .*\n.*text\.zh-cn\.yaml:\d+:\d+: title/);
    expect(result.lines[0]).toMatch(/^fresh: 1 codes as outlines; \d+ places to write or decide/);
  });

  test.each([
    ['no column of codes', 'name\nx', /^table\.tsv: line 1: no column code/],
    ['a cell too many', 'code\nA\tB', /^table\.tsv: line 2: 2 cells, expected 1/],
    [
      'an unknown origin',
      'code\torigin\n1\thearsay',
      /^table\.tsv: line 2: origin: hearsay, expected one of official, third-party, translated/,
    ],
    ['a row without a code', 'code\tmessage\n\tx', /^table\.tsv: line 2: no code/],
    [
      'one meaning that is decided twice',
      'code\tslug\tretry\n1\ta\tnever\n2\ta\tbackoff\n1\ta\tbackoff',
      /^table\.tsv: line 4: retry: backoff, expected never as on line 2: rows with the slug a are one meaning$/,
    ],
    ['no rows', 'code\n', /^no codes found in table\.tsv/],
  ])('with %s is refused', (_name, text, expected) => {
    const { result } = imported([], text);
    expect(result.exitCode).toBe(2);
    expect(result.lines[0]).toMatch(expected);
  });
});

test('what varies in a message becomes a placeholder, everything else stays', () => {
  expect(placeholders("Illegal characters found in parameter '%s'")).toBe(
    "Illegal characters found in parameter '{value}'",
  );
  expect(placeholders('100%discount, %d of %1$s')).toBe('100%discount, {value1} of {value2}');
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.includes('%')),
      (text) => placeholders(text) === text,
    ),
  );
});
