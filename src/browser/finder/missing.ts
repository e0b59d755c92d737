/** Leads from a text that means nothing certain to the issue form for it. Nothing is sent by itself. */
import type { Answer } from '../../search/types.ts';

/**
 * The form for what no page has: a code, or a message of a known code, with what was understood filled in. Of a paste
 * only that goes into the address: it may hold keys and amounts.
 * @param issue where a new issue is written, without its fields
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
