import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Ledger, LedgerRow, ListQuery } from '@/domain/kernel';
import type { ListPage } from '@/storage/contract';
import type { ListState } from '@/ui/stores/lists';
import { useWrites } from '@/ui/components/use-writes';
import { useWorkbench } from '@/ui/workbench';

/** A list on screen: what it asks for and the page it got. */
export interface LiveList {
  readonly query: ComputedRef<ListQuery>;
  readonly rows: ShallowRef<readonly LedgerRow[]>;
  readonly total: Ref<number>;
  readonly titles: ShallowRef<Readonly<Record<string, string>>>;
  /** Asking for a page; the former rows stay until it comes. */
  readonly busy: Ref<boolean>;
  /** False until the first page came. */
  readonly loaded: Ref<boolean>;
  readonly refresh: () => Promise<void>;
}

/** The query of a list's state, without anything reactive in it, since it travels to a worker. */
export function queryOf(ledger: Ledger, state: ListState, deleted: boolean): ListQuery {
  return {
    ledger: ledger.id,
    ...(deleted ? { deleted } : {}),
    filters: state.filters.value,
    search: state.search.value.trim(),
    sort: state.sort.value,
  };
}

/**
 * Keeps one page of a list in step with its state and with every write at this desk. One question is under way at a
 * time: what changes meanwhile is asked once more at its end, so typing fast asks only for what stands in the box.
 */
export function useList(ledger: Ledger, state: ListState, deleted = false): LiveList {
  const bench = useWorkbench();
  const rows = shallowRef<readonly LedgerRow[]>([]);
  const titles = shallowRef<Readonly<Record<string, string>>>({});
  const total = ref(0);
  const busy = ref(false);
  const loaded = ref(false);
  const query = computed(() => queryOf(ledger, state, deleted));
  let stale = false;
  let running: Promise<void> | null = null;

  function take(page: ListPage): void {
    rows.value = page.rows;
    titles.value = page.titles;
    total.value = page.total;
    loaded.value = true;
    if (page.rows.length > 0 || page.total === 0) return;
    // The records of this page are gone: the last page that has some takes its place.
    state.offset.value = Math.floor((page.total - 1) / state.pageSize.value) * state.pageSize.value;
    stale = true;
  }

  async function ask(): Promise<void> {
    busy.value = true;
    try {
      do {
        stale = false;
        const page = await bench.storage.page(query.value, state.offset.value, state.pageSize.value);
        if (!stale) take(page);
      } while (stale);
    } finally {
      busy.value = false;
      running = null;
    }
  }

  function refresh(): Promise<void> {
    stale = true;
    running ??= ask();
    return running;
  }

  watch(query, () => (state.offset.value = 0));
  watch([query, state.offset, state.pageSize], refresh, { immediate: true });
  useWrites(() => void refresh());
  return { query, rows, total, titles, busy, loaded, refresh };
}
