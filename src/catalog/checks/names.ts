/** Names that one part of the content defines and others refer to. */
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

/** So many names are listed in a finding; of more it tells where they are. */
const maxListed = 8;

/** What a name that refers to nothing should have been. */
export const expectedOf = ({ known, where }: Names): string =>
  known.size > 0 && known.size <= maxListed
    ? `expected one of those in ${where}: ${[...known].join(', ')}`
    : `expected one that ${where} defines`;

/** Reports a name that refers to nothing. */
export function refer(name: string | undefined, to: Names, at: () => Place, report: Report): void {
  if (name === undefined || !to.isComplete || to.known.has(name)) return;
  report(at(), `the ${to.what} ${quoted(name)} does not exist, ${expectedOf(to)}`);
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
