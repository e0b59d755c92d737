/** Names that one part of the content defines and others refer to. */
import { nearCodes, nearNames } from '../../edit-distance.ts';
import type { Finding, Place } from '../reading/findings.ts';
import { quoted } from '../schema/text.ts';

export type Path = readonly PropertyKey[];
export type Report = (place: Place, message: string) => void;

/** A function that appends to `findings`. */
export const reporter =
  (findings: Finding[]): Report =>
  (place, message) => {
    findings.push({ ...place, message });
  };

/**
 * What may be referred to. Where the defining file is missing or partly wrong the list has gaps,
 * and nobody can say of another name that it does not exist.
 */
export interface Names {
  /** One of them, as a finding calls it: `group`. */
  readonly what: string;
  /** Where they are defined, as a finding calls it: `catalog.yaml`. */
  readonly where: string;
  readonly known: ReadonlySet<string>;
  readonly isComplete: boolean;
  /** The file that says what each of them means, where their names alone do not. */
  readonly explainedIn?: string;
}

/** @param values undefined for the whole or for a part that could not be used */
export function names(what: string, where: string, values: Iterable<string | undefined> | undefined): Names {
  const all = [...(values ?? [undefined])];
  return {
    what,
    where,
    known: new Set(all.filter((value) => value !== undefined)),
    isComplete: !all.includes(undefined),
  };
}

/** So many names are listed in a finding; of more it tells where they are, and those that come near. */
const maxListed = 8;
const maxNear = 3;

/** What a name that refers to nothing should have been. */
export function expectedOf(name: string, { what, known, where, explainedIn }: Names): string {
  const all = [...known];
  const explained = explainedIn === undefined ? '' : `; what each means stands in ${explainedIn}`;
  if (all.length > 0 && all.length <= maxListed)
    return `expected one of those in ${where}: ${all.join(', ')}${explained}`;
  const near = what === 'code' ? nearCodes(name, all, maxNear) : nearNames(name, all, maxNear);
  return `expected one that ${where} defines${near.length === 0 ? '' : `; near it: ${near.join(', ')}`}${explained}`;
}

/** Reports a name that refers to nothing. */
export function refer(name: string | undefined, to: Names, at: () => Place, report: Report): void {
  if (name === undefined || !to.isComplete || to.known.has(name)) return;
  report(at(), `the ${to.what} ${quoted(name)} does not exist, ${expectedOf(name, to)}`);
}

/** Reports values that stand more than once. */
export function unique(
  values: Iterable<string | undefined>,
  what: string,
  at: (index: number) => Place,
  report: Report,
): void {
  const first = new Map<string, number>();
  for (const [index, value] of [...values].entries()) {
    if (value === undefined) continue;
    const before = first.get(value);
    if (before === undefined) first.set(value, index);
    else
      report(
        at(index),
        `the ${what} ${quoted(value)} stands twice (first on line ${at(before).line}), expected it once`,
      );
  }
}
