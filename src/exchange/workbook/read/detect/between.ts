import type { TableGuess } from '../../../contract';
import { readBody } from './body';
import { columnFill, tableColumns } from './columns';
import { toGuess } from './find';
import type { HeaderGuess } from './header';
import type { Columns } from './row-roles';
import { firstFilled, isBlankRow, type SheetView } from './view';

/** Rows of a table as a person bounds it, counted from 1, both ends included. */
export interface TableBounds {
  readonly header: { readonly first: number; readonly last: number } | null;
  readonly firstRow: number;
  readonly lastRow: number;
}

function extent(view: SheetView, from: number, to: number): Columns {
  let left = view.grid.columns;
  let right = 0;
  for (let row = from; row <= to; row += 1) {
    const first = firstFilled(view.rows[row], 0, view.grid.columns - 1);
    if (first < 0) continue;
    left = Math.min(left, first);
    right = Math.max(right, (view.rows[row]?.length ?? 1) - 1);
  }
  for (const span of view.spans.get(from) ?? []) right = Math.max(right, span.right);
  return left > right ? { left: 0, right: Math.max(0, view.grid.columns - 1) } : { left, right };
}

function headerOf(view: SheetView, bounds: TableBounds): HeaderGuess | null {
  if (!bounds.header) return null;
  const first = bounds.header.first - 1;
  const last = bounds.header.last - 1;
  return { first, last, ...extent(view, first, last) };
}

/** Rows within the bounds, but behind the table's end, are not read: that must be said. Rows counted from 1; `to` from 0. */
function restRemark(view: SheetView, table: TableGuess, to: number): string[] {
  const told = new Set(table.leftOut.map((row) => row.sheetRow));
  for (let row = table.lastRow; row <= to; row += 1) {
    if (isBlankRow(view, row) || told.has(row + 1)) continue;
    return [`第${row + 1}行起像是另一张表，没有读取；要读它，请把数据的首行改到那里`];
  }
  return [];
}

/**
 * The table between rows that a person chose: totals, notes and blank rows inside are left out all the same. It ends with
 * its last record, so that what is counted is what is read.
 */
export function tableBetween(view: SheetView, bounds: TableBounds): TableGuess {
  const header = headerOf(view, bounds);
  const range = { from: bounds.firstRow - 1, to: Math.min(bounds.lastRow, view.rows.length) - 1 };
  const rough: Columns = header ?? extent(view, range.from, range.to);
  const { rows } = readBody(view, header, rough, range);
  const columns = tableColumns(rough, columnFill(view, rows), rows.length);
  const body = readBody(view, header, columns, range);
  const guess = toGuess(view, header, columns, { ...body, above: [] });
  return { ...guess, firstRow: bounds.firstRow, remarks: [...guess.remarks, ...restRemark(view, guess, range.to)] };
}
