import { describe, expect, it } from 'vitest';
import { ogSize, previewOf } from '../../../../src/documents/preview.ts';
import { ogCards } from '../../../../src/generate/pictures/cards.ts';
import { drawOgImages } from '../../../../src/generate/pictures/draw.ts';
import { fontsFor, missingCharacters } from '../../../../src/generate/pictures/fonts.ts';
import { locales } from '../../../../src/locales.ts';
import { entryOf, tiny } from '../../../support/fixture.ts';

const atlas = tiny();
const cards = [...ogCards(atlas)];

async function draw(...of: typeof cards): Promise<Buffer[]> {
  const images: Buffer[] = [];
  for await (const { png } of drawOgImages(of)) images.push(Buffer.from(png));
  return images;
}

describe('the pictures of links', () => {
  it('are one for each catalog and one for the rest, in each language', () => {
    expect(cards.map(({ path }) => path)).toEqual(
      locales.flatMap((locale) => [`/og/${locale}.png`, ...atlas.catalogs.map(({ id }) => `/og/${locale}/${id}.png`)]),
    );
    expect(cards.every(({ alt, name, heading }) => alt.startsWith(name) && heading !== '')).toBe(true);
  });

  it('stand for every page', () => {
    const entry = entryOf(atlas, 'acme', '400');
    const paths = new Set(cards.map(({ path }) => path));
    const subjects = [
      undefined,
      { kind: 'other', locale: 'en' } as const,
      { kind: 'entry', entry, locale: 'en' } as const,
      { kind: 'catalog', catalog: entry.catalog, locale: 'en' } as const,
    ];
    const previews = subjects.map((subject) => previewOf(subject, 'en').path);
    expect(previews).toEqual(['/og/en.png', '/og/en.png', '/og/en/acme.png', '/og/en/acme.png']);
    expect(previews.every((path) => paths.has(path))).toBe(true);
  });

  it('show what can be asked about: codes of success are left out', () => {
    const shown = cards.filter(({ path }) => path.startsWith('/og/en/')).flatMap(({ chips }) => chips);
    const entries = atlas.catalogs.flatMap((catalog) => catalog.entries);
    for (const { code, meanings } of entries) expect(shown.includes(code)).toBe(meanings[0].retry !== 'none');
  });

  it('are PNG files of the size they are announced with, the same each time', async () => {
    const [card] = cards;
    if (!card) throw new Error('no card');
    const [first, second] = await draw(card, card);
    expect(first?.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    expect([first?.readUInt32BE(16), first?.readUInt32BE(20)]).toEqual([ogSize.width, ogSize.height]);
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
    const [again] = await draw(card);
    expect(again?.equals(first ?? Buffer.alloc(0))).toBe(true);
  });

  it('are drawn with the glyphs of the language, and with one for every character', async () => {
    const [card] = cards;
    if (!card) throw new Error('no card');
    // The comma is centred in Taiwan and at the bottom in China; 骨 differs as well.
    const words = { ...card, heading: '錯誤，骨', subheading: '', chips: [], footer: [] };
    const [china, taiwan] = await draw({ ...words, locale: 'zh-cn' }, { ...words, locale: 'zh-tw' });
    expect(china?.equals(taiwan ?? Buffer.alloc(0))).toBe(false);
    // Characters without a glyph would both be drawn as the same empty frame.
    const [one, other] = await draw({ ...words, heading: '錯' }, { ...words, heading: '誤' });
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false);
    for (const { locale, heading, subheading, chips, footer } of cards) {
      expect(missingCharacters([heading, subheading, ...chips, ...footer].join(''), locale)).toEqual([]);
    }
  });

  it('need only few of the font’s files', () => {
    expect(fontsFor(['Error 1001'], 'en').map(({ name, weight }) => `${name} ${weight}`)).toEqual([
      'noto-latin 400',
      'noto-latin 700',
    ]);
    expect(missingCharacters('A錯\u{10fffd}', 'zh-tw')).toEqual(['\u{10fffd}']);
  });
});
