declare namespace App {
  interface Locals {
    /** What the page is about, for the parts around its text; absent on hand-written pages. */
    atlas?: import('./documents/subject.ts').PageSubject;
    /** What comes before the table of contents of a page that is a document. */
    head?: readonly import('./documents/nodes.ts').Block[] | undefined;
  }
}
