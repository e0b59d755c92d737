/** Lists of texts: long enough, as long in every language, and without the same twice. */
import type { Report } from '../catalog/checks/names.ts';
import type { TextFile } from './texts.ts';

/** What an entry needs to be of use: a reader who is stuck tries one thing, and then another. */
const atLeast: Readonly<Record<string, number>> = { causes: 1, fixes: 2 };

/** Reports what stands twice in a list of one file. */
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

/** Reports lists of an entry that are too short. Problems may do with less: they are general. */
export function checkLengths({ lists, at }: TextFile, report: Report): void {
  for (const { path, name, items } of lists.values()) {
    const wanted = atLeast[name];
    if (path[0] !== 'codes' || wanted === undefined || items.length >= wanted) continue;
    report(at(path), `${name}: found ${items.length}, expected at least ${wanted}: write what else can be done`);
  }
}

/** Reports lists that have more or fewer items than in English; not of what one of the files does not have at all. */
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
