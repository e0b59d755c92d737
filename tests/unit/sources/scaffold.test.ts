import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { loadContent } from '../../../src/catalog/load.ts';
import type { Finding } from '../../../src/catalog/reading/findings.ts';
import { root } from '../../../src/settings.ts';
import { type CommandResult, runSources } from '../../../src/sources/command.ts';
import { writeContent } from '../../support/source-content.ts';

const fixture = (page: string) => resolve(root, 'tests/fixtures/sources', page);

function create(page: string, ...options: string[]): { folder: string; result: CommandResult; content: string } {
  const content = writeContent();
  const context = { contentDir: content, root: content, today: '2026-07-30' };
  const result = runSources(['new', 'fresh', fixture(page), ...options], context);
  return { folder: join(content, 'catalogs/fresh'), result, content };
}

/** Creates a catalog from a page that the test writes. */
function of(text: string): ReturnType<typeof create> {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'page.md'), text);
  return create(join(folder, 'page.md'));
}

const slugs = (folder: string): readonly string[] =>
  yaml(folder, 'codes.yaml').flatMap(({ meanings }: { meanings: readonly { slug: string }[] }) =>
    meanings.map(({ slug }) => slug),
  );

const accepted = 'A build accepts these, but look at them too:';

/** Returns the places that a build rejects; a line about several languages counts once for each. */
const placesIn = ({ lines }: CommandResult): readonly string[] =>
  lines.slice(0, lines.indexOf(accepted)).flatMap((line) => {
    const [, folder, place, message, others = ''] =
      /^(catalogs\/fresh\/)[a-z.-]+(:\d+:\d+: )(.*?)(?:; the same in (.*))?$/.exec(line) ?? [];
    if (place === undefined) return [];
    const more = others.split(' and ').filter((name) => name !== '');
    return [line.replace(/; the same in .*/, ''), ...more.map((name) => `${folder}${name}${place}${message}`)];
  });

const yaml = (folder: string, name: string) => parse(readFileSync(join(folder, name), 'utf8'));

describe('a new catalog', () => {
  test('holds what the page tells', () => {
    const { folder } = create('table.md');
    expect(readdirSync(folder)).toEqual([
      'catalog.yaml',
      'codes.yaml',
      'text.en.yaml',
      'text.zh-cn.yaml',
      'text.zh-tw.yaml',
    ]);
    expect(readFileSync(join(folder, 'catalog.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/\.\.\/schema\/catalog\.schema\.json\n/,
    );
    expect(yaml(folder, 'catalog.yaml')).toMatchObject({
      provider: { id: 'fresh', homepage: 'https://www.myquant.cn/' },
      sources: { docs: { title: '错误码 - 掘金量化', language: 'zh-CN', read: '2025-09-25' } },
    });
    expect(yaml(folder, 'codes.yaml').map(({ code }: { code: string }) => code)).toEqual(['0', '1000', '1020', '3001']);
    expect(yaml(folder, 'text.zh-cn.yaml').codes['1020']).toEqual({
      'account-id': { title: '无效的 ACCOUNT_ID', origin: 'official', causes: [''], fixes: [''] },
    });
    expect(yaml(folder, 'text.en.yaml').codes['1020']).toEqual({
      'account-id': { title: '', origin: 'translated', causes: [''], fixes: [''] },
    });
  });

  test('takes messages from columns and examples, symbols, and two meanings of a code', () => {
    const gitbook = yaml(create('gitbook.md').folder, 'codes.yaml');
    expect(gitbook[1]).toMatchObject({
      code: '400',
      meanings: [
        {
          slug: 'request-header-param-invalid',
          messages: [{ text: 'request header param invalid', seen: 'documented' }],
        },
        { slug: 'request-data-param-invalid', messages: [{ text: 'request data param invalid', seen: 'documented' }] },
      ],
    });
    const { folder } = create('headings.md');
    expect(yaml(folder, 'codes.yaml')[0]).toMatchObject({
      code: '-1121',
      symbol: 'BAD_SYMBOL',
      meanings: [{ slug: 'invalid-symbol', messages: [{ text: 'Invalid symbol.', seen: 'documented' }] }],
    });
    expect(yaml(folder, 'catalog.yaml')).toMatchObject({
      sources: { docs: { title: 'Error codes', language: 'en', read: '2026-07-30' } },
      envelopes: [{ template: '{"code": {{code:json}}, "msg": {{message:json}}}\n' }],
    });
  });

  test('takes titles in the language of the page, or the one given', () => {
    const titled = (page: string, ...options: string[]) => create(page, ...options).result.lines[0];
    expect(titled('table.md')).toContain('4 codes, titles taken as zh-cn;');
    expect(titled('broken-table.txt')).toContain('5 codes, titles taken as zh-tw;');
    expect(titled('joined.txt')).toContain('6 codes, titles taken as en;');
    expect(titled('joined.txt', '--locale', 'zh-tw')).toContain('titles taken as zh-tw;');
  });

  test.each(['table.md', 'sections.md', 'broken-table.txt', 'gitbook.md', 'joined.txt', 'headings.md', 'page.html'])(
    '%s: lists every place that is left, and passes the schema in everything else',
    (page) => {
      const { folder, result, content } = create(page);
      expect(result.exitCode).toBe(0);
      const places = placesIn(result);
      for (const place of places) {
        const [, file = '', line = ''] = /^catalogs\/fresh\/([^:]+):(\d+):/.exec(place) ?? [];
        const written = readFileSync(join(folder, file), 'utf8').split('\n')[Number(line) - 1];
        expect(written, place).toMatch(/""$|(?:kind|problem|retry|fixedBy): undecided$/);
      }
      const empty = readdirSync(folder).flatMap((name) =>
        readFileSync(join(folder, name), 'utf8')
          .split('\n')
          .filter((line) => /""$|: undecided$/.test(line)),
      );
      expect(places).toHaveLength(empty.length);
      expect(result.lines[0]).toContain(`; ${places.length} places to write or decide`);

      const findings: Finding[] = [];
      const { catalogs } = loadContent(content, content, findings);
      expect(catalogs.find(({ id }) => id === 'fresh')?.codes.usable).toBeDefined();
      expect(
        findings.filter(
          ({ message }) =>
            !/expected text, found none|expected an http or https address|found "undecided", expected one of|^slug: found ""/.test(
              message,
            ),
        ),
      ).toEqual([]);
    },
  );

  test('decides nothing that a page does not tell, and lists each such place', () => {
    const { folder, result } = create('table.md');
    const meanings = yaml(folder, 'codes.yaml').flatMap((entry: { meanings: unknown[] }) => entry.meanings);
    expect(meanings).toHaveLength(4);
    for (const meaning of meanings) {
      expect(meaning).toMatchObject({ problem: 'undecided', retry: 'undecided', fixedBy: 'undecided' });
    }
    const listed = (text: string) => placesIn(result).filter((line) => line.endsWith(text)).length;
    expect(
      listed('retry: found "undecided", expected one of never, after-fix, backoff, automatic, check-first, none'),
    ).toBe(4);
    expect(listed('fixedBy: found "undecided", expected one of you, account, provider')).toBe(4);
  });

  test('asks for slugs that neither a wording in Latin letters nor a symbol gave', () => {
    const asked = (page: string) => placesIn(create(page).result).filter((line) => line.includes(': slug: found ""'));
    expect(asked('table.md')).toHaveLength(2);
    expect(asked('headings.md')).toEqual([]);
    const { folder } = of(
      '| 错误码 | 名称 | 描述 |\n|---|---|---|\n| 1 | ERR_LOST | 断开 |\n| 2 | | 错误 |\n| 2 | | 其他 |',
    );
    expect(slugs(folder)).toEqual(['err-lost', '', '-2']);
    expect(Object.keys(yaml(folder, 'text.en.yaml').codes['2'])).toEqual(['', '-2']);
  });

  test('counts what is left in each file before it lists the places', () => {
    const { folder, result } = create('table.md');
    const { lines } = result;
    const counts = lines.flatMap((line) => /^wrote catalogs\/fresh\/(\S+): (\d+) places?$/.exec(line)?.slice(1) ?? []);
    expect(counts.filter((_, index) => index % 2 === 0)).toEqual(readdirSync(folder));
    const sum = counts.filter((_, index) => index % 2 === 1).reduce((all, count) => all + Number(count), 0);
    expect(lines[0]).toContain(`; ${sum} places to write`);
    expect(lines.slice(1, 6).every((line) => line.startsWith('wrote '))).toBe(true);
  });

  test('lists a place once where it is the same in several languages', () => {
    const { lines } = create('table.md').result;
    expect(lines).toContain(
      'catalogs/fresh/text.en.yaml:3:9: name: expected text, found none; the same in text.zh-cn.yaml and text.zh-tw.yaml',
    );
    expect(lines.filter((line) => line.endsWith(': name: expected text, found none'))).toEqual([]);
    // The page has this title in zh-cn.
    expect(lines).toContainEqual(
      expect.stringMatching(/text\.en\.yaml:\d+:\d+: title: expected text, found none; the same in text\.zh-tw\.yaml$/),
    );
  });

  test('names what a build accepts, though it is only guessed or makes the finder blind', () => {
    const guessed = (page: string) => {
      const { lines } = create(page).result;
      return lines.slice(lines.indexOf(accepted) + 1).map((line) => line.replace(/^.*?\d: (.*?),.*$/, '$1'));
    };
    expect(guessed('table.md')).toEqual([
      'provider.id: fresh as the folder',
      'aliases: the name of the folder alone',
      'match: none',
      'clues: none',
    ]);
    // The page's examples show what an answer looks like.
    expect(guessed('headings.md')).not.toContain('match: none');
  });

  test('has the groups of the page where its codes stand under several headings', () => {
    const table = (code: number) => `| Code | Meaning |\n|---|---|\n| ${code} | 错误 |\n\n`;
    const { folder } = of(
      `# E\n\n## 10xx - Order errors\n\n${table(1)}## 账户\n\n${table(2)}## 10xx - Order errors\n\n${table(3)}`,
    );
    expect(yaml(folder, 'catalog.yaml').groups).toEqual(['order-errors', 'group-1']);
    expect(yaml(folder, 'codes.yaml').map(({ group }: { group: string }) => group)).toEqual([
      'order-errors',
      'group-1',
      'order-errors',
    ]);
    expect(yaml(folder, 'text.zh-cn.yaml').catalog.groups).toEqual({
      'order-errors': '10xx - Order errors',
      'group-1': '账户',
    });
    expect(yaml(folder, 'text.en.yaml').catalog.groups).toEqual({ 'order-errors': '', 'group-1': '' });
    expect(yaml(of(`# E\n\n## Orders\n\n${table(1)}`).folder, 'catalog.yaml').groups).toEqual(['errors']);
  });

  test('writes the code in quotes where the example has it so', () => {
    const envelope = (example: string) =>
      yaml(of(`| Code | Meaning |\n|---|---|\n| 1 | Broke |\n\n\`\`\`\n${example}\n\`\`\``).folder, 'catalog.yaml')
        .envelopes[0];
    expect(envelope('{"code": "1", "msg": "x"}').template).toBe('{"code": "{{code}}", "msg": {{message:json}}}\n');
    expect(envelope('{"code": 1, "msg": "x"}').template).toBe('{"code": {{code:json}}, "msg": {{message:json}}}\n');
  });

  test('takes messages from examples in a whole HTML page', () => {
    const { folder } = create('page.html');
    expect(readFileSync(join(folder, 'codes.yaml'), 'utf8')).toContain('text: Permission denied for this key');
  });

  test('agrees with the page it was made from, once everything is written', () => {
    for (const page of [
      'table.md',
      'sections.md',
      'broken-table.txt',
      'gitbook.md',
      'joined.txt',
      'headings.md',
      'page.html',
    ]) {
      const { folder, content } = create(page);
      fill(folder);
      const context = { contentDir: content, root: content, today: '2026-07-30' };
      const { lines } = runSources(['diff', 'fresh', fixture(page)], context);
      expect(lines, page).toEqual([expect.stringMatching(/^fresh: \d codes on the page, no difference$/)]);
    }
  });

  test('never touches a folder that is there', () => {
    const { folder, content } = create('table.md');
    const before = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const context = { contentDir: content, root: content, today: '2026-07-30' };
    expect(runSources(['new', 'fresh', fixture('joined.txt')], context)).toEqual({
      lines: ['catalogs/fresh exists and is left as it is; choose another name, or remove it first'],
      exitCode: 2,
    });
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before);
  });

  test.each([
    ['../up', 'cannot be an address'],
    ['Fresh', 'cannot be an address'],
    ['find', 'is an address of the site itself'],
  ])('%s is no name for a catalog', (id, why) => {
    const content = writeContent();
    const context = { contentDir: content, root: content, today: '2026-07-30' };
    const { lines, exitCode } = runSources(['new', id, fixture('table.md')], context);
    expect(exitCode).toBe(2);
    expect(lines.join()).toContain(why);
  });
});

/** Fills in every open place. */
function fill(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8')
      .replace(/(homepage|url): ""/g, '$1: https://example.com/')
      .replaceAll('""', 'written')
      .replaceAll('kind: undecided', 'kind: exchange')
      .replaceAll('problem: undecided', 'problem: general')
      .replaceAll('retry: undecided', 'retry: never')
      .replaceAll('fixedBy: undecided', 'fixedBy: provider');
    writeFileSync(path, text);
  }
}

describe('the command line', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/sources.ts'), ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ATLAS_CONTENT: writeContent() },
    });

  test('prints to standard output and gives the exit code', () => {
    const clean = run('diff', 'joined', fixture('joined.txt'));
    expect([clean.stdout, clean.stderr, clean.status]).toEqual(['joined: 6 codes on the page, no difference\n', '', 0]);
    const changed = run('diff', 'joined', fixture('joined-changed.txt'));
    expect([changed.stdout.split('\n').length, changed.status]).toEqual([6, 1]);
  });

  test('complains on standard error', () => {
    const { stdout, stderr, status } = run('diff');
    expect([stdout, stderr.split('\n')[0], status]).toEqual(['', '0 arguments, expected 2', 2]);
  });
});
