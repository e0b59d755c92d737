/** What is left to do in a catalog that was just written. */
import { checkContent } from '../catalog/checks/content.ts';
import { loadContent } from '../catalog/load.ts';
import { byPlace, type Finding, formatFinding } from '../catalog/reading/findings.ts';
import { textFileName } from '../catalog/schema/files.ts';
import { locales } from '../locales.ts';

export interface LeftToDo {
  /** Places that a build rejects, in the order of files and lines. */
  readonly refused: readonly Finding[];
  /** Places that a build accepts but that a person has to look at. */
  readonly guessed: readonly Finding[];
}

/**
 * @param id a catalog of the content folder
 * @param shown its folder, relative to `root`
 */
export function leftToDo(id: string, shown: string, contentDir: string, root: string): LeftToDo {
  const findings: Finding[] = [];
  const files = loadContent(contentDir, root, findings);
  checkContent(files, findings);
  const catalog = files.catalogs.find((one) => one.id === id)?.catalog;
  const { provider, aliases, envelopes, clues } = catalog?.usable ?? {};
  const guessed: Finding[] = [];
  const look = (path: readonly PropertyKey[], message: string) => {
    if (catalog) guessed.push({ ...catalog.at(path), message });
  };
  if (provider?.id === id) {
    look(
      ['provider', 'id'],
      `provider.id: ${id} as the folder, expected the id that other catalogs of the provider have, if there are any`,
    );
  }
  if (aliases?.every((alias) => alias === id))
    look(['aliases'], 'aliases: the name of the folder alone, expected how people spell the provider in a search box');
  envelopes?.forEach((envelope, index) => {
    if (envelope?.match !== undefined) return;
    look(
      ['envelopes', index],
      'match: none, expected the keys or the line by which the finder knows a pasted answer: without it an answer does not tell its API',
    );
  });
  if (clues?.length === 0) {
    look(
      ['clues'],
      'clues: none, expected host names, header names or names of the SDK: without them a pasted log points to no API',
    );
  }
  return { refused: findings.filter(({ file }) => file.startsWith(`${shown}/`)).sort(byPlace), guessed };
}

const textFiles: readonly string[] = locales.map(textFileName);

/** Writes one line per place, and only one for places that are the same in the texts of several languages. */
export function formatPlaces(places: readonly Finding[]): readonly string[] {
  const nameOf = ({ file }: Finding) => file.slice(file.lastIndexOf('/') + 1);
  const isText = (place: Finding) => textFiles.includes(nameOf(place));
  const same = Map.groupBy(places, (place) => {
    const { file, line, column, message } = place;
    return [isText(place) ? '' : file, line, column, message].join(':');
  });
  return [...same.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const more = others.length === 0 ? '' : `; the same in ${others.map(nameOf).join(' and ')}`;
    return [`${formatFinding(first)}${more}`];
  });
}
