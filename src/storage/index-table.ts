import type { Field, Filter, Ledger, LedgerRow, ListQuery } from '@/domain/kernel';
import type { BureauDatabase } from './database';
import type { LedgerSet } from './ledger-set';
import { createMemoryTable, type MemoryTable } from './memory-table';
import type { Presenter } from './presenter';
import { createQueryEngine, type QueryEngine } from './query';
import { completeRow } from './row-text';

/** A few records of a ledger, ready for queries. */
export interface SmallTable {
  readonly table: MemoryTable;
  readonly queries: QueryEngine;
}

/** Answers out of the database's indexes, for ledgers that are not in memory. */
export interface IndexTables {
  /**
   * The records that one condition of the query leaves, read by the index of its field; the other conditions are to be
   * asked of that table. Null where no index helps, too many records are left, or the answer depends on the titles of
   * other records: then the whole ledger has to be read.
   * @param ordered the order of the answer matters, not only its number.
   */
  readonly find: (query: ListQuery, ordered: boolean) => Promise<SmallTable | null>;
  /** Drops what was read: the data have changed. */
  readonly forget: () => void;
}

/** More records than this are not read for one answer. */
const most = 2_000;
/** More values than this are not looked up one by one. */
const mostRanges = 1_000;
const kept = 16;

/** Bounds of keys, both inclusive; a missing one is open. */
interface Range {
  readonly from?: string | number;
  readonly to?: string | number;
}

type Between = Filter & { op: 'between' };

const numeric: readonly string[] = ['integer', 'decimal'];

/** A day stands within a month that bounds it above, as for the filter itself. */
function betweenRange(field: Field, { from, to }: Between): Range | null {
  if (from === undefined && to === undefined) return null;
  const isNumber = numeric.includes(field.kind);
  return {
    ...(from === undefined ? {} : { from: isNumber ? Number(from) : String(from) }),
    ...(to === undefined ? {} : { to: isNumber ? Number(to) : `${to}\uffff` }),
  };
}

/** Keys under which the index of a condition's field has the records that meet it; null where it does not help. */
function rangesOf(ledger: Ledger, filter: Filter): readonly Range[] | null {
  const field = ledger.fields[filter.field];
  // The index does not hold yes and no, and a key of the database is no number where the filter asks for text.
  if (!field?.indexed || field.kind === 'flag') return null;
  if (filter.op === 'equals') {
    return typeof filter.value === 'boolean' ? null : [{ from: filter.value, to: filter.value }];
  }
  if (filter.op === 'any') {
    if (filter.values.length > mostRanges) return null;
    return [...new Set(filter.values)].map((value) => ({ from: value, to: value }));
  }
  if (filter.op !== 'between') return null;
  const range = betweenRange(field, filter);
  return range === null ? null : [range];
}

/** Whether the answer depends on how other records are called. */
export function needsTitles(ledger: Ledger, query: ListQuery, ordered: boolean): boolean {
  if ((query.search ?? '').trim() !== '') return true;
  const refers = (name: string): boolean => ledger.fields[name]?.target !== undefined;
  const sort = query.sort && query.sort.length > 0 ? query.sort : ledger.order;
  const named = (query.filters ?? []).some(({ field, op }) => op === 'contains' && refers(field));
  return named || (ordered && sort.some(({ field }) => refers(field)));
}

interface Candidate {
  readonly filter: Filter;
  readonly ranges: readonly Range[];
  readonly count: number;
}

/** Makes the reader of small tables. */
export function createIndexTables(database: BureauDatabase, ledgers: LedgerSet, presenter: Presenter): IndexTables {
  let known = new Map<string, Promise<SmallTable>>();

  function within(ledger: string, field: string, { from, to }: Range) {
    const index = database.rows(ledger).where(`values.${field}`);
    if (from === undefined) return index.belowOrEqual(to);
    return to === undefined ? index.aboveOrEqual(from) : index.between(from, to, true, true);
  }
  async function weigh(ledger: Ledger, filter: Filter): Promise<Candidate | null> {
    const ranges = rangesOf(ledger, filter);
    if (ranges === null) return null;
    const counts = await Promise.all(ranges.map((range) => within(ledger.id, filter.field, range).count()));
    return { filter, ranges, count: counts.reduce((sum, count) => sum + count, 0) };
  }
  async function read(ledger: Ledger, { filter, ranges }: Candidate): Promise<SmallTable> {
    const parts = await Promise.all(ranges.map((range) => within(ledger.id, filter.field, range).toArray()));
    // A record with several values stands under each of them.
    const rows = new Map<string, LedgerRow>(parts.flat().map((row) => [row.id, row]));
    const table = createMemoryTable(ledger, (name) => presenter.sourceOf(ledger, name));
    for (const id of [...rows.keys()].sort()) {
      const row = rows.get(id);
      if (row) table.put(completeRow(ledger, row));
    }
    return { table, queries: createQueryEngine(table, presenter) };
  }
  function keep(key: string, reading: Promise<SmallTable>): Promise<SmallTable> {
    if (known.size >= kept) known.delete(known.keys().next().value ?? '');
    known.set(key, reading);
    const mine = known;
    reading.catch(() => mine.delete(key));
    return reading;
  }
  return {
    find: async (query, ordered) => {
      const ledger = ledgers.get(query.ledger);
      if (query.deleted || needsTitles(ledger, query, ordered)) return null;
      const weighed = await Promise.all((query.filters ?? []).map((filter) => weigh(ledger, filter)));
      const [best] = weighed.filter((one) => one !== null).sort((a, b) => a.count - b.count);
      if (!best || best.count > most) return null;
      const key = `${ledger.id}/${JSON.stringify(best.filter)}`;
      return known.get(key) ?? keep(key, read(ledger, best));
    },
    forget: () => {
      known = new Map();
    },
  };
}
