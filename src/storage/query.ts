import type { ListQuery, SortKey } from '@/domain/kernel';
import { acceptedValues } from './filter';
import { blockSize, slotState, type MemoryTable } from './memory-table';
import type { Presenter } from './presenter';
import { createSearchIndex, searchedFields } from './search-index';

/** Answers queries about one table. */
export interface QueryEngine {
  /** Slots of the records that the query gives, in its order. Not to be changed by the caller. */
  readonly run: (query: Omit<ListQuery, 'ledger'>) => Int32Array;
  /** Number of blocks whose texts search looks through. */
  readonly searchBlocks: () => number;
  /** Makes the texts of a block before they are asked for. */
  readonly prepareSearch: (block: number) => void;
}

interface Answer {
  readonly key: string;
  readonly slots: Int32Array;
}

const keptAnswers = 8;

/** By slot: 1 where the record stands in the wanted place (register or recycle bin) and all conditions hold. */
function maskOf(table: MemoryTable, query: Omit<ListQuery, 'ledger'>, search: Uint8Array | null): Uint8Array {
  const size = table.size();
  const wanted = query.deleted ? slotState.deleted : slotState.living;
  const states = table.states();
  const mask = new Uint8Array(size);
  for (let slot = 0; slot < size; slot += 1) mask[slot] = states[slot] === wanted ? 1 : 0;
  for (const filter of query.filters ?? []) {
    const column = table.column(filter.field);
    const accepted = acceptedValues(column, filter);
    const codes = column.codes();
    for (let slot = 0; slot < size; slot += 1) {
      if (accepted[codes[slot] ?? 0] === 0) mask[slot] = 0;
    }
  }
  if (search) for (let slot = 0; slot < size; slot += 1) mask[slot] = (mask[slot] ?? 0) & (search[slot] ?? 0);
  if (query.ids) {
    const named = new Set(query.ids.map((id) => table.slotOf(id)));
    for (let slot = 0; slot < size; slot += 1) if (mask[slot] === 1 && !named.has(slot)) mask[slot] = 0;
  }
  return mask;
}

/** The masked slots, newest first. */
function newestFirst(table: MemoryTable, mask: Uint8Array): Int32Array {
  const order = table.byId();
  const slots = new Int32Array(order.length);
  let count = 0;
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const slot = order[at] ?? 0;
    if (mask[slot] === 1) slots[count++] = slot;
  }
  return slots.subarray(0, count);
}

/** Sorts by one key without disturbing the order of equal ones: a counting sort over the column's ranks, empty last. */
function sortBy(table: MemoryTable, slots: Int32Array, key: SortKey): Int32Array {
  const column = table.column(key.field);
  const ranks = column.ranks();
  const codes = column.codes();
  const top = ranks.length + 1;
  const places = new Int32Array(slots.length);
  const starts = new Int32Array(top + 2);
  for (let at = 0; at < slots.length; at += 1) {
    const rank = ranks[codes[slots[at] ?? 0] ?? 0] ?? 0;
    const place = rank === 0 ? top : key.descending ? top - rank : rank;
    places[at] = place;
    starts[place + 1] = (starts[place + 1] ?? 0) + 1;
  }
  for (let place = 1; place < starts.length; place += 1) {
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  }
  const sorted = new Int32Array(slots.length);
  for (let at = 0; at < slots.length; at += 1) {
    const place = places[at] ?? 0;
    const to = starts[place] ?? 0;
    sorted[to] = slots[at] ?? 0;
    starts[place] = to + 1;
  }
  return sorted;
}

/**
 * Makes the queries of a table. Ties are settled by identifier, newest first. The last answers are kept, so that paging,
 * counting and exporting the same list costs nothing more.
 */
export function createQueryEngine(table: MemoryTable, presenter: Presenter): QueryEngine {
  const { ledger } = table;
  const stampOf = (names: readonly string[]): number =>
    names.reduce((sum, name) => {
      const field = ledger.fields[name];
      return field ? sum + presenter.stampOf(field) : sum;
    }, 0);
  const search = createSearchIndex(table, () => stampOf(searchedFields(ledger)));
  let answers: Answer[] = [];
  return {
    searchBlocks: () => Math.ceil(table.size() / blockSize),
    prepareSearch: search.prepare,
    run: (query) => {
      const sort = query.sort && query.sort.length > 0 ? query.sort : ledger.order;
      const { deleted = false, filters = [], ids, search: text = '' } = query;
      const stamp = stampOf(Object.keys(ledger.fields));
      const key = JSON.stringify([table.version(), stamp, deleted, filters, ids, text, sort]);
      const known = answers.find((answer) => answer.key === key);
      if (known) return known.slots;
      let slots = newestFirst(table, maskOf(table, query, search.find(text)));
      for (const level of [...sort].reverse()) slots = sortBy(table, slots, level);
      answers = [{ key, slots }, ...answers].slice(0, keptAnswers);
      return slots;
    },
  };
}
