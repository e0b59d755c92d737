/** Draws the preview pictures of links. */
import { hash } from 'node:crypto';
import { ogCards } from '../generate/pictures/cards.ts';
import { type Locale, locales } from '../locales.ts';
import { getAtlas } from '../site/atlas.ts';
import type { Made, NewlyMade } from './record.ts';
import { nameOf, type WritableFile, writeFiles } from './written-files.ts';

/** A fingerprint of the content of each language's pictures, which share their fonts. */
type Memory = Readonly<Record<Locale, string>>;

/**
 * @param dir the site's root
 * @param before the earlier pictures, which exist: languages in which they are the same are left alone
 */
export async function drawPictures(dir: string, before?: Made): Promise<NewlyMade> {
  const earlier = before?.memory as Memory | undefined;
  const cards = [...ogCards(getAtlas())];
  const memory = Object.fromEntries(
    locales.map((locale) => [locale, hash('sha256', JSON.stringify(cards.filter((card) => card.locale === locale)))]),
  ) as Memory;
  const languages = locales.filter((locale) => memory[locale] !== earlier?.[locale]);
  const pictures: WritableFile[] = [];
  if (languages.length > 0) {
    // Only here: loading the fonts takes a while.
    const { drawOgImages } = await import('../generate/pictures/draw.ts');
    const wanted = cards.filter(({ locale }) => languages.includes(locale));
    for await (const { path, png } of drawOgImages(wanted)) pictures.push({ path, content: png });
  }
  const { written } = writeFiles(pictures, dir);
  return { written, names: cards.map(({ path }) => nameOf(path)), memory };
}
