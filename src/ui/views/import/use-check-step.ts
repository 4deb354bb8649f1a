import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { CommitReceipt } from '@/domain/kernel';
import { rememberMapping } from '@/services/import-mapping';
import {
  checkImport,
  commitImport,
  rejectedWorkbook,
  saveRejected,
  type ImportCheck,
  type ImportSource,
} from '@/services/import-workbook';
import { refusalText, undoCommit } from '@/services/records';
import type { ImportSummary, UndoRefusal } from '@/storage/contract';
import { useWorkbench } from '@/ui/workbench';
import type { Work } from './use-work';

/** An import that is on disk. */
export interface FinishedImport {
  readonly receipt: CommitReceipt;
  readonly summary: ImportSummary;
  readonly undone: boolean;
}

/** Checking, committing and taking back. */
export interface CheckStep {
  readonly check: ShallowRef<ImportCheck | null>;
  readonly finished: ShallowRef<FinishedImport | null>;
  readonly refusal: Ref<string>;
  /** What went well and is worth a word. */
  readonly notice: Ref<string>;
  /** Reads and compares; true where there is a result to show. */
  start(ledger: string, source: ImportSource): Promise<boolean>;
  commit(): Promise<CommitReceipt | null>;
  saveRejectedRows(fileName: string): Promise<void>;
  undo(): Promise<CommitReceipt | null>;
  /** Ends the plan; what was compared is forgotten. */
  drop(): Promise<void>;
}

/** Why an import was not written or taken back, with the records that stand in the way. */
export function stopText(refusal: UndoRefusal): string {
  const records = refusal.kind === 'changed-since' ? refusal.records : [];
  const names = records.slice(0, 3).map((record) => `“${record.title}”`);
  const list = names.length > 0 ? `（${names.join('、')}${records.length > 3 ? '等' : ''}）` : '';
  return refusalText(refusal) + list;
}

/** State and actions of the dialog's third step and of its end. */
export function useCheckStep(work: Work): CheckStep {
  const workbench = useWorkbench();
  const check = shallowRef<ImportCheck | null>(null);
  const finished = shallowRef<FinishedImport | null>(null);
  const refusal = ref('');
  const notice = ref('');
  /** File of the rejected rows, made before the commit ends the plan. */
  let rejected: Uint8Array | null = null;

  async function rejectedBytes(current: ImportCheck): Promise<Uint8Array> {
    rejected ??= await work.brief('整理不能导入的行', () => rejectedWorkbook(workbench, current));
    return rejected;
  }

  async function drop(): Promise<void> {
    const open = finished.value === null ? check.value : null;
    [check.value, finished.value, rejected, refusal.value, notice.value] = [null, null, null, '', ''];
    if (open) await workbench.storage.endImport(open.planId);
  }

  async function start(ledger: string, source: ImportSource): Promise<boolean> {
    await drop();
    const checked = await work.run('核对要导入的行', (task) => checkImport(workbench, task, ledger, source));
    if (checked.ok) check.value = checked.value;
    else refusal.value = checked.error.cancelled ? '已取消核对，没有写入任何内容。' : checked.error.message;
    return checked.ok;
  }

  async function commit(): Promise<CommitReceipt | null> {
    const current = check.value;
    if (!current) return null;
    refusal.value = '';
    if (current.summary.rejected > 0) await rejectedBytes(current);
    const answer = await work.write('写入导入的行', () => commitImport(workbench, current));
    if (!answer.ok) {
      refusal.value = `没有写入任何内容：${stopText(answer.error)}`;
      return null;
    }
    finished.value = { receipt: answer.value, summary: current.summary, undone: false };
    const { table, mapping } = current.source;
    await rememberMapping(workbench, current.ledger, table.columns, mapping);
    return answer.value;
  }

  async function undo(): Promise<CommitReceipt | null> {
    const done = finished.value;
    if (!done || done.undone) return null;
    refusal.value = '';
    const answer = await work.write('撤销导入', () => undoCommit(workbench, done.receipt.seq));
    if (answer.ok) finished.value = { ...done, undone: true };
    else refusal.value = `没有撤销：${stopText(answer.error)}`;
    return answer.ok ? answer.value : null;
  }

  async function saveRejectedRows(fileName: string): Promise<void> {
    const current = check.value;
    if (!current) return;
    refusal.value = '';
    const saved = await saveRejected(workbench, fileName, await rejectedBytes(current));
    if (!saved.ok) refusal.value = saved.error.message;
    else if (saved.value) notice.value = `已另存为“${saved.value}”。改正后可以再次导入，已导入的行不会重复。`;
  }

  return { check, finished, refusal, notice, start, commit, saveRejectedRows, undo, drop };
}
