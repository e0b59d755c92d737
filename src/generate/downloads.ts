/** Files for a download in one piece: other files, compressed with gzip. */
import { apiDownloadPath, apiErrorsPath } from '../catalog/paths.ts';

export interface Download {
  readonly path: string;
  /** The address of the file that it holds. */
  readonly of: string;
}

export const downloads: readonly Download[] = [{ path: apiDownloadPath, of: apiErrorsPath }];
