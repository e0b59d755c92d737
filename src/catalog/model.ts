/**
 * The resolved model: every reference followed, every text beside its fact. The one thing that
 * pages, JSON and search read. resolve.ts makes it.
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

/** Who runs an API, with all its surfaces. */
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
  /** Words of the general guidance, and what the provider calls the same. */
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
  /** In the order of the groups, and within a group as codes.yaml has them. */
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
  /** Full where one of its meanings is. */
  readonly depth: Depth;
  readonly sources: readonly Source[];
  /** The day its document was seen without the code; undefined while the provider lists it. */
  readonly retired: string | undefined;
  readonly see: readonly Entry[];
  readonly successor: Entry | undefined;
  readonly meanings: readonly [Meaning, ...Meaning[]];
  readonly previous: Entry | undefined;
  readonly next: Entry | undefined;
  /** Entries of other catalogs with the same code, whatever its case. */
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
  /** What it says itself of the general guidance of its problem. */
  readonly repeats: readonly GuidanceLine[];
  /** An answer as it looks on the wire. */
  readonly example: {
    readonly text: string;
    readonly envelope: CatalogEnvelope;
    /** Written for this meaning, and not made from the envelope. */
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
  /** Where the title was read; undefined where nobody said. */
  readonly source: Source | undefined;
  /** Older official wordings, the newest first. */
  readonly former: readonly Wording[];
  /** What is published about waiting. */
  readonly wait: Prose | undefined;
  /** What was once true, with dates. */
  readonly history: readonly Prose[];
  /** None where the meaning is an outline. */
  readonly causes: readonly Prose[];
  /** None where the meaning is an outline. */
  readonly fixes: readonly Prose[];
}

export interface ProblemText {
  readonly title: string;
  readonly summary: Prose;
  readonly causes: readonly Prose[];
  readonly fixes: readonly Prose[];
}
