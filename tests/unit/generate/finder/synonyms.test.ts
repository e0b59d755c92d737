/** Synonyms: well-formed, found in texts, and leading to entries that do not use them. */
import { describe, expect, it } from 'vitest';
import { fullTable } from '../../../../src/generate/finder/folding.ts';
import { ideasIn, phrasesOf } from '../../../../src/generate/finder/phrases.ts';
import { synonyms } from '../../../../src/generate/finder/synonyms.ts';
import { locales } from '../../../../src/locales.ts';
import { find } from '../../../../src/search/find.ts';
import { fold, isHan, tokenise } from '../../../../src/search/text.ts';
import { tiny } from '../../../support/fixture.ts';
import { dataOf, filesOf, label } from '../../../support/search-data.ts';

describe('the list', () => {
  it('has ideas of at least two phrases, in one form', () => {
    for (const phrases of synonyms) {
      expect(phrases.length, phrases.join()).toBeGreaterThan(1);
      for (const phrase of phrases) {
        expect(phrase).toBe(phrase.trim());
        expect(tokenise(phrase).length, phrase).toBeGreaterThan(0);
        expect([...fold(phrase, fullTable)].length, phrase).toBe([...phrase].length);
      }
    }
  });

  it('has English phrases of at most two words, and Chinese ones of at least two characters', () => {
    const odd = synonyms.flat().filter((phrase) => {
      const tokens = tokenise(phrase);
      const chinese = tokens.filter(({ text }) => isHan(text)).length;
      return chinese === 0 ? tokens.length > 2 : chinese === tokens.length && chinese < 2;
    });
    expect(odd).toEqual([]);
  });
});

describe('phrases', () => {
  const phrases = phrasesOf([
    ['server', '服务器', '伺服器'],
    ['service', '服务'],
    ['not enough', 'lacking', '不足', '不够'],
  ]);
  const ideas = (text: string): number[] => [...ideasIn(tokenise(fold(text, fullTable)), phrases)].sort();

  it('are found in a text of any language, whatever the ending', () => {
    expect(ideas('The servers lacked disk')).toEqual([0, 2]);
    expect(ideas('there is not enough left')).toEqual([2]);
    expect(ideas('not really enough')).toEqual([]);
    expect(ideas('伺服器忙')).toEqual([0]);
    expect(ideas('服務不足')).toEqual([1, 2]);
    expect(ideas('')).toEqual([]);
  });

  it('are asked for by words, by two words as one, and by pairs that are no phrase of their own', () => {
    expect(phrases.keys[0]).toEqual(['server', '务器', '伺服', '服器']);
    expect(phrases.keys[1]).toEqual(['servic', '服务']);
    expect(phrases.keys[2]).toEqual(['notenough', 'lack', '不足', '不够']);
  });
});

describe.each(locales)('on a page in %s', (locale) => {
  const data = dataOf(filesOf(tiny()), locale);
  const firstOf = async (text: string): Promise<string | undefined> => {
    const { exact, similar } = await find(text, data);
    expect(exact).toEqual([]);
    return similar[0] && label(similar[0], false);
  };

  it.each([
    ['credential lapsed', 'acme/1001'],
    ['憑證 到期', 'acme/1001'],
    ['access throttled by acme', 'acme/400'],
    ['查無此代碼', 'acme/400'],
    ['several matches', 'zephyr-futures/AMBIGUOUS_SYMBOL'],
  ])('%s', async (text, entry) => {
    expect(await firstOf(text)).toBe(entry);
  });
});
