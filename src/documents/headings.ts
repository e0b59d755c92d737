/** The table of contents of a document. */
import { plainText } from '../catalog/prose/prose.ts';
import type { Block, Document } from './nodes.ts';

/** A heading in the form that Starlight's table of contents takes. */
export interface ContentsHeading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

/** Returns the second-level headings that have an anchor, in the order of the page. */
export const contentsOf = ({ body }: Document): ContentsHeading[] => headingsIn(body);

function headingsIn(blocks: readonly Block[]): ContentsHeading[] {
  return blocks.flatMap((block): ContentsHeading[] => {
    if (block.type === 'containerDirective') return headingsIn(block.children as Block[]);
    const id = block.data?.hProperties?.['id'];
    if (block.type !== 'heading' || block.depth !== 2 || typeof id !== 'string') return [];
    return [{ depth: 2, slug: id, text: plainText(block.children) }];
  });
}
