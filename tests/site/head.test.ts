import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { absolute, inLocale, permanentPath } from '../../src/catalog/paths.ts';
import { ogSize } from '../../src/documents/preview.ts';
import { localeInfo, locales } from '../../src/locales.ts';
import { settings } from '../../src/settings.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { attribute, dist, elements, htmlFiles, parseHead, textOf } from '../support/site/site.ts';

const tags = [...locales.map((locale) => localeInfo[locale].tag), 'x-default'];

interface Head {
  readonly title: string | undefined;
  /** Contents of `meta` elements by name or property. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly canonical: readonly string[];
  /** Addresses by language tag. */
  readonly alternates: readonly (readonly [tag: string, href: string])[];
}

const pathOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
const addressOf = (file: string): string => absolute(settings, pathOf(file));

function headOf(file: string): Head {
  const all = [...elements(parseHead(file))];
  const links = all.filter(({ tagName }) => tagName === 'link');
  const hrefs = (rel: string) => links.filter((element) => attribute(element, 'rel') === rel);
  const metas = all.filter(({ tagName }) => tagName === 'meta');
  const title = all.find(({ tagName }) => tagName === 'title');
  return {
    title: title && textOf(title),
    meta: new Map(
      [...Map.groupBy(metas, (element) => attribute(element, 'name') ?? attribute(element, 'property') ?? '')].map(
        ([name, group]) => [name, group.map((element) => attribute(element, 'content') ?? '')],
      ),
    ),
    canonical: hrefs('canonical').map((element) => attribute(element, 'href') ?? ''),
    alternates: hrefs('alternate').flatMap((element) => {
      const tag = attribute(element, 'hreflang');
      return tag === undefined ? [] : [[tag, attribute(element, 'href') ?? ''] as const];
    }),
  };
}

const permanent = new Set(
  getAtlas().catalogs.flatMap(({ id, entries }) => entries.map(({ code }) => permanentPath(id, code))),
);
const moved = new Set(getAtlas().redirects.map(({ from }) => from));
const heads = new Map(
  htmlFiles()
    .filter((file) => file !== '404.html' && !moved.has(pathOf(file)))
    .map((file) => [addressOf(file), headOf(file)] as const),
);
const isLocalised = (address: string): boolean =>
  locales.some((locale) => address.startsWith(absolute(settings, `/${locale}/`)));

describe('every page', () => {
  test('has one canonical address, its own', () => {
    for (const [address, { canonical }] of heads) expect(canonical, address).toEqual([address]);
  });

  test('has a title and a description', () => {
    for (const [address, { title, meta }] of heads) {
      expect(title?.trim(), address).toBeTruthy();
      expect(meta.get('description'), address).toHaveLength(1);
      const [description = ''] = meta.get('description') ?? [];
      expect([...description].length, address).toBeGreaterThan(10);
    }
  });

  test('names itself in each language and where readers of other languages go, and all of them say the same', () => {
    for (const [address, { alternates }] of heads) {
      expect(alternates.map(([tag]) => tag).sort(), address).toEqual([...tags].sort());
      expect(
        alternates.some(([, href]) => href === address),
        address,
      ).toBe(true);
      for (const [tag, href] of alternates) {
        const other = heads.get(href);
        expect(other?.alternates, `${tag} of ${address}: ${href}`).toEqual(alternates);
      }
    }
  });

  test('names the page in each language by its address', () => {
    for (const [address, { alternates }] of heads) {
      if (!isLocalised(address)) continue;
      const path = address.slice(absolute(settings, '').length);
      for (const locale of locales) {
        const href = alternates.find(([tag]) => tag === localeInfo[locale].tag)?.[1];
        expect(href).toBe(absolute(settings, inLocale(path, locale)));
      }
    }
  });

  test('of an entry names its permanent link for readers of other languages', () => {
    const named = new Set(
      [...heads.values()].map(({ alternates }) => alternates.find(([tag]) => tag === 'x-default')?.[1]),
    );
    for (const path of permanent) expect(named.has(absolute(settings, path)), path).toBe(true);
  });
});

describe('every page in a language', () => {
  const localised = [...heads].filter(([address]) => isLocalised(address));

  test('says what chats show of it', () => {
    expect(localised.length).toBeGreaterThan(100);
    for (const [address, { meta, canonical }] of localised) {
      const only = (name: string): string => {
        const values = meta.get(name) ?? [];
        expect(values, `${name} of ${address}`).toHaveLength(1);
        return values[0] ?? '';
      };
      expect(only('og:title'), address).not.toBe('');
      expect(only('og:description'), address).toBe(only('description'));
      expect(only('og:url')).toBe(canonical[0]);
      expect(only('og:image:alt'), address).not.toBe('');
      expect(only('og:image:width')).toBe(String(ogSize.width));
      expect(only('og:image:height')).toBe(String(ogSize.height));
      expect(only('twitter:card')).toBe('summary_large_image');
    }
  });

  test('has a picture that exists and is as large as it says', () => {
    const images = new Set(localised.flatMap(([, { meta }]) => meta.get('og:image') ?? ['']));
    expect(images.size).toBe(locales.length * (getAtlas().catalogs.length + 1));
    const root = absolute(settings, '');
    for (const image of images) {
      expect(image.startsWith(`${root}/og/`), image).toBe(true);
      const file = join(dist, image.slice(root.length));
      expect(existsSync(file), image).toBe(true);
      const png = readFileSync(file);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([ogSize.width, ogSize.height]);
      // Chats load it before they show anything.
      expect(png.length).toBeLessThan(100_000);
    }
  });
});
