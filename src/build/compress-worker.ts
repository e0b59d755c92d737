/** One thread of compress.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { type CompressTask, compressAll } from './compressors.ts';

parentPort?.postMessage(compressAll(workerData as CompressTask));
