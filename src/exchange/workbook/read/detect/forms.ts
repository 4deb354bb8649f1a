import type { Columns } from './row-roles';
import { isBlankRow, type SheetView, type Span } from './view';

function spansOf(view: SheetView, row: number, { left, right }: Columns): readonly Span[] {
  return (view.spans.get(row) ?? []).filter((span) => span.right >= left && span.left <= right);
}

/** Merges narrower than a caption. */
function partialSpans(view: SheetView, row: number, columns: Columns): readonly Span[] {
  const width = columns.right - columns.left + 1;
  return spansOf(view, row, columns).filter((span) => span.right - span.left + 1 < width * 0.8);
}

/** Rows in which cells are merged sideways across the merges of other rows: in a list the merges keep to its columns. */
function crossedRows(view: SheetView, rows: readonly number[], columns: Columns): number {
  const distinct = new Map<string, Span>();
  for (const row of rows) {
    for (const span of spansOf(view, row, columns)) distinct.set(`${span.left}:${span.right}`, span);
  }
  const crosses = (span: Span): boolean =>
    [...distinct.values()].some((other) => {
      const same = span.left === other.left && span.right === other.right;
      return !same && span.left <= other.right && span.right >= other.left;
    });
  const crossed = new Set([...distinct].filter(([, span]) => crosses(span)).map(([key]) => key));
  if (crossed.size === 0) return 0;
  return rows.filter((row) => spansOf(view, row, columns).some((span) => crossed.has(`${span.left}:${span.right}`)))
    .length;
}

/** Rows that merge cells under several labels into one: a list keeps its columns apart. */
function rowsOverLabels(view: SheetView, table: TableShape): number {
  const over = ({ left, right }: Span): boolean => {
    const under = new Set<string>();
    for (let column = left; column <= right; column += 1) under.add(table.labels.get(column) ?? '');
    return under.size > 1;
  };
  return table.body.filter((row) => spansOf(view, row, table.columns).some(over)).length;
}

/** A table as far as it was understood. */
export interface TableShape {
  readonly columns: Columns;
  /** First row of the header, or of the block, from 0. */
  readonly top: number;
  /** Rows (from 0) taken for records. */
  readonly body: readonly number[];
  /** Header text by column. */
  readonly labels: ReadonlyMap<number, string>;
}

/**
 * Whether what looks like a table is part of a form to be filled in: its rows merge cells sideways each in its own way,
 * or the sheet around it does so in many rows.
 */
export function isForm(view: SheetView, table: TableShape): boolean {
  if (view.spans.size === 0) return false;
  const { columns, top, body } = table;
  const over = rowsOverLabels(view, table);
  if (over >= 2 && over >= body.length * 0.3) return true;
  const crossed = crossedRows(view, body, columns);
  if (crossed >= 2 && crossed >= body.length * 0.2) return true;
  const own = new Set(body);
  let around = 0;
  for (const row of view.spans.keys()) {
    if (own.has(row) || (row >= top && row < (body[0] ?? top)) || isBlankRow(view, row)) continue;
    if (partialSpans(view, row, columns).length > 0) around += 1;
  }
  return around >= 3 && around >= body.length * 0.5;
}
