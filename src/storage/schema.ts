import type { Ledger } from '@/domain/kernel';

/**
 * Number of the data's form. Stores, indexes and row shapes may only grow; whenever they do after a release, this number
 * grows by one, so that an older program knows it must not touch the data. Recorded in tests/storage/schema-snapshot.json.
 */
export const schemaVersion = 1;

/** Every name of a database that holds a bureau's data. */
export const databaseNamePattern = /^bureau-(\d+)$/;

/** Stores beside the ledgers' own, in Dexie's notation (first the key, then the indexes; * means one entry per item). */
export const fixedStores = {
  /** Headers of commits, by running number; the kind finds those that brought sample data. */
  commits: 'seq, intent.kind',
  /** Their entries in parts of up to 200; `ids` finds the parts that hold a record. */
  changes: '[seq+part], *ids',
  /** Bytes of attachments. */
  blobs: 'sha256',
  /** Schema version and head of the log. */
  meta: 'key',
} as const;

/** Store of one ledger: by id, with an index for the recycle bin and one for each indexed field. */
export function ledgerStore(ledger: Ledger): string {
  const indexes = Object.entries(ledger.fields)
    .filter(([, field]) => field.indexed)
    .map(([name, field]) => `${field.kind === 'choices' || field.kind === 'references' ? '*' : ''}values.${name}`);
  return ['id', 'deletedAt', ...indexes].join(', ');
}

/** All stores of the present schema version. Since stores only grow, the newest list is the only one needed to open any older data. */
export function storesOf(ledgers: readonly Ledger[]): Readonly<Record<string, string>> {
  for (const ledger of ledgers) {
    if (ledger.id in fixedStores) throw new Error(`ledger id ${ledger.id} is the name of a store`);
  }
  return { ...fixedStores, ...Object.fromEntries(ledgers.map((ledger) => [ledger.id, ledgerStore(ledger)])) };
}
