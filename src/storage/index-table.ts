import type { Field, Filter, Ledger, LedgerRow, ListQuery } from '@/domain/kernel';
import { done, type BureauDatabase } from './database';
import type { LedgerSet } from './ledger-set';
import { createMemoryTable, type MemoryTable } from './memory-table';
import type { Presenter } from './presenter';
import { createQueryEngine, type QueryEngine } from './query';
import { completeRow } from './row-text';
import { readUnfilled } from './unfilled';

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
   * @param size number of records of the ledger: a small one is better read as a whole.
   * @param ordered the order of the answer matters, not only its number.
   */
  readonly find: (query: ListQuery, size: number, ordered: boolean) => Promise<SmallTable | null>;
  /** Number of records under a single condition, those in the recycle bin included; null where no index tells. */
  readonly count: (query: ListQuery) => Promise<number | null>;
  /** Which of some identifiers the records of a ledger name in an indexed field, those in the recycle bin included. */
  readonly named: (ledger: string, field: string, ids: readonly string[]) => Promise<readonly string[]>;
  /** Drops what was read: the data have changed. */
  readonly forget: () => void;
}

/** More records than this are not read for one answer. */
const most = 2_000;
/** As few records as this are read without weighing further conditions. */
const few = 800;
/** A ledger of as few records as this is better read as a whole. */
const smallLedger = 400;
/** More values than this are not looked up one by one. */
const mostRanges = 1_000;
const kept = 64;

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

/**
 * Conditions that a field is empty: what is not closed, not answered, not done. Looked at first, since such a field is
 * filled once, while the index of a state keeps traces of every step that a record took, and is slow to walk.
 */
function unfilled(ledger: Ledger, query: ListQuery): readonly Filter[] {
  return (query.filters ?? []).filter(({ field: name, op }) => {
    const field = ledger.fields[name];
    return op === 'empty' && field?.indexed === true && !['flag', 'choices', 'references'].includes(field.kind);
  });
}

/** The condition that names other records: what belongs to them is nearly always few, and asked for again and again. */
function belonging(ledger: Ledger, all: readonly Candidate[]): Candidate | undefined {
  return all.find(({ filter }) => filter.op !== 'between' && ledger.fields[filter.field]?.target !== undefined);
}

/** Whether a record may stand under several keys of the index. */
function isManifold(ledger: Ledger, { filter }: Candidate): boolean {
  const kind = ledger.fields[filter.field]?.kind;
  return kind === 'choices' || kind === 'references';
}

function keyRange(access: typeof IDBKeyRange, { from, to }: Range): IDBKeyRange {
  if (from === undefined) return access.upperBound(to);
  return to === undefined ? access.lowerBound(from) : access.bound(from, to);
}

/**
 * Asks an index for all keys of a condition in one transaction. Around Dexie, whose overhead counts where a condition has
 * hundreds of keys.
 */
function ask<T>(
  { database }: Source,
  ledger: Ledger,
  { filter, ranges }: Candidate,
  what: (index: IDBIndex, range: IDBKeyRange) => IDBRequest<T>,
): Promise<readonly T[]> {
  const store = database.dexie.backendDB().transaction(ledger.id).objectStore(ledger.id);
  const index = store.index(`values.${filter.field}`);
  return Promise.all(ranges.map((range) => done(what(index, keyRange(database.keyRange, range)))));
}

/** Where small tables are read from. */
export interface Source {
  readonly database: BureauDatabase;
  readonly ledgers: LedgerSet;
  readonly presenter: Presenter;
}

/** The records of a condition as a table; null where there are more than the limit. */
async function readTable(source: Source, ledger: Ledger, candidate: Candidate, limit: number) {
  const found = await ask<LedgerRow[]>(source, ledger, candidate, (index, range) => index.getAll(range, limit + 1));
  // A record with several values stands under each of them.
  const rows = new Map(found.flat().map((row) => [row.id, row]));
  if (rows.size > limit) return null;
  const inOrder = [...rows.keys()].sort().map((id) => rows.get(id));
  return tableOfRows(source, ledger, inOrder);
}

function tableOfRows({ presenter }: Source, ledger: Ledger, rows: readonly (LedgerRow | undefined)[]): SmallTable {
  const table = createMemoryTable(ledger, (name) => presenter.sourceOf(ledger, name));
  for (const row of rows) if (row) table.put(completeRow(ledger, row));
  return { table, queries: createQueryEngine(table, presenter) };
}

/** The records whose field is empty, as a table; null where they are too many. */
async function unfilledTable(source: Source, ledger: Ledger, name: string): Promise<SmallTable | null> {
  const rows = await readUnfilled(source.database, ledger, name, few);
  return rows && tableOfRows(source, ledger, rows);
}

async function weigh(source: Source, ledger: Ledger, candidate: Candidate): Promise<number> {
  const counts = await ask(source, ledger, candidate, (index, range) => index.count(range));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Keeps answers, and questions under way, under their keys; the oldest go first. */
function createKeeper<T>() {
  let known = new Map<string, Promise<T>>();
  return {
    get: (key: string) => known.get(key),
    once: (key: string, work: () => Promise<T>): Promise<T> => {
      const there = known.get(key);
      if (there) return there;
      if (known.size >= kept) known.delete(known.keys().next().value ?? '');
      const answer = work();
      known.set(key, answer);
      const mine = known;
      answer.catch(() => mine.delete(key));
      return answer;
    },
    clear: () => {
      known = new Map();
    },
  };
}

/** Makes the reader of small tables. */
export function createIndexTables(source: Source): IndexTables {
  const tables = createKeeper<SmallTable | null>();
  const weights = createKeeper<number>();
  const keyOf = (ledger: Ledger, { filter }: Candidate): string => `${ledger.id}/${JSON.stringify(filter)}`;

  const weightOf = (ledger: Ledger, one: Candidate) =>
    weights.once(keyOf(ledger, one), () => weigh(source, ledger, one));
  const tableOf = (ledger: Ledger, one: Candidate) =>
    tables.once(keyOf(ledger, one), () => readTable(source, ledger, one, most));

  /** The first condition that leaves few records, else the one that leaves the fewest. */
  async function narrowest(ledger: Ledger, all: readonly Candidate[]): Promise<SmallTable | null> {
    let best: { readonly one: Candidate; readonly weight: number } | null = null;
    for (const one of all) {
      const weight = await weightOf(ledger, one);
      if (weight <= few) return tableOf(ledger, one);
      if (weight < (best?.weight ?? Infinity)) best = { one, weight };
    }
    return best && best.weight <= most ? tableOf(ledger, best.one) : null;
  }
  return {
    find: async (query, size, ordered) => {
      const ledger = source.ledgers.get(query.ledger);
      if (query.deleted || needsTitles(ledger, query, ordered)) return null;
      const all = candidates(ledger, query);
      for (const one of all) {
        const there = await tables.get(keyOf(ledger, one));
        if (there) return there;
      }
      const owned = belonging(ledger, all);
      const small = owned ? await tableOf(ledger, owned) : null;
      if (small || size <= smallLedger) return small;
      for (const filter of unfilled(ledger, query)) {
        const key = `${ledger.id}/${JSON.stringify(filter)}`;
        const open = await tables.once(key, () => unfilledTable(source, ledger, filter.field));
        if (open) return open;
      }
      return narrowest(ledger, all);
    },
    count: async (query) => {
      const ledger = source.ledgers.get(query.ledger);
      const [one, ...others] = candidates(ledger, query);
      const single = one && others.length === 0 && query.filters?.length === 1;
      if (!single || query.deleted || query.ids || needsTitles(ledger, query, false)) return null;
      return isManifold(ledger, one) && one.ranges.length > 1 ? null : weightOf(ledger, one);
    },
    named: async (id, field, ids) => {
      const ledger = source.ledgers.get(id);
      const filter = { field, op: 'any', values: ids } as const;
      const ranges = ids.map((value) => ({ from: value, to: value }));
      const keys = await ask(source, ledger, { filter, ranges }, (index, range) => index.getKey(range));
      return ids.filter((_, at) => keys[at] !== undefined);
    },
    forget: () => {
      tables.clear();
      weights.clear();
    },
  };
}
