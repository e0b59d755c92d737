/** A thread that draws all pictures. */
import { parentPort, workerData } from 'node:worker_threads';
import { ogCards } from '../generate/pictures/cards.ts';
import { drawOgImages } from '../generate/pictures/draw.ts';
import { getAtlas } from '../site/atlas.ts';
import { type WritableFile, writeFiles } from './kept-files.ts';

const pictures: WritableFile[] = [];
for await (const { path, png } of drawOgImages(ogCards(getAtlas()))) pictures.push({ path, content: png });
parentPort?.postMessage(writeFiles(pictures, workerData as string));
