import { onScopeDispose } from 'vue';
import { useWriteFeed } from '@/ui/workbench';

/** Calls back after every write at this desk that changed the data, as long as the component stands. */
export function useWrites(listener: () => void): void {
  const stop = useWriteFeed()?.subscribe((event) => {
    if (event.kind === 'saved' || event.kind === 'replaced') listener();
  });
  onScopeDispose(() => stop?.());
}
