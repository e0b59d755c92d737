/** Whatever is wrong, the message says what it is and what is expected, never in a library's wording. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { isMap, isPair, isScalar, parseDocument, stringify, visit } from 'yaml';
import { type Finding, formatFinding } from '../../../../src/catalog/reading/findings.ts';
import { parseYaml } from '../../../../src/catalog/reading/yaml.ts';
import { schemas } from '../../../../src/catalog/schema/files.ts';
import { catalog, codes, en, findingsIn, problems, zephyrCatalog } from '../../../support/broken.ts';
import { tinyDir } from '../../../support/fixture.ts';
import { runs } from '../../../support/runs.ts';

// Many runs each, which take time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const foreign =
  /invalid input|unrecognized|expected string|too (?:small|big)|received|zod|undefined|\[object|NaN|YAML\.parse|implicit|scalar|collection/i;

function expectPlain(finding: string): void {
  expect(finding).toMatch(/^[^:\n]+:\d+:\d+: [^\n]*expected [^\n]+$/);
  expect(finding.replace(/"(?:[^"\\]|\\.)*"/g, '""')).not.toMatch(foreign);
}

/** Keys for values of any kind: those that occur in the files, and others. */
const keys = fc.oneof(
  fc.constantFrom(
    'code',
    'id',
    'text',
    'meanings',
    'seen',
    'sources',
    'codes',
    'catalog',
    '400',
    'constructor',
    'wait',
  ),
  fc.string({ maxLength: 8 }).filter((key) => key !== '__proto__'),
);
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(null, 'exponential', '2026-02-30', 0.5, -1),
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

test.each(Object.entries(schemas))('any value as %s', (_name, schema) => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const findings: Finding[] = [];
      const { data, usable } = parseYaml(stringify(value), 'file.yaml', schema, findings);
      for (const finding of findings) expectPlain(formatFinding(finding));
      expect(data === undefined).toBe(findings.length > 0);
      if (data !== undefined) expect(usable).toEqual(data);
    }),
    { numRuns: runs(300) },
  );
});

test('any text at all', () => {
  const pieces = fc.constantFrom(
    ...[
      '- ',
      'code',
      ': ',
      ':',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '\n',
      '\n  ',
      '\t',
      '&a ',
      '*a',
      '!!x ',
      '| ',
      '> ',
      '# ',
      '? ',
      '---\n',
      '%',
      '`',
      '0042',
      '\\',
      ',',
      'é',
      '\r\n',
      '...',
      '<<',
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const findings: Finding[] = [];
      const { data } = parseYaml(parts.join(''), 'file.yaml', schemas.codes, findings);
      expect(data).toBeUndefined();
      expect(findings.length).toBeGreaterThan(0);
      for (const finding of findings) expectPlain(formatFinding(finding));
    }),
    { numRuns: runs(1000) },
  );
});

const folder = mkdtempSync(join(tmpdir(), 'atlas-explain-'));
cpSync(tinyDir, folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

test.each([codes, catalog, zephyrCatalog, en, problems, 'problems/text.en.yaml', 'redirects.yaml'])(
  'any part of %s in place of another, or gone',
  (file) => {
    const text = readFileSync(join(tinyDir, file), 'utf8');
    const count = nodesIn(text);
    fc.assert(
      fc.property(fc.nat(count - 1), fc.oneof(fc.constant(undefined), anyValue), (index, value) => {
        writeFileSync(join(folder, file), spoil(text, index, value));
        const found = findingsIn(folder);
        writeFileSync(join(folder, file), text);
        for (const finding of found) expectPlain(finding);
      }),
      { numRuns: runs(60) },
    );
  },
);

function nodesIn(text: string): number {
  let count = 0;
  visit(parseDocument(text), { Value: () => void count++ });
  return count;
}

/** Returns the file with its n-th value or key replaced or removed. */
function spoil(text: string, index: number, value: unknown): string {
  const document = parseDocument(text);
  let count = 0;
  visit(document, {
    Value: (key, node, path) => {
      if (count++ !== index) return undefined;
      if (value !== undefined)
        return key === 'key'
          ? document.createNode(typeof value === 'string' ? value : 'key')
          : document.createNode(value);
      const parent = path.at(-1);
      if (isPair(parent)) {
        const map = path.at(-2);
        if (isMap(map) && isScalar(parent.key)) map.delete(parent.key);
        return visit.BREAK;
      }
      return node === document.contents ? visit.BREAK : visit.REMOVE;
    },
  });
  return String(document);
}
