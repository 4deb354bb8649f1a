import type { DaySpan } from '@/domain/due';
import type { Filter, LedgerRow } from '@/domain/kernel';
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

/** The condition that a field's day lies within others. */
export function between(field: string, { from, to }: DaySpan): Filter {
  return { field, op: 'between', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
