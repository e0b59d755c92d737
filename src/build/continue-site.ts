/**
 * A build that goes on from the last one, without Astro: the code is the same. With the compiled code that the last
 * build from scratch kept, it renders the pages whose content changed.
 */
import { neutralOf, neutralPages } from '../documents/alternates.ts';
import { settings } from '../settings.ts';
import { getAtlas, getPageKeys } from '../site/atlas.ts';
import { currentBuild } from './current.ts';
import { type FilesBesidePages, fileKinds, madeLine } from './file-kinds.ts';
import { finishSite } from './finish-site.ts';
import { writeHostFiles } from './host-files.ts';
import { type RenderablePage, renderablePages } from './kept-renderer.ts';
import { earlierKeys } from './make-files.ts';
import type { SiteRecord } from './record.ts';
import { nameOf, writeFiles } from './written-files.ts';

/**
 * @param before the last build
 * @param say prints a line of the build's log
 * @returns false if that is not possible; nothing has been touched then
 * @throws whatever ends a build
 */
export async function continueSite(before: SiteRecord, say: (line: string) => void): Promise<boolean> {
  const pages = await renderablePages();
  if (!pages) return false;
  const { outDir } = settings;
  const written = new Set<string>();
  currentBuild().written = written;
  const update = async ({ name, label, make }: FilesBesidePages): Promise<void> => {
    const started = performance.now();
    const made = await make(outDir, before.made[name]);
    currentBuild().made[name] = { names: made.names, memory: made.memory };
    for (const name of made.written) written.add(name);
    say(madeLine(label, made, performance.now() - started));
  };
  const [fullText, ...others] = fileKinds;
  // Pagefind works in a process of its own.
  const index = fullText && update(fullText);
  try {
    const started = performance.now();
    const isUnchanged = unchangedPages(before);
    for (const page of pages.filter((page) => !isUnchanged(page))) {
      const name = htmlName(page);
      const isNew = writeFiles([{ path: `/${name}`, content: await page.render() }], outDir).written.length > 0;
      if (isNew) written.add(name);
      say(`  ${name}${isNew ? '' : ' (as it was)'}`);
    }
    say(`pages rendered in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    for (const kind of others) await update(kind);
  } finally {
    await index?.catch(() => {});
  }
  await index;
  const pathnames = pages.map(({ pathname }) => pathname);
  say(writeHostFiles(outDir, pathnames));
  say(await finishSite(outDir, pathnames));
  return true;
}

/** Returns a function that tells which pages are there as they would be made. */
function unchangedPages({ made, site: { files } }: SiteRecord): (page: RenderablePage) => boolean {
  const [keys, earlier] = [getPageKeys(), earlierKeys(made)];
  // They show their own address and nothing else from the content.
  const neutral = new Set(neutralPages(getAtlas()).map(neutralOf));
  return (page) => {
    const path = `/${page.pathname.replace(/^\/|\/$/g, '')}/`.replace('//', '/');
    const key = keys.get(path);
    const isSame = key === undefined ? neutral.has(path) : key === earlier[path];
    return isSame && files[htmlName(page)] !== undefined;
  };
}

/** Returns the name of a page's file. Servers expect the one for wrong addresses at the top. */
const htmlName = ({ pathname }: RenderablePage): string =>
  /^\/?404\/?$/.test(pathname) ? '404.html' : nameOf(`${pathname.replace(/\/$/, '')}/`);
