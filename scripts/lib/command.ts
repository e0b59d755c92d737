/** The frame of a command: what its user can mend is told in a line, without a stack. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { ContentError } from '../../src/catalog/reading/findings.ts';

/**
 * Runs a command; for mistakes in arguments or content it ends with 1.
 * @throws what is no mistake of the user's
 */
export async function runCommand(command: () => void | Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!isTheirs(error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

const isTheirs = (error: unknown): error is Error =>
  error instanceof ContentError ||
  error instanceof RangeError ||
  error instanceof SyntaxError ||
  (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

/**
 * The options of a command that takes nothing without an option's name before it.
 * @param likely the option that a word without one is meant for
 * @throws RangeError for such a word, with the option that was left out
 */
export function optionsOf<T extends ParseArgsOptionsConfig>(options: T, likely: keyof T & string) {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [word] = positionals;
  if (word !== undefined) throw new RangeError(`${word} stands alone; did you mean -- --${likely} ${word}?`);
  return values;
}
