import { cellText } from '../cell';
import { columnLetters } from '../grid';
import type { TableColumn } from '../../../contract';
import { labelParts, type HeaderGuess } from './header';
import type { Columns } from './row-roles';
import { cellAt, type SheetView } from './view';

/** How many of the given rows have each column filled. */
export function columnFill(view: SheetView, rows: readonly number[]): number[] {
  const counts = new Array<number>(view.grid.columns).fill(0);
  for (const row of rows) {
    const cells = view.rows[row] ?? [];
    for (let column = 0; column < cells.length; column += 1) {
      if (cells[column] !== null) counts[column] = (counts[column] ?? 0) + 1;
    }
  }
  return counts;
}

/** Walks outwards from a column; a column beyond an empty one belongs to the table only where most rows fill it. */
function extend(fill: readonly number[], from: number, step: 1 | -1, enough: number): number {
  let edge = from;
  let gap = false;
  for (let column = from + step; column >= 0 && column < fill.length; column += step) {
    const count = fill[column] ?? 0;
    if (count === 0) gap = true;
    else if (!gap) edge = column;
    else if (count >= enough) {
      edge = column;
      gap = false;
    } else return edge;
  }
  return edge;
}

/** The columns of a table: those with a header, and those beside them that its rows fill. */
export function tableColumns(header: Columns, fill: readonly number[], rows: number): Columns {
  const enough = Math.max(1, rows * 0.5);
  return { left: extend(fill, header.left, -1, enough), right: extend(fill, header.right, 1, enough) };
}

/**
 * Two tables side by side share their header row: an empty column parts them and labels come again, or the rows that
 * are filled differ. Gives the parts, or the whole where it is one table.
 */
export function sideBySide(
  view: SheetView,
  header: HeaderGuess,
  columns: Columns,
  fill: readonly number[],
): readonly Columns[] {
  const label = (column: number): string => labelParts(view, header.first, header.last, column).join(' / ');
  for (let gap = columns.left + 2; gap <= columns.right - 2; gap += 1) {
    if ((fill[gap] ?? 0) > 0 || label(gap) !== '') continue;
    const leftLabels = new Set<string>();
    for (let column = columns.left; column < gap; column += 1) leftLabels.add(label(column));
    leftLabels.delete('');
    let again = 0;
    let labelled = 0;
    for (let column = gap + 1; column <= columns.right; column += 1) {
      const text = label(column);
      if (text === '') continue;
      labelled += 1;
      if (leftLabels.has(text)) again += 1;
    }
    const uneven = Math.max(...fill.slice(columns.left, gap)) !== Math.max(...fill.slice(gap + 1, columns.right + 1));
    if (leftLabels.size >= 2 && labelled >= 2 && (again >= 2 || (uneven && labelled * 2 > columns.right - gap))) {
      const rest = { left: gap + 1, right: columns.right };
      return [{ left: columns.left, right: gap - 1 }, ...sideBySide(view, header, rest, fill)];
    }
  }
  return [columns];
}

function samples(view: SheetView, rows: readonly number[], column: number): string[] {
  const found: string[] = [];
  for (const row of rows) {
    const text = cellText(cellAt(view, row, column));
    if (text !== '') found.push(text.slice(0, 60));
    if (found.length === 3) break;
  }
  return found;
}

/** Names the columns: the header's parts joined with " / ", made unique by _2, _3; 列E where there is no label. */
export function nameColumns(
  view: SheetView,
  header: { readonly first: number; readonly last: number } | null,
  columns: Columns,
  rows: readonly number[],
): TableColumn[] {
  const taken = new Map<string, number>();
  const named: TableColumn[] = [];
  for (let column = columns.left; column <= columns.right; column += 1) {
    const label = header ? labelParts(view, header.first, header.last, column).join(' / ') : '';
    const unnamed = label === '';
    const base = unnamed ? `列${columnLetters(column)}` : label;
    let count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    let name = count === 1 ? base : `${base}_${count}`;
    while (count > 1 && taken.has(name)) {
      count += 1;
      name = `${base}_${count}`;
    }
    if (count > 1) taken.set(name, 1);
    named.push({ column, name, unnamed, samples: samples(view, rows, column) });
  }
  return named;
}
