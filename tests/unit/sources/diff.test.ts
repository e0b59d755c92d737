import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { ValuesInMemory } from '../../../src/catalog/reading/known-values.ts';
import { locales } from '../../../src/locales.ts';
import { root, settings } from '../../../src/settings.ts';
import { runSources } from '../../../src/sources/command.ts';
import { writeContent } from '../../support/source-content.ts';

const diff = (catalog: string, page: string) =>
  runSources(['diff', catalog, `tests/fixtures/sources/${page}`], {
    contentDir: writeContent(),
    root,
    today: '2026-07-30',
  });

describe('a page that the catalog agrees with', () => {
  test.each([
    ['table', 'table.md', 4],
    ['broken-table', 'broken-table.txt', 5],
    ['broken-table', 'sections.md', 5],
    ['gitbook', 'gitbook.md', 3],
    ['joined', 'joined.txt', 6],
    ['joined', 'joined-glued.txt', 6],
    ['headings', 'headings.md', 4],
  ])('%s: %s', (catalog, page, codes) => {
    expect(diff(catalog, page)).toEqual({
      lines: [`${catalog}: ${codes} codes on the page, no difference`],
      exitCode: 0,
    });
  });
});

describe('a page that has changed', () => {
  test('Markdown table: advice, spaces and inline code do not count', () => {
    expect(diff('table', 'table-changed.md')).toEqual({
      lines: [
        'added 1002 (line 7): "无法连接到历史行情服务"; the catalog has it as undocumented',
        'added 1030 (line 9): "数据延迟"',
        'removed 3001: "超出数据接口调用频率限制（流控）"',
        'reworded 1020 (line 8): "无效的账户 ID"; the catalog has "无效的 ACCOUNT_ID"',
        'unread (line 10): no code recognised in "10xx 系列 … | 保留"',
        'table: 5 codes on the page; 2 added, 1 removed, 1 reworded, 1 unread',
      ],
      exitCode: 1,
    });
  });

  test('table with a broken line of dashes, headings that lost their mark, example answers', () => {
    expect(diff('broken-table', 'broken-table-changed.txt')).toEqual({
      lines: [
        'added 4005 (line 14): "逐筆訂閱暫不可用"',
        'removed 2001: "参数错误", "參數錯誤", "Invalid parameter: {detail}", "Invalid parameter: symbol is required"',
        'removed 4004: "成交订阅暂不可用", "成交訂閱暫不可用"',
        'reworded 1001 (line 17): "API Key 已失效"; the catalog has "API Key 无效或已过期", "API Key 無效或已過期", "Invalid or expired token"',
        'reworded 1001 (line 18): "Token expired"; the catalog has "API Key 无效或已过期", "API Key 無效或已過期", "Invalid or expired token"',
        'broken-table: 4 codes on the page; 1 added, 2 removed, 2 reworded',
      ],
      exitCode: 1,
    });
  });

  test('the same catalog in another language: sections of Markdown with fenced answers', () => {
    expect(diff('broken-table', 'sections-changed.md')).toEqual({
      lines: [
        'added 5000 (line 23): "服务器内部错误"',
        'removed 4004: "成交订阅暂不可用", "成交訂閱暫不可用"',
        'reworded 1001 (line 29): "API Key 已失效"; the catalog has "API Key 无效或已过期", "API Key 無效或已過期", "Invalid or expired token"',
        'reworded 1001 (line 32): "Token expired"; the catalog has "API Key 无效或已过期", "API Key 無效或已過期", "Invalid or expired token"',
        'broken-table: 5 codes on the page; 1 added, 1 removed, 2 reworded',
      ],
      exitCode: 1,
    });
  });

  test('HTML table: one of two meanings gone, blank lines inside, a cell over two rows', () => {
    expect(diff('gitbook', 'gitbook-changed.md')).toEqual({
      lines: [
        'added 607 (line 12): "session closed", "会话已关闭"',
        'removed 400 (meaning other-1): "请求JSON中data字段参数错误", "request data param invalid"',
        'reworded 603 (line 10): "token level too low"; the catalog has "请求产品个数或者K线根数超过接口文档规定的限制", "token level not enough"',
        'reworded 603 (line 11): "请求产品个数超限"; the catalog has "请求产品个数或者K线根数超过接口文档规定的限制", "token level not enough"',
        'gitbook: 4 codes on the page; 1 added, 1 removed, 2 reworded',
      ],
      exitCode: 1,
    });
  });

  test('copied list: a longer last line is a new wording, not another document', () => {
    expect(diff('joined', 'joined-changed.txt')).toEqual({
      lines: [
        'added 2039 (line 6): "Price out of range"',
        'removed 2030: "External order ID is too long (Max. 32 bits )"',
        'reworded 402 (line 3): "Api_key has expired"; the catalog has "Api_key expired"',
        'reworded 6005 (line 7): "The trading pair is not available now"; the catalog has "The trading pair is not available"',
        'joined: 6 codes on the page; 1 added, 1 removed, 2 reworded',
      ],
      exitCode: 1,
    });
  });

  test('headings: symbols, and the line below', () => {
    expect(diff('headings', 'headings-changed.md')).toEqual({
      lines: [
        'added -1004 (line 11): "Server busy"',
        'removed 1004: "Permission denied"',
        'reworded -1121 (line 3): "Unknown symbol."; the catalog has "Invalid symbol.", "BAD_SYMBOL"',
        'reworded -1003 (line 6): "TOO_MUCH_WEIGHT"; the catalog has "Too many requests queued.", "TOO_MANY_REQUESTS"',
        'headings: 4 codes on the page; 1 added, 1 removed, 2 reworded',
      ],
      exitCode: 1,
    });
  });

  test('a whole HTML page: columns by their headings, minus signs; an example that words it otherwise is no change', () => {
    expect(diff('headings', 'page.html')).toEqual({
      lines: ['headings: 4 codes on the page, no difference'],
      exitCode: 0,
    });
  });

  test('a success that the catalog only has because there is one is not missed, any other code is', () => {
    const content = writeContent();
    const write = (name: string, data: unknown) =>
      writeFileSync(join(content, name), stringify(data, { aliasDuplicateObjects: false }));
    write('problems/problems.yaml', [
      { id: 'general', category: 'service' },
      { id: 'ok', category: 'success' },
    ]);
    const text = { title: 't', summary: 's', causes: ['c'], fixes: ['f'] };
    for (const locale of locales) write(`problems/text.${locale}.yaml`, { general: text, ok: text });
    const file = 'catalogs/headings/codes.yaml';
    const add = (code: string, problem: string, messages: readonly unknown[] = []) => {
      const codes: unknown[] = parse(readFileSync(join(content, file), 'utf8'));
      const retry = problem === 'ok' ? 'none' : 'never';
      const meaning = { slug: 'first', problem, retry, fixedBy: 'you', messages };
      write(file, [...codes, { code, group: 'all', status: 'documented', sources: ['docs'], meanings: [meaning] }]);
      for (const locale of locales) {
        const name = `catalogs/headings/text.${locale}.yaml`;
        const texts = parse(readFileSync(join(content, name), 'utf8')) as { codes: object };
        const first = { title: 'ours', origin: 'translated', causes: ['c'], fixes: ['f'] };
        write(name, { ...texts, codes: { ...texts.codes, [code]: { first } } });
      }
    };
    const lines = () =>
      runSources(['diff', 'headings', 'tests/fixtures/sources/headings.md'], {
        contentDir: content,
        root,
        today: '2026-07-30',
      }).lines;
    add('200000', 'ok', [{ text: 'success', seen: 'observed' }]);
    expect(lines()).toEqual(['headings: 4 codes on the page, no difference']);
    add('200001', 'ok', [{ text: 'Success', seen: 'documented' }]);
    add('200002', 'general');
    expect(lines()).toEqual([
      'removed 200001: "Success"',
      'removed 200002: no wording',
      'headings: 4 codes on the page; 2 removed',
    ]);
  });
});

describe('wrong use', () => {
  const context = { contentDir: '/nowhere', root, today: '2026-07-30' };

  test('says what to give', () => {
    expect(diff('nope', 'table.md')).toEqual({
      lines: ['no catalog nope; there are: broken-table, gitbook, headings, joined, table'],
      exitCode: 2,
    });
    expect(diff('table', 'missing.md')).toEqual({
      lines: ['tests/fixtures/sources/missing.md cannot be read; give the file that was saved'],
      exitCode: 2,
    });
    expect(runSources(['diff', 'table', 'package.json'], context)).toEqual({
      lines: [
        'no codes found in package.json; it needs a Markdown or HTML table with a column of codes, headings that begin with a code, or lines as 1001Text',
      ],
      exitCode: 2,
    });
  });

  test.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x00, 0x31, 0x30, 0x30, 0x31], 'holds null bytes'],
    ['UTF-16', [...Buffer.from('|code|\n|---|\n|1001|\n', 'utf16le')], 'holds null bytes'],
    ['a table in GBK', [...Buffer.from('|code|\n|---|\n|1001|\n'), 0xb4, 0xed, 0xce, 0xf3], 'is not UTF-8'],
    ['half a character', [...Buffer.from('1001错').subarray(0, -1)], 'is not UTF-8'],
  ])('%s is no page', (_what, bytes, why) => {
    const content = writeContent();
    const path = join(content, 'saved.bin');
    writeFileSync(path, Buffer.from(bytes));
    for (const command of ['diff', 'new']) {
      const id = command === 'diff' ? 'table' : 'fresh';
      const { lines, exitCode } = runSources([command, id, path], { ...context, contentDir: content });
      expect(exitCode).toBe(2);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(
        new RegExp(`saved\\.bin ${why}.*; expected a page saved as text, Markdown or HTML in UTF-8$`),
      );
    }
    expect(existsSync(join(content, 'catalogs/fresh'))).toBe(false);
  });

  test.each([
    [
      'too large a page',
      `| code | meaning |\n|---|---|\n${'| 1001 | Error |\n'.repeat(500_000)}`,
      'has 9 MB, expected a file of at most 8',
    ],
    [
      'too deep a page',
      `${'<div>'.repeat(20_000)}<table><tr><th>Code</th><th>Meaning</th></tr><tr><td>1001</td><td>Error</td></tr></table>`,
      'is nested too deeply to be read',
    ],
  ])('%s is refused', (_what, text, why) => {
    const content = writeContent();
    const path = join(content, 'saved.html');
    writeFileSync(path, text);
    const { lines, exitCode } = runSources(['diff', 'table', path], { ...context, contentDir: content });
    expect(exitCode).toBe(2);
    expect(lines).toEqual([expect.stringContaining(why)]);
  });

  test.each([
    [[], 'no command'],
    [['dif'], 'unknown command dif'],
    [['diff', 'table'], '1 arguments, expected 2'],
    [['diff', 'table', 'a', '--fast'], "Unknown option '--fast'"],
    [['stale', '--days', 'x'], '--days x: give a whole number, as 180'],
    [['stale', '--days', ''], '--days : give a whole number, as 180'],
    [['stale', '--today', '2026-02-30'], '--today 2026-02-30: give a day that exists, as 2026-07-16'],
  ])('%j', (args, message) => {
    const { lines, exitCode } = runSources(args, context);
    expect(exitCode).toBe(2);
    expect(lines[0]).toContain(message);
  });

  test('content that cannot be used', () => {
    const { lines, exitCode } = runSources(['stale'], context);
    expect(exitCode).toBe(2);
    expect(lines[0]).toContain('no catalog found, expected a folder for each');
    expect(lines.at(-1)).toBe('fix the content, then run this again');
  });
});

const pages = join(root, '../shared/sources');
const reason = existsSync(pages) ? '' : ' (skipped: the saved pages are not beside the checkout)';

/** The whole pages; the fixtures in every checkout include a small excerpt of each kind. */
describe.skipIf(reason !== '')(`the five pages that the atlas began with${reason}`, () => {
  const known = new ValuesInMemory();
  const diff = (number: string, catalog: string): ReturnType<typeof runSources> => {
    const name = readdirSync(pages).find((file) => file.startsWith(number)) ?? '';
    const context = { contentDir: settings.contentDir, root, today: '2026-07-30', known };
    return runSources(['diff', catalog, join(pages, name)], context);
  };

  test.each([
    ['000', 'myquant-gm', 31],
    ['001', 'alltick', 11],
  ])('%s reads as clean against %s', (number, catalog, codes) => {
    expect(diff(number, catalog)).toEqual({
      lines: [`${catalog}: ${codes} codes on the page, no difference`],
      exitCode: 0,
    });
  });

  /** The providers have newer pages: an old one lacks codes, and has withdrawn ones. No text differs. */
  test.each([
    ['002', 'tickdb', 20, ['1003', '4001', '4002', '4003', '4004']],
    ['003', 'mexc-futures', 72, []],
    ['004', 'tickdb', 20, ['1003', '4001', '4002', '4003', '4004']],
  ])('%s is an old page of %s', (number, catalog, codes, withdrawn) => {
    const { lines, exitCode } = diff(number, catalog);
    const others = lines.slice(0, -1).filter((line) => !line.startsWith('removed '));
    expect(others).toEqual(
      withdrawn.map((code) => expect.stringMatching(`^added ${code} .*; the catalog has it as retired$`)),
    );
    expect(lines.at(-1)).toMatch(`${catalog}: ${codes} codes on the page; `);
    expect(exitCode).toBe(1);
  });
});
