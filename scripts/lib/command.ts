/** The frame of a command: mistakes that its user can fix are reported without a stack. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { ContentError } from '../../src/catalog/reading/findings.ts';

/**
 * Runs a command; for mistakes in arguments or content, exits with 1.
 * @throws errors that are not the user's mistakes
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
 * Parses the options of a command that takes no positional arguments.
 * @param likely the option that a positional argument is probably meant for
 * @throws RangeError for a positional argument, suggesting that option
 */
export function optionsOf<T extends ParseArgsOptionsConfig>(options: T, likely: keyof T & string) {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [word] = positionals;
  if (word !== undefined) throw new RangeError(`${word} stands alone; did you mean -- --${likely} ${word}?`);
  return values;
}
