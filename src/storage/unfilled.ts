import type { Ledger, LedgerRow } from '@/domain/kernel';
import { isEmpty } from './column';
import { done, readHead, type BureauDatabase, type UnfilledRow } from './database';

/** More parts of the log than this are not gone through: then the whole ledger is looked at again. */
const mostParts = 50;

/** Identifiers of records whose field the index lacks. */
async function scan({ dexie }: BureauDatabase, ledger: Ledger, name: string): Promise<readonly string[]> {
  const store = dexie.backendDB().transaction(ledger.id).objectStore(ledger.id);
  const [all, filled] = await Promise.all([done(store.getAllKeys()), done(store.index(`values.${name}`).getAllKeys())]);
  const has = new Set(filled);
  return all.filter((key) => !has.has(key)).map(String);
}

/** Identifiers of all records, of whatever ledger, that commits after one changed; null where they are too many. */
async function changedSince({ changes }: BureauDatabase, seq: number): Promise<readonly string[] | null> {
  const parts = await changes
    .where('[seq+part]')
    .above([seq, Infinity])
    .limit(mostParts + 1)
    .toArray();
  return parts.length > mostParts ? null : parts.flatMap(({ ids }) => ids);
}

/**
 * The records of a ledger whose field is empty, in the order of their identifiers; null where they are more than the limit.
 * What was so at an earlier look is remembered beside the data, and only what was written since is looked at again: a field
 * such as the day of closing is filled in nearly all records of many years, and looking through all their keys takes long.
 */
export async function readUnfilled(
  database: BureauDatabase,
  ledger: Ledger,
  name: string,
  limit: number,
): Promise<readonly LedgerRow[] | null> {
  const key = `unfilled:${ledger.id}.${name}` as const;
  // The head is read first: what is written while the rows are read belongs to the next look.
  const { seq } = await readHead(database);
  const known = (await database.meta.get(key)) as UnfilledRow | undefined;
  const since = known && known.seq <= seq ? await changedSince(database, known.seq) : null;
  const ids = known && since ? [...new Set([...known.ids, ...since])].sort() : await scan(database, ledger, name);
  if (ids.length > limit + (since?.length ?? 0)) return null;
  const found = await database.rows(ledger.id).bulkGet([...ids]);
  const rows = found.flatMap((row) => (row && isEmpty(row.values[name]) ? [row] : []));
  if (known?.seq !== seq) {
    // Only a shortcut for the next start: where it cannot be kept, the ledger is looked through again.
    database.meta.put({ key, seq, ids: rows.map((row) => row.id) }).catch(() => undefined);
  }
  return rows.length > limit ? null : rows;
}
