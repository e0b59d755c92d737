/**
 * Compares the catalogs with what was last published, adds the changes to content/changes.yaml, and records the new
 * state in content/published.txt.
 *
 *   npm run changes                        under today's date (UTC)
 *   npm run changes -- --catalog tickdb    of one catalog only; lines of others stay as they are
 *   npm run changes -- 2026-11-21          under another date
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  addChanges,
  changesFile,
  changesFileName,
  changesText,
  readChanges,
} from '../src/catalog/published/changes.ts';
import {
  compareStates,
  parseState,
  stateFileName,
  stateOf,
  stateText,
  stateWith,
} from '../src/catalog/published/state.ts';
import { readAtlas } from '../src/catalog/read.ts';
import { ContentError, type Finding } from '../src/catalog/reading/findings.ts';
import { parseYaml } from '../src/catalog/reading/yaml.ts';
import { root, settings } from '../src/settings.ts';
import { runCommand } from './lib/command.ts';

runCommand(publish);

function publish(): void {
  const { values, positionals } = parseArgs({ options: { catalog: { type: 'string' } }, allowPositionals: true });
  const { catalog: only } = values;
  const date = positionals[0] ?? new Date().toISOString().slice(0, 10);
  const changesPath = join(settings.contentDir, changesFileName);
  const statePath = join(settings.contentDir, stateFileName);
  const read = (path: string, empty: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : empty);
  const atlas = readAtlas(settings.contentDir, root);
  readChanges(settings.contentDir, root, atlas);
  const findings: Finding[] = [];
  const list = parseYaml(read(changesPath, '[]'), changesFileName, changesFile, findings).data;
  if (!list) throw new ContentError(findings);
  const ids = atlas.catalogs.map(({ id }) => id);
  if (!changesFile.element.shape.date.safeParse(date).success) {
    const hint = ids.includes(date) ? `; did you mean -- --catalog ${date}?` : '';
    throw new RangeError(`${date} is no date, expected one as 2026-11-21${hint}`);
  }
  if (only !== undefined && !ids.includes(only)) {
    throw new RangeError(`no catalog ${only}, expected one of ${ids.join(', ')}`);
  }
  const before = parseState(read(statePath, ''));
  const now = stateOf(atlas);
  const state = only === undefined ? now : stateWith(only, before, now);
  const changes = compareStates(before, state);
  for (const { kind, catalog, code } of changes) console.log(`${kind} ${catalog} ${code}`);
  console.log(`changes: ${changes.length}`);
  if (changes.length > 0) writeFileSync(changesPath, changesText(addChanges(list, date, changes)));
  writeFileSync(statePath, stateText(state));
}
