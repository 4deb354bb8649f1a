import type { WaitingItem } from '@/services/waiting';
import { useLists } from '@/ui/stores/lists';

/** The list that a link leads to shows what its item is about, and nothing else. */
export function useNarrow(): (item: Pick<WaitingItem, 'narrow'>) => void {
  const lists = useLists();
  return ({ narrow }) => {
    if (!narrow) return;
    const { filters, search } = lists.stateOf(narrow.ledger);
    filters.value = narrow.filters;
    search.value = '';
  };
}
