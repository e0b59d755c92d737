/** Generates the JSON Schemas (2020-12) of the API's documents. */
import { z } from 'astro/zod';
import { type DocumentName, documents, schemaVersion } from '../../api/shape.ts';
import { absolute, apiSchemaPath } from '../../catalog/paths.ts';
import type { GeneratedFile, SiteContext } from '../generated-file.ts';

export const documentNames = Object.keys(documents) as DocumentName[];

/** Generates one schema for each kind of document. */
export function* schemaFiles(context: Pick<SiteContext, 'site' | 'base'>): Iterable<GeneratedFile> {
  for (const name of documentNames) {
    const path = apiSchemaPath(name);
    yield { path, text: `${JSON.stringify(documentSchema(name, absolute(context, path)), null, 2)}\n` };
  }
}

function documentSchema(name: DocumentName, id: string): object {
  // As an input: a schema that rejects unknown fields would break when v1 gets new ones.
  const { $schema, ...rest } = z.toJSONSchema(documents[name], { target: 'draft-2020-12', io: 'input' });
  return { $schema, $id: id, title: `Error Atlas ${name} ${schemaVersion}`, ...rest };
}
