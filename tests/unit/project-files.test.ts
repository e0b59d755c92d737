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

test('every action of a workflow is pinned by commit, with the version beside it', () => {
  const used = globSync('.github/workflows/*.yml', { cwd: root }).flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => /^\s*(?:- )?uses:/.test(line)),
  );
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});
