/** Names that one part of the content defines and others refer to. */
import { nearCodes, nearNames } from '../../edit-distance.ts';
import type { Finding, Place } from '../reading/findings.ts';
import { quoted } from '../schema/text.ts';

export type Path = readonly PropertyKey[];
export type Report = (place: Place, message: string) => void;

/** Returns a function that appends to `findings`. */
export const reporter =
  (findings: Finding[]): Report =>
  (place, message) => {
    findings.push({ ...place, message });
  };

/**
 * Names that may be referred to. If the defining file is missing or partly invalid, the list has gaps,
 * and a name that is not in it may still exist.
 */
export interface Names {
  /** What a finding calls one of them: `group`. */
  readonly what: string;
  /** What a finding calls the place where they are defined: `catalog.yaml`. */
  readonly where: string;
  readonly known: ReadonlySet<string>;
  readonly isComplete: boolean;
  /** The file that explains what each of them means, if their names alone do not. */
  readonly explainedIn?: string;
}

/** @param values undefined, as a whole or in part, for what could not be used */
export function names(what: string, where: string, values: Iterable<string | undefined> | undefined): Names {
  const all = [...(values ?? [undefined])];
  return {
    what,
    where,
    known: new Set(all.filter((value) => value !== undefined)),
    isComplete: !all.includes(undefined),
  };
}

/** A finding lists at most this many names; of more it says where they are defined, and which are similar. */
const maxListed = 8;
const maxNear = 3;

/** Says what a name that refers to nothing should have been. */
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

/** Reports values that occur more than once. */
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
