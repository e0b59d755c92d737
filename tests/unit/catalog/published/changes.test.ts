import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Atlas } from '../../../../src/catalog/model.ts';
import { addChanges, type ChangesFile, changesText, readChanges } from '../../../../src/catalog/published/changes.ts';
import { extendPermalinks } from '../../../../src/catalog/published/permalinks.ts';
import { byCode, compareStates, parseState, stateOf, stateText } from '../../../../src/catalog/published/state.ts';
import { readAtlas } from '../../../../src/catalog/read.ts';
import { withChanges } from '../../../support/broken.ts';
import { contentDir, tiny, tinyDir, wholeAtlas } from '../../../support/fixture.ts';

const atlas = tiny();

/** Returns the atlas after an edit to one file of the fixture. */
const edited = (file: string, from: string, to: string): Atlas =>
  withChanges([[file, from, to]], (folder, known) => readAtlas(folder, folder, known));

const changesSince = (now: Atlas) =>
  compareStates(stateOf(atlas), stateOf(now)).map(({ kind, catalog, code }) => `${kind} ${catalog} ${code}`);

describe('the published state', () => {
  it('has a line for each meaning and comes back from its file', () => {
    const state = stateOf(atlas);
    expect(state.map(({ code, slug }) => `${code} ${slug}`)).toEqual([
      '400 bad-symbol',
      '400 too-fast',
      '1001 old-token',
      '1003 invalid-token',
      '-1121 invalid-symbol',
      '1003 slow-down',
      'AMBIGUOUS_SYMBOL ambiguous-symbol',
    ]);
    expect(parseState(stateText(state))).toEqual(state);
  });

  it('refuses a line that is none, with its number', () => {
    expect(() => parseState('# heading\nacme 400 bad-symbol\n')).toThrow('line 2:');
    expect(() => parseState('acme 400 bad-symbol lost 0123\n')).toThrow('line 1:');
  });

  it('says that nothing happened where nothing did', () => {
    expect(changesSince(tiny())).toEqual([]);
  });

  it('says that everything is new where nothing was published', () => {
    expect(compareStates([], stateOf(atlas)).map(({ kind }) => kind)).toEqual(Array(6).fill('added'));
  });

  it('sees a changed text in any language, fact or message', () => {
    expect(changesSince(edited('catalogs/acme/text.zh-tw.yaml', '等待 10 秒。', '等待 20 秒。'))).toEqual([
      'changed acme 400',
    ]);
    expect(changesSince(edited('catalogs/acme/codes.yaml', 'seconds: 10', 'seconds: 20'))).toEqual([
      'changed acme 400',
    ]);
    expect(
      changesSince(edited('catalogs/zephyr-futures/codes.yaml', '"Invalid symbol."', '"Invalid symbol!"')),
    ).toEqual(['changed zephyr-futures -1121']);
  });

  it('does not see that a source was read again', () => {
    expect(changesSince(edited('catalogs/acme/catalog.yaml', '2026-07-01', '2026-08-01'))).toEqual([]);
  });

  it('sees a retired entry', () => {
    const now = edited('catalogs/zephyr-futures/codes.yaml', 'status: undocumented', 'status: retired');
    expect(changesSince(now)).toEqual(['retired zephyr-futures 1003']);
  });

  it('sorts numbers by value, then names', () => {
    expect(['B', '10010', '-2', 'a', '1001', '-1121', '9'].sort(byCode)).toEqual([
      '-1121',
      '-2',
      '9',
      '1001',
      '10010',
      'B',
      'a',
    ]);
  });
});

describe('the change list', () => {
  const first: ChangesFile = [{ date: '2026-11-21', added: { acme: ['400', '1001'] } }];

  it('puts a new day first', () => {
    const list = addChanges(first, '2026-11-22', [{ kind: 'changed', catalog: 'acme', code: '400' }]);
    expect(list).toEqual([{ date: '2026-11-22', changed: { acme: ['400'] } }, ...first]);
  });

  it('joins changes of one day, and what is new that day is not changed too', () => {
    const list = addChanges(first, '2026-11-21', [
      { kind: 'added', catalog: 'acme', code: '1003' },
      { kind: 'added', catalog: 'zephyr-futures', code: '-1121' },
      { kind: 'changed', catalog: 'acme', code: '400' },
    ]);
    expect(list).toEqual([
      { date: '2026-11-21', added: { acme: ['400', '1001', '1003'], 'zephyr-futures': ['-1121'] } },
    ]);
  });

  it('keeps catalogs in order, so that Git joins additions of two catalogs to a day that is there', () => {
    const day = '2026-11-21';
    const base: ChangesFile = [{ date: day, added: { bybit: ['1', '2', '3'], mexc: ['1', '2', '3'] } }];
    const plus = (...catalogs: readonly string[]) =>
      addChanges(
        base,
        day,
        ['9', '10'].flatMap((code) => catalogs.map((catalog) => ({ kind: 'added', catalog, code }) as const)),
      );
    expect(plus('gate')[0]?.added).toEqual({ bybit: ['1', '2', '3'], gate: ['9', '10'], mexc: ['1', '2', '3'] });
    expect(Object.keys(plus('gate')[0]?.added ?? {})).toEqual(['bybit', 'gate', 'mexc']);
    const dir = mkdtempSync(join(tmpdir(), 'merge-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    const files = [plus('gate'), base, plus('okx')].map((list, index) => {
      writeFileSync(join(dir, `${index}.yaml`), changesText(list));
      return join(dir, `${index}.yaml`);
    });
    expect(execFileSync('git', ['merge-file', '--stdout', ...files], { encoding: 'utf8' })).toBe(
      changesText(plus('gate', 'okx')),
    );
  });

  it('refuses a day before the newest', () => {
    const change = { kind: 'changed', catalog: 'acme', code: '400' } as const;
    expect(() => addChanges(first, '2026-11-20', [change])).toThrow('2026-11-20 lies before 2026-11-21');
  });

  const reading = (text: string) =>
    withChanges([['changes.yaml', text]], (folder, known) =>
      readChanges(folder, folder, readAtlas(folder, folder, known)),
    );

  it('comes back from its file with the entries', () => {
    const [set] = reading(changesText([{ date: '2026-11-21', added: { 'zephyr-futures': ['-1121', '1003'] } }]));
    expect(set?.date).toBe('2026-11-21');
    expect(set?.added.map(({ catalog, code }) => `${catalog.id} ${code}`)).toEqual([
      'zephyr-futures -1121',
      'zephyr-futures 1003',
    ]);
    expect(set?.retired).toEqual([]);
  });

  it('follows a code that moved', () => {
    const [set] = reading(changesText([{ date: '2026-11-21', changed: { 'zephyr-futures': ['BAD_SYMBOL'] } }]));
    expect(set?.changed[0]?.code).toBe('-1121');
  });

  it('refuses unknown codes and wrong order, with file and line', () => {
    expect(() => reading('- date: "2026-11-21"\n  added:\n    acme:\n      - "9"\n')).toThrow(
      /changes\.yaml:4:9: the code 9 of acme/,
    );
    expect(() => reading('- date: "2026-11-21"\n- date: "2026-11-22"\n')).toThrow(/changes\.yaml:2:9: .*newest first/);
    expect(() => reading('- date: "2026-02-30"\n')).toThrow(/changes\.yaml:1:9: /);
  });

  it('is empty without its file', () => {
    expect(readChanges(tinyDir, tinyDir, atlas)).toEqual([]);
  });
});

describe('the permanent addresses', () => {
  it('stay as they are where all are known', () => {
    const { text, added } = extendPermalinks(atlas.permalinks, atlas);
    expect(added).toEqual([]);
    expect(text).toBe(readFileSync(join(tinyDir, 'permalinks.txt'), 'utf8'));
  });

  it('get new ones in their place, and lose none', () => {
    const { text, added } = extendPermalinks(['/zephyr-futures/1003/', '/gone/1/', '/acme/1001/'], atlas);
    expect(added).toEqual(['/acme/400/', '/acme/1003/', '/zephyr-futures/-1121/', '/zephyr-futures/ambiguous_symbol/']);
    expect(text.trim().split('\n').slice(1)).toEqual([
      '/acme/400/',
      '/acme/1001/',
      '/acme/1003/',
      '/gone/1/',
      '/zephyr-futures/-1121/',
      '/zephyr-futures/1003/',
      '/zephyr-futures/ambiguous_symbol/',
    ]);
  });

  it('break the build when one is gone without a redirect', () => {
    expect(() => edited('permalinks.txt', '/acme/400/', '/acme/401/')).toThrow(
      /permalinks\.txt:2:1: the address \/acme\/401\/ was published/,
    );
  });

  it('of the real content are all in the file', () => {
    const real = wholeAtlas();
    expect(extendPermalinks(real.permalinks, real).added).toEqual([]);
    expect(readChanges(contentDir, contentDir, real).length).toBeGreaterThan(0);
  });
});
