/** Whether a document changed: the same digest means the same page, twin and contents. */
import { createHash } from 'node:crypto';
import type { Document } from './nodes.ts';

/** @returns 32 hexadecimal digits over everything that a document says, and how */
export function digestOf({ locale, path, title, description, head, body, file, previous, next }: Document): string {
  const said = JSON.stringify([locale, path, title, description, head, body, file, previous, next]);
  return createHash('sha256').update(said).digest('hex').slice(0, 32);
}
