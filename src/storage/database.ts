import Dexie, { type Table } from 'dexie';
import type { CommitHeader, Ledger, LedgerRow } from '@/domain/kernel';
import { schemaVersion, storesOf } from './schema';

/** What the storage needs from its surroundings to reach IndexedDB. */
export interface IndexedDbAccess {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** Up to 200 changes of one commit. */
export interface ChangePart {
  readonly seq: number;
  /** Position in the commit, counted from 0. */
  readonly part: number;
  /** Identifiers of the records in it, for finding a record's history. */
  readonly ids: readonly string[];
  /** One ChangeEntry in canonical JSON per line. */
  readonly text: string;
}

/** Bytes of an attachment under their SHA-256. */
export interface Blob256 {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Which records of a ledger had a field empty after a commit; a shortcut beside the data, which can always be made again. */
export interface UnfilledRow {
  readonly key: `unfilled:${string}`;
  readonly seq: number;
  readonly ids: readonly string[];
}

/** Facts about the database itself. */
export type MetaRow =
  | { readonly key: 'schema'; readonly version: number }
  | { readonly key: 'head'; readonly seq: number; readonly hash: string }
  | UnfilledRow;

/** One database of a bureau. */
export interface BureauDatabase {
  readonly dexie: Dexie;
  readonly name: string;
  readonly rows: (ledger: string) => Table<LedgerRow, string>;
  readonly commits: Table<CommitHeader, number>;
  readonly changes: Table<ChangePart, [number, number]>;
  readonly blobs: Table<Blob256, string>;
  readonly meta: Table<MetaRow, string>;
  /** For asking IndexedDB around Dexie. */
  readonly keyRange: typeof IDBKeyRange;
}

/** The answer to a question put to IndexedDB around Dexie. */
export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
  });
}

/** Head of an empty log. */
export const emptyHead = { seq: 0, hash: '0'.repeat(64) } as const;

/**
 * Opens (and where it is missing, makes) a database. Strict durability: a transaction's promise is kept only after its
 * data are on disk. The caller has passed the gate before, since Dexie itself opens newer data without complaint. Never opened
 * by itself again: after the browser took the database away, that would make an empty one in its place.
 */
export async function openDatabase(
  access: IndexedDbAccess,
  name: string,
  ledgers: readonly Ledger[],
): Promise<BureauDatabase> {
  const dexie = new Dexie(name, { ...access, chromeTransactionDurability: 'strict', autoOpen: false });
  dexie.version(schemaVersion).stores(storesOf(ledgers));
  await dexie.open();
  const meta = dexie.table<MetaRow, string>('meta');
  const known = await meta.get('schema');
  if (known?.key !== 'schema' || known.version < schemaVersion) {
    await meta.put({ key: 'schema', version: schemaVersion });
  }
  return {
    dexie,
    name,
    rows: (ledger) => dexie.table<LedgerRow, string>(ledger),
    commits: dexie.table('commits'),
    changes: dexie.table('changes'),
    blobs: dexie.table('blobs'),
    meta,
    keyRange: access.IDBKeyRange,
  };
}

/** Head of the log as the last commit left it. */
export async function readHead(database: BureauDatabase): Promise<{ readonly seq: number; readonly hash: string }> {
  const head = await database.meta.get('head');
  return head?.key === 'head' ? { seq: head.seq, hash: head.hash } : emptyHead;
}
