import { absolute, robotsPath, sitemapPath } from '../catalog/paths.ts';
import type { GeneratedFile, SiteContext } from './generated-file.ts';

/** Generates robots.txt (RFC 9309): everything may be crawled, and the sitemap lists it. */
export function* robotsFiles(context: Pick<SiteContext, 'site' | 'base'>): Iterable<GeneratedFile> {
  yield {
    path: robotsPath,
    text: `User-agent: *\nAllow: /\n\nSitemap: ${absolute(context, sitemapPath)}\n`,
  };
}
