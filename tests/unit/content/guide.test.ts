/** Everything that the contributors' guides show and name exists, and they agree with each other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../src/settings.ts';
import { tableColumns } from '../../../src/sources/code-table.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const guide = read('docs/adding-a-catalog.md');
const contributing = read('CONTRIBUTING.md');
const checklist = read('.github/pull_request_template.md');

/** Returns the commands in code spans and blocks, such as `npm test -- --catalog <id>`. */
const commandsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/npm (?:run [a-z:]+|test)(?: -- --catalog <id>)?/g)].map(([command]) => command));

describe('the guide to a new catalog', () => {
  test('shows a whole catalog.yaml, that of the fixture', () => {
    expect(guide).toContain(`\`\`\`yaml\n${read('tests/fixtures/tiny/catalogs/acme/catalog.yaml')}\`\`\``);
  });

  test('shows the rows of a table that can be imported, and names every column', () => {
    const rows = read('tests/fixtures/sources/nordwind.tsv')
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.split('\t'));
    const shown = guide.split('\n').flatMap((line) => {
      const cells = line.split('|').slice(1, -1);
      return cells.length === rows[0]?.length && cells[0] !== ' --- ' ? [cells.map((cell) => cell.trim())] : [];
    });
    expect(shown).toEqual(rows);
    for (const column of tableColumns) expect(guide).toContain(`\`${column}\``);
  });
});

test.each([
  ['README.md', read('README.md')],
  ['CONTRIBUTING.md', contributing],
  ['the checklist of a pull request', checklist],
  ['docs/adding-a-catalog.md', guide],
])('every command that %s names exists', (_name, text) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
  const names = [...commandsIn(text)].map((command) => /^npm (?:run )?([a-z:]+)/.exec(command)?.[1] ?? command);
  expect(names.length).toBeGreaterThan(2);
  expect(names.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test('what is to be run before a pull request is the same everywhere', () => {
  const [, before = ''] = contributing.split('## Before you open a pull request');
  const [ofCatalogs = ''] = before.split('**Code**');
  const asked = commandsIn(checklist);
  expect([...asked].filter((command) => !commandsIn(before).has(command))).toEqual([]);
  const ofGuide = commandsIn(guide);
  const needed = [...commandsIn(ofCatalogs)];
  expect(needed).toContain('npm test -- --catalog <id>');
  // The catalog guide need not name the command for general guidance, whose files belong to no catalog.
  expect(needed.filter((command) => !ofGuide.has(command) && command !== 'npm run check:content')).toEqual([]);
});
