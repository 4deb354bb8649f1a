import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { useWrites } from './use-writes';

/** What a view asked for, kept in step with every write at this desk. */
export interface Live<T> {
  /** Null until the first answer came. */
  readonly value: ShallowRef<T | null>;
  readonly refresh: () => Promise<void>;
}

/**
 * Asks at once and after every write. One question is under way at a time; what is written meanwhile is asked for once
 * more at its end.
 */
export function useLive<T>(ask: () => Promise<T>): Live<T> {
  const value = shallowRef<T | null>(null);
  let stale = false;
  let running: Promise<void> | null = null;
  let gone = false;

  async function run(): Promise<void> {
    try {
      do {
        stale = false;
        const answer = await ask();
        if (!stale && !gone) value.value = answer;
      } while (stale && !gone);
    } finally {
      running = null;
    }
  }

  function refresh(): Promise<void> {
    stale = true;
    running ??= run();
    return running;
  }

  useWrites(() => void refresh());
  onScopeDispose(() => {
    gone = true;
  });
  void refresh();
  return { value, refresh };
}
