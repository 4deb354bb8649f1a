import { cellText, isDateCell, isErrorCell, type Cell } from '../cell';
import type { Grid, Merge } from '../grid';

/** Columns from left to right that a merge covers in one row. */
export interface Span {
  readonly left: number;
  readonly right: number;
  /** First row of the merge. */
  readonly top: number;
}

/** A sheet with merged cells filled down, as detection and reading look at it. */
export interface SheetView {
  readonly grid: Grid;
  readonly rows: readonly (readonly Cell[])[];
  /** Merges over several columns, by row. */
  readonly spans: ReadonlyMap<number, readonly Span[]>;
  /** Merges over several rows. */
  readonly columnMerges: readonly Merge[];
}

function fillDown(rows: (readonly Cell[])[], merge: Merge): void {
  const value = rows[merge.top]?.[merge.left] ?? null;
  if (value === null) return;
  for (let row = merge.top + 1; row <= merge.bottom; row += 1) {
    const copy = [...(rows[row] ?? [])];
    while (copy.length <= merge.left) copy.push(null);
    copy[merge.left] = value;
    rows[row] = copy;
  }
}

/** Prepares a sheet: the value of cells merged over several rows stands in each of these rows. */
export function sheetView(grid: Grid): SheetView {
  const rows = [...grid.rows];
  const spans = new Map<number, Span[]>();
  const columnMerges = grid.merges.filter((merge) => merge.bottom > merge.top);
  for (const merge of columnMerges) fillDown(rows, merge);
  for (const { top, bottom, left, right } of grid.merges) {
    for (let row = top; right > left && row <= bottom; row += 1) {
      const list = spans.get(row) ?? [];
      list.push({ left, right, top });
      spans.set(row, list);
    }
  }
  return { grid, rows, spans, columnMerges };
}

/** The cell at a place; null outside the sheet. */
export function cellAt(view: SheetView, row: number, column: number): Cell {
  return view.rows[row]?.[column] ?? null;
}

/** Number of filled cells of a row between two columns, both included. */
export function filledCount(row: readonly Cell[] | undefined, left: number, right: number): number {
  let count = 0;
  const end = Math.min(right, (row?.length ?? 0) - 1);
  for (let column = left; column <= end; column += 1) if (row?.[column] !== null) count += 1;
  return count;
}

/** The first filled column of a row between two columns; -1 where there is none. */
export function firstFilled(row: readonly Cell[] | undefined, left: number, right: number): number {
  const end = Math.min(right, (row?.length ?? 0) - 1);
  for (let column = left; column <= end; column += 1) if (row?.[column] !== null) return column;
  return -1;
}

/** Whether nothing stands in the row. */
export function isBlankRow(view: SheetView, row: number): boolean {
  return firstFilled(view.rows[row], 0, view.grid.columns - 1) < 0;
}

/** The kind of thing that stands in a cell, texts that are written numbers and dates included. */
export type Look = 'empty' | 'text' | 'number' | 'date' | 'flag';

const numberLook = /^[+-]?[¥￥$]?\d[\d,]*(\.\d+)?[%‰↑↓]?$/;
const dateLook = /^\d{4}(年|[-./])\d{1,2}(月|[-./]|$)(\d{1,2}日?)?([ T]\d{1,2}:\d{2}.*)?$/;

/** What a cell looks like. */
export function lookOf(cell: Cell): Look {
  if (cell === null || isErrorCell(cell)) return 'empty';
  if (typeof cell === 'number') return 'number';
  if (typeof cell === 'boolean') return 'flag';
  if (isDateCell(cell)) return 'date';
  if (cell.length > 24) return 'text';
  if (numberLook.test(cell)) return 'number';
  return dateLook.test(cell) ? 'date' : 'text';
}

/** A text reduced to its pattern: runs of digits, letters and Chinese signs each become one sign. */
export function shapeOf(text: string): string {
  return text
    .slice(0, 40)
    .replace(/\d+/g, '9')
    .replace(/[A-Za-z]+/g, 'a')
    .replace(/[\u3400-\u9fff]+/g, '汉');
}

/** A header cell's text on one line: breaks and the spaces inside Chinese words are gone. */
export function labelText(cell: Cell): string {
  return cellText(cell)
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])\s+|\s+(?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
