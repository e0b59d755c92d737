/** Runs work in other threads. */
import { Worker } from 'node:worker_threads';

/**
 * @param module a file that posts one message, its result, and ends
 * @returns what it posted
 * @throws what it throws, or an Error if it ends without a result
 */
export const inThread = <T>(module: URL, workerData: unknown): Promise<T> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(module, { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (status) => reject(new Error(`${module.pathname} ended with ${status} and without a result`)));
  });
