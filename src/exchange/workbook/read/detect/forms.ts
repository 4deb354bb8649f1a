import type { Columns } from './row-roles';
import { isBlankRow, type SheetView, type Span } from './view';

function partialSpans(view: SheetView, row: number, { left, right }: Columns): Span[] {
  const width = right - left + 1;
  return (view.spans.get(row) ?? []).filter(
    (span) => span.right >= left && span.left <= right && span.right - span.left + 1 < width * 0.8,
  );
}

/** Rows in which cells are merged sideways across the merges of other rows: in a list the merges keep to its columns. */
function crossedRows(view: SheetView, rows: readonly number[], columns: Columns): number {
  const distinct = new Map<string, Span>();
  for (const row of rows) {
    for (const span of partialSpans(view, row, columns)) distinct.set(`${span.left}:${span.right}`, span);
  }
  const crosses = (span: Span): boolean =>
    [...distinct.values()].some((other) => {
      const same = span.left === other.left && span.right === other.right;
      return !same && span.left <= other.right && span.right >= other.left;
    });
  const crossed = new Set([...distinct].filter(([, span]) => crosses(span)).map(([key]) => key));
  if (crossed.size === 0) return 0;
  return rows.filter((row) =>
    partialSpans(view, row, columns).some((span) => crossed.has(`${span.left}:${span.right}`)),
  ).length;
}

/**
 * Whether what looks like a table is part of a form to be filled in: its rows merge cells sideways each in its own way,
 * or the sheet around it does so in many rows.
 * @param body rows (from 0) taken for records.
 */
export function isForm(view: SheetView, columns: Columns, top: number, body: readonly number[]): boolean {
  if (view.spans.size === 0) return false;
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
