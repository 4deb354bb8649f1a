import { defineStore } from 'pinia';
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { Filter, SortKey } from '@/domain/kernel';

/** Numbers of rows a page of a list can have. */
export const pageSizes = [20, 50, 100] as const;

/** What a person set in one list. Rows never stand here. */
export interface ListState {
  readonly filters: ShallowRef<readonly Filter[]>;
  readonly search: Ref<string>;
  readonly sort: ShallowRef<readonly SortKey[]>;
  /** Names of the columns shown, in order; null for the definition's own. */
  readonly columns: ShallowRef<readonly string[] | null>;
  readonly pageSize: Ref<number>;
  /** Number of records before the page. */
  readonly offset: Ref<number>;
  readonly selected: ShallowRef<ReadonlySet<string>>;
  /** How far the table was scrolled down, in pixels, so that coming back from a record is coming back. */
  readonly scrollTop: Ref<number>;
  /** Row to focus when the list comes back. */
  readonly lastOpened: Ref<string | null>;
}

const storageKey = 'supervision-desk.columns';

/** A browser that forbids storage, or holds nonsense, gives the definition's columns. */
function recallColumns(): Map<string, readonly string[]> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return new Map();
    const lists = Object.entries(kept).filter(([, names]) => Array.isArray(names)) as [string, unknown[]][];
    return new Map(lists.map(([id, names]) => [id, names.map(String)]));
  } catch {
    return new Map();
  }
}

function rememberColumns(columns: ReadonlyMap<string, readonly string[]>): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(columns)));
  } catch {
    // The choice then holds until the window closes.
  }
}

/** Conditions, order, columns, page and selection of every list, kept while the window is open; columns longer. */
export const useLists = defineStore('lists', () => {
  const states = new Map<string, ListState>();
  const kept = recallColumns();

  /** State of a list; `key` is the ledger's id, with a suffix for its recycle bin. */
  function stateOf(key: string): ListState {
    const found = states.get(key);
    if (found) return found;
    const state: ListState = {
      filters: shallowRef([]),
      search: ref(''),
      sort: shallowRef([]),
      columns: shallowRef(kept.get(key) ?? null),
      pageSize: ref(50),
      offset: ref(0),
      selected: shallowRef(new Set<string>()),
      scrollTop: ref(0),
      lastOpened: ref(null),
    };
    states.set(key, state);
    return state;
  }

  /** Sets the columns of a list and remembers them on this computer; null goes back to the definition's own. */
  function chooseColumns(key: string, names: readonly string[] | null): void {
    stateOf(key).columns.value = names;
    if (names === null) kept.delete(key);
    else kept.set(key, names);
    rememberColumns(kept);
  }

  return { stateOf, chooseColumns };
});
