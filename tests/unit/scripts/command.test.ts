/** What commands report about arguments that they cannot use. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../src/settings.ts';

test.each([
  ['check-content', 'acme', 'acme stands alone; did you mean -- --catalog acme?'],
  ['test', 'acme', 'acme stands alone; did you mean -- --catalog acme?'],
  ['serve', '8080', '8080 stands alone; did you mean -- --port 8080?'],
])('%s %s: the option that was left out is told', (script, word, expected) => {
  const { stderr, status } = spawnSync(process.execPath, [join(root, 'scripts', `${script}.ts`), word], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual([`${expected}\n`, 1]);
});
