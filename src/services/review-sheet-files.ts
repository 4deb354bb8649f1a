import { sheetCopy, sheetFormat, unknownCodes, type ScoringSheet } from '@/domain/file-review';
import { err, type Result } from '@/domain/kernel';
import { exportItems, importItems, planItemImport, type ItemExchange, type ItemImport } from './item-files';
import { freeSheetId, offeredSheets } from './review-sheets';
import type { Workbench } from './workbench';

const sheetExchange: ItemExchange<ScoringSheet> = {
  format: sheetFormat,
  purpose: 'scoring-sheet',
  ending: 'sds',
  title: '评分标准',
  ledger: sheetCopy.id,
  freeId: freeSheetId,
};

/** What taking a file of scoring sheets over will do. */
export type SheetImport = ItemImport<ScoringSheet>;

/** Writes scoring sheets into a file; the file's name, null where the person gave up. */
export function exportSheets(
  bench: Workbench,
  sheets: readonly ScoringSheet[],
): Promise<Result<string | null, string>> {
  return exportItems(bench, sheetExchange, sheets);
}

/** Lets the person choose a file of scoring sheets and says what it will do. Nothing is written. */
export async function planSheetImport(bench: Workbench): Promise<Result<SheetImport | null, readonly string[]>> {
  const offered = await offeredSheets(bench);
  const own = offered.flatMap(({ row, sheet }) => (row === null ? [] : [{ row, item: sheet }]));
  const plan = await planItemImport(bench, sheetExchange, own);
  if (!plan.ok || plan.value === null) return plan;
  const { added, replaced } = plan.value;
  const shipped = offered.filter(({ row }) => row === null).map(({ sheet }) => sheet.name);
  const problems = [...added, ...replaced.map(({ item }) => item)].flatMap((sheet) => [
    ...(shipped.includes(sheet.name) ? [`“${sheet.name}”：与通用标准同名，请在原来的工作台改名后重新导出`] : []),
    ...unknownCodes(sheet, bench.session.codes).map((problem) => `“${sheet.name}”：${problem}`),
  ]);
  return problems.length > 0 ? err(problems) : plan;
}

/** Takes a file of scoring sheets over, as {@link planSheetImport} said; batches that have begun keep theirs. */
export async function importSheets(bench: Workbench, plan: SheetImport): Promise<Result<number, string>> {
  const offered = await offeredSheets(bench);
  const known = offered.map(({ sheet, row }) => row?.values.code ?? sheet.id);
  return importItems(bench, sheetExchange, plan, known);
}
