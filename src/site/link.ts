/** Addresses as written in a page's HTML: with the base path before them. */
import { withBase } from '../catalog/paths.ts';
import { settings } from '../settings.ts';

export const link = (path: string): string => withBase(settings.base, path);

/** Returns the path, as in paths.ts, of an address of the site. */
export const withoutBase = (pathname: string): string => {
  const base = settings.base.replace(/\/$/, '');
  return pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
};

/** Returns where a file of the repository is edited; `undefined` if no repository is set. */
export const editLink = (file: string): string | undefined =>
  settings.repository === '' ? undefined : `${settings.repository.replace(/\/$/, '')}/${file}`;

/**
 * Returns where a new issue of the project is written, without its fields.
 * @param repository where files are edited, as `https://github.com/owner/name/edit/main/`
 * @returns undefined if no repository is set, or if it is not known to have issue forms
 */
export function newIssueLink(repository: string = settings.repository): string | undefined {
  const [, project] = /^(https?:\/\/[^/]+\/[^/]+\/[^/]+)\/edit\//.exec(repository) ?? [];
  return project === undefined ? undefined : `${project}/issues/new`;
}

/**
 * Returns where a mistake on a page is reported: the issue form, with what is known of the page filled in.
 * @returns undefined if newIssueLink returns undefined
 */
export function reportLink(
  { page, code, language }: { readonly page: string; readonly code: string | undefined; readonly language: string },
  repository?: string,
): string | undefined {
  const issue = newIssueLink(repository);
  if (issue === undefined) return undefined;
  const fields = new URLSearchParams({ template: 'wrong-text.yml', page, language });
  if (code !== undefined) fields.set('code', code);
  return `${issue}?${fields}`;
}
