/** The content's commit. */
import { execFileSync } from 'node:child_process';
import { root, settings } from '../settings.ts';

/** Returns the commit that the content comes from, or `unknown` outside a checkout. */
export function revision(): string {
  if (settings.revision) return settings.revision;
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'unknown';
  }
}
