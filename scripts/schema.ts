/** Writes the JSON Schemas that editors check the YAML files with, from the same definitions the build uses. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { schemas } from '../src/catalog/schema.ts';
import { root } from '../src/settings.ts';

for (const [name, schema] of Object.entries(schemas)) {
  const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  writeFileSync(join(root, 'schema', `${name}.schema.json`), `${JSON.stringify(json, undefined, 2)}\n`);
}
