/** Texts that the schema lets into a catalog, with everything that means something somewhere more often. */
import fc from 'fast-check';
import { text, textBlock } from '../../src/catalog/schema/text.ts';
import { template } from '../../src/catalog/schema/values.ts';

/** Beginnings and ends of markup, of programs and of formulas. */
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

/** One line as the schema takes it. */
export const anyText: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: pieces },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }) },
  )
  .map((value) => value.trim())
  .filter((value) => text.safeParse(value).success);

const lines = fc.array(fc.oneof(anyText, fc.constantFrom('', '  ', '---', '```')), { minLength: 1, maxLength: 4 });

/** Several lines as the schema takes them, such as an example answer. */
export const anyBlock: fc.Arbitrary<string> = lines
  .map((parts) => parts.join('\n'))
  .filter((value) => textBlock.safeParse(value).success);

/** An answer with places left open for code and message. */
export const anyTemplate: fc.Arbitrary<string> = fc
  .tuple(lines, fc.constantFrom('{{code}}', '{{code:json}} {{message}}', '{{message:json}}', '{{message}}{{code}}'))
  .map(([parts, open]) => [...parts, open].join('\n'))
  .filter((value) => template.safeParse(value).success);
