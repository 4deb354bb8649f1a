import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Progress, Task } from '@/exchange/contract';

/** How a piece of long work ended. */
export interface TaskOutcome {
  readonly state: 'done' | 'failed' | 'cancelled';
  /** One Chinese sentence. */
  readonly message: string;
}

/** A piece of long work as the indicator shows it. */
export interface TaskEntry {
  readonly id: string;
  readonly title: string;
  readonly progress: Progress | null;
  readonly outcome: TaskOutcome | null;
  readonly cancel: (() => void) | null;
}

/** What starting long work needs. */
export interface TaskSpec<T> {
  /** Chinese, short: 写出完整副本. */
  readonly title: string;
  /** Asks the worker to stop; without it the work cannot be cancelled. */
  readonly cancel?: (id: string) => void;
  /** Says how it ended, from what it gave. */
  readonly outcomeOf: (value: T) => TaskOutcome;
}

const keptOutcomes = 8;

/** Registry of long work: one indicator shows it all, whichever view started it. */
export const useTasks = defineStore('tasks', () => {
  const entries = shallowRef<readonly TaskEntry[]>([]);
  const running = computed(() => entries.value.filter((entry) => entry.outcome === null));
  let started = 0;

  function change(id: string, part: Partial<TaskEntry>): void {
    entries.value = entries.value.map((entry) => (entry.id === id ? { ...entry, ...part } : entry));
  }

  function add(entry: TaskEntry): void {
    const ended = entries.value.filter((other) => other.outcome !== null).slice(0, keptOutcomes - 1);
    entries.value = [entry, ...running.value, ...ended];
  }

  /** Runs long work under the indicator and hands its value on. A bug in it is shown as failed and thrown on. */
  async function run<T>(spec: TaskSpec<T>, work: (task: Task) => Promise<T>): Promise<T> {
    started += 1;
    const id = `task-${started}`;
    const cancel = spec.cancel ? () => spec.cancel?.(id) : null;
    add({ id, title: spec.title, progress: null, outcome: null, cancel });
    try {
      const value = await work({ id, onProgress: (progress) => change(id, { progress }) });
      change(id, { outcome: spec.outcomeOf(value), cancel: null });
      return value;
    } catch (error) {
      change(id, { outcome: { state: 'failed', message: '没有完成，请再试一次' }, cancel: null });
      throw error;
    }
  }

  /** Takes the ended work off the list. */
  function clearEnded(): void {
    entries.value = running.value;
  }

  return { entries, running, run, clearEnded };
});
