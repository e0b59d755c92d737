/** `npm run changes`, run as a command on a copy of the fixture. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../src/settings.ts';
import { change, codes, inCopy, zephyrCodes } from '../../support/broken.ts';

const run = (contentDir: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/changes.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ATLAS_CONTENT: contentDir },
  });

test('of one catalog alone, what is of others stays as it is', () => {
  inCopy((folder) => {
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    const lines = (name: string) => read(name).split('\n');
    run(folder, '2026-11-21');
    const before = lines('published.txt');
    change(folder, [codes, 'seconds: 10', 'seconds: 20']);
    change(folder, [zephyrCodes, '"Invalid symbol."', '"Invalid symbol!"']);
    // Lines of other catalogs stay even if they would not be written like this.
    writeFileSync(join(folder, 'published.txt'), `${before.join('\n')}other 1 gone documented 0123456789abcdef\n`);
    const { stdout, status } = run(folder, '--catalog', 'acme', '2026-11-22');
    expect([stdout, status]).toEqual(['changed acme 400\nchanges: 1\n', 0]);
    expect(read('changes.yaml')).toContain('- date: "2026-11-22"\n  changed:\n    acme:\n      - "400"\n- date:');
    const after = lines('published.txt');
    expect(after.filter((line) => !before.includes(line))).toEqual([
      expect.stringMatching(/^acme 400 too-fast /),
      'other 1 gone documented 0123456789abcdef',
    ]);
    expect(run(folder, '2026-11-23').stdout).toBe('changed zephyr-futures -1121\nchanges: 1\n');
    expect(read('published.txt')).not.toContain('other 1 gone');
  });
});

test('a catalog where a date should be, and one that does not exist, are told', () => {
  inCopy((folder) => {
    expect(run(folder, 'acme').stderr).toBe(
      'acme is no date, expected one as 2026-11-21; did you mean -- --catalog acme?\n',
    );
    expect(run(folder, '--catalog', 'akme').stderr).toBe('no catalog akme, expected one of acme, zephyr-futures\n');
    expect(existsSync(join(folder, 'published.txt'))).toBe(false);
  });
});
