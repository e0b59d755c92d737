import { describe, expect, it } from 'vitest';
import { proseFault } from '../../../../src/catalog/prose/check.ts';

const place =
  'expected an https address, a code of this catalog as 1002, or a page of the atlas as /tickdb/1001, /tickdb or /problems/rate-limited';

describe('texts that are refused', () => {
  it.each([
    ['<b>x</b>', 'HTML, "<b>"'],
    ['a <!-- b --> c', 'HTML, "<!-- b -->"'],
    ['<script>1</script>', 'HTML, "<script>1</script>"'],
    ['![x](https://a.example/x.png)', 'an image, "![x](https://a.example/x.png)"'],
    ['~~gone~~', 'struck-out words, "~~gone~~"'],
    ['# Title', 'a heading, "# Title"'],
    ['- item', 'a list, "- item"'],
    ['2. second', 'a list, "2. second"'],
    ['> quoted', 'a quotation, "> quoted"'],
    ['---', 'a ruler, "---"'],
    ['```x', 'a block of code, "```x"'],
    ['[a]: https://a.example/', 'the target of a reference link, "[a]: https://a.example/"'],
    ['[^1]: a note', 'a footnote, "[^1]: a note"'],
  ])('%s', (source, what) => {
    expect(proseFault(source)).toMatch(
      new RegExp(`^holds ${what.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}, expected one line`),
    );
  });

  it('a link at its beginning that every reader takes for a definition, and only there', () => {
    expect(proseFault('[`a]: b`](1002)')).toMatch(/holds the target of a reference link/);
    expect(proseFault('See [`a]: b`](1002)')).toBeUndefined();
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#115;cript:alert(1)',
    'javascript&colon;alert(1)',
    '&#x6A;avascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'http://a.example/',
    'ftp://a.example/',
    '//a.example/',
    'https:a.example',
    'https:/\\a.example',
    '../1002',
    '?q=1',
    '#here',
  ])('a link to %s', (target) => {
    expect(proseFault(`[x](${target})`)).toContain(place);
  });

  it.each(['javascript\\:alert(1)', '\u0001javascript:alert(1)'])('nor does %j become one', (target) => {
    expect(proseFault(`[x](${target})`) ?? 'no link').toMatch(/expected an https address|no link/);
  });

  it.each(['http://a.example/x', 'www.a.example', 'someone@a.example', '<http://a.example>', '<javascript:alert(1)>'])(
    'an address that becomes a link by itself: %s',
    (source) => {
      expect(proseFault(`See ${source} there`)).toContain(place);
    },
  );

  it.each([
    ['[https://a.example/](https://b.example/)', 'https://a.example/'],
    ['[www.a.example](https://b.example/)', 'www.a.example'],
    ['[`https://a.example/x`](https://b.example/)', 'https://a.example/x'],
    ['[a.example/login](https://b.example/)', 'a.example/login'],
  ])('a link whose words are another address: %s', (source, words) => {
    expect(proseFault(source)).toBe(
      `holds a link to "https://b.example/" whose words are another address, "${words}", expected words, or the same address`,
    );
  });

  it('a link with a title, without words, or with a name and a password', () => {
    expect(proseFault('[x](https://a.example/ "t")')).toContain('with a title');
    expect(proseFault('[](https://a.example/)')).toContain('without words');
    expect(proseFault('[x](https://u:p@a.example/)')).toContain("without a user's name");
  });

  it('the first of several is told', () => {
    expect(proseFault('*<b>* [x](http://a.example)')).toContain('HTML, "<b>"');
  });
});

describe('texts that are taken', () => {
  it.each([
    'Plain words, 3 < 4, a_b and 50 %.',
    'A `code span` and ``one with ` in it``.',
    '**Strong**, *emphasis* and **错误码：**签名',
    '[`1002`](1002), [`400`](400#too-fast), [-1121](-1121), [TickDB](/tickdb), [1001](/tickdb/1001/), [limits](/problems/rate-limited)',
    '[the limits](https://a.example/limits#x) and <https://a.example/>',
    'https://a.example/x is a link by itself',
    'Markup that is escaped: \\<b> \\[x](y) \\`x\\` 1\\. x',
    '`<script>` and `javascript:alert(1)` as code',
    'Reference links without a target are words: [a][b] [c]',
    'Neither :directive[x]{y} nor {expression} nor ${value} means anything.',
    'Node.js and [Node.js](https://nodejs.org/)',
  ])('%s', (source) => {
    expect(proseFault(source)).toBeUndefined();
  });
});
