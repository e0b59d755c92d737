import type { ChangeSet } from '../catalog/published/changes.ts';

/** A file of the built site made from the model without Astro. */
export interface GeneratedFile {
  /** Address from the site's root, as paths.ts makes it; a page's address ends with a slash. */
  readonly path: string;
  readonly text: string;
  /** Written compressed, for a download. */
  readonly isGzip?: true;
}

/** What generators need to know besides the model. */
export interface SiteContext {
  /** Origin, without a slash at the end. */
  readonly site: string;
  /** Base path, with a slash at both ends. */
  readonly base: string;
  /** What the content was at, as a commit's hash; `unknown` outside a checkout. */
  readonly revision: string;
  /** What was published when, newest first; readChanges reads it. */
  readonly changes: readonly ChangeSet[];
}
