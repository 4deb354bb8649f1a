import { err, ok, type CodeTables, type Ledger, type Result, type RowSource, type SheetRow } from '@/domain/kernel';
import type { SheetExport } from '../../contract';
import { cancelledMessage, type Work } from '../../work';
import { columnsOf } from './columns';
import { fillRows } from './fill';
import { writeFrame, type SheetFrame } from './frame';

/** What writing a workbook needs from the storage. */
export type SheetSource = RowSource & { codeTables(): Promise<CodeTables> };

/** Rows asked for at a time. */
const pageRows = 2_000;
/** A sheet ends at row 1,048,576; what is above the rows is counted generously. */
const mostRows = 1_048_000;

async function* pagesOf(
  source: SheetSource,
  request: SheetExport,
  total: number,
  work: Work,
): AsyncGenerator<readonly SheetRow[]> {
  for (let offset = 0; offset < total; offset += pageRows) {
    if (work.signal.aborted) return;
    const limit = Math.min(pageRows, total - offset);
    const page = await source.sheetRows(request.query, request.fields, offset, limit);
    yield page;
    work.onProgress({ done: Math.min(offset + limit, total), total, stage: '正在导出' });
  }
}

/**
 * The records that a query gives as .xlsx bytes: title, header, one row a record, with lists and print settings. Read
 * page by page, so that a large register needs little memory.
 * @returns a Chinese sentence where there are too many rows for a sheet or the work was cancelled.
 */
export async function exportSheet(
  source: SheetSource,
  ledger: Ledger,
  request: SheetExport,
  work: Work,
): Promise<Result<Uint8Array, { readonly message: string }>> {
  if (request.fields.length === 0) return err({ message: '没有选择要导出的列，请至少选一列' });
  const total = await source.countRows(request.query);
  if (total > mostRows) {
    return err({ message: `共${total}行，超过一张Excel表能放的${mostRows}行，请先筛选，分几次导出` });
  }
  const columns = await columnsOf(ledger, request.fields, source);
  const frame: SheetFrame = { name: ledger.noun, title: request.title, columns, rows: total, hints: false };
  const bytes = await fillRows(await writeFrame(frame), frame, pagesOf(source, request, total, work));
  return work.signal.aborted ? err({ message: cancelledMessage }) : ok(bytes);
}
