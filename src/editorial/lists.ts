/** Checks that lists of texts are long enough, equally long in every language, and free of repetitions. */
import type { Report } from '../catalog/checks/names.ts';
import type { TextFile } from './texts.ts';

/** Minimum list lengths for an entry to be useful: a reader who is stuck tries one thing, and then another. */
const atLeast: Readonly<Record<string, number>> = { causes: 1, fixes: 2 };

/** Reports items that appear twice in a list of one file. */
export function checkRepetitions({ lists, at }: TextFile, report: Report): void {
  for (const { items } of lists.values()) {
    const first = new Map<string, number>();
    for (const { path, plain } of items) {
      const line = first.get(plain);
      if (line === undefined) first.set(plain, at(path).line);
      else report(at(path), `says the same as line ${line}, expected each thing once in a list: take one of them out`);
    }
  }
}

/** Reports lists of an entry that are too short. Problems may have fewer items: they are general. */
export function checkLengths({ lists, at }: TextFile, report: Report): void {
  for (const { path, name, items } of lists.values()) {
    const wanted = atLeast[name];
    if (path[0] !== 'codes' || wanted === undefined || items.length >= wanted) continue;
    report(at(path), `${name}: found ${items.length}, expected at least ${wanted}: write what else can be done`);
  }
}

/** Reports lists with more or fewer items than in English, except for parts that one of the files lacks entirely. */
export function checkSameLengths(texts: TextFile, english: TextFile, report: Report): void {
  if (texts === english) return;
  for (const key of new Set([...english.lists.keys(), ...texts.lists.keys()])) {
    const [own, other] = [texts.lists.get(key), english.lists.get(key)];
    const list = own ?? other;
    const [found, expected] = [own?.items.length ?? 0, other?.items.length ?? 0];
    if (!list || found === expected) continue;
    const around = list.path.slice(0, -1);
    if (!texts.has(around) || !english.has(around)) continue;
    report(
      texts.at(list.path),
      `${list.name}: found ${found}, expected ${expected} as in ${english.file}, line ${english.at(list.path).line}: the three languages say the same, item by item`,
    );
  }
}
