/** A thread that draws pictures. */
import { parentPort, workerData } from 'node:worker_threads';
import { ogCards } from '../generate/pictures/cards.ts';
import { drawOgImages } from '../generate/pictures/draw.ts';
import { getAtlas } from '../site/atlas.ts';
import type { PictureTask } from './pictures.ts';
import { type WritableFile, writeFiles } from './written-files.ts';

const { dir, languages } = workerData as PictureTask;
const cards = [...ogCards(getAtlas())].filter(({ locale }) => languages.includes(locale));
const pictures: WritableFile[] = [];
for await (const { path, png } of drawOgImages(cards)) pictures.push({ path, content: png });
parentPort?.postMessage(writeFiles(pictures, dir));
