/** Draws the pictures of cards.ts: the same card gives the same bytes on any machine, without the network. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import satori, { type Font } from 'satori';
import { ogSize } from '../../documents/preview.ts';
import { localeInfo } from '../../locales.ts';
import { root } from '../../settings.ts';
import type { OgCard } from './cards.ts';
import { fontsFor } from './fonts.ts';

export interface OgImage {
  /** The address from the site's root. */
  readonly path: string;
  readonly png: Uint8Array;
}

/** A node in the form that the layout library takes. */
interface Box {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** Draws cards one by one; those in the same language share their fonts. */
export async function* drawOgImages(cards: Iterable<OgCard>): AsyncIterable<OgImage> {
  for (const [locale, group] of Map.groupBy(cards, (card) => card.locale)) {
    const fonts = fontsFor(group.flatMap(textsOf), locale);
    for (const card of group) yield { path: card.path, png: await draw(card, fonts) };
  }
}

const textsOf = ({ name, heading, subheading, chips, footer }: OgCard): string[] => [
  name,
  heading,
  subheading,
  ...chips,
  ...footer,
  // The ellipsis that replaces the rest of a text that is too long.
  '…',
];

async function draw(card: OgCard, fonts: Font[]): Promise<Uint8Array> {
  const families = [...new Set(fonts.map(({ name }) => name))].join(', ');
  const svg = await satori(layout(card, families), { ...ogSize, fonts });
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

function layout(card: OgCard, fontFamily: string): Box {
  const lang = localeInfo[card.locale].tag;
  const long = widthOf(card.heading) > 16;
  return box(
    {
      ...ogSize,
      boxSizing: 'border-box',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '64px 72px',
      borderTop: `12px solid ${colour('--atlas-mark')}`,
      background: colour('--sl-color-black'),
      color: colour('--sl-color-white'),
      fontFamily,
    },
    [
      box({ alignItems: 'center', fontSize: 40, fontWeight: 700 }, [
        { type: 'img', props: { src: mark(), width: 64, height: 64, style: { marginRight: 20 } } },
        card.name,
      ]),
      box({ flexDirection: 'column' }, [
        lines(2, { fontSize: long ? 64 : 104, fontWeight: 700, lineHeight: 1.2 }, card.heading, lang),
        ...(card.subheading === ''
          ? []
          : [
              lines(
                2,
                { marginTop: 8, fontSize: 44, lineHeight: 1.3, color: colour('--sl-color-accent') },
                card.subheading,
                lang,
              ),
            ]),
      ]),
      box({ flexDirection: 'column' }, [
        // A second line of chips, or a chip that is cut off, would only be noise.
        box({ flexWrap: 'wrap', height: 64, overflow: 'hidden' }, card.chips.map(chip)),
        box(
          { marginTop: 28, fontSize: 32, lineHeight: 1.2, color: colour('--sl-color-gray-2') },
          card.footer.map(footnote),
        ),
      ]),
    ],
  );
}

const chip = (text: string): Box =>
  box(
    {
      height: 64,
      alignItems: 'center',
      marginRight: 16,
      padding: '0 22px',
      borderRadius: 12,
      background: colour('--sl-color-gray-6'),
      color: colour('--sl-color-gray-1'),
      fontSize: 32,
    },
    text,
  );

const footnote = (text: string, index: number): Box =>
  box(
    index === 0 ? {} : { marginLeft: 24, paddingLeft: 24, borderLeft: `2px solid ${colour('--sl-color-gray-4')}` },
    text,
  );

const box = (style: object, children: unknown): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

/** Makes text that wraps, and ends with an ellipsis if it does not fit into the lines. */
const lines = (count: number, style: object, text: string, lang: string): Box => ({
  type: 'div',
  props: {
    lang,
    style: { display: 'block', lineClamp: count, wordBreak: 'break-word', ...style },
    children: text,
  },
});

/** Returns the approximate width of a text in Latin letters: a Chinese character takes the space of two. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);

let palette: ReadonlyMap<string, string> | undefined;

/**
 * Returns a colour of the light theme, which comes first in the style sheet.
 * @throws Error if the style sheet has no colour of that name
 */
function colour(name: string): string {
  palette ??= new Map(
    readFileSync(join(root, 'src/styles/colours.css'), 'utf8')
      .split('}', 1)
      .flatMap((block) => [...block.matchAll(/(--[\w-]+):\s*(#[\da-f]+);/gi)])
      .map(([, property = '', value = '']) => [property, value]),
  );
  const value = palette.get(name);
  if (value === undefined) throw new Error(`src/styles/colours.css has no colour ${name}`);
  return value;
}

let markData: string | undefined;

const mark = (): string => {
  markData ??= `data:image/svg+xml;base64,${readFileSync(join(root, 'public/favicon.svg')).toString('base64')}`;
  return markData;
};
