/** Handles a customer's message in the address of an entry: `?m=…`. */

export const givenParameter = 'm';

/** Maximum number of characters that are shown or put into a link. */
export const longestGiven = 500;

export interface Given {
  readonly text: string;
  /** Whether something was cut off. */
  readonly cut: boolean;
}

/** Shortens a message to what fits into a link; white space around it is ignored. */
export function givenOf(message: string): Given {
  const text = message.trim();
  // No character has more than two code units, so nothing sliced off here would be shown anyway.
  const characters = [...text.slice(0, 2 * longestGiven + 2)];
  return characters.length <= longestGiven
    ? { text, cut: false }
    : { text: characters.slice(0, longestGiven).join(''), cut: true };
}

/** Returns the message in a query string such as `?m=…`; empty if there is none. */
export const givenIn = (query: string): Given => givenOf(new URLSearchParams(query).get(givenParameter) ?? '');
