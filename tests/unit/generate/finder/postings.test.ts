import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsRemembered } from '../../../../src/generate/finder/pairs.ts';
import { best, PostingLists, posting, postingsMerger } from '../../../../src/generate/finder/postings.ts';
import { postingBase } from '../../../../src/search/data.ts';
import { runs } from '../../../support/runs.ts';

const entries = 60;
const fields = fc.integer({ min: 1, max: postingBase - 1 });
const seen = fc.record({ list: fc.nat(4), position: fc.nat(entries - 1), fields });

/** The simplest implementation of the same, to compare with. */
const plain = (all: readonly { position: number; fields: number }[]): number[] => {
  const byPosition = new Map<number, number>();
  for (const { position, fields } of all) byPosition.set(position, (byPosition.get(position) ?? 0) | fields);
  return [...byPosition].sort(([a], [b]) => a - b).map(([position, bits]) => position * postingBase + bits);
};

describe('lists of postings', () => {
  it('hold every entry once, in order, with all fields', () => {
    fc.assert(
      fc.property(fc.array(seen, { maxLength: 200 }), (all) => {
        const lists = new PostingLists();
        for (let list = 0; list < 5; list++) expect(lists.newList()).toBe(list);
        const ordered = all.toSorted((a, b) => a.position - b.position);
        for (const { list, position, fields } of ordered) lists.add(list, posting(position, fields));
        const finished = lists.finish();
        expect(finished.map((list) => [...list])).toEqual(
          Array.from({ length: 5 }, (_, own) => plain(ordered.filter(({ list }) => list === own))),
        );
        const merge = postingsMerger(entries);
        for (const few of [finished, finished.slice(3), finished.slice(4), []]) {
          const expected = ordered.filter(({ list }) => list >= 5 - few.length);
          expect([...merge(few)]).toEqual(plain(expected));
        }
      }),
    );
  });

  it('grow beyond the room that they begin with', () => {
    const lists = new PostingLists();
    const list = lists.newList();
    for (let position = 0; position < 200_000; position++) lists.add(list, posting(position, 1));
    expect(lists.finish()[0]?.at(-1)).toBe(199_999 * postingBase + 1);
  });

  it('keep the best fields, of equal ones the first, in order', () => {
    fc.assert(
      fc.property(fc.array(fields, { maxLength: 40 }), fc.nat(20), (all, most) => {
        const postings = Int32Array.from(all, (bits, position) => position * postingBase + bits);
        const expected = [...postings]
          .sort((a, b) => (b % postingBase) - (a % postingBase) || a - b)
          .slice(0, most)
          .sort((a, b) => a - b);
        expect([...best(postings, most)]).toEqual(expected);
      }),
    );
  });
});

it('pairs of characters keep the number that was made for them', () => {
  const character = fc.integer({ min: 0x3040, max: 0xfaff }).map((unit) => String.fromCharCode(unit));
  const pairs = fc.array(fc.tuple(character, character), { maxLength: 3000, size: 'max' });
  fc.assert(
    fc.property(pairs, (all) => {
      const made: string[] = [];
      const numberOf = pairsRemembered((first, second) => made.push(first + second) - 1);
      for (const [first, second] of [...all, ...all]) expect(made[numberOf(first, second)]).toBe(first + second);
      expect(new Set(made).size).toBe(made.length);
    }),
    { numRuns: runs(20) },
  );
});
