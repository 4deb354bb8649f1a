import { shallowRef, type ShallowRef } from 'vue';
import type { Result } from '@/domain/kernel';
import type { ArchiveReport } from '@/exchange/contract';
import { readCopy, stageCopy, swapToCopy, type BackupFailure, type CopySource } from '@/services/backup';
import { useTasks, type TaskOutcome } from '../stores/tasks';
import { useWorkbench } from '../workbench';

/** Where a restore stands: nothing chosen, being read, ready to be compared, being swapped, refused. */
export type RestoreState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'ready'; readonly name: string; readonly report: ArchiveReport }
  | { readonly kind: 'swapping' }
  | { readonly kind: 'refused'; readonly message: string };

/** Restoring a copy step by step: read, stage and verify, let the person compare, swap. */
export interface Restore {
  readonly state: ShallowRef<RestoreState>;
  /** Reads and stages a copy; the data in use stay as they are. */
  choose(source: CopySource): Promise<void>;
  /** Puts the staged copy in the place of the data in use; true where that was done. */
  swap(): Promise<boolean>;
  dismiss(): void;
}

function outcomeOf(answer: Result<unknown, BackupFailure>): TaskOutcome {
  return answer.ok
    ? { state: 'done', message: '副本已读入并核对' }
    : { state: 'failed', message: answer.error.message };
}

/** Makes a restore for a page. */
export function useRestore(): Restore {
  const workbench = useWorkbench();
  const tasks = useTasks();
  const state = shallowRef<RestoreState>({ kind: 'idle' });

  async function stage(name: string, bytes: Uint8Array): Promise<void> {
    state.value = { kind: 'reading', name };
    const cancel = (id: string): void => void workbench.exchange.cancel(id);
    const answer = await tasks.run({ title: '读入并核对副本', cancel, outcomeOf }, (task) =>
      stageCopy(workbench, task, bytes),
    );
    state.value = answer.ok
      ? { kind: 'ready', name, report: answer.value }
      : { kind: 'refused', message: answer.error.message };
  }

  return {
    state,
    async choose(source) {
      state.value = { kind: 'idle' };
      const read = await readCopy(workbench, source);
      if (!read.ok) state.value = { kind: 'refused', message: read.error.message };
      else if (read.value !== null) await stage(read.value.name, read.value.bytes);
    },
    async swap() {
      state.value = { kind: 'swapping' };
      const opened = await swapToCopy(workbench);
      state.value = opened.ok ? { kind: 'idle' } : { kind: 'refused', message: opened.error.message };
      return opened.ok;
    },
    dismiss: () => {
      state.value = { kind: 'idle' };
    },
  };
}
