import {
  checkSheet,
  readSheet,
  reviewSheet,
  sheetCopy,
  shippedSheets,
  type ReviewSheet,
  type ScoringSheet,
  type SheetCopy,
} from '@/domain/file-review';
import { err, ok, type LedgerRow, type Mutation, type Result } from '@/domain/kernel';
import { allRows } from './all-rows';
import { refusalText } from './records';
import type { Workbench } from './workbench';

/** A sheet that can be scored by; `row` where it is the bureau's own. */
export interface OfferedSheet {
  readonly sheet: ScoringSheet;
  readonly row: LedgerRow<SheetCopy> | null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The shipped sheets, then the bureau's own. */
export async function offeredSheets(bench: Workbench): Promise<readonly OfferedSheet[]> {
  const rows = (await allRows(bench, { ledger: sheetCopy.id })) as readonly LedgerRow<SheetCopy>[];
  const own = rows.flatMap((row) => {
    const sheet = readSheet(parsed(row.values.content));
    return sheet === null ? [] : [{ sheet, row }];
  });
  return [...shippedSheets.map((sheet) => ({ sheet, row: null })), ...own];
}

/** A sheet by its identifier; null where there is none. */
export async function sheetOf(bench: Workbench, id: string): Promise<ScoringSheet | null> {
  return (await offeredSheets(bench)).find(({ sheet }) => sheet.id === id)?.sheet ?? null;
}

/** The sheet that a batch was begun with; null before that. */
export async function frozenSheet(bench: Workbench, batch: string): Promise<ScoringSheet | null> {
  const filters = [{ field: 'batch', op: 'equals', value: batch } as const];
  const [row] = (await allRows(bench, { ledger: reviewSheet.id, filters })) as readonly LedgerRow<ReviewSheet>[];
  return row ? readSheet(parsed(row.values.content)) : null;
}

async function write(bench: Workbench, label: string, mutation: Mutation): Promise<Result<null, string>> {
  const answer = await bench.storage.commit({ kind: 'settings', label }, [mutation], bench.session.context());
  return answer.ok ? ok(null) : err(refusalText(answer.error));
}

/** An identifier that no other sheet has, made from the one it goes back to. */
export function freeSheetId(base: string, taken: ReadonlySet<string>): string {
  const stem = base.replace(/-own-\d+$/, '');
  for (let count = 1; ; count += 1) if (!taken.has(`${stem}-own-${count}`)) return `${stem}-own-${count}`;
}

/**
 * Keeps a sheet as the bureau's own: a new one under a free identifier, or over the one it was opened from. Batches that
 * have begun keep the sheet they were begun with.
 */
export async function saveSheet(
  bench: Workbench,
  opened: LedgerRow<SheetCopy> | null,
  sheet: ScoringSheet,
): Promise<Result<null, string>> {
  const offered = await offeredSheets(bench);
  const others = offered.filter(({ row }) => row === null || row.id !== opened?.id);
  const problems = checkSheet(sheet);
  if (problems.length > 0) return err(problems.join('；'));
  if (others.some((one) => one.sheet.name === sheet.name))
    return err(`已有名为“${sheet.name}”的评分标准，请换一个名称`);
  if (opened !== null) {
    const changes = { name: sheet.name, content: JSON.stringify({ ...sheet, id: opened.values.code }) };
    const { id, revision } = opened;
    return write(bench, `修改评分标准“${sheet.name}”`, { op: 'update', ledger: sheetCopy.id, id, changes, revision });
  }
  const code = freeSheetId(sheet.id, new Set(offered.map((one) => one.sheet.id)));
  const content = JSON.stringify({ ...sheet, id: code });
  const values = { code, name: sheet.name, content, basedOn: sheet.id };
  return write(bench, `新增评分标准“${sheet.name}”`, { op: 'create', ledger: sheetCopy.id, values });
}

/** Puts an own sheet into the recycle bin. */
export function removeSheet(bench: Workbench, row: LedgerRow<SheetCopy>): Promise<Result<null, string>> {
  return write(bench, `删除评分标准“${row.values.name}”`, { op: 'remove', ledger: sheetCopy.id, id: row.id });
}
