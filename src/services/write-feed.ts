import type { Result } from '@/domain/kernel';
import type { Storage } from '@/storage/contract';

/** What happens to the data, for the status bar and for views that show counts. */
export type WriteEvent =
  | { readonly kind: 'saving' }
  /** The transaction is on disk. */
  | { readonly kind: 'saved'; readonly at: number }
  /** Nothing was written, since the storage failed. */
  | { readonly kind: 'failed' }
  /** Nothing was written, since the input was refused; the person sees why in the form. */
  | { readonly kind: 'refused' }
  /** Other data stand in the place of the former. */
  | { readonly kind: 'replaced' };

/** Tells its listeners about every write of this desk. */
export interface WriteFeed {
  /** The return value ends it. */
  subscribe(listener: (event: WriteEvent) => void): () => void;
}

/** Makes a feed and the function that speaks on it. */
export function createWriteFeed(): WriteFeed & { readonly emit: (event: WriteEvent) => void } {
  const listeners = new Set<(event: WriteEvent) => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
}

interface Hooks {
  readonly emit: (event: WriteEvent) => void;
  readonly now: () => number;
  /** Runs after each write, before its answer is handed on, so that the next view sees what is in force. */
  readonly afterWrite: (storage: Storage) => Promise<void>;
}

const storageFailures: readonly string[] = ['storage-full', 'storage-failed'];

function outcomeOf(answer: Result<unknown, { readonly kind: string }>, at: number): WriteEvent {
  if (answer.ok) return { kind: 'saved', at };
  return { kind: storageFailures.includes(answer.error.kind) ? 'failed' : 'refused' };
}

/** The same storage, with every write told to the hooks. All other questions pass through. */
export function watchedStorage(storage: Storage, hooks: Hooks): Storage {
  const watch = async <A extends Result<unknown, { readonly kind: string }>>(write: () => Promise<A>): Promise<A> => {
    hooks.emit({ kind: 'saving' });
    try {
      const answer = await write();
      if (answer.ok) await hooks.afterWrite(storage);
      hooks.emit(outcomeOf(answer, hooks.now()));
      return answer;
    } catch (error) {
      hooks.emit({ kind: 'failed' });
      throw error;
    }
  };
  const replace = async <A extends { readonly ok: boolean } | null>(swap: () => Promise<A>): Promise<A> => {
    const answer = await swap();
    if (!answer?.ok) return answer;
    await hooks.afterWrite(storage);
    hooks.emit({ kind: 'replaced' });
    return answer;
  };
  return {
    ...storage,
    commit: (...asked) => watch(() => storage.commit(...asked)),
    undo: (...asked) => watch(() => storage.undo(...asked)),
    attach: (...asked) => watch(() => storage.attach(...asked)),
    commitImport: (...asked) => watch(() => storage.commitImport(...asked)),
    swapStage: () => replace(() => storage.swapStage()),
    undoRestore: () => replace(() => storage.undoRestore()),
  };
}
