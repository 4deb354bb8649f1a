import type { LedgerRow } from '@/domain/kernel';
import type { Workbench } from './workbench';

/** The living records of some identifiers, by identifier. */
export async function livingRows<V>(
  bench: Workbench,
  ledger: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LedgerRow<V>>> {
  const rows = await bench.storage.rows(ledger, [...new Set(ids)]);
  return new Map(rows.filter((row) => row.deletedAt === null).map((row) => [row.id, row as LedgerRow<V>]));
}
