/** Asks the finder: short texts at once, long ones in a worker. */
import type { Locale } from '../../locales.ts';
import { find } from '../../search/find.ts';
import type { Answer } from '../../search/types.ts';
import { finderData } from './data.ts';
import type { Question, Reply } from './worker.ts';

/** Texts up to this many characters take a few milliseconds, whatever they hold. */
export const longestShort = 2000;

/**
 * @returns a function that answers a text; a question that a newer one overtakes in the worker stays without an answer.
 * It throws where the finder's data cannot be loaded.
 */
export function createAsk(locale: Locale): (text: string) => Promise<Answer> {
  let busy: Worker | undefined;
  return async (text) => {
    // A newer question makes the answer to the last one worthless.
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
