/** Measures the finder without a browser: its accuracy, what it reads, and what hostile texts cost. */
import { gzipSync } from 'node:zlib';
import { longestShort } from '../../src/browser/finder/ask.ts';
import type { Atlas } from '../../src/catalog/model.ts';
import { locales } from '../../src/locales.ts';
import { find } from '../../src/search/find.ts';
import type { Answer } from '../../src/search/types.ts';
import { getAtlas } from '../../src/site/atlas.ts';
import { everywhere } from '../../tests/queries/everywhere.ts';
import { hostileTexts } from '../../tests/queries/hostile.ts';
import { queries } from '../../tests/queries/index.ts';
import { wrong } from '../../tests/queries/judge.ts';
import type { Query } from '../../tests/queries/query.ts';
import { dataOf, filesOf, labelledAtlas } from '../../tests/support/search-data.ts';
import {
  type ClassFigures,
  type FinderFigures,
  median,
  type QueryFigures,
  rounded,
  timed,
  type Worst,
} from './results.ts';

const warmRuns = 20;
const hostileRuns = 3;

type Files = ReadonlyMap<string, string>;

/** @param labelled whether the labelled queries are about this content */
export async function measureFinder(labelled: boolean): Promise<FinderFigures> {
  const atlas = getAtlas();
  const files = filesOf(atlas);
  const gzip = new Map([...files].map(([path, text]) => [path, gzipSync(text).length]));
  return {
    quality: labelled
      ? [...(await quality(queries, filesOf(labelledAtlas()))), ...(await quality(everywhere, files))]
      : [],
    queries: await Promise.all(sampleQueries(atlas).map((query) => measureQuery(query, files, gzip))),
    files: files.size,
    gzip: [...gzip.values()].reduce((a, b) => a + b, 0),
    hostile: await measureHostile(files),
  };
}

/** Returns one query of each kind with an exact answer: a code of many catalogs, then what identifies one entry. */
export function sampleQueries(atlas: Atlas): string[] {
  const entries = atlas.catalogs.flatMap((catalog) => catalog.entries);
  const common = commonCode(atlas);
  const entry = entries.findLast(({ code }) => code === common);
  const symbol = entries.findLast((each) => each.symbol !== undefined)?.symbol;
  const messages = entries.flatMap(({ meanings }) => meanings.flatMap((meaning) => meaning.messages));
  const message = messages.findLast(({ text }) => !text.includes('{'))?.text;
  return [common, `${entry?.catalog.aliases[0]} ${common}`, symbol, message].filter((query) => query !== undefined);
}

/** Returns 1002, which the goals name, if more than one catalog has it; otherwise the code that most have. */
export function commonCode({ catalogs }: Atlas): string {
  const entries = catalogs.flatMap((catalog) => catalog.entries);
  const named = '1002';
  if (entries.filter(({ code }) => code === named).length > 1) return named;
  return entries.reduce((a, b) => (b.sameCode.length > a.sameCode.length ? b : a)).code;
}

async function measureQuery(query: string, files: Files, gzip: ReadonlyMap<string, number>): Promise<QueryFigures> {
  const read = new Set<string>();
  const data = dataOf(files, 'en', read);
  const { exact } = await find(query, data);
  const times: number[] = [];
  for (let run = 0; run < warmRuns; run++) times.push((await timed(() => find(query, data))).milliseconds);
  return {
    query,
    data: [...read].reduce((sum, path) => sum + (gzip.get(path) ?? 0), 0),
    files: read.size,
    exact: exact.length,
    milliseconds: rounded(median(times), 2),
  };
}

async function quality(classes: Readonly<Record<string, readonly Query[]>>, files: Files): Promise<ClassFigures[]> {
  const figures: ClassFigures[] = [];
  for (const [name, list] of Object.entries(classes)) {
    let [first, three, findable] = [0, 0, 0];
    for (const locale of locales) {
      const data = dataOf(files, locale);
      for (const query of list) {
        const answer = await find(query.text, data);
        const wanted = query.among ?? query.first;
        if (wrong(query, query.among ? onlyFirst(answer) : answer) === undefined) first++;
        if (wanted === undefined) continue;
        findable++;
        if (wrong({ text: query.text, among: wanted }, answer) === undefined) three++;
      }
    }
    const share = (count: number, of: number): number => rounded((100 * count) / of);
    figures.push({
      name,
      queries: list.length,
      first: share(first, list.length * locales.length),
      withinThree: findable === 0 ? null : share(three, findable),
    });
  }
  return figures;
}

/** Reduces an answer to its first hit. */
function onlyFirst(answer: Answer): Answer {
  const [hit] = [...answer.exact, ...answer.similar];
  return { ...answer, exact: hit ? [hit] : [], similar: [] };
}

async function measureHostile(files: Files): Promise<FinderFigures['hostile']> {
  const texts = hostileTexts();
  const data = dataOf(files, 'en');
  const worstOf = async (length: number): Promise<Worst> => {
    let worst: Worst = { text: '', milliseconds: 0 };
    for (const [name, text] of texts) {
      const times: number[] = [];
      for (let run = 0; run < hostileRuns; run++) {
        times.push((await timed(() => find(text.slice(0, length), data))).milliseconds);
      }
      if (median(times) > worst.milliseconds) worst = { text: name, milliseconds: rounded(median(times)) };
    }
    return worst;
  };
  return { texts: texts.length, short: await worstOf(longestShort), long: await worstOf(Number.POSITIVE_INFINITY) };
}
