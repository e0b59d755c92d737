/** Editors know the same about the YAML files as the build. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { editorSchemas } from '../../../../src/catalog/schema/editor-schemas.ts';
import { locales } from '../../../../src/locales.ts';
import { tinyDir } from '../../../support/fixture.ts';

const root = join(import.meta.dirname, '../../../..');

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

const byName = new Map(
  editorSchemas().map(({ name, text }) => [name.replace('.schema.json', ''), JSON.parse(text) as Schema]),
);

test('schema/ is what `npm run schema` would write', () => {
  expect(readdirSync(join(root, 'schema')).sort()).toEqual(
    editorSchemas()
      .map(({ name }) => name)
      .sort(),
  );
  for (const { name, text } of editorSchemas()) expect(readFileSync(join(root, 'schema', name), 'utf8')).toBe(text);
});

/** Returns the paths of all keys without a description. */
function undescribed(schema: Schema, path: string): readonly string[] {
  const { properties = {}, additionalProperties, items, anyOf = [], allOf = [] } = schema;
  return [
    ...Object.entries(properties).flatMap(([key, value]) => [
      ...(value.description ? [] : [`${path}.${key}`]),
      ...undescribed(value, `${path}.${key}`),
    ]),
    ...(typeof additionalProperties === 'object' ? undescribed(additionalProperties, `${path}.*`) : []),
    ...(items ? undescribed(items, `${path}[]`) : []),
    ...[...anyOf, ...allOf].flatMap((option) => undescribed(option, path)),
  ];
}

test.each([...byName])('every key of %s tells the editor what it is for', (name, schema) => {
  expect(schema.description).toBeTypeOf('string');
  expect(undescribed(schema, name)).toEqual([]);
});

const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
const accepts = (name: string, data: unknown): boolean => ajv.validate(byName.get(name) as object, data);
const fixture = (file: string): unknown => parse(readFileSync(join(tinyDir, file), 'utf8'));

const files: readonly (readonly [schema: string, file: string])[] = [
  ...['acme', 'zephyr-futures'].flatMap((id) => [
    ['catalog', `catalogs/${id}/catalog.yaml`] as const,
    ['codes', `catalogs/${id}/codes.yaml`] as const,
    ...locales.map((locale) => ['catalog-texts', `catalogs/${id}/text.${locale}.yaml`] as const),
  ]),
  ['problems', 'problems/problems.yaml'],
  ...locales.map((locale) => ['problem-texts', `problems/text.${locale}.yaml`] as const),
  ['redirects', 'redirects.yaml'],
];

test.each(files)('an editor accepts as %s: %s', (schema, file) => {
  expect(accepts(schema, fixture(file)), JSON.stringify(ajv.errors)).toBe(true);
});

test.each<readonly [name: string, change: (entry: Record<string, unknown>) => void]>([
  ['an unknown key', (entry) => Object.assign(entry, { colour: 'red' })],
  ['a missing key', (entry) => delete entry['status']],
  ['a code as a number', (entry) => Object.assign(entry, { code: 400 })],
  ['a code that can be no address', (entry) => Object.assign(entry, { code: '4/0' })],
  ['a word that is none of those allowed', (entry) => Object.assign(entry, { status: 'old' })],
  ['no meanings', (entry) => Object.assign(entry, { meanings: [] })],
])('an editor marks %s', (_name, change) => {
  const codes = fixture('catalogs/acme/codes.yaml') as Record<string, unknown>[];
  expect(accepts('codes', codes)).toBe(true);
  change(codes[0] ?? {});
  expect(accepts('codes', codes)).toBe(false);
});
