import { tidy } from '@/domain/kernel';
import type { Cell } from './cell';

/** A block of merged cells; rows and columns from 0, last ones included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet as it was read, whatever format it came from. */
export interface Grid {
  readonly name: string;
  readonly hidden: boolean;
  /** Cells by row and column from 0. A row ends at its last filled cell; the last row is not empty. */
  readonly rows: readonly (readonly Cell[])[];
  /** Number of columns in use. */
  readonly columns: number;
  /** Inside the used area, with more than one cell. */
  readonly merges: readonly Merge[];
  /** Rows from 0 that are hidden and hold something. */
  readonly hiddenRows: ReadonlySet<number>;
}

/** A sheet as a reader hands it over, before it is cleaned. */
export interface RawGrid {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: Cell[][];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
}

function isInvisible(code: number): boolean {
  return (
    code < 32 || code === 0xa0 || (code >= 0x200b && code <= 0x202e) || code === 0x2060 || code === 0xfeff // marks that tidy removes or turns
  );
}

/** Tidies a text, at little cost where there is nothing to tidy (nearly always). Gives null where nothing is left. */
export function cleanText(text: string): string | null {
  const last = text.length - 1;
  if (last < 0) return null;
  const first = text.charCodeAt(0);
  const end = text.charCodeAt(last);
  if (first !== 32 && first !== 0x3000 && end !== 32 && end !== 0x3000) {
    let at = 0;
    while (at <= last && !isInvisible(text.charCodeAt(at))) at += 1;
    if (at > last) return text;
  }
  return tidy(text) || null;
}

function cleanRow(row: Cell[]): number {
  let used = 0;
  for (let column = 0; column < row.length; column += 1) {
    const cell = row[column];
    if (typeof cell === 'string') row[column] = cleanText(cell);
    else if (cell === undefined) row[column] = null;
    if (row[column] !== null) used = column + 1;
  }
  row.length = used;
  return used;
}

/** Cleans a sheet in place: texts tidied, rows cut at their last filled cell, empty rows at the end dropped. */
export function cleanGrid(raw: RawGrid): Grid {
  const { rows } = raw;
  let columns = 0;
  let count = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const used = cleanRow((rows[index] ??= []));
    if (used > 0) count = index + 1;
    if (used > columns) columns = used;
  }
  rows.length = count;
  const merges = raw.merges
    .filter((merge) => merge.top < count && merge.left < columns)
    .map((merge) => ({
      ...merge,
      bottom: Math.min(merge.bottom, count - 1),
      right: Math.min(merge.right, columns - 1),
    }))
    .filter((merge) => merge.bottom > merge.top || merge.right > merge.left);
  const hiddenRows = new Set([...raw.hiddenRows].filter((row) => (rows[row]?.length ?? 0) > 0));
  return { name: raw.name, hidden: raw.hidden, rows, columns, merges, hiddenRows };
}

/** Name of a column as spreadsheets write it: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
