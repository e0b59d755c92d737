import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { ChangeSet } from '../../../src/catalog/published/changes.ts';
import { feedFiles } from '../../../src/generate/feed.ts';
import { localized } from '../../../src/locales.ts';
import { context, entryOf, textAt, tiny } from '../../support/fixture.ts';

const atlas = tiny();
const set = (date: string, change: Partial<ChangeSet>): ChangeSet => ({
  date,
  added: [],
  changed: [],
  retired: [],
  ...change,
});
const changes = [
  set('2026-12-01', {
    changed: [entryOf(atlas, 'zephyr-futures', '-1121')],
    retired: [entryOf(atlas, 'acme', '1001')],
  }),
  set('2026-11-21', { added: [entryOf(atlas, 'acme', '400'), entryOf(atlas, 'acme', '1003')] }),
];
const feed = (locale: string, of: readonly ChangeSet[] = changes) =>
  textAt(feedFiles({ ...context, changes: of }), `/${locale}/changes/atom.xml`);

/** Returns the texts of all elements with a name; the feed is simple enough for regular expressions. */
const all = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text);

const textOf = (node: Tree.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

describe('the feed', () => {
  it('has what RFC 4287 asks of a feed', () => {
    const xml = feed('en');
    expect(xml).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\s*<feed xmlns="http:\/\/www.w3.org\/2005\/Atom" xml:lang="en">/,
    );
    expect(all(xml, 'id')[0]).toBe('https://atlas.example/en/changes/');
    expect(all(xml, 'updated')).toEqual(['2026-12-01T00:00:00Z', '2026-12-01T00:00:00Z', '2026-11-21T00:00:00Z']);
    expect(all(xml, 'name')).toEqual(['Error Atlas']);
    expect(xml).toContain(
      '<link rel="self" type="application/atom+xml" href="https://atlas.example/en/changes/atom.xml"',
    );
    expect(new Set(all(xml, 'id')).size).toBe(3);
  });

  it('tells each day in the language of the feed', () => {
    expect(all(feed('en'), 'title')).toEqual([
      'Error Atlas: changes',
      '2026-12-01: 1 changed · 1 retired',
      '2026-11-21: 2 added',
    ]);
    expect(all(feed('zh-tw'), 'title')[2]).toBe('2026-11-21：新增 2 個');
    expect(all(feed('zh-cn'), 'title')[1]).toBe('2026-12-01：修改 1 个 · 停用 1 个');
  });

  it('lists the entries as links', () => {
    const content = all(feed('zh-tw'), 'content')[1] ?? '';
    const html = textOf(parseFragment(content));
    const links: [string | undefined, string][] = [];
    const walk = (node: Tree.Node): void => {
      if (node.nodeName === 'a' && 'attrs' in node) {
        links.push([node.attrs[0]?.value, textOf(node)]);
      }
      if ('childNodes' in node) node.childNodes.forEach(walk);
    };
    walk(parseFragment(html));
    expect(links).toEqual([
      ['https://atlas.example/zh-tw/acme/400/', 'Acme 400: 找不到商品 / 請求過多'],
      ['https://atlas.example/zh-tw/acme/1003/', 'Acme 1003: 權杖無效'],
    ]);
  });

  it('is a feed before anything was published, and does not grow without end', () => {
    expect(all(feed('en', []), 'updated')).toEqual(['1970-01-01T00:00:00Z']);
    const many = Array.from({ length: 30 }, (_, day) =>
      set(`2026-11-${String(30 - day).padStart(2, '0')}`, { added: [entryOf(atlas, 'acme', '400')] }),
    );
    expect(feed('en', many).match(/<entry>/g)).toHaveLength(20);
  });

  it('is well-formed whatever a title holds', () => {
    const entry = entryOf(atlas, 'acme', '1003');
    const title = ']]> <b> & --> <![CDATA[ x';
    const text = localized(() => ({ ...entry.meanings[0].text.en, title }));
    const hostile = { ...entry, meanings: [{ ...entry.meanings[0], text }] as const };
    const xml = feed('en', [set('2026-12-01', { added: [hostile] })]);
    // XML 1.0, 2.4: these three characters may appear only at the end of a CDATA section.
    expect(xml).not.toContain(']]>');
    const [content = ''] = all(xml, 'content');
    const unescaped = content.replaceAll('&#x3C;', '<').replaceAll('&gt;', '>').replaceAll('&#x26;', '&');
    expect(textOf(parseFragment(unescaped))).toContain(title);
  });
});
