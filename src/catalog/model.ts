/**
 * The resolved model: every reference followed, every text beside its fact. Pages, JSON and search
 * read nothing else. resolve.ts makes it.
 */
import type { Localized } from '../locales.ts';
import type { Prose } from './prose/prose.ts';
import type { GuidanceLine } from './repeats.ts';
import type { CatalogFile, Envelope, Message, RedirectsFile, Source, Wait } from './schema/files.ts';
import type { CatalogKind, Category, Depth, FixedBy, Origin, Retry, Status } from './schema/vocabulary.ts';

export interface Atlas {
  readonly catalogs: readonly Catalog[];
  /** In the order of their first catalogs. */
  readonly providers: readonly Provider[];
  readonly problems: readonly Problem[];
  readonly redirects: RedirectsFile;
  /** Permanent links ever published, in the order of the file. */
  readonly permalinks: readonly string[];
}

/** The operator of an API, with a catalog for each of its surfaces. */
export interface Provider {
  readonly id: string;
  readonly homepage: string;
  readonly name: Localized<string>;
  readonly catalogs: readonly Catalog[];
}

export interface Catalog {
  readonly id: string;
  readonly kind: CatalogKind;
  readonly provider: Provider;
  readonly name: Localized<string>;
  readonly surface: Localized<string>;
  readonly summary: Localized<Prose>;
  readonly notes: Localized<readonly Prose[]>;
  /** What the provider changed, with dates. */
  readonly history: Localized<readonly Prose[]>;
  /** Words of the general guidance, and the provider's own for the same things. */
  readonly terms: Localized<readonly (readonly [word: string, own: string])[]>;
  readonly aliases: readonly string[];
  readonly clues: readonly string[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly envelopes: readonly CatalogEnvelope[];
  readonly limits: readonly Limit[];
  readonly handling: {
    readonly text: Localized<{ readonly intro: Prose; readonly points: readonly Prose[] }>;
    readonly samples: readonly { readonly language: string; readonly file: string; readonly code: string }[];
  };
  readonly groups: readonly Group[];
  /** In the order of the groups, and within a group in the order of codes.yaml. */
  readonly entries: readonly Entry[];
}

export interface CatalogEnvelope extends Envelope {
  readonly title: Localized<string>;
  readonly note: Localized<Prose | undefined>;
}

export interface Limit {
  readonly id: string;
  readonly source: Source;
  readonly caption: Localized<string>;
  readonly rowHeading: Localized<string>;
  readonly note: Localized<Prose | undefined>;
  readonly columns: readonly Localized<string>[];
  readonly rows: readonly {
    readonly label: Localized<string>;
    readonly values: CatalogFile['limits'][number]['rows'][number]['values'];
  }[];
}

export interface Group {
  readonly id: string;
  readonly title: Localized<string>;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly catalog: Catalog;
  readonly code: string;
  readonly symbol: string | undefined;
  readonly group: Group;
  readonly status: Status;
  /** Full if one of its meanings is. */
  readonly depth: Depth;
  readonly sources: readonly Source[];
  /** The day its document was seen without the code; undefined unless codes.yaml gives one. */
  readonly retired: string | undefined;
  readonly see: readonly Entry[];
  readonly successor: Entry | undefined;
  readonly meanings: readonly [Meaning, ...Meaning[]];
  readonly previous: Entry | undefined;
  readonly next: Entry | undefined;
  /** Entries of other catalogs with the same code, ignoring case. */
  readonly sameCode: readonly Entry[];
}

export interface Meaning {
  readonly entry: Entry;
  readonly slug: string;
  readonly problem: Problem;
  readonly retry: Retry;
  readonly wait: Wait | undefined;
  readonly fixedBy: FixedBy;
  readonly depth: Depth;
  readonly messages: readonly Message[];
  /** Lines of its problem's general guidance that it says itself. */
  readonly repeats: readonly GuidanceLine[];
  /** An answer as it looks on the wire. */
  readonly example: {
    readonly text: string;
    readonly envelope: CatalogEnvelope;
    /** Whether it was written for this meaning rather than made from the envelope. */
    readonly isOwn: boolean;
  };
  readonly text: Localized<MeaningTexts>;
}

export interface Problem {
  readonly id: string;
  readonly category: Category;
  readonly text: Localized<ProblemText>;
  /** In the order of the catalogs. */
  readonly meanings: readonly Meaning[];
}

/** An official wording, and where it was read. */
export interface Wording {
  readonly title: string;
  readonly source: Source;
}

export interface MeaningTexts {
  readonly title: string;
  readonly origin: Origin;
  /** Where the title was read; undefined if that is not recorded. */
  readonly source: Source | undefined;
  /** Older official wordings, the newest first. */
  readonly former: readonly Wording[];
  /** What is published about waiting. */
  readonly wait: Prose | undefined;
  /** What was once true, with dates. */
  readonly history: readonly Prose[];
  /** Empty if the meaning is an outline. */
  readonly causes: readonly Prose[];
  /** Empty if the meaning is an outline. */
  readonly fixes: readonly Prose[];
}

export interface ProblemText {
  readonly title: string;
  readonly summary: Prose;
  readonly causes: readonly Prose[];
  readonly fixes: readonly Prose[];
}
