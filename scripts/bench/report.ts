/** Makes bench/results.md: the missed goals first, then every figure beside its goal. */
import type { Machine, Results, Run } from './results.ts';
import { type Row, type Table, tablesOf } from './tables.ts';

export function resultsText(results: Results): string {
  const reference = results['real'];
  // Integer keys come first in any object; readers want the real site first.
  const keys = Object.keys(results).sort(
    (a, b) => Number(a !== 'real') - Number(b !== 'real') || Number(a) - Number(b),
  );
  const runs = keys.flatMap((key) => {
    const run = results[key];
    if (!run) return [];
    const real = key === 'real';
    const codes = real ? (run.sizes?.codes ?? 0) : Number(key);
    return [{ run, name: nameOf(run, codes, real), tables: tablesOf(run, { codes, real, reference }) }];
  });
  const missed = runs.flatMap(({ name, tables }) =>
    tables.flatMap(({ rows }) =>
      rows
        .filter((row) => row.missed)
        .map(({ figure, measured, goal }) => `- ${name}: ${figure}: ${measured}, ${goal}`),
    ),
  );
  return [
    '# Results of `npm run bench`',
    'Made by scripts/bench.ts, not edited by hand; the same figures for programs are in results.json. 1 KB is 1,024 bytes. Times are medians where several runs are named; builds on a shared machine differ by up to a tenth from run to run, times in the browser by a fifth.',
    '## Goals that are missed',
    missed.length === 0 ? 'None.' : missed.join('\n'),
    ...runs.flatMap(({ run, name, tables }) => [
      `## ${name}`,
      `${run.date}: ${machineText(run.machine)}${serverText(run)}`,
      ...tables.flatMap(tableText),
    ]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

const nameOf = ({ sizes }: Run, codes: number, real: boolean): string =>
  `${codes.toLocaleString('en')} ${real ? 'codes of the real catalogs' : 'codes, most of them made up'}${
    sizes ? `, ${sizes.entryPages.toLocaleString('en')} entry pages` : ''
  }`;

const machineText = ({ cores, cpu, memoryGigabytes, system, node }: Machine): string =>
  `${cores} cores of ${cpu}, ${memoryGigabytes} GB, ${system}, Node ${node}.`;

function serverText({ browser, load, finder }: Run): string {
  const server = browser ? ` Browser figures: Chromium on loopback, served compressed by ${browser.server}.` : '';
  // The real run has the labelled queries, and should have everything else as well.
  const noLoad = !load && (finder?.quality.length ?? 0) > 0 ? ' There was no nginx for a load run.' : '';
  return server + noLoad;
}

function tableText({ title, rows, note }: Table): string[] {
  const lines = rows.map(rowText);
  return [
    `### ${title}`,
    ['| figure | measured | goal | |', '|---|---|---|---|', ...lines].join('\n'),
    ...(note === undefined ? [] : [note]),
  ];
}

const rowText = ({ figure, measured, goal, missed }: Row): string =>
  `| ${[figure, measured, goal, goal === '' ? '' : missed ? '**missed**' : 'kept'].map(cell).join(' | ')} |`;

const cell = (text: string): string => text.replaceAll('|', '\\|');
