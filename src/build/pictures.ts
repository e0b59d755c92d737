/** Draws the preview pictures of links. */
import { hash } from 'node:crypto';
import { ogCards } from '../generate/pictures/cards.ts';
import { type Locale, locales } from '../locales.ts';
import { getAtlas } from '../site/atlas.ts';
import type { Made, NewlyMade } from './record.ts';
import { inThread } from './threads.ts';
import { nameOf, type Written } from './written-files.ts';

/** A thread's input. */
export interface PictureTask {
  readonly dir: string;
  /** Languages whose pictures are to be drawn. */
  readonly languages: readonly Locale[];
}

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
  const task: PictureTask = { dir, languages };
  const written =
    languages.length === 0
      ? []
      : (await inThread<Written>(new URL('./pictures-worker.ts', import.meta.url), task)).written;
  return { written, names: cards.map(({ path }) => nameOf(path)), memory };
}
