import { shippedCodeTables } from '@/domain/code-tables';
import { presentValue, type LedgerRow, type Mutation, type SheetRow, type Values } from '@/domain/kernel';
import { ledgerOf } from '@/domain/registry';
import { codeTablesInForce } from '@/domain/workbench';
import type { Generated } from './generator';

/** The records as mutations of a commit. */
export function mutationsOf(ledger: string, records: readonly Generated<unknown>[]): readonly Mutation[] {
  return records.map(({ id, values }) => ({ op: 'create', ledger, id, values: values as Values }));
}

/** The records as rows of a store, for writing around the application. */
export function rowsOf(records: readonly Generated<unknown>[]): readonly LedgerRow[] {
  const at = new Date(Date.UTC(2026, 0, 1)).toISOString();
  const known = { createdAt: at, createdBy: '生成', updatedAt: at, updatedBy: '生成', rules: {} };
  return records.map(({ id, values }) => ({
    id,
    revision: 1,
    origin: '320799',
    ...known,
    deletedAt: null,
    deletedBy: null,
    sample: false,
    values: values as Values,
  }));
}

/**
 * The records as a spreadsheet has them: a row of labels, then labels instead of codes and titles instead of references.
 * @param titles title of each record that is referred to, by id.
 */
export function sheetOf(
  ledgerId: string,
  fields: readonly string[],
  records: readonly Generated<unknown>[],
  titles: ReadonlyMap<string, string> = new Map(),
): readonly SheetRow[] {
  const ledger = ledgerOf(ledgerId);
  const codes = codeTablesInForce(shippedCodeTables, []);
  const context = { codes, titleOf: (_: string, id: string) => titles.get(id) ?? '' };
  const columns = fields.map((name) => {
    const field = ledger.fields[name];
    if (!field) throw new Error(`ledger ${ledgerId} has no field ${name}`);
    return { name, field };
  });
  const rows = records.map(({ values }) =>
    columns.map(({ name, field }) => {
      const value = (values as Values)[name];
      return typeof value === 'number' ? value : presentValue(field, value, context) || null;
    }),
  );
  return [columns.map(({ field }) => field.label), ...rows];
}
