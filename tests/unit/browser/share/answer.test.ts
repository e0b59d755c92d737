import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { ApiEntry, ApiMeaning } from '../../../../src/api/shape.ts';
import {
  answerOf,
  mostSteps,
  type Tag,
  toHtml,
  toMarkdown,
  toPlainText,
} from '../../../../src/browser/share/answer.ts';
import { formatWait } from '../../../../src/i18n/format.ts';
import { ui } from '../../../../src/i18n/index.ts';
import { markdownOf } from '../../../support/any-text.ts';
import { runs } from '../../../support/runs.ts';

const all = <T>(value: T) => ({ en: value, 'zh-CN': value, 'zh-TW': value });

const meaning: ApiMeaning = {
  slug: 'too-fast',
  problem: 'rate-limited',
  category: 'rate-limit',
  retry: 'backoff',
  wait: { kind: 'seconds', seconds: 5 },
  fixedBy: 'you',
  depth: 'full',
  messages: [{ text: 'Too fast: {count}', seen: 'documented', example: null }],
  title: { en: 'Requests too frequent', 'zh-CN': '请求过于频繁', 'zh-TW': '請求過於頻繁' },
  titleOrigin: all('translated' as const),
  formerTitles: all([]),
  history: all([]),
  historyMarkdown: all([]),
  causes: all(['A loop without a pause.']),
  causesMarkdown: all(['A loop without a `pause`.']),
  fixes: {
    en: ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'],
    'zh-CN': ['放慢速度。'],
    'zh-TW': ['放慢速度。'],
  },
  fixesMarkdown: {
    en: ['`One`.', 'See [Two](https://atlas.test/en/acme/2/).', 'Three.', 'Four.', 'Five.', 'Six.'],
    'zh-CN': ['放慢速度。'],
    'zh-TW': ['放慢速度。'],
  },
  permalink: 'https://atlas.test/acme/510/#too-fast',
  example: { envelope: 'http', text: '{}' },
};

const entry: ApiEntry = {
  catalog: 'acme',
  code: '510',
  symbol: null,
  group: 'access',
  status: 'documented',
  depth: 'full',
  successor: null,
  retired: null,
  lastChecked: '2026-11-27',
  permalink: 'https://atlas.test/acme/510/',
  pages: all('https://atlas.test/en/acme/510/'),
  sources: [],
  meanings: [{ ...meaning, permalink: 'https://atlas.test/acme/510/' }],
  markdown: all('https://atlas.test/en/acme/510.md'),
  json: 'https://atlas.test/api/v1/catalogs/acme/510.json',
  related: [],
  sameCode: [],
};

const two: ApiEntry = {
  ...entry,
  meanings: [
    meaning,
    {
      ...meaning,
      slug: 'banned',
      permalink: 'https://atlas.test/acme/510/#banned',
      retry: 'never',
      wait: null,
      title: all('Banned'),
      messages: [],
      fixes: all([]),
      fixesMarkdown: all([]),
    },
  ],
};

const locales = { en: 'en', 'zh-CN': 'zh-cn', 'zh-TW': 'zh-tw' } as const;
const answer = (from: ApiEntry, language: Tag = 'en', slug?: string, catalog = 'Acme API') =>
  answerOf(from, { language, words: ui[locales[language]], catalog, slug });

describe('an answer', () => {
  test('as plain text', () => {
    expect(toPlainText(answer(entry))).toBe(
      [
        'Acme API 510: Requests too frequent',
        'Message: Too fast: {count}',
        'What to do:',
        '1. One.\n2. Two.\n3. Three.\n4. Four.\n5. Five.',
        'Retry: Wait, then retry · The same request may succeed later. Wait at least 5 seconds.',
        'Permanent link: https://atlas.test/acme/510/',
      ]
        .join('\n\n')
        .concat('\n'),
    );
  });

  test('as Markdown', () => {
    const text = toMarkdown(answer(entry));
    expect(text).toContain('**Acme API `510`: Requests too frequent**\n\n');
    expect(text).toContain('Message: `Too fast: {count}`\n\n');
    expect(text).toContain('\n\n1. `One`.\n2. See [Two](https://atlas.test/en/acme/2/).\n3. Three.');
    expect(text).toContain('Permanent link: <https://atlas.test/acme/510/>\n');
  });

  test('as HTML', () => {
    expect(toHtml(answer(entry, 'zh-TW'))).toMatch(
      /^<div lang="zh-TW"><p><strong>Acme API <code>510<\/code>：請求過於頻繁<\/strong><\/p>.*<ol><li>放慢速度。<\/li><\/ol>.*<a href="https:\/\/atlas.test\/acme\/510\/">/,
    );
  });

  test.each(['en', 'zh-CN', 'zh-TW'] as const)('says in %s how long to wait, as the page does', (language) => {
    const waits = [
      [{ kind: 'seconds', seconds: 5 }, { seconds: 5 }],
      [{ kind: 'exponential' }, 'exponential'],
      [{ kind: 'header', header: 'Retry-After' }, { header: 'Retry-After' }],
    ] as const;
    for (const [wait, model] of waits) {
      const text = toPlainText(answer({ ...entry, meanings: [{ ...meaning, wait }] }, language));
      expect(text).toContain(formatWait(model, locales[language]));
      expect(text).not.toContain('。 ');
    }
  });

  test('of one meaning holds that meaning and its link only', () => {
    const text = toPlainText(answer(two, 'en', 'banned'));
    expect(text).toContain('Acme API 510: Banned\n');
    expect(text).toContain(ui.en.entry.noMessage);
    expect(text).toContain('https://atlas.test/acme/510/#banned\n');
    expect(text).not.toContain('Too fast');
    expect(text).not.toContain(ui.en.entry.fix);
  });

  test.each([undefined, 'nothing', '__proto__'])('of the entry holds all meanings (%s)', (slug) => {
    const text = toPlainText(answer(two, 'zh-CN', slug));
    expect(text).toContain(ui['zh-cn'].entry.meanings(2));
    expect(text).toContain('请求过于频繁');
    expect(text).toContain('Banned');
    expect(text).toContain('https://atlas.test/acme/510/\n');
  });

  test('of a retired code says what took its place', () => {
    const retired: ApiEntry = {
      ...entry,
      status: 'retired',
      successor: { catalog: 'acme', code: '511', permalink: 'https://atlas.test/acme/511/' },
    };
    expect(toPlainText(answer(retired))).toContain(ui.en.entry.successor('511'));
    expect(toPlainText(answer(retired))).toContain(ui.en.status.retired.note);
  });
});

const hostile = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~&$:"=0123456789ax码。 \n'),
    minLength: 1,
    maxLength: 30,
  }),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '</code></p><script>alert(1)</script>',
    '[a](javascript:alert(1))',
    '&lt;b&gt;',
    '&#60;b&#62;',
    '- item',
    '# heading',
    '1. one',
    '12) twelve',
    '---',
    '===',
    '+ plus',
    '> quote',
    '```js',
    '**bold**',
    '__init__',
    'snake_case_name',
    '_em_',
    '~~gone~~',
    '| a | b |',
    '[x] task',
    '$x$',
    '![i](u)',
    'a\n\n# b',
  ),
);

/** Puts a text on one line, with each run of white space as one blank. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const nodesOf = (node: Nodes): Nodes[] => ['children' in node ? node.children.flatMap(nodesOf) : [], node].flat();
const textIn = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textIn).join('') : '';

describe('whatever texts hold', () => {
  const made = fc
    .record({ title: hostile, message: hostile, fixes: fc.array(hostile, { minLength: 1, maxLength: 7 }) })
    .filter(({ title, message, fixes }) => [title, message, ...fixes].every((text) => text.trim() !== ''))
    .map(({ title, message, fixes }) => ({
      title,
      message,
      fixes: fixes.slice(0, mostSteps),
      answer: answer({
        ...entry,
        meanings: [
          {
            ...meaning,
            title: all(title),
            messages: [{ text: message, seen: 'observed', example: null }],
            fixes: all(fixes),
            fixesMarkdown: all(fixes.map((text) => markdownOf([{ type: 'text', value: flat(text) }]))),
          },
        ],
      }),
    }));

  test('Markdown shows it as text', () => {
    fc.assert(
      fc.property(made, ({ title, message, fixes, answer: from }) => {
        const tree = fromMarkdown(toMarkdown(from), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
        expect(tree.children.map(({ type }) => type)).toEqual([
          'paragraph',
          'paragraph',
          'paragraph',
          'list',
          'paragraph',
          'paragraph',
        ]);
        const nodes = nodesOf(tree);
        const [strong, ...others] = nodes.filter(({ type }) => type === 'strong');
        expect(others).toEqual([]);
        expect(flat(strong ? textIn(strong) : '')).toBe(flat(`Acme API 510: ${title}`));
        expect(nodes.filter(({ type }) => type === 'inlineCode').map((node) => flat(textIn(node)))).toEqual([
          '510',
          flat(message),
        ]);
        const items = nodes.filter(({ type }) => type === 'listItem');
        expect(items.map((item) => flat(textIn(item)))).toEqual(fixes.map(flat));
        const kinds = new Set(nodes.map(({ type }) => type));
        for (const kind of ['html', 'emphasis', 'delete', 'image', 'code', 'heading'])
          expect(kinds.has(kind as Nodes['type'])).toBe(false);
        expect(nodes.filter(({ type }) => type === 'link')).toHaveLength(1);
      }),
      { numRuns: runs(500) },
    );
  });

  test('HTML shows it as text', () => {
    const elements = new Set(['div', 'p', 'strong', 'code', 'ol', 'li', 'a']);
    fc.assert(
      fc.property(made, ({ message, fixes, answer: from }) => {
        const items: string[] = [];
        const codes: string[] = [];
        const walk = (node: { nodeName: string; childNodes?: unknown[]; value?: string }): string => {
          const inner = (node.childNodes ?? []).map((child) => walk(child as typeof node)).join('');
          if (node.nodeName === 'li') items.push(inner);
          if (node.nodeName === 'code') codes.push(inner);
          if (!node.nodeName.startsWith('#')) expect(elements.has(node.nodeName)).toBe(true);
          return node.value ?? inner;
        };
        walk(parseFragment(toHtml(from)) as Parameters<typeof walk>[0]);
        expect(items.map(flat)).toEqual(fixes.map(flat));
        expect(codes.map(flat)).toEqual(['510', flat(message)]);
      }),
    );
  });
});
