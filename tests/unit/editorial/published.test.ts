import { expect, test } from 'vitest';
import { stateOf, stateText } from '../../../src/catalog/published/state.ts';
import { contentReport } from '../../../src/editorial/report.ts';
import { type Change, codes, type Edit, en, withChanges, zephyrCodes } from '../../support/broken.ts';
import { tiny } from '../../support/fixture.ts';
import { judge } from './judge.ts';

const permalinks = 'permalinks.txt';
const changes = 'changes.yaml';
const listed = [
  changes,
  [
    '- date: "2026-11-22"',
    '  added: { acme: ["1003"], zephyr-futures: ["1003", "bad_symbol"] }',
    '- date: "2026-11-21"',
    '  added: { acme: ["400", "1001"], zephyr-futures: ["-1121", "AMBIGUOUS_SYMBOL"] }\n',
  ].join('\n'),
] as const;

test('every address is in permalinks.txt, or the command is told', () => {
  expect(judge(/npm run permalinks/)).toEqual([]);
  expect(judge(/npm run permalinks/, [permalinks, '/acme/1003/\n', ''])).toEqual([
    'catalogs/acme/codes.yaml:34:9: /acme/1003/ is not in permalinks.txt, expected every entry there before it is published: run npm run permalinks',
  ]);
  expect(judge(/npm run permalinks/, [permalinks, '/acme/400/\n/acme/1001/\n', ''])).toEqual([
    'catalogs/acme/codes.yaml:2:9: /acme/400/ and 1 more of this catalog are not in permalinks.txt, expected every entry there before it is published: run npm run permalinks',
  ]);
});

test('every entry is in changes.yaml, or the command is told', () => {
  expect(judge(/npm run changes/, listed)).toEqual([]);
  expect(judge(/npm run changes/, [changes, listed[1].replace(', "1001"', '')])).toEqual([
    'catalogs/acme/codes.yaml:22:9: /acme/1001/ is not in changes.yaml, expected every entry there before it is published: run npm run changes -- --catalog acme',
  ]);
  expect(judge(/npm run changes/)).toEqual([
    'catalogs/acme/codes.yaml:2:9: /acme/400/ and 2 more of this catalog are not in changes.yaml, expected every entry there before it is published: run npm run changes -- --catalog acme',
    'catalogs/zephyr-futures/codes.yaml:2:9: /zephyr-futures/-1121/ and 2 more of this catalog are not in changes.yaml, expected every entry there before it is published: run npm run changes -- --catalog zephyr-futures',
  ]);
});

test('an entry that took the place of a listed one is listed', () => {
  expect(judge(/npm run changes/, [changes, listed[1].replace('"-1121", ', '')])).toEqual([]);
});

const published = stateText(stateOf(tiny()));

/**
 * Returns what is reported about the record after edits: the fixture is published as it was before them.
 * @param catalog the only catalog to check
 */
const recorded = (edits: readonly Change[], { catalog, list = listed }: { catalog?: string; list?: Change } = {}) =>
  withChanges([['published.txt', published], list, ...edits], (folder) =>
    contentReport({ contentDir: folder, root: folder, catalog }).lines.filter((line) => line.includes('published.txt')),
  );

const waitLonger: Edit = [en, 'Wait 10 seconds.', 'Wait 20 seconds.'];
const other: Edit = [zephyrCodes, '"Invalid symbol."', '"Invalid symbol!"'];
const told = (place: string, what: string, catalog: string) =>
  `${place}: ${what} changed since published.txt was written, expected every change on record before it is published: run npm run changes -- --catalog ${catalog}`;

test('what was changed since the change list was written is told, once for a catalog', () => {
  expect(recorded([])).toEqual([]);
  const acme = told('published.txt:3:1', 'acme 400 too-fast has', 'acme');
  const zephyr = told('published.txt:6:1', 'zephyr-futures -1121 invalid-symbol has', 'zephyr-futures');
  expect(recorded([waitLonger, other])).toEqual([acme, zephyr]);
  expect(recorded([waitLonger, other], { catalog: 'acme' })).toEqual([acme]);
  expect(recorded([waitLonger, [codes, '"Invalid <token>"', '"Invalid token"']])).toEqual([
    told('published.txt:3:1', 'acme 400 too-fast and 1 more meaning of this catalog have', 'acme'),
  ]);
});

test('a meaning that nobody has recorded is told where it stands, and a line of an entry that is gone', () => {
  const tooFast = published.split('\n').find((line) => line.includes('too-fast'));
  expect(recorded([['published.txt', `${tooFast}\n`, '']])).toEqual([
    told(`${codes}:14:13`, 'acme 400 too-fast has', 'acme'),
  ]);
  expect(recorded([['published.txt', 'acme 1003 ', 'acme 1004 ']])).toEqual([
    told(`${codes}:40:13`, 'acme 1003 invalid-token and 1 more meaning of this catalog have', 'acme'),
  ]);
});

test('of entries that the change list lacks, and of a catalog that cannot be built, nothing is told besides', () => {
  const unlisted: Change = [changes, '[]\n'];
  expect(recorded([['published.txt', 'acme 1003 ', '# ']], { list: unlisted })).toEqual([]);
  const broken: Edit = [codes, 'see: ["1003"]', 'see: ["7"]'];
  expect(recorded([waitLonger, broken, other])).toEqual([
    told('published.txt:6:1', 'zephyr-futures -1121 invalid-symbol has', 'zephyr-futures'),
  ]);
  expect(recorded([waitLonger, ['problems/text.en.yaml', 'rate-limited:', 'rate_limited:']])).toEqual([]);
});
