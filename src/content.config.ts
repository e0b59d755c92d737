import { defineCollection, type SchemaContext } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';

const makeSchema = docsSchema();
let made: ReturnType<typeof makeSchema> | undefined;

export const collections = {
  docs: defineCollection({
    loader: glob({ base: './content/docs', pattern: '**/[^_]*.{md,mdx}' }),
    // Starlight asks for the schema on every page made from the model, and making it costs more than what it checks.
    schema: (context: SchemaContext) => {
      made ??= makeSchema(context);
      return made;
    },
  }),
};
