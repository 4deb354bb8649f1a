import { type CommitReceipt, type CommitRefusal, type Result, type Values } from '@/domain/kernel';
import { ledgerOf } from '@/domain/registry';
import type {
  ColumnMapping,
  SheetInfo,
  TableColumn,
  TableGuess,
  Task,
  WorkbookInfo,
  WorkbookRefusal,
} from '@/exchange/contract';
import type { ImportFate, ImportOutcome, ImportSummary } from '@/storage/contract';
import type { Workbench } from './workbench';

/** A file as the person gave it. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where the rows of an import come from. */
export interface ImportSource {
  readonly sheet: string;
  readonly table: TableGuess;
  readonly mapping: ColumnMapping;
  /** Values that every row gets, for fields without a column. */
  readonly fixed: Values;
  /** Of months that name none; without it such months are refused. */
  readonly year?: number;
}

/** An import that was read and compared, and waits for the person's decision. */
export interface ImportCheck {
  readonly planId: string;
  readonly ledger: string;
  readonly source: ImportSource;
  readonly summary: ImportSummary;
}

/** What can stop an import, as a Chinese sentence. */
export interface ImportStop {
  readonly message: string;
  /** The person asked for it. */
  readonly cancelled: boolean;
}

const outcomePiece = 500;

/** Lets the person choose a workbook; null where the dialog was cancelled. */
export async function chooseImportFile(workbench: Workbench): Promise<Result<ImportFile | null, ImportStop>> {
  const answer = await workbench.shell.openFile({ purpose: 'workbook' });
  if (answer.ok) return answer;
  return { ok: false, error: { message: answer.error.message, cancelled: false } };
}

function stopOf(refusal: WorkbookRefusal): ImportStop {
  return { message: refusal.message, cancelled: refusal.kind === 'cancelled' };
}

/** Opens a workbook in the exchange worker, in the place of one opened before. */
export async function openImportFile(
  workbench: Workbench,
  task: Task,
  file: ImportFile,
): Promise<Result<WorkbookInfo, ImportStop>> {
  const opened = await workbench.exchange.openWorkbook(task, file.bytes, file.name);
  return opened.ok ? opened : { ok: false, error: stopOf(opened.error) };
}

/** Sheets in the order of offering: visible ones with content first, hidden ones last. */
export function offeredSheets(info: WorkbookInfo): readonly SheetInfo[] {
  const rank = (sheet: SheetInfo): number => (sheet.hidden ? 2 : 0) + (sheet.rows === 0 ? 1 : 0);
  return [...info.sheets].sort((a, b) => rank(a) - rank(b));
}

/** Reads the table and compares it with what is stored. Nothing is written. */
export async function checkImport(
  workbench: Workbench,
  task: Task,
  ledgerId: string,
  source: ImportSource,
): Promise<Result<ImportCheck, ImportStop>> {
  const planId = await workbench.storage.beginImport(ledgerId, workbench.session.context());
  try {
    const sent = await workbench.exchange.sendRows(task, { id: planId, ledger: ledgerId }, source);
    if (sent.ok) {
      const summary = await workbench.storage.importSummary(planId);
      return { ok: true, value: { planId, ledger: ledgerId, source, summary } };
    }
    await workbench.storage.endImport(planId);
    return { ok: false, error: stopOf(sent.error) };
  } catch (fault) {
    await workbench.storage.endImport(planId);
    throw fault;
  }
}

/** One page of the rows with a fate. */
export function importOutcomes(
  workbench: Workbench,
  check: ImportCheck,
  fate: ImportFate,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly ImportOutcome[]> {
  return workbench.storage.importOutcomes(check.planId, fate, page.offset, page.limit);
}

/** Why a row is not imported, at the column it is about. */
export interface Rejection {
  /** Null where the row as a whole is meant, or a field without a column. */
  readonly column: TableColumn | null;
  /** What stands in the cell. */
  readonly text: string;
  readonly message: string;
}

/** Reasons of a rejected row. A problem of a field is told at the column that the field is read from. */
export function rejectionsOf(source: ImportSource, outcome: ImportOutcome): readonly Rejection[] {
  return outcome.problems.map(({ field, column, text, message }) => {
    const at = column ?? (field === null ? undefined : source.mapping[field]);
    const found = source.table.columns.find((one) => one.column === at) ?? null;
    // A row that is refused as a whole is named by what stands in it.
    const whole = outcome.cells.filter((cell) => cell !== '').join(' ');
    const shown = text || (found ? (outcome.cells[found.column] ?? '') : whole.slice(0, 60));
    return { column: found, text: shown, message };
  });
}

function reasonText(source: ImportSource, outcome: ImportOutcome): string {
  return rejectionsOf(source, outcome)
    .map(({ column, message }) => (column ? `${column.name}：${message}` : message))
    .join('；');
}

/**
 * The rejected rows with their reasons as an .xlsx file, in the columns they came in, so that they can be corrected and
 * imported again.
 */
export async function rejectedWorkbook(workbench: Workbench, check: ImportCheck): Promise<Uint8Array> {
  const { table } = check.source;
  const rows: { sheetRow: number; cells: readonly string[]; reason: string }[] = [];
  while (rows.length < check.summary.rejected) {
    const page = { offset: rows.length, limit: outcomePiece };
    const piece = await importOutcomes(workbench, check, 'rejected', page);
    if (piece.length === 0) break;
    for (const outcome of piece) {
      const cells = table.columns.map((column) => outcome.cells[column.column] ?? '');
      rows.push({ sheetRow: outcome.sheetRow, cells, reason: reasonText(check.source, outcome) });
    }
  }
  return workbench.exchange.exportRejected(
    table.columns.map((column) => column.name),
    rows,
  );
}

/** Saves the file of rejected rows where the person wants it; null where the dialog was cancelled. */
export async function saveRejected(
  workbench: Workbench,
  fileName: string,
  bytes: Uint8Array,
): Promise<Result<string | null, ImportStop>> {
  const name = `${fileName.replace(/\.[^.]*$/, '')}-未导入的行.xlsx`;
  const answer = await workbench.shell.saveFile({ purpose: 'workbook', name, bytes });
  if (!answer.ok) return { ok: false, error: { message: answer.error.message, cancelled: false } };
  return { ok: true, value: answer.value?.name ?? null };
}

/** Writes the new and changed rows in one commit, which can be undone as a whole. */
export async function commitImport(
  workbench: Workbench,
  check: ImportCheck,
): Promise<Result<CommitReceipt, CommitRefusal>> {
  const { created, changed } = check.summary;
  const label = `导入${ledgerOf(check.ledger).noun}：新增${created}条，更新${changed}条`;
  return workbench.storage.commitImport(check.planId, label);
}
