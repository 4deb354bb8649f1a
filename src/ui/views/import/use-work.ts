import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import type { Result } from '@/domain/kernel';
import type { Progress, Task } from '@/exchange/contract';
import type { ImportStop } from '@/services/import-workbook';
import { useTasks, type TaskOutcome } from '@/ui/stores/tasks';
import { useWorkbench } from '@/ui/workbench';

/** Work under way in the dialog. */
export interface RunningWork {
  /** Chinese, short, as an action: 读取要导入的文件. */
  readonly title: string;
  readonly progress: Progress | null;
  /** Null where the work has to come to its end once begun. */
  readonly cancel: (() => void) | null;
}

/** The dialog's long work, one piece at a time, shown in the dialog and in the frame's task indicator. */
export interface Work {
  readonly running: ShallowRef<RunningWork | null>;
  readonly busy: ComputedRef<boolean>;
  /** Work that the exchange worker reports on and can cancel. */
  run<T>(title: string, work: (task: Task) => Promise<Result<T, ImportStop>>): Promise<Result<T, ImportStop>>;
  /** Work that writes: it has to come to its end. */
  write<T, E>(title: string, work: () => Promise<Result<T, E>>): Promise<Result<T, E>>;
  /** Work that is over at once, or nearly. */
  brief<T>(title: string, work: () => Promise<T>): Promise<T>;
  cancel(): void;
}

function outcomeOf(stop: ImportStop | null): TaskOutcome {
  if (stop === null) return { state: 'done', message: '已完成' };
  return { state: stop.cancelled ? 'cancelled' : 'failed', message: stop.message };
}

/** The dialog's long work, with progress and cancel. */
export function useWork(): Work {
  const workbench = useWorkbench();
  const tasks = useTasks();
  const running = shallowRef<RunningWork | null>(null);

  async function show<T>(start: RunningWork, work: () => Promise<T>): Promise<T> {
    running.value = start;
    try {
      return await work();
    } finally {
      running.value = null;
    }
  }

  return {
    running,
    busy: computed(() => running.value !== null),
    run: (title, work) => {
      const cancelTask = (id: string): void => void workbench.exchange.cancel(id);
      return tasks.run(
        { title, cancel: cancelTask, outcomeOf: (answer) => outcomeOf(answer.ok ? null : answer.error) },
        (task) => {
          const cancel = (): void => cancelTask(task.id);
          const onProgress = (progress: Progress): void => {
            task.onProgress(progress);
            if (running.value) running.value = { title, progress, cancel };
          };
          return show({ title, progress: null, cancel }, () => work({ id: task.id, onProgress }));
        },
      );
    },
    write: (title, work) => {
      const failed: TaskOutcome = { state: 'failed', message: '没有写入，原因见导入窗口' };
      return tasks.run({ title, outcomeOf: (answer) => (answer.ok ? outcomeOf(null) : failed) }, () =>
        show({ title, progress: null, cancel: null }, work),
      );
    },
    brief: (title, work) => show({ title, progress: null, cancel: null }, work),
    cancel: () => running.value?.cancel?.(),
  };
}
