/**
 * Builds the site in the folder of the last build, so that what did not change is neither made nor touched. Builds from
 * scratch if there is no such build: if the code, the settings or the packages differ, if a file is not as that build
 * left it, or if that build did not finish.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, settings } from '../settings.ts';
import { astroFolder, beginBuild } from './current.ts';
import { KeptValues } from './kept-values.ts';
import { withLock } from './lock.ts';
import { forgetRecord, holdingOf, type RecordPlace, readRecord, writeRecord } from './record.ts';
import { revision } from './revision.ts';
import { fingerprintOf } from './written-files.ts';

/** The paths that, with the content, determine what is made. */
const code = ['src', 'public', 'content/docs', 'astro.config.mjs', 'package.json', 'package-lock.json'];

export interface BuildOptions {
  /** Prints only what went wrong. */
  readonly silent: boolean;
}

/** @throws ContentError before anything is touched, and whatever else ends a build */
export async function buildSite({ silent }: BuildOptions): Promise<void> {
  const say = (line: string): void => {
    if (!silent) console.log(line);
  };
  const waiting = (pid: number): void => say(`Another build (process ${pid}) is at work: waiting for it`);
  const work = () => withLock(join(settings.keptDir, 'lock'), () => buildAlone(silent, say), waiting);
  // If the site is elsewhere, Astro makes its pages in one folder of the checkout.
  const isElsewhere = !settings.outDir.startsWith(root);
  await (isElsewhere ? withLock(join(root, '.astro', 'lock'), work, waiting) : work());
}

async function buildAlone(silent: boolean, say: (line: string) => void): Promise<void> {
  const place: RecordPlace = { file: join(settings.keptDir, 'record.json'), site: settings.outDir, work: astroFolder };
  const marks = { code: codeMark(), content: contentMark() };
  const record = readRecord(place);
  const before = record?.code === marks.code ? record : undefined;
  if (before?.content === marks.content) return say(`Nothing changed since the last build in ${settings.outDir}`);
  // If nothing changed, loading the model would take most of the time.
  const [{ readWith }, { checkContent }, { continueSite }, { continueFrom }] = await Promise.all([
    import('../site/atlas.ts'),
    import('./check-content.ts'),
    import('./continue-site.ts'),
    import('./make-files.ts'),
  ]);
  const values = new KeptValues(join(astroFolder, 'values'), before !== undefined);
  readWith(values);
  checkContent();
  forgetRecord(place);
  let current = beginBuild(before);
  if (before) continueFrom(before.made);
  if (!before || !(await continueSite(before, say))) {
    removeAll();
    current = beginBuild(undefined);
    // Now: rendering needs the memory.
    values.write();
    await buildWithAstro(silent);
  } else values.write();
  const { made, site } = current;
  writeRecord(place, { ...marks, made, site, work: holdingOf(astroFolder) });
}

async function buildWithAstro(silent: boolean): Promise<void> {
  // Only here: loading Astro takes a second.
  const { build } = await import('astro');
  await (silent ? withoutOutput(() => build({ root })) : build({ root }));
}

/** Silences output. Astro's own log level is part of the code that is kept for the next build, which may speak. */
async function withoutOutput(work: () => Promise<void>): Promise<void> {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    await work();
  } finally {
    process.stdout.write = write;
  }
}

function codeMark(): string {
  const { site, base, repository, compress } = settings;
  const paths = code.map((path) => join(root, path));
  return fingerprintOf(root, paths, process.version, JSON.stringify({ site, base, repository, compress }));
}

const contentMark = (): string => fingerprintOf(settings.contentDir, [settings.contentDir], revision());

function removeAll(): void {
  rmSync(astroFolder, { recursive: true, force: true });
  if (!existsSync(settings.outDir)) return;
  for (const name of readdirSync(settings.outDir)) {
    // Some people publish by committing the folder.
    if (name !== '.git') rmSync(join(settings.outDir, name), { recursive: true });
  }
}
