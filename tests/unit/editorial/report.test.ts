import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentReport } from '../../../src/editorial/report.ts';
import { root } from '../../../src/settings.ts';
import { type Change, codes, en, withChanges, zephyrCodes } from '../../support/broken.ts';

/** Returns the lines that the command prints for the changed fixture and that match a pattern, and its last line. */
const report = (about: RegExp, { catalog, annotate }: { catalog?: string; annotate?: boolean }, ...changes: Change[]) =>
  withChanges(changes, (folder) => {
    const { lines, exitCode } = contentReport({
      contentDir: folder,
      root: folder,
      catalog,
      ...(annotate ? { annotate } : {}),
    });
    return { lines: lines.filter((line) => about.test(line)), last: lines.at(-1), exitCode };
  });

test('the content of the atlas has no findings', () => {
  const { lines, exitCode } = contentReport({ contentDir: join(root, 'content'), root });
  expect(lines.slice(0, -1)).toEqual([]);
  expect(lines.at(-1)).toMatch(/^no findings in \d+ catalogs$/);
  expect(exitCode).toBe(0);
});

const broken: readonly Change[] = [
  [codes, 'see: ["1003"]', 'see: ["7"]'],
  [en, 'Wait 10 seconds.', 'Wait 10 seconds'],
  [zephyrCodes, 'see: ["AMBIGUOUS_SYMBOL"]', 'see: ["8"]'],
];
const both = /does not exist|a sentence/;
const see = `${codes}:6:9: the code "7" does not exist, expected one of those in codes.yaml: 400, 1001, 1003`;
const wait = `${en}:22:15: ends with "Wait 10 seconds", expected a sentence: put . ? or ! at its end, after a code span or a link too`;
const zephyr = `${zephyrCodes}:6:9: the code "8" does not exist, expected one of those in codes.yaml: -1121, AMBIGUOUS_SYMBOL, 1003`;

test('what stops a build and what makes a bad text are told together, in the order of files', () => {
  const { lines, last, exitCode } = report(both, {}, ...broken);
  expect(lines).toEqual([see, wait, zephyr]);
  expect(last).toMatch(/^\d+ findings: 2 that stop a build, \d+ of texts and facts, in 2 catalogs$/);
  expect(exitCode).toBe(1);
});

test('one catalog alone', () => {
  const { lines, last } = report(/(?:)/, { catalog: 'acme' }, ...broken);
  expect(lines).toContain(see);
  expect(lines).toContain(wait);
  expect(lines.slice(0, -1).filter((line) => !line.startsWith('catalogs/acme/'))).toEqual([]);
  expect(last).toMatch(/^\d+ findings: 1 that stops a build, \d+ of texts and facts, in the catalog acme$/);
  expect(() => report(both, { catalog: 'akme' })).toThrow('no catalog akme, expected one of acme, zephyr-futures');
});

test('the change list and hand-written pages are looked at too', () => {
  const changes: Change = ['changes.yaml', '- date: "2026-11-21"\n  added: { acme: ["7"] }\n'];
  expect(report(/changes\.yaml:2/, {}, changes).lines).toEqual([
    'changes.yaml:2:19: the code 7 of acme does not exist, expected an entry or a redirect from /acme/7/',
  ]);
  expect(report(/docs/, {}, ['docs/en/about.mdx', 'About']).lines).toEqual([
    'docs/zh-cn/about.mdx:1:1: the page is missing, expected it in every language, as in en',
    'docs/zh-tw/about.mdx:1:1: the page is missing, expected it in every language, as in en',
  ]);
});

test('GitHub is told in its own words', () => {
  expect(report(/::error.*a sentence/, { annotate: true }, [en, 'Wait 10 seconds.', 'Wait: 10, or 90%']).lines).toEqual(
    [
      `::error file=${en},line=22,col=15::ends with "Wait: 10, or 90%25", expected a sentence: put . ? or ! at its end, after a code span or a link too`,
    ],
  );
  expect(report(/::error/, {}, ...broken).lines).toEqual([]);
});
