/**
 * Writes src/generate/finder/variants.ts: traditional characters with their simplified forms, from
 * OpenCC's tables. Run it by hand after updating opencc-js; the site's build only reads its result.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Converter } from 'opencc-js/t2cn';

const first = 0x3400;
const last = 0x9fff;
const charactersInLine = 100;

// OpenCC's own traditional forms first, then the forms that only Taiwan or Hong Kong uses.
const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));

let pairs = '';
for (let point = first; point <= last; point++) {
  const character = String.fromCharCode(point);
  const simplified = converters.map((convert) => convert(character)).find((result) => result !== character);
  if (simplified?.length === 1) pairs += character + simplified;
}

const lines = pairs.match(new RegExp(`.{1,${charactersInLine}}`, 'gu')) ?? [];
const text = `/**
 * Traditional characters, each followed by its simplified form. Made by scripts/write-variants.ts
 * from the tables of OpenCC (Apache-2.0) in the package opencc-js; not edited by hand.
 */
export const variants: string = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`;
writeFileSync(resolve(process.cwd(), 'src/generate/finder/variants.ts'), text);
