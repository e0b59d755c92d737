/** A customer's message in the address of an entry: `?m=…`. */

export const givenParameter = 'm';

/** How many characters of it are shown or put into a link. */
export const longestGiven = 500;

export interface Given {
  readonly text: string;
  /** Whether something was cut off. */
  readonly cut: boolean;
}

/** Shortens a message to what a link carries; white space around it does not count. */
export function givenOf(message: string): Given {
  const text = message.trim();
  // No character is longer than two units, so what is sliced off here would not be shown anyway.
  const characters = [...text.slice(0, 2 * longestGiven + 2)];
  return characters.length <= longestGiven
    ? { text, cut: false }
    : { text: characters.slice(0, longestGiven).join(''), cut: true };
}

/** The message in a query string such as `?m=…`; empty where there is none. */
export const givenIn = (query: string): Given => givenOf(new URLSearchParams(query).get(givenParameter) ?? '');
