import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import type { Progress, Task } from '@/exchange/contract';
import { useWorkbench } from '@/ui/workbench';

/** Work under way in the dialog. */
export interface RunningWork {
  readonly id: string;
  readonly label: string;
  readonly progress: Progress | null;
  readonly cancellable: boolean;
}

/** Long work of the dialog, one piece at a time. */
export interface Work {
  readonly running: ShallowRef<RunningWork | null>;
  readonly busy: ComputedRef<boolean>;
  /** Runs work that the exchange worker reports on and can cancel. */
  run<T>(label: string, work: (task: Task) => Promise<T>): Promise<T>;
  /** Runs work that has to come to its end once begun. */
  runWhole<T>(label: string, work: () => Promise<T>): Promise<T>;
  cancel(): void;
}

let lastNumber = 0;

/** The dialog's long work, with progress and cancel. */
export function useWork(): Work {
  const workbench = useWorkbench();
  const running = shallowRef<RunningWork | null>(null);
  async function track<T>(start: RunningWork, work: () => Promise<T>): Promise<T> {
    running.value = start;
    try {
      return await work();
    } finally {
      if (running.value?.id === start.id) running.value = null;
    }
  }
  const next = (): string => `import-${++lastNumber}`;
  return {
    running,
    busy: computed(() => running.value !== null),
    run(label, work) {
      const id = next();
      const onProgress = (progress: Progress): void => {
        if (running.value?.id === id) running.value = { id, label, progress, cancellable: true };
      };
      return track({ id, label, progress: null, cancellable: true }, () => work({ id, onProgress }));
    },
    runWhole: (label, work) => track({ id: next(), label, progress: null, cancellable: false }, work),
    cancel() {
      const current = running.value;
      if (current?.cancellable) void workbench.exchange.cancel(current.id);
    },
  };
}
