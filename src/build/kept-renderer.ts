/**
 * The compiled code of the pages, kept for the next build: while the code is the same, that build renders what changed
 * with it, and starts neither Astro nor Vite.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { absolute } from '../catalog/paths.ts';
import { root, settings } from '../settings.ts';
import { astroFolder } from './current.ts';

const folder = join(astroFolder, 'renderer');
const factsFile = join(folder, 'facts.json');

/** What Astro tells the compiled code before it renders, as far as rendering needs it. */
interface Facts {
  /** Style sheets of the pages, by Astro's key of a page's route. */
  readonly styles: readonly (readonly [key: string, styles: unknown])[];
  /** Scripts that integrations add to every page. */
  readonly scripts: readonly { readonly stage: string }[];
}

/** What Astro's compiled code exports as `app`, as far as it is used here. */
type CompiledApp = ConstructorParameters<typeof StaticPaths>[0] & {
  setInternals(internals: { readonly pagesByKeys: ReadonlyMap<string, { readonly styles: unknown }> }): void;
  setOptions(options: unknown): void;
  render(request: Request, options: { readonly routeData: RouteData }): Promise<Response>;
};

/** A page that can be rendered. */
export interface RenderablePage {
  readonly pathname: string;
  /** @returns its HTML */
  readonly render: () => Promise<string>;
}

/**
 * Keeps the compiled code of a build that is about to render its pages.
 * @param compiled the folder with that code
 */
export function keepRenderer(compiled: string, facts: Facts): void {
  rmSync(folder, { recursive: true, force: true });
  // Rendering would need more than what is kept here: the next build starts from scratch.
  if (facts.scripts.some(({ stage }) => stage === 'page')) return;
  cpSync(compiled, folder, { recursive: true });
  writeFileSync(factsFile, JSON.stringify(facts));
}

/** @returns all pages, as the kept code makes them from today's content; undefined if none is kept */
export async function renderablePages(): Promise<readonly RenderablePage[] | undefined> {
  if (!existsSync(factsFile)) return undefined;
  const entry = readdirSync(folder).find((name) => /^prerender-entry.*\.mjs$/.test(name));
  if (entry === undefined) return undefined;
  linkPackages();
  const { styles, scripts }: Facts = JSON.parse(readFileSync(factsFile, 'utf8'));
  const { app }: { app: CompiledApp } = await import(pathToFileURL(join(folder, entry)).href);
  app.setInternals({ pagesByKeys: new Map(styles.map(([key, styles]) => [key, { styles }])) });
  app.setOptions({ settings: { scripts }, logger: { options: { destination: { write: () => true } } } });
  const paths = await new StaticPaths(app).getAll();
  return paths.map(({ pathname, route }) => ({
    pathname,
    render: async () => {
      const address = absolute(settings, `/${encodeURI(pathname).replace(/^\/|\/$/g, '')}/`.replace('//', '/'));
      const response = await app.render(new Request(address), { routeData: route });
      return response.text();
    },
  }));
}

/** Lets the code find its packages, which Node looks for in the folders above it, wherever the checkout is now. */
function linkPackages(): void {
  const packages = join(folder, 'node_modules');
  rmSync(packages, { force: true });
  symlinkSync(join(root, 'node_modules'), packages, 'junction');
}
