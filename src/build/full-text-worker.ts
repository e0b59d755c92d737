/** A thread that writes the full-text index. */
import { parentPort, workerData } from 'node:worker_threads';
import { writeFullText } from './full-text.ts';

parentPort?.postMessage(await writeFullText(workerData as string));
