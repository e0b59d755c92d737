/** Checks what the project's own documents say about files. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/settings.ts';

const documents = globSync(['*.md', 'docs/*.md', '.github/*.md'], { cwd: root }).sort();

/** Returns a document's links to files, except those in code. */
function linksOf(document: string): { label: string; path: string }[] {
  const text = readFileSync(join(root, document), 'utf8').replaceAll(/```.*?```|``[^`].*?``/gs, '');
  return [...text.matchAll(/\[([^\]]*)\]\((?![a-z]+:|#|\/)([^)#]+)(?:#[^)]*)?\)/g)].map(
    ([, label = '', target = '']) => ({
      label,
      path: join(dirname(document), target),
    }),
  );
}

test('there are links', () => {
  expect(documents.flatMap(linksOf).length).toBeGreaterThan(20);
});

test.each(documents)('links of %s lead to files, to the one that they name', (document) => {
  const wrong = linksOf(document).filter(
    ({ label, path }) => !existsSync(join(root, path)) || (/^[.\w-]+\/[\w./-]+$/.test(label) && label !== path),
  );
  expect(wrong).toEqual([]);
});
