/** Keeps the compiled code of the pages for the next build. */
import type { AstroIntegration } from 'astro';
import { keepRenderer } from '../build/kept-renderer.ts';

/** What Astro's own prerenderer has beside its methods. */
interface WithApp {
  readonly app: { getSettings(): { readonly scripts: readonly { readonly stage: string }[] } };
}

/** Keeps the code once it is complete, before the first page is rendered. Throws what copying files throws. */
export function renderer(): AstroIntegration {
  let compiled = '';
  let pages: Map<string, { styles: unknown }>;
  return {
    name: 'error-atlas:renderer',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'error-atlas:compiled-pages',
                writeBundle({ dir }: { dir?: string | undefined }) {
                  const { name } = (this as unknown as { environment: { name: string } }).environment;
                  if (name === 'prerender' && dir !== undefined) compiled = dir;
                },
              },
            ],
          },
        });
      },
      'astro:build:setup': (build) => {
        pages = build.pages as unknown as typeof pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((own) => ({
          ...own,
          setup: async () => {
            await own.setup?.();
            const { scripts } = (own as unknown as WithApp).app.getSettings();
            keepRenderer(compiled, { scripts, styles: [...pages].map(([key, { styles }]) => [key, styles]) });
          },
        }));
      },
    },
  };
}
