/** The finder's input, its data, and its answers. */
import type { Locale } from '../locales.ts';

/* ---- Data: made by src/generate/finder/files.ts, read over the network one small file at a time ---- */

/** How a catalog's answer is recognised in pasted text; from `match` in catalog.yaml. */
export type Shape = JsonShape | TextShape;

export interface JsonShape {
  /** Keys that an object must have, in lower case. */
  readonly keys: readonly string[];
  readonly code?: string;
  readonly message?: string;
  /** The key with the second half of a code, joined to the first by `_`. */
  readonly subCode?: string;
  /** All keys in the catalog's own answers: they tell apart two catalogs that require the same keys. */
  readonly known: readonly string[];
}

export interface TextShape {
  /** A folded text with the placeholders `{code}`, `{message}` and `{id}`. */
  readonly text: string;
}

export interface ManifestCatalog {
  readonly id: string;
  /** The provider's id; the catalogs of one provider are its surfaces. */
  readonly provider: string;
  readonly name: string;
  /** The number of codes in the catalog. */
  readonly codes: number;
  /** Spellings of the names of the catalog and its provider, folded, in any language. */
  readonly aliases: readonly string[];
  /** Strings that point to the catalog when they appear in pasted text, folded. */
  readonly clues: readonly string[];
  readonly shapes: readonly Shape[];
}

/**
 * What is needed to understand any query and to locate the rest of the data; `readManifest` assembles it from two
 * files.
 */
export interface Manifest {
  readonly locale: Locale;
  readonly catalogs: readonly ManifestCatalog[];
  /** Pairs of characters, the second being what the first is folded into: 簽签. Only characters that occur. */
  readonly folding: string;
  /** The number of entries. */
  readonly entries: number;
  /** The number of files that each kind of data is spread over. */
  readonly shards: { readonly records: number; readonly words: number };
}

/** The file that is read first: the manifest without what `Forms` holds. */
export type ManifestFile = Omit<Manifest, 'folding' | 'catalogs'> & {
  readonly catalogs: readonly Omit<ManifestCatalog, 'shapes'>[];
};

/** What only longer texts and Chinese need; the same in every language. */
export interface Forms {
  readonly folding: string;
  /** Shapes by catalog id. */
  readonly shapes: Readonly<Record<string, readonly Shape[]>>;
}

/** One meaning: slug, title in the manifest's language, messages. */
export type MeaningData = readonly [slug: string, title: string, messages: readonly string[]];

/** One entry: catalog, code, symbol or '', 1 for a success, meanings, and 1 if it is written in full. */
export type RecordData = readonly [
  catalog: string,
  code: string,
  symbol: string,
  success: 0 | 1,
  meanings: readonly MeaningData[],
  full?: 1,
];

/**
 * A file of records: the entries whose code hashes to it, and the names that do, each with its entry: symbols, also
 * without the prefix that most of a catalog's symbols share, and the first halves of two-part codes.
 */
export interface RecordShard {
  readonly records: readonly RecordData[];
  readonly names: readonly (readonly [key: string, catalog: string, code: string])[];
}

/**
 * A file of the word index. A posting is the distance from the previous one in `entries`, times 16, plus the bits of
 * the fields that the key was found in.
 */
export interface WordShard {
  /** Catalogs and their codes; positions count through all of them. */
  readonly entries: readonly (readonly [catalog: string, codes: readonly string[]])[];
  readonly keys: Readonly<Record<string, readonly number[]>>;
}

/** The codes of every catalog, used to suggest codes near one that does not exist. */
export type CodesFile = readonly (readonly [catalog: string, codes: readonly string[]])[];

/** The source of the finder's data: `fetch` in a browser, a map in tests. */
export interface FinderData {
  /** Loads the manifest in the reader's language: only as much as the text needs, or all of it without a text. */
  readonly loadManifest: (text?: string) => Promise<Manifest>;
  /** Loads a file as parsed JSON, by its path as paths.ts makes it. */
  readonly loadShard: (path: string) => Promise<unknown>;
}

/* ---- What a text means ---- */

/**
 * Where a code was seen: in an answer of a known shape, after words such as "error code", in a field named like a code,
 * by itself in a short query, as an HTTP status, or as one number among others.
 */
export type CodeSource = 'shape' | 'phrase' | 'field' | 'bare' | 'http' | 'number';

export interface CodeSeen {
  /** The code as written, with plain digits and sign. */
  readonly code: string;
  readonly from: CodeSource;
  /** Catalogs whose shape the answer fits, each with how well; only when `from` is `shape`. */
  readonly fits: ReadonlyMap<string, number>;
  /** Whether the shape is distinctive, not a form common to all APIs; several providers may still share it. */
  readonly ownShape: boolean;
  /** All keys in the answer. */
  readonly keys: readonly string[];
  /** The message that came with the code. */
  readonly message: string | undefined;
}

/** What a catalog was recognised by: its name, a clue, or the shape of an answer. */
export type CatalogSource = 'name' | 'clue' | 'shape';

export interface CatalogSeen {
  readonly id: string;
  readonly by: CatalogSource;
}

/** A text that may be or contain a message. */
export interface MessageSeen {
  readonly text: string;
  /** Catalogs whose shape the surrounding answer fits. */
  readonly fits: ReadonlyMap<string, number>;
  /** The code that came with it. */
  readonly code: string | undefined;
}

/** What a query means, before any entry is looked up. */
export interface Meant {
  /** The normalised and folded text; token offsets refer to it. */
  readonly text: string;
  /** The same text as written, with its capitals. */
  readonly written: string;
  readonly tokens: readonly Token[];
  /** Whether this is a short query, typed or pasted, rather than a log or an answer. */
  readonly plain: boolean;
  readonly codes: readonly CodeSeen[];
  /** HTTP statuses in a paste. */
  readonly statuses: readonly string[];
  readonly catalogs: readonly CatalogSeen[];
  /** Catalogs that a name or a clue singles out; used only to choose between catalogs of one provider. */
  readonly surfaces: ReadonlySet<string>;
  /** Keys of names that may be symbols or codes made of letters. */
  readonly names: readonly string[];
  readonly messages: readonly MessageSeen[];
  /** What is left of a plain query without codes, catalogs and phrases; for a paste, the words worth looking up. */
  readonly rest: readonly Token[];
  /**
   * Words used up only by a longer form of a catalog's name, such as 终端 in 掘金终端: they may be meant as words. Empty if
   * the query has a code.
   */
  readonly spare: readonly Token[];
}

/** A word, a number or one Chinese character. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/* ---- Answers ---- */

/**
 * Why an entry is shown, for the UI to explain:
 * `code` the code matches · `catalog` the catalog was named · `shape` the answer looks like this
 * catalog's · `clue` something in the text points to it · `own-code` no other API has the code · `symbol` ·
 * `message` the text is or contains its message · `title` · `words` some words match · `same-code` another catalog's
 * entry with the code · `success` an answer without an error · `http` the number was an HTTP status · `number` the
 * number was one among others · `sign` the code with the opposite sign · `neighbour` a similar code.
 */
export type Why =
  | 'code'
  | 'catalog'
  | 'shape'
  | 'clue'
  | 'own-code'
  | 'symbol'
  | 'message'
  | 'title'
  | 'words'
  | 'same-code'
  | 'success'
  | 'http'
  | 'number'
  | 'sign'
  | 'neighbour';

export interface CatalogName {
  readonly id: string;
  readonly name: string;
  /** The path of the catalog's page in the reader's language. */
  readonly path: string;
}

export interface Hit {
  readonly catalog: CatalogName;
  readonly code: string;
  readonly symbol: string | undefined;
  /** The title of the meaning that was identified, otherwise all titles. */
  readonly title: string;
  /** The slug of the meaning, if the entry has several and the query identifies one. */
  readonly meaning: string | undefined;
  /** The message that matched, otherwise the entry's first. */
  readonly message: string | undefined;
  /** The path of the page in the reader's language, with the meaning's anchor and without the base path. */
  readonly path: string;
  /** Reasons, the most telling first. */
  readonly why: readonly Why[];
}

/** A code that a catalog does not have or, if no catalog is given, that none has. */
export interface UnknownCode {
  readonly code: string;
  readonly catalog: CatalogName | undefined;
  readonly neighbours: readonly Hit[];
  /** Entries with the code in other catalogs. */
  readonly elsewhere: readonly Hit[];
}

/** What was understood, for the UI to show. */
export interface Understood {
  readonly codes: readonly { readonly code: string; readonly from: CodeSource }[];
  readonly catalogs: readonly (CatalogName & { readonly by: CatalogSource })[];
  /** The message read from an answer, as written, clipped. */
  readonly message: string | undefined;
  /** Words that were looked up and found. */
  readonly words: readonly string[];
  /** Whether this is a short query; otherwise it is a paste, no part of which may go into an address. */
  readonly plain: boolean;
}

export interface Answer {
  /** Certain hits, the likeliest first. */
  readonly exact: readonly Hit[];
  /** Likely or near hits, the likeliest first; none of them is in `exact`. */
  readonly similar: readonly Hit[];
  readonly unknown: readonly UnknownCode[];
  readonly understood: Understood;
  /** A query with the same result that contains nothing from a paste; undefined if there is none. */
  readonly share: string | undefined;
}

export interface FindOptions {
  /** Maximum number of similar hits; 6 by default. */
  readonly similar?: number;
}
