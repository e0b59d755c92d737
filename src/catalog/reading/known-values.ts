/** Values of content files by their text, so that a file that has not changed is parsed and checked once. */

export interface KnownValues {
  /**
   * @param file the file's name in findings, which determines its schema
   * @returns the value that the file has with this text; undefined if it is not known
   */
  get(file: string, text: string): unknown;
  /** Receives the value of a file without errors; JSON. */
  set(file: string, text: string, value: unknown): void;
}

/** The last value of every file, for as long as the process runs. */
export class ValuesInMemory implements KnownValues {
  readonly #values = new Map<string, { readonly text: string; readonly value: unknown }>();

  get(file: string, text: string): unknown {
    const last = this.#values.get(file);
    return last?.text === text ? last.value : undefined;
  }

  set(file: string, text: string, value: unknown): void {
    this.#values.set(file, { text, value });
  }
}
