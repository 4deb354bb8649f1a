import { defineStore } from 'pinia';
import { useWorkbench, useWriteFeed } from '@/ui/workbench';

/**
 * What the workbench showed last, kept as long as it cannot have become another: until something is written, or another day
 * begins. Coming back to the workbench then costs nothing.
 */
export const useDesktop = defineStore('desktop', () => {
  const { session } = useWorkbench();
  const feed = useWriteFeed();
  let known = new Map<string, Promise<unknown>>();
  let day = '';

  feed?.subscribe((event) => {
    if (event.kind === 'saved' || event.kind === 'replaced') known = new Map();
  });

  /** The answer to a question of the workbench, asked only where it is not known. */
  function once<T>(question: string, ask: () => Promise<T>): Promise<T> {
    // Without news of writes nothing can be relied on.
    if (feed === null) return ask();
    const today = session.today();
    if (today !== day) known = new Map();
    day = today;
    const there = known.get(question);
    if (there) return there as Promise<T>;
    const answer = ask();
    const mine = known.set(question, answer);
    answer.catch(() => mine.delete(question));
    return answer;
  }

  return { once };
});
