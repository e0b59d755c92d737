/** A thread that draws all pictures. */
import { parentPort, workerData } from 'node:worker_threads';
import { ogCards } from '../generate/og-cards.ts';
import { drawOgImages } from '../generate/og-image.ts';
import { getAtlas } from '../site/atlas.ts';
import { type WritableFile, writeFiles } from './write.ts';

const pictures: WritableFile[] = [];
for await (const { path, png } of drawOgImages(ogCards(getAtlas()))) pictures.push({ path, content: png });
parentPort?.postMessage(writeFiles(pictures, workerData as string));
