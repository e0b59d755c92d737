/** What goes into the finder, what lies in its data, and what comes out. */
import type { Locale } from '../locales.ts';

/* ---- Data: made by src/generate/finder/files.ts, read over the network one small file at a time ---- */

/** How a catalog's answer is recognised in a pasted text; from `match` in catalog.yaml. */
export type Shape = JsonShape | TextShape;

export interface JsonShape {
  /** Keys that an object must have, in lower case. */
  readonly keys: readonly string[];
  readonly code?: string;
  readonly message?: string;
  /** The key with the second half of a code, which `_` joins to the first. */
  readonly subCode?: string;
  /** All keys that the catalog's own answers carry: they tell two catalogs with the same keys apart. */
  readonly known: readonly string[];
}

export interface TextShape {
  /** A text with `{code}` and `{message}` left open, folded. */
  readonly text: string;
}

export interface ManifestCatalog {
  readonly id: string;
  /** Catalogs of one provider are its surfaces. */
  readonly provider: string;
  readonly name: string;
  /** How many codes it has. */
  readonly codes: number;
  /** Spellings of the catalog and its provider, folded, in any language. */
  readonly aliases: readonly string[];
  /** Parts of a pasted text that point to it, folded. */
  readonly clues: readonly string[];
  readonly shapes: readonly Shape[];
}

/** What is needed to understand any query, and where the rest lies; `readManifest` puts it together from two files. */
export interface Manifest {
  readonly locale: Locale;
  readonly catalogs: readonly ManifestCatalog[];
  /** Pairs of characters, the second one standing for the first: 簽签. Only characters that occur. */
  readonly folding: string;
  /** How many entries there are. */
  readonly entries: number;
  /** How many files of each kind the data is spread over. */
  readonly shards: { readonly records: number; readonly words: number };
}

/** The first file that is read: all of it but what `Forms` holds. */
export type ManifestFile = Omit<Manifest, 'folding' | 'catalogs'> & {
  readonly catalogs: readonly Omit<ManifestCatalog, 'shapes'>[];
};

/** What only longer texts and Chinese need, the same in every language. */
export interface Forms {
  readonly folding: string;
  /** By the ids of the catalogs. */
  readonly shapes: Readonly<Record<string, readonly Shape[]>>;
}

/** One meaning: slug, title in the manifest's language, messages. */
export type MeaningData = readonly [slug: string, title: string, messages: readonly string[]];

/** One entry: catalog, code, symbol or '', 1 if it is no error, its meanings. */
export type RecordData = readonly [
  catalog: string,
  code: string,
  symbol: string,
  success: 0 | 1,
  meanings: readonly MeaningData[],
];

/** A file of records: all entries whose code falls into it, and the symbols that do, with their entries. */
export interface RecordShard {
  readonly records: readonly RecordData[];
  readonly names: readonly (readonly [key: string, catalog: string, code: string])[];
}

/**
 * A file of the word index. A posting is the distance from the one before in `entries`, times 16, plus the
 * fields that the key was found in.
 */
export interface WordShard {
  /** Catalogs and their codes; a position counts through all of them. */
  readonly entries: readonly (readonly [catalog: string, codes: readonly string[]])[];
  readonly keys: Readonly<Record<string, readonly number[]>>;
}

/** The codes of every catalog, for what comes near to a code that does not exist. */
export type CodesFile = readonly (readonly [catalog: string, codes: readonly string[]])[];

/** Where the finder's data comes from: `fetch` in a browser, a map in tests. */
export interface FinderData {
  /** The manifest of the reader's language, as much of it as a text needs; all of it without one. */
  readonly loadManifest: (text?: string) => Promise<Manifest>;
  /** The parsed JSON of a file, by its path as paths.ts makes it. */
  readonly loadShard: (path: string) => Promise<unknown>;
}

/* ---- What a text means ---- */

/**
 * Where a code was seen: in an answer of a known shape, behind words such as "error code", in a field
 * named like a code, by itself in a short query, as an HTTP status, or as one number among others.
 */
export type CodeSource = 'shape' | 'phrase' | 'field' | 'bare' | 'http' | 'number';

export interface CodeSeen {
  /** As it was written, digits and sign plain. */
  readonly code: string;
  readonly from: CodeSource;
  /** Catalogs whose shape the answer fits, with how well; only with from: shape. */
  readonly fits: ReadonlyMap<string, number>;
  /** Only one provider's answers have this shape. */
  readonly ownShape: boolean;
  /** All keys of the answer. */
  readonly keys: readonly string[];
  /** The message that came with it. */
  readonly message: string | undefined;
}

/** What tells a catalog: its name, a clue, or the shape of an answer. */
export type CatalogSource = 'name' | 'clue' | 'shape';

export interface CatalogSeen {
  readonly id: string;
  readonly by: CatalogSource;
}

/** A text that may be a message, or hold one. */
export interface MessageSeen {
  readonly text: string;
  /** Catalogs whose shape it stands in. */
  readonly fits: ReadonlyMap<string, number>;
  /** The code that stood beside it. */
  readonly code: string | undefined;
}

/** What a query means, before any entry was looked up. */
export interface Meant {
  /** The text, normalised and folded; offsets in tokens count in it. */
  readonly text: string;
  /** The same as it was written, with its capitals. */
  readonly written: string;
  readonly tokens: readonly Token[];
  /** A short query, typed or pasted, and not a log or an answer. */
  readonly plain: boolean;
  readonly codes: readonly CodeSeen[];
  /** HTTP statuses of a paste. */
  readonly statuses: readonly string[];
  readonly catalogs: readonly CatalogSeen[];
  /** Of providers with several catalogs those that a name or a path points to, and no more than that. */
  readonly surfaces: ReadonlySet<string>;
  /** Keys of names that may be symbols or codes of letters. */
  readonly names: readonly string[];
  readonly messages: readonly MessageSeen[];
  /** What is left of a plain query without codes, catalogs and phrases; of a paste, its telling lines. */
  readonly rest: readonly Token[];
  /**
   * Words that only a longer name of a catalog uses up, as 终端 of 掘金终端: they may be meant as words.
   * None beside a code.
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
 * Why an entry is shown, for the UI to say:
 * `code` the code is this one · `catalog` the catalog was named · `shape` the answer looks like this
 * catalog's · `clue` something in the text points to it · `own-code` no other API has the code · `symbol` · `message` the text is or holds its
 * message · `title` · `words` some words are the same · `same-code` another catalog's entry with the code ·
 * `success` an answer without an error · `http` the number was an HTTP status · `number` the number stood
 * among others · `sign` the code with the other sign · `neighbour` a code close by.
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
  /** Path of the catalog's page in the reader's language. */
  readonly path: string;
}

export interface Hit {
  readonly catalog: CatalogName;
  readonly code: string;
  readonly symbol: string | undefined;
  /** The title of the meaning that is told, else all titles. */
  readonly title: string;
  /** Slug of the meaning, where an entry has several and the message tells which. */
  readonly meaning: string | undefined;
  /** The message that matched, else the entry's first. */
  readonly message: string | undefined;
  /** Path of the page in the reader's language, with the meaning's anchor; without the base path. */
  readonly path: string;
  /** The most telling first. */
  readonly why: readonly Why[];
}

/** A code that a catalog does not have, or, without a catalog, that none has. */
export interface UnknownCode {
  readonly code: string;
  readonly catalog: CatalogName | undefined;
  readonly neighbours: readonly Hit[];
  /** Entries of other catalogs that have the code. */
  readonly elsewhere: readonly Hit[];
}

/** What was understood, for the UI to say. */
export interface Understood {
  readonly codes: readonly { readonly code: string; readonly from: CodeSource }[];
  readonly catalogs: readonly (CatalogName & { readonly by: CatalogSource })[];
  /** The message read from an answer, as it was written, clipped. */
  readonly message: string | undefined;
  /** Words that were looked up and found. */
  readonly words: readonly string[];
  /** A short query; else a paste, of which nothing may go into an address. */
  readonly plain: boolean;
}

export interface Answer {
  /** Certain, the likeliest first. */
  readonly exact: readonly Hit[];
  /** Likely or near, the likeliest first; never one of `exact`. */
  readonly similar: readonly Hit[];
  readonly unknown: readonly UnknownCode[];
  readonly understood: Understood;
  /** A query that finds the same and holds nothing of a paste; undefined where there is none. */
  readonly share: string | undefined;
}

export interface FindOptions {
  /** How many similar hits at most; 6 without it. */
  readonly similar?: number;
}
