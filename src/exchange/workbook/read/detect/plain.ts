import { cellText } from '../cell';
import { isCaption } from './header';
import type { Columns } from './row-roles';
import { cellAt, filledCount, isBlankRow, lookOf, shapeOf, type SheetView } from './view';

const sampled = 200;

function sampleRows(view: SheetView, from: number): number[] {
  const rows: number[] = [];
  for (let row = from; row < view.rows.length && rows.length < sampled; row += 1) {
    if (!isBlankRow(view, row)) rows.push(row);
  }
  return rows;
}

/** One column of texts is a list only where most of them follow one pattern, such as 1、…; prose does not. */
function isList(view: SheetView, rows: readonly number[], column: number): boolean {
  const shapes = new Map<string, number>();
  for (const row of rows) {
    const shape = shapeOf(cellText(cellAt(view, row, column))).slice(0, 2);
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  return rows.length >= 3 && Math.max(...shapes.values()) >= rows.length * 0.6;
}

function alike(view: SheetView, rows: readonly number[], columns: Columns): boolean {
  const width = columns.right - columns.left + 1;
  const regular = rows.filter((row) => filledCount(view.rows[row], columns.left, columns.right) >= width * 0.6);
  if (regular.length < Math.max(2, rows.length * 0.6)) return false;
  let steady = 0;
  for (let column = columns.left; column <= columns.right; column += 1) {
    const looks = regular.map((row) => lookOf(cellAt(view, row, column))).filter((look) => look !== 'empty');
    const first = looks[0];
    if (looks.length === 0 || looks.filter((look) => look === first).length >= looks.length * 0.8) steady += 1;
  }
  return steady >= width * 0.8;
}

/** A block of rows that are alike and have no header; null where the sheet holds none. */
export function plainBlock(view: SheetView): { readonly columns: Columns; readonly from: number } | null {
  let from = 0;
  while (from < view.rows.length && (isBlankRow(view, from) || (view.grid.columns > 1 && isCaption(view, from, 2)))) {
    from += 1;
  }
  const rows = sampleRows(view, from);
  let left = view.grid.columns;
  let right = -1;
  for (const row of rows) {
    const cells = view.rows[row] ?? [];
    left = Math.min(
      left,
      cells.findIndex((cell) => cell !== null),
    );
    right = Math.max(right, cells.length - 1);
  }
  const columns = { left, right };
  if (rows.length < 2 || right < left) return null;
  const found = left === right ? isList(view, rows, left) : alike(view, rows, columns);
  return found ? { columns, from } : null;
}
