import type { ChangeEntry, LedgerRow, ListQuery } from '@/domain/kernel';
import type { BureauDatabase } from './database';
import type { LedgerSet } from './ledger-set';
import { createIndexTables, needsTitles, type SmallTable } from './index-table';
import { createKeyIndex, type KeyIndex } from './key-index';
import { createMemoryTable, type MemoryTable } from './memory-table';
import { createPresenter, type Presenter } from './presenter';
import { createQueryEngine } from './query';
import { completeRow } from './row-text';

/** One ledger in memory, ready for queries. */
export interface LoadedTable extends SmallTable {
  readonly keys: KeyIndex;
}

/** The ledgers in memory: each is read at first use and kept current by commits. */
export interface Tables {
  readonly presenter: Presenter;
  /** The table if it is in memory. */
  readonly loaded: (ledger: string) => LoadedTable | undefined;
  /** Reads the table where that has not happened yet. */
  readonly load: (ledger: string) => Promise<LoadedTable>;
  /** Reads the table and those whose titles it shows. */
  readonly loadWithTargets: (ledger: string) => Promise<LoadedTable>;
  /**
   * A table that can answer a query: the whole ledger where it is in memory, else as few records as the database's indexes
   * lead to; the ledger is read only where they do not help, and those it refers to only where their titles matter.
   * @param ordered the order of the answer matters, not only its number.
   */
  readonly answering: (query: ListQuery, ordered: boolean) => Promise<SmallTable>;
  /** Number of records that a query of one condition gives, where an index tells it without reading one; else null. */
  readonly countByIndex: (query: ListQuery) => Promise<number | null>;
  /** Which of some identifiers the records of a ledger name in a field, where an index tells it; else null. */
  readonly namedByIndex: (ledger: string, field: string, ids: readonly string[]) => Promise<readonly string[] | null>;
  /** Takes over what a commit wrote; tables that are not in memory will read it themselves. */
  readonly apply: (changes: readonly ChangeEntry[]) => void;
  /** Number of living records by ledger. */
  readonly counts: () => Readonly<Record<string, number>>;
}

const chunk = 2_000;

/** Chunks asked for at a time: the database reads the next while this one is taken in. */
const ahead = 3;

/** Reads all records of a ledger in the order of their identifiers, in chunks whose bounds are known beforehand. */
async function readAll(database: BureauDatabase, table: MemoryTable): Promise<void> {
  const { ledger } = table;
  const store = database.rows(ledger.id);
  const keys = await store.toCollection().primaryKeys();
  const reading: Promise<readonly LedgerRow[]>[] = [];
  const ask = (from: number): void => {
    const [first, last] = [keys[from], keys[Math.min(from + chunk, keys.length) - 1]];
    if (first === undefined || last === undefined) return;
    const rows = Promise.resolve(store.where(':id').between(first, last, true, true).toArray());
    // Where one fails, the others are not waited for; their failure is the same.
    rows.catch(() => undefined);
    reading.push(rows);
  };
  for (let at = 0; at < ahead; at += 1) ask(at * chunk);
  for (let from = 0; from < keys.length; from += chunk) {
    for (const row of (await reading.shift()) ?? []) table.put(completeRow(ledger, row));
    ask(from + ahead * chunk);
  }
}

/** Below this number of records every first answer is quick by itself. */
const worthWarming = 5_000;

/** Number of a ledger's records in use, and in the recycle bin. */
interface Census {
  living: number;
  binned: number;
}

/** Counts the records of all ledgers by the indexes, without reading one. */
async function takeCensus(database: BureauDatabase, ledgers: LedgerSet): Promise<Map<string, Census>> {
  const counted = ledgers.all.map(async ({ id }) => {
    const store = database.rows(id);
    const binned = await store.where('deletedAt').above('').count();
    return [id, { living: (await store.count()) - binned, binned }] as const;
  });
  return new Map(await Promise.all(counted));
}

function livingCounts(census: ReadonlyMap<string, Census>): Readonly<Record<string, number>> {
  return Object.fromEntries([...census].map(([ledger, { living }]) => [ledger, living]));
}

/** Keeps numbers and a table in step with what was written; a table that is not in memory will be read as it then is. */
function takeOver({ id, before, after }: ChangeEntry, census?: Census, table?: MemoryTable): void {
  if (census && before) census[before.deletedAt === null ? 'living' : 'binned'] -= 1;
  if (census && after) census[after.deletedAt === null ? 'living' : 'binned'] += 1;
  if (after) table?.put(after);
  else table?.drop(id);
}

/**
 * Works out, a little at a time and between questions, what the first filter, sorting and search on a table would
 * otherwise have to wait for.
 */
async function warmUp({ table, queries }: LoadedTable, pause: () => Promise<void>): Promise<void> {
  if (table.size() < worthWarming) return;
  for (const [name, field] of Object.entries(table.ledger.fields)) {
    if (!field.listed && !field.indexed && !field.searchable) continue;
    await pause();
    table.column(name);
  }
  for (let block = 0; block < queries.searchBlocks(); block += 1) {
    await pause();
    queries.prepareSearch(block);
  }
}

/** Makes the tables of a database; records are only counted, none is read yet. */
export async function createTables(
  database: BureauDatabase,
  ledgers: LedgerSet,
  pause: () => Promise<void> = nextTask,
): Promise<Tables> {
  const census = await takeCensus(database, ledgers);
  const ready = new Map<string, LoadedTable>();
  const loading = new Map<string, Promise<LoadedTable>>();
  const presenter = createPresenter(ledgers, (ledger) => ready.get(ledger)?.table);
  const indexes = createIndexTables({ database, ledgers, presenter });

  async function read(id: string): Promise<LoadedTable> {
    const ledger = ledgers.get(id);
    const table = createMemoryTable(ledger, (name) => presenter.sourceOf(ledger, name));
    await readAll(database, table);
    const loaded = { table, queries: createQueryEngine(table, presenter), keys: createKeyIndex(table) };
    ready.set(id, loaded);
    void warmUp(loaded, pause);
    return loaded;
  }
  function load(id: string): Promise<LoadedTable> {
    const known = loading.get(id);
    if (known) return known;
    const reading = read(id);
    loading.set(id, reading);
    // A failed reading is tried again at the next use.
    reading.catch(() => loading.delete(id));
    return reading;
  }
  async function loadWithTargets(id: string): Promise<LoadedTable> {
    const wanted = [id];
    for (const ledger of wanted) {
      const targets = ledger === id ? ledgers.targets(id) : titleTargets(ledgers, ledger);
      for (const target of targets) if (!wanted.includes(target)) wanted.push(target);
    }
    await Promise.all(wanted.map(load));
    return load(id);
  }
  return {
    presenter,
    loaded: (ledger) => ready.get(ledger),
    load,
    loadWithTargets,
    answering: async (query, ordered) => {
      const { living = 0, binned = 0 } = census.get(query.ledger) ?? {};
      const small = ready.has(query.ledger) ? null : await indexes.find(query, living + binned, ordered);
      if (small) return small;
      return needsTitles(ledgers.get(query.ledger), query, ordered)
        ? loadWithTargets(query.ledger)
        : load(query.ledger);
    },
    countByIndex: async (query) =>
      ready.has(query.ledger) || census.get(query.ledger)?.binned !== 0 ? null : indexes.count(query),
    namedByIndex: async (ledger, field, ids) =>
      ready.has(ledger) || census.get(ledger)?.binned !== 0 ? null : indexes.named(ledger, field, ids),
    apply: (changes) => {
      indexes.forget();
      for (const change of changes) takeOver(change, census.get(change.ledger), ready.get(change.ledger)?.table);
    },
    counts: () => livingCounts(census),
  };
}

/** Lets what waits be done first. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Ledgers that a ledger's titles refer to. */
export function titleTargets(ledgers: LedgerSet, id: string): readonly string[] {
  const { fields, titleFields } = ledgers.get(id);
  return titleFields.flatMap((name) => fields[name]?.target ?? []);
}
