/** The judge of labelled queries rejects every answer that claims more than was asked for. */
import { expect, it } from 'vitest';
import type { Answer, Hit } from '../../../src/search/types.ts';
import { wrong } from '../../queries/judge.ts';

const hit = (catalog: string, code: string): Hit => ({
  catalog: { id: catalog, name: catalog, path: '/' },
  code,
  symbol: undefined,
  title: '',
  meaning: undefined,
  message: undefined,
  path: '/',
  why: [],
});
const answer = (exact: readonly Hit[], similar: readonly Hit[] = [], unknown: Answer['unknown'] = []): Answer => ({
  exact,
  similar,
  unknown,
  understood: { codes: [], catalogs: [], message: undefined, words: [], plain: true },
  share: undefined,
});
const [one, two] = [hit('a', '1'), hit('b', '2')];
const lost = { code: '3', catalog: undefined, neighbours: [], elsewhere: [] };

it('takes the wanted entry first, exact or not', () => {
  const query = { text: 'x', first: ['a/1'] };
  expect(wrong(query, answer([one], [two]))).toBeUndefined();
  expect(wrong(query, answer([], [one, two]))).toBeUndefined();
  expect(wrong(query, answer([], [two, one]))).toContain('first');
});

it('takes no exact entry that was not asked for', () => {
  expect(wrong({ text: 'x', first: ['a/1'] }, answer([one, two]))).toContain('b/2 as well');
  expect(wrong({ text: 'x', first: ['a/1', 'b/2'] }, answer([two, one]))).toBeUndefined();
  expect(wrong({ text: 'x', among: ['a/1'] }, answer([two], [one]))).toContain('b/2 as well');
  expect(wrong({ text: 'x', nothingExact: true }, answer([one]))).toContain('nothing exact');
});

it('takes no code that is said to be missing without being asked for', () => {
  expect(wrong({ text: 'x', first: ['a/1'] }, answer([one], [], [lost]))).toContain('no code');
  expect(wrong({ text: 'x', first: ['a/1'], unknown: '3' }, answer([one], [], [lost]))).toBeUndefined();
  expect(wrong({ text: 'x', unknown: '3' }, answer([]))).toContain('to be unknown');
});
