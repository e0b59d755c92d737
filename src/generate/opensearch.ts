/** Generates OpenSearch 1.1 descriptions, one for each language: they let a browser's address bar search the atlas. */
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { absolute, findPath, iconPath, opensearchPath } from '../catalog/paths.ts';
import { ui } from '../i18n/index.ts';
import { localeInfo, locales } from '../locales.ts';
import type { GeneratedFile, SiteContext } from './generated-file.ts';

export function* opensearchFiles(context: SiteContext): Iterable<GeneratedFile> {
  for (const locale of locales) {
    const { site } = ui[locale];
    const document = x(null, [
      { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
      x('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
        x('ShortName', site.name),
        x('Description', site.tagline),
        x('Language', localeInfo[locale].tag),
        x('InputEncoding', 'UTF-8'),
        x('Image', { width: '16', height: '16', type: 'image/svg+xml' }, absolute(context, iconPath)),
        x('Url', {
          type: 'text/html',
          method: 'get',
          template: `${absolute(context, findPath(locale))}?q={searchTerms}`,
        }),
      ]),
    ]);
    yield { path: opensearchPath(locale), text: `${toXml(document)}\n` };
  }
}
