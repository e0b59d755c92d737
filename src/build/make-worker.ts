/** One thread of make-files.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { type MakeTask, makeParts } from './make-files.ts';

parentPort?.postMessage(makeParts(workerData as MakeTask));
