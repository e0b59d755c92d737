import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readPlainYaml } from '../../../../src/catalog/reading/fast-yaml.ts';
import { runs } from '../../../support/runs.ts';

/** Ways of writing a value that the two readers could interpret differently. */
const scalars = [
  ...['0', '-1', '+1', '007', '0o17', '0x1F', '1_000', '1e3', '.5', '1.', '-.inf', '.nan', '12345678901234567890'],
  ...['true', 'True', 'TRUE', 'yes', 'no', 'on', 'off', 'null', 'Null', '~', '<<', '=', '2026-11-21', '12:30:45'],
  ...['a: b', "it's", "'it''s'", '"a\\u4e2d\\n\\x41"', '中文：值', 'a #b', 'a#b', '- a', '?a', 'http://a.example/#x'],
  ...[
    '[a, "b", 1]',
    '{ a: 1, "2": b }',
    '[]',
    '{}',
    '"a\n  b\n\n  c"',
    'a\n  b\n\n  c',
    '|\n  a\n   b\n',
    '>-\n  a\n  b\n\n  c',
  ],
  ...['|+\n  a\n\n', '|2-\n    a\n', '!!str 1', '&a b', '*a', '@a', '`a', '%a', ''],
];

const sameAs = (source: string): void => {
  const plain = readPlainYaml(source);
  if (plain) expect(plain[0]).toEqual(parse(source));
};

describe('a file that nothing is wrong with', () => {
  it('is read as the reader with places reads it', () => {
    const folder = join(import.meta.dirname, '../../../../content');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
    expect(files.length).toBeGreaterThan(20);
    for (const name of files) {
      const source = readFileSync(join(folder, name), 'utf8');
      expect(readPlainYaml(source), name).toEqual([parse(source)]);
    }
  });

  it('has the same scalars', () => {
    let read = 0;
    for (const scalar of scalars) {
      for (const source of [`a: ${scalar}\nb: 1\n`, `- ${scalar}\n- x\n`, `a:\n  b: ${scalar}\n`]) {
        for (const text of [source, source.replaceAll('\n', '\r\n')]) {
          sameAs(text);
          if (readPlainYaml(text)) read += 1;
        }
      }
    }
    expect(read).toBeGreaterThan(200);
  });

  it('has the same values, whatever they are and however they are written', () => {
    const styles = fc.record({
      lineWidth: fc.constantFrom(0, 20, 80),
      indent: fc.constantFrom(2, 4),
      collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
      defaultStringType: fc.constantFrom(
        'PLAIN' as const,
        'QUOTE_DOUBLE' as const,
        'BLOCK_LITERAL' as const,
        'BLOCK_FOLDED' as const,
      ),
    });
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...scalars));
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('map'),
      ),
      list: fc.array(tie('any'), { maxLength: 4 }),
      map: fc.dictionary(text, tie('any'), { maxKeys: 4 }),
    })).map;
    let read = 0;
    fc.assert(
      fc.property(value, styles, (data, options) => {
        const source = stringify(data, options);
        sameAs(source);
        if (readPlainYaml(source)) read += 1;
      }),
      { numRuns: runs(1000) },
    );
    expect(read).toBeGreaterThan(runs(500));
  });
});

describe('what content files do without', () => {
  it.each([
    ['an anchor', 'a: &x b\n'],
    ['an alias', 'a: &x b\nb: *x\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a directive', '%YAML 1.2\n---\na: b\n'],
    ['a number as a key', '1002: a\n'],
    ['yes or no as a key', 'true: a\n'],
    ['an empty key', ': a\n'],
    ['a list as a key', '? [a]\n: b\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['__proto__', '"__proto__": a\n'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
    ['nothing', '# only a remark\n'],
    ['a mistake', 'a: [1\n'],
    ['a depth without end', `${'['.repeat(10_000)}\n`],
  ])('%s is left to the reader that says where it is', (_, source) => {
    expect(readPlainYaml(source)).toBeUndefined();
  });
});
