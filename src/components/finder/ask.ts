/** Asks the finder: short texts at once, long ones in a worker. */
import type { Locale } from '../../locales.ts';
import { find } from '../../search/find.ts';
import type { Answer } from '../../search/types.ts';
import { finderData } from './data.ts';
import type { Question, Reply } from './worker.ts';

/** Texts up to this many characters take a few milliseconds, whatever they hold. */
const short = 2000;

let busy: Worker | undefined;

/** @throws where the finder's data cannot be loaded */
export async function ask(text: string, locale: Locale): Promise<Answer> {
  // A newer question makes the answer to the last one worthless.
  busy?.terminate();
  busy = undefined;
  return text.length <= short ? find(text, finderData(locale)) : askWorker({ text, locale });
}

function askWorker(question: Question): Promise<Answer> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  busy = worker;
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
