/** Messages in texts: whole and in part. */
import { describe, expect, it } from 'vitest';
import { matchMessage, messageRuns, nearMessage } from '../../../src/search/messages.ts';
import { tellingWeight, tokenise } from '../../../src/search/text.ts';

const none = new Map<string, string>();
const runs = messageRuns('rate of your plan exceeded and connection will be closed', none);

describe('a part of a message', () => {
  const near = (text: string): unknown => nearMessage(runs, tokenise(text), 0);

  it('is near where most of it stands in its order', () => {
    expect(near('rate of your plan exceeded and connection closed')).toEqual({ same: 8, end: 8 });
    expect(near('rate of your plan exceeded and the connection was closed')).toEqual({ same: 8, end: 10 });
  });

  it('is not where it is no more than its beginning', () => {
    expect(near('rate of your plan')).toBeUndefined();
    expect(near('rate of your plan closed, connection exceeded')).toBeUndefined();
    expect(near(`rate of your plan ${'x '.repeat(50)} exceeded and connection will be closed`)).toBeUndefined();
  });

  it('is no match', () => {
    expect(matchMessage(runs, tokenise('rate of your plan exceeded and connection closed'), 0)).toBeUndefined();
  });
});

it('weighs words by what they tell', () => {
  const weight = (text: string): number => tellingWeight(tokenise(text));
  expect(weight('contract not activated')).toBeCloseTo(2.3);
  expect(weight('why is the')).toBe(0);
  expect(weight('too many requests')).toBeCloseTo(0.9);
  expect(weight('余额不足 1002')).toBe(2);
});
