/** Returns the meanings of a catalog with their places in codes.yaml. */
import type { Path } from '../catalog/checks/names.ts';
import type { CatalogFiles, ContentFiles } from '../catalog/load.ts';
import type { EntryData, MeaningData } from '../catalog/schema/files.ts';
import type { Category } from '../catalog/schema/vocabulary.ts';

export interface PlacedMeaning {
  readonly entry: EntryData;
  readonly meaning: MeaningData;
  readonly path: Path;
}

/** The category of each problem, by its id. */
export type Categories = ReadonlyMap<string, Category>;

/**
 * Returns every meaning in the order of the file; none if something is wrong with the file, which the build reports.
 */
export const meaningsOf = ({ codes }: CatalogFiles): readonly PlacedMeaning[] =>
  (codes.data ?? []).flatMap((entry, index) =>
    entry.meanings.map((meaning, number) => ({ entry, meaning, path: [index, 'meanings', number] })),
  );

/**
 * Returns the categories; empty if problems.yaml cannot be used, in which case nothing that depends on it is reported.
 */
export const categoriesOf = ({ problems }: ContentFiles): Categories =>
  new Map(problems.data?.map(({ id, category }) => [id, category]));
