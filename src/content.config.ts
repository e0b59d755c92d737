import { defineCollection, type SchemaContext } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { localeInfo, locales } from './locales.ts';

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
  // Starlight looks for words here and warns if there are none; it gets them from src/integrations/starlight-words.ts.
  i18n: defineCollection({
    loader: () => locales.map((locale) => ({ id: localeInfo[locale].tag })),
    schema: i18nSchema(),
  }),
};
