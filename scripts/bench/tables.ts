/** Turns the figures of one run into table rows, each with its goal if there is one. */
import type { BrowserFigures, BuildFigures, BuildTimes, Run } from './results.ts';

export interface Row {
  readonly figure: string;
  readonly measured: string;
  /** As shown beside the figure; empty if there is none. */
  readonly goal: string;
  readonly missed: boolean;
}

export interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly note?: string;
}

/** The size of a run; some figures have a goal only at some sizes. */
export interface Size {
  readonly codes: number;
  readonly real: boolean;
  /** The run with the real catalogs, to compare with. */
  readonly reference: Run | undefined;
}

const kilobyte = 1024;
const gigabyte = 2 ** 30;
const frame = 16.7;
const large = 10_000;
const medium = 1000;

const row = (figure: string, measured: string, goal = '', missed = false): Row => ({ figure, measured, goal, missed });

/** Makes a row for a figure with an upper limit; without a goal if `most` is undefined. */
function atMost(figure: string, value: number, most: number | undefined, unit: (value: number) => string): Row {
  return most === undefined
    ? row(figure, unit(value))
    : row(figure, unit(value), `at most ${unit(most).replace(/\.0+(?= )/, '')}`, value > most);
}

const grouped = (value: number): string => value.toLocaleString('en');
const bytes = (value: number): string => `${Math.round(value)} B`;
const kilobytes = (bytes: number): string => `${(bytes / kilobyte).toFixed(1)} KB`;
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
const gigabytes = (bytes: number): string => `${(bytes / gigabyte).toFixed(2)} GB`;
const seconds = (value: number): string => `${value} s`;
const milliseconds = (value: number): string => `${value} ms`;
const count = (value: number): string => grouped(value);
const percent = (value: number): string => `${value} %`;

export function tablesOf(run: Run, size: Size): Table[] {
  return [
    buildTable(run, size),
    ...pageTable(run, size),
    ...finderTables(run, size),
    ...devTable(run),
    ...loadTable(run),
  ];
}

function buildTable({ build, sizes, parts }: Run, { codes, real }: Size): Table {
  const time = real ? 60 : codes >= large ? 300 : codes === medium ? 26 : undefined;
  const memory = codes >= large ? 4 * gigabyte : real || codes === medium ? 2 * gigabyte : undefined;
  const unknown = 'n/a';
  const rows: Row[] = [
    atMost(`Build, wall time${ofRuns(build.runs)}`, build.wallSeconds, time, seconds),
    ...(build.runs > 1
      ? [row('… shortest and longest', `${seconds(build.shortestSeconds)}, ${seconds(build.longestSeconds)}`)]
      : []),
    row('Build, CPU time', build.cpuSeconds === null ? unknown : seconds(build.cpuSeconds)),
    build.peakBytes === null
      ? row('Build, peak memory of all processes', unknown)
      : atMost('Build, peak memory of all processes', build.peakBytes, memory, gigabytes),
    ...rebuildRow('One text changed', build, build.changed, 1 / 10),
    ...rebuildRow('Nothing changed', build, build.unchanged, 1 / 20),
  ];
  if (sizes) {
    const { site, compressedCopies: copies } = sizes;
    rows.push(
      row('Site', `${megabytes(site.bytes)} in ${grouped(site.files)} files`),
      row('… and its gzip and Brotli copies', `${megabytes(copies.bytes)} in ${grouped(copies.files)} files`),
    );
  }
  if (parts) {
    const all = Object.entries(parts).map(([name, value]) => `${name} ${value}`);
    rows.push(row('What is made without Astro, in one thread and without writing, in seconds', all.join(', ')));
  }
  return {
    title: 'Build',
    rows,
    ...(codes === medium && !real
      ? {
          note: 'The goals are the best of what was measured elsewhere at 1,000 codes (3,000 plain pages): stock Starlight 26–29 s and 2.0 GB, Rspress 51 s and 3.2 GB, VitePress 57 s and 2.6 GB, Docusaurus 74 s and 3.5 GB; Hugo with a bare theme 2.4 s and 0.4 GB.',
        }
      : {}),
  };
}

/** @param most what a build may cost, as a fraction of one from scratch */
function rebuildRow(name: string, build: BuildFigures, times: BuildTimes | undefined, most: number): Row[] {
  if (!times) return [];
  const { wallSeconds, cpuSeconds } = times;
  const wall = `${name}, wall time`;
  if (cpuSeconds === null || build.cpuSeconds === null) return [row(wall, seconds(wallSeconds))];
  const share = cpuSeconds / build.cpuSeconds;
  return [
    row(wall, seconds(wallSeconds)),
    row(
      '… CPU time, and against a build from nothing',
      `${seconds(cpuSeconds)}, ${percent(Math.round(share * 1000) / 10)}`,
      `at most ${percent(most * 100)}`,
      share > most,
    ),
  ];
}

const ofRuns = (runs: number): string => (runs === 1 ? ' (one run)' : ` (median of ${runs})`);

function pageTable({ sizes, browser }: Run, { real, reference }: Size): Table[] {
  const rows: Row[] = [];
  if (sizes) {
    const { entryHtml, entryOfOneMeaning, realEntryHtml, entryGzip, catalogGzip, permanentLargest, errorsJsonGzip } =
      sizes;
    const before = real ? undefined : reference?.sizes;
    rows.push(
      atMost(
        'Entry page with one meaning, HTML, largest',
        entryOfOneMeaning.largest,
        real ? 30 * kilobyte : undefined,
        kilobytes,
      ),
      row('… with the most meanings', kilobytes(entryHtml.largest)),
      row('Entry page, HTML, median', kilobytes(entryHtml.median)),
      ...(before ? [growth(realEntryHtml.median / before.entryHtml.median)] : []),
      row(
        'Entry page, HTML, gzip, median and largest',
        `${kilobytes(entryGzip.median)}, ${kilobytes(entryGzip.largest)}`,
      ),
      row(`Largest catalog page (${catalogGzip.codes} codes), gzip`, kilobytes(catalogGzip.largest)),
      atMost('… for each code', catalogGzip.largest / catalogGzip.codes, real ? 0.25 * kilobyte : undefined, bytes),
      atMost('Permanent link of one meaning, largest', permanentLargest, 4 * kilobyte, kilobytes),
      atMost(
        'errors.json, gzip, for each code',
        errorsJsonGzip / sizes.codes,
        real ? 1.1 * kilobyte : undefined,
        bytes,
      ),
    );
  }
  if (browser) rows.push(...browser.visits.flatMap(visitRows), ...shareRows(browser.share));
  return rows.length === 0 ? [] : [{ title: 'Pages', rows }];
}

/** Makes the row for page growth. With more catalogs there are more related codes to link to; lists of them are cut. */
const growth = (ratio: number): Row =>
  row(
    '… of the real catalogs, against the same pages without the others',
    `${ratio.toFixed(2)} ×`,
    'no larger, but for links to related codes',
    ratio > 1.05,
  );

function visitRows({ page, requests, wire, bodies }: BrowserFigures['visits'][number]): Row[] {
  const name = `Cold visit of the ${page === 'median' ? 'middle' : 'largest'} entry page`;
  return [
    atMost(`${name}, bodies`, bodies, 32 * kilobyte, kilobytes),
    atMost('… with response headers', wire, 40 * kilobyte, kilobytes),
    atMost('… requests', requests, 8, count),
  ];
}

function shareRows({ page, own, answer, shared }: BrowserFigures['share']): Row[] {
  return [
    row('Scripts of an entry page beyond those of every page', kilobytes(page)),
    atMost('Scripts for sharing and context, when both are used', page + own, 6 * kilobyte, kilobytes),
    row('… and what the search dialog loads too', kilobytes(shared)),
    row('… and when an answer is copied', kilobytes(answer)),
  ];
}

function finderTables({ finder, browser }: Run, { real }: Size): Table[] {
  const rows: Row[] = [];
  const most = (real ? 40 : 60) * kilobyte;
  if (browser) {
    const { dialog, links, paste, wire } = browser;
    for (const { query, script, data, requests } of wire) {
      rows.push(
        row(
          `Over the wire to the first exact answer, \`${query}\``,
          `${kilobytes(script + data)} (scripts ${kilobytes(script)}, data ${kilobytes(data)}; ${requests} requests)`,
          `at most ${most / kilobyte} KB`,
          script + data > most,
        ),
      );
    }
    rows.push(
      atMost(
        `Key press to the answer for \`${dialog.query}\`, empty caches (median of ${dialog.runs})`,
        dialog.first.shown,
        50,
        milliseconds,
      ),
      row(
        '… until the next frame; slowest answer',
        `${milliseconds(dialog.first.frame)}; ${milliseconds(dialog.first.slowest)}`,
      ),
      atMost('The next codes, key press to answer (median)', dialog.next.shown, frame, milliseconds),
      row(
        '… until the next frame; slowest answer',
        `${milliseconds(dialog.next.frame)}; ${milliseconds(dialog.next.slowest)}`,
      ),
      ...links.flatMap(linkRows),
      row(
        `Longest task of the main thread, of ${paste.texts} hostile pastes in the browser`,
        paste.worst.milliseconds === 0
          ? 'under 50 ms'
          : `${milliseconds(paste.worst.milliseconds)} (${paste.worst.text})`,
        'at most 100 ms',
        paste.worst.milliseconds > 100,
      ),
    );
  }
  if (!finder) return rows.length === 0 ? [] : [{ title: 'Finder', rows }];
  const { hostile, quality, queries } = finder;
  rows.push(
    atMost(
      `Worst of ${hostile.texts} hostile texts of 2,000 characters in Node (${hostile.short.text})`,
      hostile.short.milliseconds,
      100,
      milliseconds,
    ),
    row(
      `… of 100 KB, which a browser leaves to a worker (${hostile.long.text})`,
      milliseconds(hostile.long.milliseconds),
    ),
    row('All search data, gzip', `${kilobytes(finder.gzip)} in ${grouped(finder.files)} files`),
    ...queries.map(({ query, data, files, exact, milliseconds: time }) =>
      row(
        `Data for \`${query}\``,
        `${kilobytes(data)} in ${files} files, ${time} ms with them at hand, ${exact} exact`,
      ),
    ),
  );
  return [{ title: 'Finder', rows }, ...qualityTable(quality)];
}

function linkRows({ isSlow, runs, firstPaint, dialogOpen, answer }: BrowserFigures['links'][number]): Row[] {
  const link = isSlow ? 'on a link with 150 ms a request and 10 Mbit/s' : 'on loopback';
  return [
    row(`First paint of the middle entry page ${link}, empty caches (median of ${runs})`, milliseconds(firstPaint)),
    row(`… key press to the field`, milliseconds(dialogOpen)),
    atMost('… key press to the first exact answer, no scripts fetched before', answer, isSlow ? 320 : 50, milliseconds),
  ];
}

/** Goals by class of query: per cent of queries answered first, or within the first three. */
const bars: Readonly<Record<string, { readonly first?: number; readonly withinThree?: number }>> = {
  codes: { first: 100 },
  codesWithCatalog: { first: 100 },
  symbols: { first: 100 },
  unknownCodes: { first: 100 },
  literals: { first: 100 },
  pastes: { first: 98 },
  words: { withinThree: 95 },
  nonsense: { first: 100 },
};

function qualityTable(quality: NonNullable<Run['finder']>['quality']): Table[] {
  if (quality.length === 0) return [];
  const rows = quality.map(({ name, queries, first, withinThree }): Row => {
    const bar = bars[name];
    const least = bar?.first ?? bar?.withinThree;
    const reached = bar?.first === undefined ? withinThree : first;
    return row(
      `${name} (${queries})`,
      `first ${percent(first)}${withinThree === null ? '' : `, within three ${percent(withinThree)}`}`,
      least === undefined ? '' : `${bar?.first === undefined ? 'within three' : 'first'} at least ${percent(least)}`,
      least !== undefined && (reached ?? 0) < least,
    );
  });
  const total = quality.reduce((sum, { queries }) => sum + queries, 0);
  return [
    {
      title: 'Quality of the finder',
      rows,
      note: `${total} labelled queries (tests/queries), each on pages of all three languages. “First” is the expected answer, or all that share the code or message, before everything else; for unknown codes and nonsense, that nothing is shown as exact.`,
    },
  ];
}

function devTable({ dev }: Run): Table[] {
  if (!dev) return [];
  const update = (figure: string, value: number | null): Row =>
    value === null ? row(figure, 'not at all', 'at most 2 s', true) : atMost(figure, value, 2, seconds);
  const told = dev.overlayTold && dev.terminalTold;
  return [
    {
      title: `Dev server (median of ${dev.runs})`,
      rows: [
        update('A saved text shows in the browser', dev.textSeconds),
        update('An error shows in the overlay', dev.errorSeconds),
        update('A fixed error goes away', dev.mendedSeconds),
        row('Overlay and terminal name file, line and column', told ? 'yes' : 'no', 'yes', !told),
      ],
    },
  ];
}

function loadTable({ load }: Run): Table[] {
  if (!load) return [];
  const { connections, requests, requestsPerSecond, failures, megabytes: volume, latency } = load;
  return [
    {
      title: `Load on nginx (${connections} connections, ${load.seconds} s, client on the same machine)`,
      rows: [
        row('Requests', `${grouped(requests)} (${grouped(requestsPerSecond)} per second, ${volume} MB)`),
        atMost('Failures', failures, 0, count),
        row(
          'Latency: median, 97.5 %, 99 %, longest',
          [latency.p50, latency.p97_5, latency.p99, latency.max].map(milliseconds).join(', '),
        ),
      ],
    },
  ];
}
