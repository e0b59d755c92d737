/** Leads from a text that means nothing certain to the matching issue form. Nothing is sent automatically. */
import type { Answer } from '../../search/types.ts';

/**
 * Returns the address of the form for a missing code, or a message of a known code, prefilled with what was understood.
 * Nothing else from a paste goes into the address: it may contain keys and amounts.
 * @param issue the address for writing a new issue, without its fields
 */
export function missingLink(issue: string, { understood, unknown, share }: Answer): string {
  const [first] = unknown;
  const catalogs = understood.catalogs.map(({ name }) => name).join(', ');
  const fields = new URLSearchParams();
  const fill = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') fields.set(name, value);
  };
  if (first) {
    fields.set('template', 'missing-code.yml');
    const lacking = unknown.flatMap(({ code, catalog }) => (code === first.code && catalog ? [catalog.name] : []));
    fill('catalog', lacking.join(', ') || catalogs);
    fill('code', first.code);
  } else {
    const codes = understood.codes.filter(({ from }) => from !== 'number').map(({ code }) => code);
    fields.set('template', 'message-seen.yml');
    fill('code', [catalogs, ...codes].filter((part) => part !== '').join(' '));
    if (understood.plain) fill('message', share);
  }
  return `${issue}?${fields}`;
}
