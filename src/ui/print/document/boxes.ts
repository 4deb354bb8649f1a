import { lowered, type Mark } from './form';

/** Something of a fixed height that flows down the pages. Its marks are measured from its upper edge. */
export interface Box {
  /**
   * line and row are text that keeps a signature company, rider is none (附件说明); blank is dropped at a page's edges.
   */
  readonly kind: 'line' | 'row' | 'rider' | 'blank';
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Stands on the grid of 22 lines. */
  readonly onGrid: boolean;
  /** Must not be the last on its page. */
  readonly withNext: boolean;
  /** Printed again above when the box begins a page: the heading of its table. */
  readonly heading?: Box;
  /** Divides the box so that the first part is at most so high; null where it cannot be divided. */
  readonly divide?: (room: number) => readonly [Box, Box] | null;
}

/** A box with its place on a page. */
export interface Placed {
  readonly box: Box;
  readonly top: number;
}

/** Marks of a placed box, measured from the sheet's upper edge. */
export function marksOf({ box, top }: Placed): Mark[] {
  return box.marks.map((mark) => lowered(mark, top));
}

/** Whether the box is text that a signature may follow (7.3.5: no page without any). */
export function isText(box: Box): boolean {
  return box.kind === 'line' || box.kind === 'row';
}

/** Empty space; a whole number of rows stays on the grid. */
export function blank(height: number): Box {
  return { kind: 'blank', height, marks: [], onGrid: false, withNext: false };
}
