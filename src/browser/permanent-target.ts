/** Where a permanent link leads, told by its page. */

/**
 * @param html what the permanent link of an address answered; after a redirect, what its target did
 * @returns the address behind the locale that its script goes on to, as `/mexc-futures/1002/`; undefined for other pages
 */
export const permanentTarget = (html: string): string | undefined =>
  /^[^>]*><html[^>]* data-path="(\/[^"]+\/)"/i.exec(html)?.[1];
