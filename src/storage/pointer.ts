import Dexie, { type Table } from 'dexie';
import type { IndexedDbAccess } from './database';

/** Which database is in use. */
export interface Pointer {
  readonly key: 'pointer';
  /** Name of the database in use. */
  readonly current: string;
  /** Whether it was opened before; until then its absence means a first run, afterwards loss. */
  readonly made: boolean;
  /** The one in use before the last restore; null where there was none. */
  readonly previous: string | null;
  /** Databases that are no longer needed: unfinished stages and what two restores ago was in use. */
  readonly leftovers: readonly string[];
  /** Number for the next database's name. */
  readonly next: number;
}

/** The small database that says which one is in use. */
export interface PointerStore {
  readonly read: () => Promise<Pointer | null>;
  /** On disk when the promise is kept. */
  readonly write: (pointer: Pointer) => Promise<void>;
  readonly close: () => void;
}

/** Name of the pointer's own database. */
export const pointerDatabase = 'bureau-pointer';

/** Pointer of a first run. */
export const firstPointer: Pointer = {
  key: 'pointer',
  current: 'bureau-1',
  made: false,
  previous: null,
  leftovers: [],
  next: 2,
};

/** Opens the pointer's database, making it where it is missing. */
export async function openPointer(access: IndexedDbAccess): Promise<PointerStore> {
  const dexie = new Dexie(pointerDatabase, { ...access, chromeTransactionDurability: 'strict', autoOpen: false });
  dexie.version(1).stores({ pointer: 'key' });
  await dexie.open();
  const table: Table<Pointer, string> = dexie.table('pointer');
  return {
    read: async () => (await table.get('pointer')) ?? null,
    write: async (pointer) => {
      await dexie.transaction('rw', table, () => table.put(pointer));
    },
    close: () => dexie.close(),
  };
}
