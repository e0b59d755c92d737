/** Texts that the schema allows in a catalog, rich in everything that has a special meaning somewhere. */
import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { proseFault } from '../../src/catalog/prose/check.ts';
import type { Prose } from '../../src/catalog/prose/prose.ts';
import { text, textBlock } from '../../src/catalog/schema/text.ts';
import { template } from '../../src/catalog/schema/values.ts';
import { serialise } from '../../src/documents/serialise.ts';

/** Fragments of markup, programs and formulas. */
export const marks = [
  ...['<script>window.__ran=1</script>', '</script>', '</title>', '</textarea>', '</p>', '<b>', '<!--', '-->', ']]>'],
  ...['<![CDATA[', '"><img src=x onerror="window.__ran=1">', "' onclick='window.__ran=1", '<', '>', '"', "'", '='],
  ...['&', '&amp;', '&lt;', '&#60;', '&copy', '\\', '\\u003c', '\\n', '%3C', '%s'],
  ...['{', '}', '{window.__ran=1}', '${window.__ran=1}', '`', '```', '~~~', '<%= 1 %>', '{{code}}', '{{message:json}}'],
  ...['$&', '$1', '$', '[x](javascript:window.__ran=1)', '![x](javascript:1)', '[', ']', '(', ')', '!', '[^1]', '[x]'],
  ...['*', '**', '_', '__', '~', '#', '|', '| - |', '---', '===', '+', '-', '1.', '1)', ':', '::', ':::note', '^'],
  ...['=1+1', '@SUM(1)', "+cmd|' /C calc'!A0", '-2+3', '＝', '@', ',', ';', '/', '//', '.', 'www.a.b', 'http://a.b'],
  ...['a@b.c', 'javascript:1', '__proto__', 'constructor', 'toString', 'null', 'true', 'NaN', '0', '007', '1e3', '~'],
  ...['no', '? ', ': ', ' #', '- ', '&a', '*a', '!a', '%YAML', '...', '<<'],
  ...[' ', '  ', '\u00A0', '\u3000', '\u200E', '\u200F', '\u200B', '\u00AD', '\u2060', '\u0301', '中', '：', '，', '“'],
  ...['『', '👩‍👩‍👧', '🇹🇼', '𠮷', 'א', '﷽', 'W'.repeat(80), '字'.repeat(80), 'a', 'B', 'é'],
] as const;

const pieces = fc.array(fc.constantFrom(...marks), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));

/** One line that the schema accepts. */
export const anyText: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: pieces },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }) },
  )
  .map((value) => value.trim())
  .filter((value) => text.safeParse(value).success);

/** Writes inline nodes as one line of Markdown. */
export const markdownOf = (children: PhrasingContent[]): string =>
  serialise([{ type: 'paragraph', children }]).trimEnd();

/** Returns a text that consists of just these words. */
export const plainProse = (value: string): Prose => ({
  source: markdownOf([{ type: 'text', value }]),
  plain: value,
  nodes: [{ type: 'text', value }],
});

/** The optional parts of a meaning's text, left empty. */
export const noHistory = { source: undefined, former: [], wait: undefined, history: [] } as const;

const word: fc.Arbitrary<PhrasingContent> = anyText.map((value) => ({ type: 'text', value }));
const span: fc.Arbitrary<PhrasingContent> = anyText.map((value) => ({ type: 'inlineCode', value }));
const address = fc.constantFrom(
  'https://a.example/',
  'https://a.example/x?y=(z)&w=1#%3C',
  "https://b.example/_b_?c='d'",
);

/** Inline Markdown that the schema accepts: words, code, links and emphasis with anything in them. */
export const anyProse: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: word },
      { weight: 2, arbitrary: span },
      {
        weight: 1,
        arbitrary: fc
          .tuple(address, fc.oneof(word, span))
          .map(([url, child]): PhrasingContent => ({ type: 'link', url, children: [child] }) as PhrasingContent),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('strong' as const, 'emphasis' as const), word)
          .map(([type, child]): PhrasingContent => ({ type, children: [child] })),
      },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(markdownOf)
  .filter((value) => text.safeParse(value).success && proseFault(value) === undefined);

const lines = fc.array(fc.oneof(anyText, fc.constantFrom('', '  ', '---', '```')), { minLength: 1, maxLength: 4 });

/** Several lines that the schema accepts, such as an example answer. */
export const anyBlock: fc.Arbitrary<string> = lines
  .map((parts) => parts.join('\n'))
  .filter((value) => textBlock.safeParse(value).success);

/** A template of an answer, with placeholders for code and message. */
export const anyTemplate: fc.Arbitrary<string> = fc
  .tuple(lines, fc.constantFrom('{{code}}', '{{code:json}} {{message}}', '{{message:json}}', '{{message}}{{code}}'))
  .map(([parts, open]) => [...parts, open].join('\n'))
  .filter((value) => template.safeParse(value).success);
