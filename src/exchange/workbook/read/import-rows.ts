import type { CodeTables, FieldValue, ImportProblem, ImportRow, Ledger, Values } from '@/domain/kernel';
import type { ColumnMapping, TableGuess } from '../../contract';
import { cellText, type Cell } from './cell';
import { fieldReader, isUnreadable, type CellReader } from './field-reader';
import type { SheetView } from './detect/view';

interface FieldColumn {
  readonly name: string;
  readonly column: number;
  readonly read: CellReader;
}

/** How the rows of a table are read. */
interface How {
  readonly ledger: Ledger;
  readonly mapping: ColumnMapping;
  readonly codes: CodeTables;
  readonly fixed?: Values;
  /** Of months that name none. */
  readonly year?: number;
}

/** The column of a field; one end of a span without a column of its own is read from that of the other end. */
function columnOf({ ledger, mapping, fixed = {} }: How, name: string): number | undefined {
  if (Object.hasOwn(mapping, name)) return mapping[name];
  const end = ledger.fields[name]?.span;
  if (end === undefined || Object.hasOwn(fixed, name)) return undefined;
  const other = Object.entries(ledger.fields).find(([, field]) => field.span !== undefined && field.span !== end);
  return other && Object.hasOwn(mapping, other[0]) ? mapping[other[0]] : undefined;
}

/** The mapped fields of a ledger with their readers; names that are no fields of it are left out. */
function fieldColumns(how: How): FieldColumn[] {
  return Object.entries(how.ledger.fields).flatMap(([name, field]) => {
    const column = columnOf(how, name);
    if (column === undefined || field.derived) return [];
    return [{ name, column, read: fieldReader(field, how.codes, how.year ?? null) }];
  });
}

/** What rows are read by. */
interface Reading {
  readonly fields: readonly FieldColumn[];
  readonly fixed: Values;
}

function readRow(sheetRow: number, row: readonly Cell[], { fields, fixed }: Reading): ImportRow {
  const values: Record<string, FieldValue> = { ...fixed };
  const problems: ImportProblem[] = [];
  for (const { name, column, read } of fields) {
    const cell = row[column] ?? null;
    const reading = read(cell);
    if (!isUnreadable(reading)) values[name] = reading;
    // Two fields may read one cell; what is wrong with it is told once.
    else if (!problems.some((one) => one.column === column && one.message === reading.problem)) {
      problems.push({ field: name, message: reading.problem, column, text: cellText(cell) });
    }
  }
  const cells: string[] = new Array<string>(row.length);
  for (let column = 0; column < row.length; column += 1) cells[column] = cellText(row[column]);
  return { sheetRow, values, problems, cells };
}

/**
 * Reads the records of a table by a mapping, in pieces. Rows that the table leaves out and blank rows are passed over;
 * merged cells are filled down.
 * @param size rows in a piece.
 */
export function* importRows(
  view: SheetView,
  table: TableGuess,
  how: How,
  size: number,
): Generator<readonly ImportRow[]> {
  const reading = { fields: fieldColumns(how), fixed: how.fixed ?? {} };
  const out = new Set(table.leftOut.filter((row) => row.reason !== 'beside').map((row) => row.sheetRow));
  const right = (table.columns.at(-1)?.column ?? -1) + 1;
  let piece: ImportRow[] = [];
  for (let sheetRow = table.firstRow; sheetRow <= table.lastRow; sheetRow += 1) {
    const full = view.rows[sheetRow - 1] ?? [];
    const row = full.length > right ? full.slice(0, right) : full;
    if (out.has(sheetRow) || !row.some((cell) => cell !== null)) continue;
    piece.push(readRow(sheetRow, row, reading));
    if (piece.length === size) {
      yield piece;
      piece = [];
    }
  }
  if (piece.length > 0) yield piece;
}
