import { ok, type CodeTables, type ImportSink, type Ledger, type Result, type Values } from '@/domain/kernel';
import type { ColumnMapping, TableGuess, WorkbookInfo, WorkbookRefusal } from '../../contract';
import { breathe, cancelledMessage, type Work } from '../../work';
import { cellText } from './cell';
import { findTables } from './detect/find';
import { tableBetween, type TableBounds } from './detect/between';
import { sheetView, type SheetView } from './detect/view';
import { importRows } from './import-rows';
import { refuse } from './limits';
import { openWorkbook, type OpenedWorkbook } from './open';

const pieceRows = 1_000;
const mostInFlight = 2;

/** Where the rows of an import go, and what they are. */
export interface RowDelivery {
  readonly planId: string;
  readonly ledger: Ledger;
  readonly codes: CodeTables;
  readonly sink: ImportSink;
}

/** Which table of which sheet is read, and how. */
export interface RowOrigin {
  readonly sheet: string;
  readonly table: TableGuess;
  readonly mapping: ColumnMapping;
  /** Values that every row gets, for fields without a column. */
  readonly fixed?: Values;
  /** Of months that name none. */
  readonly year?: number;
}

/** One opened workbook at a time, and what is asked of it. */
export interface WorkbookSession {
  open(bytes: Uint8Array, name: string, work: Work): Promise<Result<WorkbookInfo, WorkbookRefusal>>;
  tables(sheet: string): readonly TableGuess[];
  tableAt(sheet: string, bounds: TableBounds): TableGuess;
  preview(sheet: string, rows: number): readonly (readonly string[])[];
  send(
    origin: RowOrigin,
    delivery: RowDelivery,
    work: Work,
  ): Promise<Result<{ readonly rows: number }, WorkbookRefusal>>;
  close(): void;
}

/** Hands the records of a table over in pieces of 1,000, at most two of them on their way. */
async function sendRows(view: SheetView, origin: RowOrigin, delivery: RowDelivery, work: Work) {
  const { table, mapping, fixed = {}, year } = origin;
  const how = { ...delivery, mapping, fixed, ...(year === undefined ? {} : { year }) };
  const onTheWay: Promise<void>[] = [];
  let done = 0;
  for (const piece of importRows(view, table, how, pieceRows)) {
    if (work.signal.aborted) break;
    if (onTheWay.length >= mostInFlight) await onTheWay.shift();
    const sent = delivery.sink.addRows(delivery.planId, piece);
    // Awaited in its turn; until then a failure must not count as unheard.
    sent.catch(() => undefined);
    onTheWay.push(sent);
    done += piece.length;
    work.onProgress({ done, total: table.rows, stage: '正在读取' });
    await breathe();
  }
  await Promise.all(onTheWay);
  return work.signal.aborted ? refuse('cancelled', cancelledMessage) : ok({ rows: done });
}

/** Makes the place that holds the opened workbook. Asking for a sheet that is not there is a bug and throws. */
export function createWorkbookSession(): WorkbookSession {
  let opened: OpenedWorkbook | null = null;
  const views = new Map<string, SheetView>();
  const viewOf = (sheet: string): SheetView => {
    const known = views.get(sheet);
    if (known) return known;
    const grid = opened?.grids.get(sheet);
    if (!grid) throw new Error('no such sheet is open');
    const view = sheetView(grid);
    views.set(sheet, view);
    return view;
  };
  const close = (): void => {
    opened = null;
    views.clear();
  };
  return {
    async open(bytes, name, work) {
      close();
      work.onProgress({ done: 0, total: 1, stage: '正在打开' });
      await breathe();
      const result = work.signal.aborted ? null : await openWorkbook(bytes, name);
      await breathe();
      if (!result || work.signal.aborted) return refuse('cancelled', cancelledMessage);
      if (!result.ok) return result;
      opened = result.value;
      work.onProgress({ done: 1, total: 1, stage: '正在打开' });
      return ok(result.value.info);
    },
    tables: (sheet) => findTables(viewOf(sheet)),
    tableAt: (sheet, bounds) => tableBetween(viewOf(sheet), bounds),
    preview(sheet, rows) {
      const shown = viewOf(sheet).rows.slice(0, rows);
      const width = shown.reduce((most, row) => Math.max(most, row.length), 0);
      return shown.map((row) => Array.from({ length: width }, (_, column) => cellText(row[column])));
    },
    send: (origin, delivery, work) => sendRows(viewOf(origin.sheet), origin, delivery, work),
    close,
  };
}
