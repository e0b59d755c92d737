/** Addresses as they stand in a page's HTML: with the base path before them. */
import { withBase } from '../catalog/paths.ts';
import { settings } from '../settings.ts';

export const link = (path: string): string => withBase(settings.base, path);

/** The path of paths.ts behind an address of the site. */
export const withoutBase = (pathname: string): string => {
  const base = settings.base.replace(/\/$/, '');
  return pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
};

/** Where a file of the repository is edited; undefined where no repository is set. */
export const editLink = (file: string): string | undefined =>
  settings.repository === '' ? undefined : `${settings.repository.replace(/\/$/, '')}/${file}`;
