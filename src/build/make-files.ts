/** Makes everything that is made from the model without Astro, in several threads if there is a lot of it. */
import { availableParallelism } from 'node:os';
import type { SiteContext } from '../generate/generated-file.ts';
import { parts } from '../generate/index.ts';
import { settings } from '../settings.ts';
import { continueKeys, getAtlas, getChanges, getPageKeys } from '../site/atlas.ts';
import { type CatalogMarks, catalogMarks, type IsUnchanged, unchangedSince } from './catalog-marks.ts';
import { earlierParts, FilesOfLastBuild, type Noted } from './earlier-files.ts';
import type { Made, NewlyMade, SiteRecord } from './record.ts';
import { inThread } from './threads.ts';
import { bytesIn, type WritableFile, type Written, writeFiles } from './written-files.ts';

/** The context without the change list, which every thread reads for itself, like the model. */
export type PlainContext = Omit<SiteContext, 'changes'>;

/** A thread's input. */
export interface MakeTask {
  readonly dir: string;
  /** Folder for what is kept for the next build. */
  readonly kept: string;
  readonly context: PlainContext;
  /** Index of the next part to make, shared by all threads: one 32-bit number. */
  readonly next: SharedArrayBuffer;
}

/** A thread's result. */
export interface MadeParts extends Written, Noted {}

/** What the next build needs. */
interface Memory extends Noted {
  /** As `catalogMarks` returns them. */
  readonly marks: CatalogMarks;
  readonly revision: string;
}

/** Bytes of content for each thread. A thread reads all content itself: for less, another one would start too late. */
const bytesOfThread = 4_000_000;

/**
 * Writes all generated files into a folder, if there are many in several threads.
 * @param kept folder for what is kept for the next build
 * @throws if one cannot be made or written
 */
export async function makeFiles(dir: string, kept: string, context: PlainContext): Promise<NewlyMade> {
  const wanted = Math.ceil(bytesIn(settings.contentDir) / bytesOfThread);
  const threads = Math.max(1, Math.min(availableParallelism(), parts.length, wanted));
  const task: MakeTask = { dir, kept, context, next: new SharedArrayBuffer(4) };
  const others = Array.from({ length: threads - 1 }, () =>
    inThread<MadeParts>(new URL('./make-worker.ts', import.meta.url), task),
  );
  // This thread has the model already.
  const done = [makeParts(task), ...(await Promise.all(others))];
  return newlyMade(
    done.flatMap(({ written }) => written),
    done.flatMap(({ names }) => names),
    {
      keys: Object.assign({}, ...done.map(({ keys }) => keys)),
      lengths: Object.assign({}, ...done.map(({ lengths }) => lengths)),
      inputs: Object.assign({}, ...done.map(({ inputs }) => inputs)),
    },
    context,
  );
}

/** Makes one part after the other, taking those that no thread has started. */
export function makeParts({ dir, kept, context, next }: MakeTask): MadeParts {
  const counter = new Int32Array(next);
  const earlier = new FilesOfLastBuild(kept);
  const all = filesOf(
    (function* () {
      for (let part = parts[Atomics.add(counter, 0, 1)]; part; part = parts[Atomics.add(counter, 0, 1)]) yield part;
    })(),
    context,
    earlier,
  );
  return { ...writeFiles(all, dir), ...earlier.noted };
}

/** Makes all files except those that cannot have changed, and writes those whose content changed. */
export function updateFiles(dir: string, kept: string, context: PlainContext, { memory }: Made): NewlyMade {
  const before = memory as Memory;
  const keys = getPageKeys();
  const earlier = new FilesOfLastBuild(kept, {
    // JSON names the revision.
    files: before.revision === context.revision ? isUnchangedSince(before) : () => false,
    ownOf: unchangedThemselves(before),
    page: (path) => keys.get(path) === before.keys[path],
    parts: earlierParts(dir, before.lengths),
    inputs: before.inputs,
  });
  const { written, names } = writeFiles(filesOf(parts, context, earlier), dir);
  const noted = { ...earlier.noted, keys: Object.fromEntries(keys) };
  return newlyMade(written, [...names, ...earlier.left], noted, context);
}

const isUnchangedSince = ({ marks }: Memory): IsUnchanged => unchangedSince(marks, marksNow());

/** Returns the catalogs whose own content has not changed. */
const unchangedThemselves = ({ marks }: Memory): ReadonlySet<string> =>
  new Set(
    Object.entries(marksNow())
      .filter(([id, { own }]) => own === marks[id]?.own)
      .map(([id]) => id),
  );

const marksNow = (): CatalogMarks => catalogMarks(getAtlas(), settings.contentDir);

const memoryOf = ({ generated }: SiteRecord['made']): Memory | undefined => generated?.memory as Memory | undefined;

/** Returns the keys of pages in an earlier build, by address. */
export const earlierKeys = (made: SiteRecord['made']): Readonly<Record<string, string>> => memoryOf(made)?.keys ?? {};

/** Lets the keys of pages be taken from an earlier build where they cannot have changed. */
export function continueFrom(made: SiteRecord['made']): void {
  const before = memoryOf(made);
  if (!before) return;
  continueKeys({ isUnchanged: isUnchangedSince(before), keys: before.keys });
}

function* filesOf(
  wanted: Iterable<(typeof parts)[number]>,
  context: PlainContext,
  earlier: FilesOfLastBuild,
): Iterable<WritableFile> {
  const whole: SiteContext = { ...context, changes: getChanges() };
  for (const part of wanted) {
    for (const file of part(getAtlas(), whole, earlier)) yield { path: file.path, content: file.bytes ?? file.text };
  }
}

function newlyMade(
  written: readonly string[],
  names: readonly string[],
  noted: Noted,
  { revision }: PlainContext,
): NewlyMade {
  const memory: Memory = { ...noted, marks: marksNow(), revision };
  return { written, names, memory };
}
