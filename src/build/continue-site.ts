/**
 * A build that goes on from the last one without Astro: the code is the same, and so are the addresses of all pages.
 * With the compiled code that the last build kept, it renders the pages whose content changed.
 */
import { settings } from '../settings.ts';
import { AstroRecord } from './astro-record.ts';
import { currentBuild, pageNames } from './current.ts';
import { type FilesBesidePages, fullTextFiles, generatedFiles, madeLine, pictureFiles } from './file-kinds.ts';
import { finishSite } from './finish-site.ts';
import { writeHostFiles } from './host-files.ts';
import { type RenderablePage, renderablePages } from './kept-renderer.ts';
import type { SiteRecord } from './record.ts';
import { nameOf, writeFiles } from './written-files.ts';

/**
 * @param before the last build
 * @param say prints a line of the build's log
 * @returns false if Astro must make this build; nothing has been touched then
 * @throws whatever ends a build
 */
export async function continueSite(before: SiteRecord, say: (line: string) => void): Promise<boolean> {
  const pages = await renderablePages();
  const record = AstroRecord.read();
  if (!pages || !record) return false;
  const pathnames = pages.map(({ pathname }) => pathname);
  // With other addresses the sitemap differs, which Astro makes.
  if (pageNames(pathnames).join() !== before.pages.join()) return false;
  const { outDir } = settings;
  const written = new Set<string>();
  currentBuild().written = written;
  const update = async (kind: FilesBesidePages): Promise<void> => {
    const started = performance.now();
    const earlier = before.made[kind.name];
    const made = await (earlier ? kind.update(outDir, earlier) : kind.make(outDir));
    currentBuild().made[kind.name] = { names: made.names, memory: made.memory };
    for (const name of made.written) written.add(name);
    say(madeLine(kind, made, performance.now() - started));
  };
  // Pagefind works in a process of its own.
  const fullText = update(fullTextFiles);
  try {
    const started = performance.now();
    for (const page of pages.filter((page) => !record.has(page))) {
      const name = htmlName(page);
      const isNew = writeFiles([{ path: `/${name}`, content: await page.render() }], outDir).written.length > 0;
      record.add(page);
      if (isNew) written.add(name);
      say(`  ${name}${isNew ? '' : ' (as it was)'}`);
    }
    record.write();
    say(`pages rendered in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    await update(generatedFiles);
    await update(pictureFiles);
  } finally {
    await fullText.catch(() => {});
  }
  await fullText;
  say(writeHostFiles(outDir, pathnames));
  say(await finishSite(outDir, pathnames));
  return true;
}

/** Returns the name of a page's file. Servers expect the one for wrong addresses at the top. */
const htmlName = ({ pathname }: RenderablePage): string =>
  /^\/?404\/?$/.test(pathname) ? '404.html' : nameOf(`${pathname.replace(/\/$/, '')}/`);
