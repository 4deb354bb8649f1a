import { err, ok, type ListQuery, type Result, type SheetRow } from '@/domain/kernel';
import { fileNameOf } from './export-list';
import type { Workbench } from './workbench';

/** A longer list is not printed at once: nobody reads it on paper, and the page would not fit into memory. */
export const printLimit = 5000;

/** A page ready for the printer. */
export interface PrintOrder {
  readonly html: string;
  readonly title: string;
  readonly paper: 'A4' | 'A3';
  readonly landscape: boolean;
}

/** The rows of a list as they are printed, the first `limit` of them, and how many there are in all. */
export async function printRows(
  bench: Workbench,
  query: ListQuery,
  fields: readonly string[],
  limit: number,
): Promise<{ readonly rows: readonly SheetRow[]; readonly total: number }> {
  const total = await bench.storage.countRows(query);
  const rows: SheetRow[] = [];
  const wanted = Math.min(total, limit, printLimit);
  while (rows.length < wanted) {
    const piece = await bench.storage.sheetRows(query, fields, rows.length, Math.min(500, wanted - rows.length));
    if (piece.length === 0) break;
    rows.push(...piece);
  }
  return { rows, total };
}

/** Opens the system's print dialog for the page; false where the person gave up. */
export async function printPage(bench: Workbench, order: PrintOrder): Promise<Result<boolean, string>> {
  const answer = await bench.shell.print(order);
  return answer.ok ? ok(answer.value.printed) : err(answer.error.message);
}

/**
 * Makes a PDF of the page and saves it where the person chooses. Only the desktop can; in the browser edition the
 * answer says how to get one from the print dialog.
 * @returns the file's name, or null where the person gave up.
 */
export async function savePdf(bench: Workbench, order: PrintOrder): Promise<Result<string | null, string>> {
  const rendered = await bench.shell.renderPdf(order);
  if (!rendered.ok) return err(rendered.error.message);
  const name = fileNameOf(order.title, bench.session.today(), 'pdf');
  const saved = await bench.shell.saveFile({ purpose: 'pdf', name, bytes: rendered.value.bytes });
  return saved.ok ? ok(saved.value?.name ?? null) : err(saved.error.message);
}

/** Whether the shell can make PDF files itself. */
export async function canSavePdf(bench: Workbench): Promise<boolean> {
  const facts = await bench.shell.facts(null);
  return facts.ok && facts.value.canSavePdf;
}
