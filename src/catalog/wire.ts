/** Examples of answers as they look on the wire, made from a catalog's envelopes. */
import type { Envelope, Message } from './schema/files.ts';

/** Stands in an example for a message that the provider has not published. */
const unknownMessage = '…';

/** Returns a message with its variable parts filled in, if the catalog says how. */
export const messageExample = (message: Message | undefined): string =>
  message === undefined ? unknownMessage : (message.example ?? message.text);

/** Returns a template as readers see it, with names for its placeholders: `‹code›`. */
export const shownTemplate = (template: string): string =>
  template.trimEnd().replaceAll(/\{\{(code|message)(?::json)?\}\}/g, '‹$1›');

/**
 * Fills an envelope's template: `{{code}}` and `{{message}}` as they are, `{{code:json}}` and
 * `{{message:json}}` as JSON values. A code that is a plain number stays a number.
 */
export function wireExample(envelope: Envelope, code: string, message: Message | undefined): string {
  const text = messageExample(message);
  const values: Readonly<Record<string, string>> = {
    code,
    'code:json': /^(?:0|-?[1-9]\d*)$/.test(code) ? code : JSON.stringify(code),
    message: text,
    'message:json': JSON.stringify(text),
  };
  return envelope.template
    .trimEnd()
    .replace(/\{\{((?:code|message)(?::json)?)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
