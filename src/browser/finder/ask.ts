/** Queries the finder: directly for short texts, in a worker for long ones. */
import type { Locale } from '../../locales.ts';
import { find } from '../../search/find.ts';
import type { Answer } from '../../search/types.ts';
import { finderData } from './data.ts';
import type { Question, Reply } from './worker.ts';

/** Maximum length of a short text: up to it, any text takes a few milliseconds. */
export const longestShort = 2000;

/**
 * Creates a function that queries the finder.
 * @returns a function that answers a text; a worker's answer is dropped when a newer question arrives, and its promise
 * never settles. It throws if the finder's data cannot be loaded.
 */
export function createAsk(locale: Locale): (text: string) => Promise<Answer> {
  let busy: Worker | undefined;
  return async (text) => {
    // A newer question makes the previous answer worthless.
    busy?.terminate();
    busy = undefined;
    if (text.length <= longestShort) return find(text, finderData(locale));
    busy = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    return askWorker(busy, { text, locale });
  };
}

function askWorker(worker: Worker, question: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data: { answer } }: MessageEvent<Reply>) => {
      worker.terminate();
      if (answer) resolve(answer);
      else reject(new Error('the finder’s data could not be loaded'));
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(question);
  });
}
