/** Prints a page's document as MDX, or its twin with `--markdown`: `npm run page -- /en/mexc-futures/1002/`. */
import { parseArgs } from 'node:util';
import { documentAt } from '../src/documents/index.ts';
import { twinText } from '../src/documents/to-markdown.ts';
import { mdxText } from '../src/documents/to-mdx.ts';
import { settings } from '../src/settings.ts';
import { getPublished } from '../src/site/atlas.ts';
import { runCommand } from './lib/command.ts';

runCommand(() => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { markdown: { type: 'boolean' } } });
  const [path = ''] = positionals;
  const document = documentAt(getPublished(), path);
  if (!document) {
    console.error(
      `no page is made from the catalogs at ${JSON.stringify(path)}; expected an address with a language, as /en/mexc-futures/1002/`,
    );
    process.exitCode = 1;
    return;
  }
  process.stdout.write(values.markdown ? twinText(document, settings) : mdxText(document));
});
