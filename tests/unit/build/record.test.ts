import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetRecord, holdingOf, type RecordPlace, readRecord, writeRecord } from '../../../src/build/record.ts';

let dir: string;
let place: RecordPlace;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'atlas-record-'));
  place = { file: join(dir, 'kept/record.json'), site: join(dir, 'site'), work: join(dir, 'kept/astro') };
  for (const folder of [place.site, place.work]) {
    mkdirSync(join(folder, 'a'), { recursive: true });
    writeFileSync(join(folder, 'a/b.txt'), 'one');
  }
  write();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(): void {
  // The clock that folders' times are from may stand still for a few milliseconds.
  for (const folder of [place.site, place.work]) utimesSync(folder, 0, 0);
  writeRecord(place, {
    code: 'c',
    content: 'd',
    made: { twins: { names: ['a/b.txt'], memory: { keys: {} } } },
    site: holdingOf(place.site),
    work: holdingOf(place.work),
  });
}

test('a record is read as it was written, until it is forgotten', () => {
  expect(readRecord(place)).toMatchObject({ code: 'c', content: 'd', made: { twins: { names: ['a/b.txt'] } } });
  forgetRecord(place);
  expect(readRecord(place)).toBeUndefined();
});

describe('a record does not hold', () => {
  test.each<[string, () => void]>([
    ['when it is damaged', () => writeFileSync(place.file, readFileSync(place.file, 'utf8').slice(0, -9))],
    ['when it is no record', () => writeFileSync(place.file, 'null')],
    [
      'when it is of another version',
      () => writeFileSync(place.file, readFileSync(place.file, 'utf8').replace('"version":3', '"version":1')),
    ],
    ['when a file of the site is another', () => writeFileSync(join(place.site, 'a/b.txt'), 'others')],
    ['when a file was written anew', () => utimesSync(join(place.site, 'a/b.txt'), new Date(), new Date(0))],
    ['when a file is gone', () => rmSync(join(place.site, 'a/b.txt'))],
    ['when a file was added', () => writeFileSync(join(place.site, 'c.txt'), '')],
    ['when the site is gone', () => rmSync(place.site, { recursive: true })],
    ["when Astro's folder is another", () => writeFileSync(join(place.work, 'a/b.txt'), 'two')],
  ])('%s', (_when, change) => {
    change();
    expect(readRecord(place)).toBeUndefined();
  });
});
