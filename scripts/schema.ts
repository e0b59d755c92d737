/** Writes the JSON Schemas that editors check the YAML files against, from the same definitions the build uses. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas } from '../src/catalog/schema/editor-schemas.ts';
import { root } from '../src/settings.ts';

mkdirSync(join(root, 'schema'), { recursive: true });
for (const { name, text } of editorSchemas()) writeFileSync(join(root, 'schema', name), text);
