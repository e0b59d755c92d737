/** The words that every language has. */

import type { ChangeKind } from '../catalog/published/changes.ts';
import type { CatalogKind, Category, FixedBy, Origin, Retry, Seen, Status } from '../catalog/schema/vocabulary.ts';
import type { Why } from '../search/types.ts';

interface Noted {
  readonly label: string;
  readonly note: string;
}
type Count = (count: number) => string;

/** The share menu of an entry, and the message that a link carries. Browsers fetch it when the menu is opened. */
export interface ShareWords {
  readonly open: string;
  readonly openFor: (title: string) => string;
  readonly language: string;
  readonly message: string;
  readonly messageNote: string;
  readonly what: Readonly<Record<'link' | 'page' | 'markdown' | 'text' | 'rich' | 'message', string>>;
  readonly copy: (what: string) => string;
  readonly copied: (what: string) => string;
  readonly cut: Count;
  readonly byHand: string;
  readonly failed: string;
  readonly close: string;
  readonly given: string;
  readonly marked: string;
  readonly same: string;
  readonly unlike: string;
}

/** The words of a copied answer, which browsers fetch when one is copied. */
export interface AnswerWords extends Pick<Ui, 'retry' | 'wait' | 'status'> {
  readonly entry: Pick<
    Ui['entry'],
    'message' | 'messages' | 'noMessage' | 'meanings' | 'fix' | 'retry' | 'permalink' | 'successor'
  >;
  readonly programs: Pick<Ui['programs'], 'colon'>;
}

export interface Ui {
  readonly site: { readonly name: string; readonly tagline: string; readonly description: string };
  readonly nav: Readonly<
    Record<
      'catalogs' | 'allCatalogs' | 'problems' | 'about' | 'api' | 'changes' | 'find' | 'language' | 'breadcrumb',
      string
    >
  >;
  readonly category: Readonly<Record<Category, string>>;
  readonly retry: Readonly<Record<Retry, Noted>>;
  readonly wait: {
    readonly exponential: string;
    readonly seconds: Count;
    readonly header: (header: string) => string;
  };
  readonly fixedBy: Readonly<Record<FixedBy, Noted>>;
  readonly status: Readonly<Record<Status, Noted>>;
  readonly seen: Readonly<Record<Seen, string>>;
  readonly origin: Readonly<Record<Origin, Noted>>;
  readonly entry: {
    readonly glance: string;
    readonly category: string;
    readonly retry: string;
    readonly fixedBy: string;
    readonly status: string;
    readonly symbol: string;
    readonly message: string;
    readonly messages: string;
    readonly noMessage: string;
    readonly meanings: Count;
    readonly why: string;
    readonly fix: string;
    /** On the page of an outline. */
    readonly unwritten: string;
    /** The link to where it is written. */
    readonly write: string;
    readonly guidanceNote: string;
    /** Heading above mere links to the guidance. */
    readonly guidance: string;
    readonly guidanceFor: (problem: string) => string;
    readonly commonCauses: string;
    readonly generalSteps: string;
    readonly history: string;
    readonly wire: string;
    readonly related: string;
    readonly relatedCodes: string;
    readonly sameProblem: string;
    readonly sameCode: string;
    readonly more: Count;
    readonly titles: string;
    readonly sources: string;
    readonly readOn: (date: string) => string;
    readonly sourceLanguage: (language: string) => string;
    /** When the entry's newest document was read. */
    readonly checked: (date: string) => string;
    /** Before older official wordings. */
    readonly formerly: string;
    readonly retiredSince: (date: string) => string;
    readonly thirdParty: string;
    readonly superseded: string;
    readonly edit: string;
    readonly report: string;
    readonly previous: string;
    readonly next: string;
    readonly permalink: string;
    readonly successor: (code: string) => string;
  };
  readonly catalog: {
    readonly wire: string;
    readonly codes: string;
    readonly handling: string;
    readonly limits: string;
    readonly notes: string;
    readonly history: string;
    readonly sources: string;
    readonly count: Count;
    readonly homepage: string;
    /** `count` is already formatted and may carry a plus sign. */
    readonly rate: (count: string, seconds: number) => string;
  };
  readonly table: {
    readonly code: string;
    readonly title: string;
    readonly message: string;
    readonly retry: string;
    readonly fixedBy: string;
    readonly category: string;
    readonly caption: (name: string) => string;
    readonly filter: string;
    readonly placeholder: string;
    readonly any: string;
    readonly shown: (shown: number | string, all: number | string) => string;
    readonly none: string;
    readonly clear: string;
    readonly sort: string;
    readonly more: string;
  };
  readonly provider: {
    readonly surfaces: string;
    readonly lead: (name: string, count: number) => string;
    readonly differences: string;
    readonly differencesNote: string;
  };
  readonly kind: Readonly<Record<CatalogKind, string>>;
  readonly problem: {
    readonly heading: string;
    readonly intro: string;
    readonly entries: string;
    readonly causes: string;
    readonly fixes: string;
    readonly count: Count;
  };
  readonly home: Readonly<Record<'heading' | 'lead' | 'examples' | 'catalogs' | 'problems' | 'allProblems', string>>;
  readonly search: SearchWords;
  readonly find: {
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly placeholder: string;
    readonly privacy: string;
    readonly link: string;
    readonly linked: string;
    readonly noLink: string;
    readonly clear: string;
    readonly javascript: string;
  };
  readonly notFound: {
    readonly title: string;
    readonly text: string;
    readonly back: string;
    readonly moved: string;
    readonly seeCatalog: (catalog: string) => string;
  };
  readonly changes: {
    readonly title: string;
    readonly lead: string;
    readonly feed: string;
    readonly none: string;
  };
  readonly languageChoice: { readonly heading: string };
  readonly footer: { readonly note: string };
  /** Words of Starlight's own parts. */
  readonly builtin: {
    readonly skipLink: string;
    readonly menu: string;
    readonly mainNav: string;
    readonly themeLabel: string;
    readonly themeDark: string;
    readonly themeLight: string;
    readonly themeAuto: string;
    readonly onThisPage: string;
    readonly top: string;
    readonly heading: (title: string) => string;
    /** The copy button of a block of code, what it says after copying, and what if the browser did not allow it. */
    readonly copy: string;
    readonly copied: string;
    readonly copyByHand: string;
  };
  /** Words for programs and feed readers: Markdown twins, llms.txt, the feed. */
  readonly programs: {
    /** Between a label and its value, with the space that belongs there. */
    readonly colon: string;
    readonly page: string;
    readonly intro: string;
    readonly heading: string;
    readonly everything: string;
    readonly api: string;
    readonly csv: string;
    readonly otherLanguages: string;
    readonly feed: string;
    readonly change: Readonly<Record<ChangeKind, { readonly label: string; readonly count: Count }>>;
  };
  readonly share: ShareWords;
}

/** The words in a language's own file. */
export type OwnWords = Omit<Ui, 'search'>;

/** The words of the finder. */
export interface SearchWords {
  readonly open: string;
  readonly label: string;
  readonly placeholder: string;
  readonly close: string;
  readonly dialog: string;
  readonly hint: string;
  readonly results: (count: number) => string;
  readonly exact: string;
  readonly similar: string;
  readonly text: string;
  readonly none: string;
  readonly noneHint: string;
  /** Leads to the issue form for a message that no page has. */
  readonly missing: string;
  readonly keys: string;
  readonly failed: string;
  readonly dev: string;
  readonly javascript: string;
  readonly problem: string;
  /** A page that does not belong to a catalog and is not a problem. */
  readonly page: string;
  readonly why: Readonly<Record<Why, string>>;
  /** With the separator between it and what follows. */
  readonly understood: string;
  readonly comma: string;
  readonly understoodCode: (code: string) => string;
  readonly understoodMessage: (message: string) => string;
  readonly unknown: (code: string, catalog: string) => string;
  readonly unknownAnywhere: (code: string) => string;
  readonly neighbours: string;
  readonly elsewhere: string;
  /** Before the catalogs that all have a code. */
  readonly choices: string;
  /** The same once one of them is chosen. */
  readonly chosen: string;
}
