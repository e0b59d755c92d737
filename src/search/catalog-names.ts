/** Finds the catalogs that a text names or points to. */
import { tokenise } from './text.ts';
import type { Manifest, Token } from './types.ts';

/** A catalog name in a text: the tokens from `first` to `last`, and the catalogs it may refer to. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly ids: readonly string[];
  /** The last token of the shortest name for the same catalogs: 掘金 in 掘金终端. */
  readonly core: number;
}

type Names = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly ids: string[] }[]>;

const namesOf = new WeakMap<Manifest, Names>();

/** Returns all names by their first word, longer ones first. */
export function catalogNames(manifest: Manifest): Names {
  const known = namesOf.get(manifest);
  if (known) return known;
  const byText = new Map<string, { words: string[]; ids: string[] }>();
  for (const { id, aliases } of manifest.catalogs) {
    for (const alias of [id, ...aliases]) {
      const words = tokenise(alias).map(({ text }) => text);
      const key = words.join(' ');
      const name = byText.get(key) ?? { words, ids: [] };
      if (!name.ids.includes(id)) name.ids.push(id);
      if (words.length > 0) byText.set(key, name);
    }
  }
  const names = new Map<string, { words: string[]; ids: string[] }[]>();
  for (const name of [...byText.values()].sort((a, b) => b.words.length - a.words.length)) {
    const [first = ''] = name.words;
    const list = names.get(first);
    if (list) list.push(name);
    else names.set(first, [name]);
  }
  namesOf.set(manifest, names);
  return names;
}

/** Finds the names in a text; each token belongs to at most one of them. */
export function findNames(tokens: readonly Token[], manifest: Manifest): NameSpan[] {
  const names = catalogNames(manifest);
  const spans: NameSpan[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const fitting = names
      .get(tokens[i]?.text ?? '')
      ?.filter(({ words }) => words.every((word, offset) => tokens[i + offset]?.text === word));
    const name = fitting?.[0];
    if (!name) continue;
    const shortest = fitting.findLast(({ ids }) => ids.join() === name.ids.join()) ?? name;
    const [last, core] = [name, shortest].map(({ words }) => i + words.length - 1) as [number, number];
    spans.push({ first: i, last, ids: name.ids, core });
    i += name.words.length - 1;
  }
  return spans;
}

const sharedOf = new WeakMap<Manifest, ReadonlySet<string>>();

/**
 * Returns clues shared by several providers, such as a path: they can only tell which of one provider's catalogs is
 * meant.
 */
function sharedClues({ catalogs }: Manifest): ReadonlySet<string> {
  const providers = new Map<string, string>();
  const shared = new Set<string>();
  for (const { provider, clues } of catalogs) {
    for (const clue of clues) {
      if ((providers.get(clue) ?? provider) !== provider) shared.add(clue);
      providers.set(clue, provider);
    }
  }
  return shared;
}

/**
 * Finds the catalogs that a clue in the folded text identifies (`ids`), and those that it at least tells from the
 * provider's others (`surfaces`).
 */
export function findClues(text: string, manifest: Manifest): { readonly ids: string[]; readonly surfaces: string[] } {
  const shared = sharedOf.get(manifest) ?? sharedClues(manifest);
  sharedOf.set(manifest, shared);
  const ids: string[] = [];
  const surfaces: string[] = [];
  for (const { id, clues } of manifest.catalogs) {
    const found = clues.filter((clue) => text.includes(clue));
    if (found.length > 0) surfaces.push(id);
    if (found.some((clue) => !shared.has(clue))) ids.push(id);
  }
  return { ids, surfaces };
}

/** Whether a name leaves out catalogs of the same provider, and so means particular surfaces rather than all. */
export const isSurface = (ids: readonly string[], { catalogs }: Manifest): boolean => {
  const providers = new Set(catalogs.filter(({ id }) => ids.includes(id)).map(({ provider }) => provider));
  return catalogs.some(({ id, provider }) => providers.has(provider) && !ids.includes(id));
};
