/** The thread of beside-pages.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeBesidePages } from './beside-pages.ts';

parentPort?.postMessage(await makeBesidePages(workerData as string));
