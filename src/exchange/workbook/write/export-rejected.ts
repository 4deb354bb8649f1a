import type { SheetRow } from '@/domain/kernel';
import type { SheetColumn } from './columns';
import { fillRows } from './fill';
import { writeFrame, type SheetFrame } from './frame';

/** A row that an import did not take. */
export interface RejectedRow {
  /** Row in the file that was read, counted from 1. */
  readonly sheetRow: number;
  /** All its cells as text. */
  readonly cells: readonly string[];
  /** Chinese sentences: which column, what is wrong, what to do. */
  readonly reason: string;
}

const pageRows = 2_000;

function column(header: string, width: number): SheetColumn {
  return { header, width, format: 'text', required: false, hint: '', list: null };
}

function widthOf(header: string, rows: readonly RejectedRow[], at: number): number {
  const longest = rows
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, row.cells[at]?.length ?? 0), header.length + 2);
  return Math.max(5, Math.min(longest, 24));
}

async function* pagesOf(rows: readonly RejectedRow[], width: number): AsyncGenerator<readonly SheetRow[]> {
  for (let offset = 0; offset < rows.length; offset += pageRows) {
    const page = rows.slice(offset, offset + pageRows);
    yield page.map((row) => [
      ...Array.from({ length: width }, (_, at) => row.cells[at] ?? ''),
      row.sheetRow,
      row.reason,
    ]);
  }
}

/**
 * The rejected rows of an import as .xlsx bytes, in the columns they came in, with their row and the reason behind them:
 * corrected in place, the file can be imported again.
 */
export async function exportRejected(columns: readonly string[], rows: readonly RejectedRow[]): Promise<Uint8Array> {
  const frame: SheetFrame = {
    name: '未导入的行',
    title: null,
    columns: [
      ...columns.map((header, at) => column(header, widthOf(header, rows, at))),
      { ...column('行号', 5), format: 'integer' },
      column('不能导入的原因', 40),
    ],
    rows: rows.length,
    hints: false,
  };
  return fillRows(await writeFrame(frame), frame, pagesOf(rows, columns.length));
}
