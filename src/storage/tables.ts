import type { ChangeEntry, LedgerRow } from '@/domain/kernel';
import type { BureauDatabase } from './database';
import type { LedgerSet } from './ledger-set';
import { createKeyIndex, type KeyIndex } from './key-index';
import { createMemoryTable, type MemoryTable } from './memory-table';
import { createPresenter, type Presenter } from './presenter';
import { createQueryEngine, type QueryEngine } from './query';
import { completeRow } from './row-text';

/** One ledger in memory, ready for queries. */
export interface LoadedTable {
  readonly table: MemoryTable;
  readonly queries: QueryEngine;
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
  /** Takes over what a commit wrote; tables that are not in memory will read it themselves. */
  readonly apply: (changes: readonly ChangeEntry[]) => void;
  /** Number of living records by ledger. */
  readonly counts: () => Readonly<Record<string, number>>;
}

const chunk = 5_000;

async function readAll(database: BureauDatabase, ledgers: LedgerSet, table: MemoryTable): Promise<void> {
  const { ledger } = table;
  const store = database.rows(ledger.id);
  let after = '';
  for (;;) {
    const rows = await store.where(':id').above(after).limit(chunk).toArray();
    for (const row of rows) table.put(completeRow(ledgers.get(ledger.id), row));
    const last = rows.at(-1);
    if (!last || rows.length < chunk) return;
    after = last.id;
  }
}

/** Number of living records by ledger, counted by the indexes without reading a record. */
async function countLiving(database: BureauDatabase, ledgers: LedgerSet): Promise<Record<string, number>> {
  const counted = ledgers.all.map(async ({ id }) => {
    const store = database.rows(id);
    return [id, (await store.count()) - (await store.where('deletedAt').above('').count())] as const;
  });
  return Object.fromEntries(await Promise.all(counted));
}

function living(row: LedgerRow | null): number {
  return row && row.deletedAt === null ? 1 : 0;
}

/** Makes the tables of a database; records are only counted, none is read yet. */
export async function createTables(database: BureauDatabase, ledgers: LedgerSet): Promise<Tables> {
  const counts = await countLiving(database, ledgers);
  const ready = new Map<string, LoadedTable>();
  const loading = new Map<string, Promise<LoadedTable>>();
  const presenter = createPresenter(ledgers, (ledger) => ready.get(ledger)?.table);

  async function read(id: string): Promise<LoadedTable> {
    const ledger = ledgers.get(id);
    const table = createMemoryTable(ledger, (name) => presenter.sourceOf(ledger, name));
    await readAll(database, ledgers, table);
    const loaded = { table, queries: createQueryEngine(table, presenter), keys: createKeyIndex(table) };
    ready.set(id, loaded);
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
    apply: (changes) => {
      for (const { ledger, id, before, after } of changes) {
        counts[ledger] = (counts[ledger] ?? 0) + living(after) - living(before);
        const table = ready.get(ledger)?.table;
        if (!table) continue;
        if (after) table.put(after);
        else table.drop(id);
      }
    },
    counts: () => ({ ...counts }),
  };
}

/** Ledgers that a ledger's titles refer to. */
export function titleTargets(ledgers: LedgerSet, id: string): readonly string[] {
  const { fields, titleFields } = ledgers.get(id);
  return titleFields.flatMap((name) => fields[name]?.target ?? []);
}
