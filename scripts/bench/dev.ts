/** Measures how soon `npm run dev` shows a saved YAML file, and an error in one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import type { Meaning } from '../../src/catalog/model.ts';
import { entryPath } from '../../src/catalog/paths.ts';
import { readAtlas } from '../../src/catalog/read.ts';
import { textFileName } from '../../src/catalog/schema/files.ts';
import { root } from '../../src/settings.ts';
import { chromiumArguments, ensureChromium } from '../lib/chromium.ts';
import { freePort } from '../lib/nginx-server.ts';
import { type DevFigures, median, rounded } from './results.ts';

const runs = 5;
const longestStart = 120_000;
const overlay = 'vite-error-overlay';

/** Works on a copy of the real content. */
export async function measureDev(): Promise<DevFigures> {
  const content = join(root, '.cache', 'bench', 'dev-content');
  rmSync(content, { recursive: true, force: true });
  cpSync(join(root, 'content'), content, { recursive: true });
  const entry = readAtlas(content, root).catalogs[0]?.entries[0];
  if (!entry) throw new Error('the content has no entry');
  const [meaning] = entry.meanings;
  const file = join(content, 'catalogs', entry.catalog.id, textFileName('en'));
  const address = `http://127.0.0.1:${await freePort()}`;
  const server = startDev(content, Number(new URL(address).port));
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });
  try {
    const page = await browser.newPage();
    const url = address + entryPath('en', entry.catalog.id, entry.code);
    await server.answers(url);
    await page.goto(url, { timeout: longestStart });
    // Vite bundles dependencies when they are first requested, and then reloads the page.
    await page.waitForLoadState('networkidle');
    await pause(2000);
    return await measureUpdates(page, file, meaning, server.output);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(content, { recursive: true, force: true });
  }
}

async function measureUpdates(page: Page, file: string, meaning: Meaning, output: () => string): Promise<DevFigures> {
  const original = readFileSync(file, 'utf8');
  const [first] = meaning.text.en.causes;
  const { source: cause = '', plain = '' } = first ?? {};
  const text: (number | undefined)[] = [];
  const error: (number | undefined)[] = [];
  const mended: (number | undefined)[] = [];
  let overlayTold = true;
  const named = new RegExp(`${textFileName('en').replaceAll('.', '\\.')}:\\d+:\\d+`);
  const said = output().length;
  for (let run = 1; run <= runs; run++) {
    const marker = `Saved for the ${run}. time.`;
    const changed = original.replace(cause, marker);
    if (changed === original) throw new Error('the cause does not stand in the file as it is shown');
    text.push(await seconds(file, changed, () => page.getByText(marker).first().waitFor()));
    error.push(await seconds(file, changed.replace('catalog:', 'catalogue:'), () => page.locator(overlay).waitFor()));
    const told = await page.locator(overlay).evaluateAll((all) => all.map((each) => each.shadowRoot?.textContent));
    overlayTold &&= told.some((each) => named.test(each ?? ''));
    mended.push(
      await seconds(file, original, async () => {
        await page.locator(overlay).waitFor({ state: 'detached' });
        await page.getByText(plain).first().waitFor();
      }),
    );
  }
  return {
    runs,
    textSeconds: medianOf(text),
    errorSeconds: medianOf(error),
    mendedSeconds: medianOf(mended),
    overlayTold,
    terminalTold: named.test(output().slice(said)),
  };
}

/** Returns null if one of the values is missing. */
const medianOf = (values: readonly (number | undefined)[]): number | null => {
  const came = values.filter((value) => value !== undefined);
  return came.length < values.length ? null : rounded(median(came), 2);
};

/** Saves a file and waits for the result; returns undefined if it does not appear. */
async function seconds(file: string, text: string, shown: () => Promise<void>): Promise<number | undefined> {
  const started = performance.now();
  writeFileSync(file, text);
  try {
    await shown();
  } catch (error) {
    if ((error as Error).name !== 'TimeoutError') throw error;
    return undefined;
  }
  const taken = (performance.now() - started) / 1000;
  await pause(500);
  return taken;
}

interface DevServer {
  /** Waits until an address responds. */
  readonly answers: (url: string) => Promise<void>;
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

function startDev(content: string, port: number): DevServer {
  const server: ChildProcess = spawn(
    process.execPath,
    [join(root, 'node_modules', '.bin', 'astro'), 'dev', '--port', String(port), '--host', '127.0.0.1'],
    {
      cwd: root,
      env: { ...process.env, ATLAS_CONTENT: content, ASTRO_DEV_BACKGROUND: '0', ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  return {
    output: () => output,
    answers: async (url) => {
      const until = performance.now() + longestStart;
      while (performance.now() < until && server.exitCode === null) {
        const answer = await fetch(url).catch(() => undefined);
        if (answer?.ok) return;
        await pause(250);
      }
      throw new Error(`astro dev did not answer:\n${output}`);
    },
    stop: async () => {
      if (server.exitCode === null) server.kill('SIGTERM');
      await ended;
    },
  };
}
