import { ref, type Ref } from 'vue';
import type { Result } from '@/domain/kernel';
import type { BatchStop, BatchWork } from '@/services/document-batch';
import { useTasks, type TaskOutcome } from '@/ui/stores/tasks';

/** A run over many documents as the page starts it. */
export interface BatchRun {
  readonly busy: Ref<boolean>;
  /**
   * Runs long work under the indicator, with progress and a way to stop it.
   * @param title Chinese, short: 批量签发.
   * @param outcomeOf how it ended, in a sentence.
   */
  readonly run: <T>(
    title: string,
    outcomeOf: (value: T) => TaskOutcome,
    work: (work: BatchWork) => Promise<T>,
  ) => Promise<T>;
}

/** Why a run over many documents wrote nothing, in a sentence. */
export function stopText(stop: BatchStop): string {
  if (stop.kind === 'cancelled') return '已取消，没有写入任何内容';
  const [problem] = stop.problems;
  const where = stop.title === null ? '' : `“${stop.title}”：`;
  return `没有办成，没有写入任何内容。${where}${problem?.message ?? '请检查后再试'}`;
}

/** How a run ended, from its answer. */
export function outcomeOfRun(done: string): (answer: Result<unknown, BatchStop>) => TaskOutcome {
  return (answer) => {
    if (answer.ok) return { state: 'done', message: done };
    return { state: answer.error.kind === 'cancelled' ? 'cancelled' : 'failed', message: stopText(answer.error) };
  };
}

/** Makes runs over many documents. */
export function useBatchRun(): BatchRun {
  const tasks = useTasks();
  const busy = ref(false);
  return {
    busy,
    async run(title, outcomeOf, work) {
      let cancelled = false;
      busy.value = true;
      const cancel = (): void => {
        cancelled = true;
      };
      return tasks
        .run({ title, cancel, outcomeOf }, (task) =>
          work({
            progress: (done, total) => task.onProgress({ done, total, stage: title }),
            cancelled: () => cancelled,
          }),
        )
        .finally(() => (busy.value = false));
    },
  };
}
