/**
 * Builds the site in the folder of the last build, so that what did not change is neither made nor touched. Builds from
 * scratch if there is no such build: if the code, the settings or the packages differ, if a file is not as that build
 * left it, or if that build did not finish.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root, settings } from '../settings.ts';
import { astroFolder, beginBuild } from './current.ts';
import { withLock } from './lock.ts';
import { forgetRecord, type RecordPlace, readRecord, statesIn, writeRecord } from './record.ts';
import { revision } from './revision.ts';
import { assetsFolder } from './site-files.ts';
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
  const [{ checkContent }, { continueSite }, { continueFrom }, { generatedFiles }] = await Promise.all([
    import('./check-content.ts'),
    import('./continue-site.ts'),
    import('./make-files.ts'),
    import('./file-kinds.ts'),
  ]);
  checkContent();
  forgetRecord(place);
  const current = beginBuild(before);
  const generated = before?.made[generatedFiles.name];
  if (generated) continueFrom(generated);
  if (!before || !(await continueSite(before, say))) await buildWithAstro(silent, before !== undefined);
  const { made, pages, files } = current;
  writeRecord(place, { ...marks, made, pages, files, work: statesIn(astroFolder) });
}

async function buildWithAstro(silent: boolean, continues: boolean): Promise<void> {
  if (continues) removeAlwaysMade();
  else removeAll();
  keepPagesOnce();
  // Only here: loading Astro takes a second.
  const { build } = await import('astro');
  await (silent ? withoutOutput(() => build({ root })) : build({ root }));
}

/** Silences output. Astro's own log level is part of every page's code: another level would remake all pages. */
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

/** Removes what every build writes anew and could leave under a name that the next one does not use. */
function removeAlwaysMade(): void {
  rmSync(join(settings.outDir, assetsFolder), { recursive: true, force: true });
  for (const name of readdirSync(settings.outDir)) {
    if (/^sitemap.*\.xml/.test(name)) rmSync(join(settings.outDir, name));
  }
}

/** Makes Astro's copy of all pages a link to our folder: it is kept for folders that are emptied, and ours is not. */
function keepPagesOnce(): void {
  const copies = join(astroFolder, 'dist');
  mkdirSync(astroFolder, { recursive: true });
  mkdirSync(settings.outDir, { recursive: true });
  rmSync(copies, { force: true });
  symlinkSync(settings.outDir, copies, 'junction');
}

function removeAll(): void {
  rmSync(astroFolder, { recursive: true, force: true });
  if (!existsSync(settings.outDir)) return;
  for (const name of readdirSync(settings.outDir)) {
    // Some people publish by committing the folder.
    if (name !== '.git') rmSync(join(settings.outDir, name), { recursive: true });
  }
}
