import { recordTitle, type LedgerRow } from '@/domain/kernel';
import type { BureauDatabase } from './database';
import { referenceFields, type LedgerSet } from './ledger-set';
import { completeRow } from './row-text';
import { titleTargets, type Tables } from './tables';

/** What reading records needs. */
export interface Reader {
  readonly database: BureauDatabase;
  readonly ledgers: LedgerSet;
  readonly tables: Tables;
}

/** Identifiers by ledger. */
export type Wanted = Map<string, Set<string>>;

/** How far titles of titles are followed. */
const depth = 4;

/** Records by identifier, in the given order and without unknown ones; from memory if the ledger is there. */
export async function readRows(reader: Reader, ledger: string, ids: readonly string[]): Promise<readonly LedgerRow[]> {
  const loaded = reader.tables.loaded(ledger);
  if (loaded) return ids.flatMap((id) => loaded.table.get(id) ?? []);
  const definition = reader.ledgers.get(ledger);
  const rows = await reader.database.rows(ledger).bulkGet([...ids]);
  return rows.flatMap((row) => (row ? completeRow(definition, row) : []));
}

function want(wanted: Wanted, ledger: string, value: unknown): void {
  const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
  const known = wanted.get(ledger) ?? new Set();
  for (const id of ids) if (typeof id === 'string') known.add(id);
  wanted.set(ledger, known);
}

/** Records that the given ones refer to, by ledger. */
export function referencesOf(
  ledgers: LedgerSet,
  ledger: string,
  rows: readonly LedgerRow[],
  names?: readonly string[],
) {
  const wanted: Wanted = new Map();
  for (const [name, , target] of referenceFields(ledgers.get(ledger))) {
    if (names && !names.includes(name)) continue;
    for (const row of rows) want(wanted, target, row.values[name]);
  }
  return wanted;
}

/** Titles of records by identifier; unknown ones are left out. Records in the recycle bin have theirs too. */
export async function readTitles(reader: Reader, wanted: Wanted): Promise<Readonly<Record<string, string>>> {
  const { ledgers, tables } = reader;
  const found = new Map<string, { readonly ledger: string; readonly row: LedgerRow }>();
  let open = wanted;
  for (let level = 0; level < depth && open.size > 0; level += 1) {
    const next: Wanted = new Map();
    for (const [ledger, ids] of open) {
      const rows = await readRows(
        reader,
        ledger,
        [...ids].filter((id) => !found.has(id)),
      );
      for (const row of rows) found.set(row.id, { ledger, row });
      if (titleTargets(ledgers, ledger).length === 0) continue;
      const nested = referencesOf(ledgers, ledger, rows, ledgers.get(ledger).titleFields);
      for (const [target, targetIds] of nested) want(next, target, [...targetIds]);
    }
    open = next;
  }
  const codes = tables.presenter.codes();
  const titleOf = (_ledger: string, id: string): string => {
    const there = found.get(id);
    return there ? recordTitle(ledgers.get(there.ledger), there.row.values, { codes, titleOf }) : '';
  };
  const titles: Record<string, string> = {};
  for (const [ledger, ids] of wanted) for (const id of ids) if (found.has(id)) titles[id] = titleOf(ledger, id);
  return titles;
}
