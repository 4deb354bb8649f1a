import type { LedgerRow, ListQuery } from '@/domain/kernel';
import type { Workbench } from './workbench';

/** Small enough that no message between page and worker holds up the page. */
const piece = 1000;

/**
 * All rows of a query, taken over piece by piece. Only for ledgers that stay small (versions, terms, staff), or with a
 * filter that keeps the answer small.
 */
export async function allRows(bench: Workbench, query: ListQuery): Promise<readonly LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (;;) {
    const page = await bench.storage.page(query, rows.length, piece);
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}
