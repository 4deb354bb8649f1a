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
/** As few records as this are read without weighing the other conditions. */
const few = 800;
/** More values than this are not looked up one by one. */
const mostRanges = 1_000;
const kept = 32;

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

/** A condition with the keys under which its index has the records. */
interface Candidate {
  readonly filter: Filter;
  readonly ranges: readonly Range[];
}

function candidates(ledger: Ledger, query: ListQuery): readonly Candidate[] {
  return (query.filters ?? []).flatMap((filter) => {
    const ranges = rangesOf(ledger, filter);
    return ranges === null ? [] : [{ filter, ranges }];
  });
}

/** The condition that names one other record: what belongs to it is nearly always few, and asked for again and again. */
function belonging(ledger: Ledger, all: readonly Candidate[]): Candidate | undefined {
  return all.find(({ filter }) => filter.op === 'equals' && ledger.fields[filter.field]?.target !== undefined);
}

function within(database: BureauDatabase, ledger: string, field: string, { from, to }: Range) {
  const index = database.rows(ledger).where(`values.${field}`);
  if (from === undefined) return index.belowOrEqual(to);
  return to === undefined ? index.aboveOrEqual(from) : index.between(from, to, true, true);
}

/** Number of records under a condition, those in the recycle bin included. */
async function weigh(database: BureauDatabase, ledger: Ledger, { filter, ranges }: Candidate): Promise<number> {
  const asked = ranges.map((range) => within(database, ledger.id, filter.field, range).count());
  return (await Promise.all(asked)).reduce((sum, count) => sum + count, 0);
}

/** Makes the reader of small tables. */
export function createIndexTables(database: BureauDatabase, ledgers: LedgerSet, presenter: Presenter): IndexTables {
  let known = new Map<string, Promise<SmallTable | null>>();

  /** Null where there are more records than the limit. */
  async function read(ledger: Ledger, { filter, ranges }: Candidate, limit: number): Promise<SmallTable | null> {
    const asked = ranges.map((range) =>
      within(database, ledger.id, filter.field, range)
        .limit(limit + 1)
        .toArray(),
    );
    // A record with several values stands under each of them.
    const rows = new Map<string, LedgerRow>((await Promise.all(asked)).flat().map((row) => [row.id, row]));
    if (rows.size > limit) return null;
    const table = createMemoryTable(ledger, (name) => presenter.sourceOf(ledger, name));
    for (const id of [...rows.keys()].sort()) {
      const row = rows.get(id);
      if (row) table.put(completeRow(ledger, row));
    }
    return { table, queries: createQueryEngine(table, presenter) };
  }
  function once(ledger: Ledger, candidate: Candidate, limit: number): Promise<SmallTable | null> {
    const key = `${ledger.id}/${limit}/${JSON.stringify(candidate.filter)}`;
    const there = known.get(key);
    if (there) return there;
    if (known.size >= kept) known.delete(known.keys().next().value ?? '');
    const reading = read(ledger, candidate, limit);
    known.set(key, reading);
    const mine = known;
    reading.catch(() => mine.delete(key));
    return reading;
  }
  async function narrowest(ledger: Ledger, all: readonly Candidate[]): Promise<SmallTable | null> {
    const weights = await Promise.all(all.map((one) => weigh(database, ledger, one)));
    const least = Math.min(...weights);
    const best = all[weights.indexOf(least)];
    return best && least <= most ? once(ledger, best, most) : null;
  }
  return {
    find: async (query, ordered) => {
      const ledger = ledgers.get(query.ledger);
      if (query.deleted || needsTitles(ledger, query, ordered)) return null;
      const all = candidates(ledger, query);
      const owned = belonging(ledger, all);
      return (owned && (await once(ledger, owned, few))) ?? narrowest(ledger, all);
    },
    forget: () => {
      known = new Map();
    },
  };
}
