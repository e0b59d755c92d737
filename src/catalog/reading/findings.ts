/** What is wrong in the content, reported so that it can be fixed. */

import { harmless } from '../schema/text.ts';

/** A place in a file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong: where, what, and what is expected instead. */
export interface Finding extends Place {
  readonly message: string;
}

/** Formats a finding as `file:line:column: message`, which editors and terminals make clickable. */
export function formatFinding({ file, line, column, message }: Finding): string {
  return `${harmless(file)}:${line}:${column}: ${message}`;
}

/** Compares by file, line and column: the same on every machine, whatever its language. */
export function byPlace(a: Finding, b: Finding): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Thrown when the content cannot be used; carries everything that is wrong, in file order. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly findings: readonly Finding[];
  /** The place of the first finding: Astro's overlay shows it, and makes its path absolute right here. */
  loc: { file: string; line: number; column: number } | undefined;

  constructor(findings: readonly Finding[]) {
    const sorted = [...findings].sort(byPlace);
    const count = `${sorted.length} ${sorted.length === 1 ? 'problem' : 'problems'} in the content`;
    super([...sorted.map(formatFinding), count].join('\n'));
    this.findings = sorted;
    const [first] = sorted;
    this.loc = first && { file: first.file, line: first.line, column: first.column };
  }
}
