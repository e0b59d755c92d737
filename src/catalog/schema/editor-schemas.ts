/** The JSON Schemas that editors check and complete the YAML files with. */
import { z } from 'astro/zod';
import { schemas } from './files.ts';

/** Returns name and text of every file under schema/, made from the definitions that the build uses. */
export const editorSchemas = (): readonly { readonly name: string; readonly text: string }[] =>
  Object.entries(schemas).map(([name, schema]) => ({
    name: `${name}.schema.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }), undefined, 2)}\n`,
  }));
