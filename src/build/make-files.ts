/** Makes everything that is made from the model without Astro, in several threads if there is a lot of it. */
import { availableParallelism } from 'node:os';
import { gzipSync } from 'node:zlib';
import { twinPath } from '../catalog/paths.ts';
import type { SiteContext } from '../generate/generated-file.ts';
import { parts } from '../generate/index.ts';
import { settings } from '../settings.ts';
import { getAtlas, getChanges, getPageKeys } from '../site/atlas.ts';
import type { NewlyMade } from './beside-pages.ts';
import { earlierTexts, type TextLengths, TextNotes } from './page-texts.ts';
import type { Made } from './record.ts';
import { inThread } from './threads.ts';
import { bytesIn, nameOf, type WritableFile, type Written, writeFiles } from './written-files.ts';

/** The context without the change list, which every thread reads for itself, like the model. */
export type PlainContext = Omit<SiteContext, 'changes'>;

/** A thread's input. */
export interface MakeTask {
  readonly dir: string;
  readonly context: PlainContext;
  /** Index of the next part to make, shared by all threads: one 32-bit number. */
  readonly next: SharedArrayBuffer;
}

/** A thread's result. */
export interface MadeParts extends Written {
  readonly lengths: TextLengths;
}

/** What the next build needs. */
interface Memory {
  /** Keys of all pages made from the model, by address. */
  readonly keys: Readonly<Record<string, string>>;
  readonly lengths: TextLengths;
}

/** Bytes of content for each thread. A thread reads all content itself: for less, another one would start too late. */
const bytesOfThread = 4_000_000;

/**
 * Writes all generated files into a folder, in separate threads: the caller may render pages meanwhile.
 * @throws if one cannot be made or written
 */
export async function makeFiles(dir: string, context: PlainContext): Promise<NewlyMade> {
  const wanted = Math.ceil(bytesIn(settings.contentDir) / bytesOfThread);
  const threads = Math.max(1, Math.min(availableParallelism(), parts.length, wanted));
  const task: MakeTask = { dir, context, next: new SharedArrayBuffer(4) };
  const done = await Promise.all(
    Array.from({ length: threads }, () => inThread<MadeParts>(new URL('./make-worker.ts', import.meta.url), task)),
  );
  return newlyMade(
    done.reduce((sum, { written }) => sum + written, 0),
    done.flatMap(({ names }) => names),
    Object.assign({}, ...done.map(({ lengths }) => lengths)),
  );
}

/** Makes one part after the other, taking those that no thread has started. */
export function makeParts({ dir, context, next }: MakeTask): MadeParts {
  const counter = new Int32Array(next);
  const notes = new TextNotes();
  const all = filesOf(
    (function* () {
      for (let part = parts[Atomics.add(counter, 0, 1)]; part; part = parts[Atomics.add(counter, 0, 1)]) yield part;
    })(),
    context,
    notes,
  );
  return { ...writeFiles(all, dir), lengths: notes.lengths };
}

/** Makes all files except the twins of unchanged pages, and writes those whose content changed. */
export function updateFiles(dir: string, context: PlainContext, { memory }: Made): NewlyMade {
  const before = memory as Memory;
  const keys = getPageKeys();
  const texts = earlierTexts(dir, before.lengths);
  const notes = new TextNotes((path) => (keys.get(path) === before.keys[path] ? texts.get(path) : undefined));
  const { written, names } = writeFiles(filesOf(parts, context, notes), dir);
  return newlyMade(written, [...names, ...notes.left.map((path) => nameOf(twinPath(path)))], notes.lengths);
}

function* filesOf(
  wanted: Iterable<(typeof parts)[number]>,
  context: PlainContext,
  notes: TextNotes,
): Iterable<WritableFile> {
  const whole: SiteContext = { ...context, changes: getChanges() };
  for (const part of wanted) {
    for (const { path, text, isGzip } of part(getAtlas(), whole, notes)) {
      yield { path, content: isGzip ? gzipSync(text) : text };
    }
  }
}

function newlyMade(written: number, names: readonly string[], lengths: TextLengths): NewlyMade {
  const memory: Memory = { keys: Object.fromEntries(getPageKeys()), lengths };
  return { written, names, memory };
}
