/** Interprets a long paste in a worker, so that typing and scrolling never wait for it. */
import type { Locale } from '../../locales.ts';
import { find } from '../../search/find.ts';
import type { Answer } from '../../search/types.ts';
import { finderData } from './data.ts';

export interface Question {
  readonly text: string;
  readonly locale: Locale;
}

/** An answer, or nothing if the data could not be loaded. */
export type Reply = { readonly answer: Answer } | { readonly answer?: never };

addEventListener('message', async ({ data: { text, locale } }: MessageEvent<Question>) => {
  let reply: Reply;
  try {
    reply = { answer: await find(text, finderData(locale)) };
  } catch {
    reply = {};
  }
  postMessage(reply);
});
