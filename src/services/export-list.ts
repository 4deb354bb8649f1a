import { err, ok, type Ledger, type ListQuery, type Result } from '@/domain/kernel';
import type { Task } from '@/exchange/contract';
import type { Workbench } from './workbench';

/** What goes into an exported sheet. */
export interface ExportOrder {
  readonly ledger: Ledger;
  readonly query: ListQuery;
  /** Field names, in the order of the columns. */
  readonly fields: readonly string[];
  readonly title: string;
}

/** Name of a file out of a title and the day, without signs that a file system refuses. */
export function fileNameOf(title: string, day: string, ending: string): string {
  const plain = title.replace(/[\\/:*?"<>|\r\n\t]/g, '').trim() || '导出';
  return `${plain.slice(0, 80)}${day.replaceAll('-', '')}.${ending}`;
}

/**
 * Writes the records of a list into an .xlsx at a place that the person chooses.
 * @returns the file's name, or null where the person gave up; a Chinese sentence where it failed.
 */
export async function exportList(
  bench: Workbench,
  task: Task,
  order: ExportOrder,
): Promise<Result<string | null, string>> {
  const { ledger, query, fields, title } = order;
  const sheet = await bench.exchange.exportSheet(task, ledger.id, { query, fields, title });
  if (!sheet.ok) return err(sheet.error.message);
  return saveWorkbook(bench, title, sheet.value);
}

/** Writes the ledger's empty template at a place that the person chooses. */
export async function saveTemplate(bench: Workbench, ledger: Ledger): Promise<Result<string | null, string>> {
  return saveWorkbook(bench, `${ledger.noun}导入模板`, await bench.exchange.template(ledger.id));
}

async function saveWorkbook(
  bench: Workbench,
  title: string,
  bytes: Uint8Array,
): Promise<Result<string | null, string>> {
  const name = fileNameOf(title, bench.session.today(), 'xlsx');
  const saved = await bench.shell.saveFile({ purpose: 'workbook', name, bytes });
  return saved.ok ? ok(saved.value?.name ?? null) : err(saved.error.message);
}
