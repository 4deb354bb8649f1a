import { err, type CodeTables, type Ledger, type Result, type RowSource } from '@/domain/kernel';
import type { SheetExport } from '../../contract';
import type { Work } from '../../work';

/** What writing a workbook needs from the storage. */
export type SheetSource = RowSource & { codeTables(): Promise<CodeTables> };

/** A row that an import did not take. */
export interface RejectedRow {
  readonly sheetRow: number;
  readonly cells: readonly string[];
  readonly reason: string;
}

/** An empty .xlsx with the ledger's columns, hints and lists. */
export async function writeTemplate(_source: SheetSource, _ledger: Ledger): Promise<Uint8Array> {
  return new Uint8Array();
}

/** The records that a query gives as .xlsx bytes, read page by page. */
export async function exportSheet(
  _source: SheetSource,
  _ledger: Ledger,
  _request: SheetExport,
  _work: Work,
): Promise<Result<Uint8Array, { readonly message: string }>> {
  return err({ message: '尚未完成' });
}

/** The rejected rows of an import with their reasons, in the columns they came in. */
export async function exportRejected(_columns: readonly string[], _rows: readonly RejectedRow[]): Promise<Uint8Array> {
  return new Uint8Array();
}
