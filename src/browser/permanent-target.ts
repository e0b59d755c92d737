/** Reads from a permanent link's page where it leads. */

/**
 * Returns where a permanent link leads.
 * @param html the response of an address's permanent link, or of its target after a redirect
 * @returns the address after the locale that its script goes to, such as `/mexc-futures/1002/`; undefined for other
 * pages
 */
export const permanentTarget = (html: string): string | undefined =>
  /^[^>]*><html[^>]* data-path="(\/[^"]+\/)"/i.exec(html)?.[1];
