import type { FieldProblem, Ledger, LedgerRow, PresentContext } from '@/domain/kernel';
import { presentValue } from '@/domain/kernel';
import { alignmentOf, widthOf, type Alignment } from '@/ui/components/field-text';
import { momentText } from '@/ui/frame/moments';

/** A column that a list can show. */
export interface ListColumn {
  readonly name: string;
  readonly label: string;
  /** In Chinese characters. */
  readonly width: number;
  readonly align: Alignment;
  readonly sortable: boolean;
  readonly sensitive: boolean;
  readonly naming?: boolean;
}

type MetaName = 'updatedAt' | 'updatedBy' | 'createdAt' | 'createdBy' | 'deletedAt' | 'deletedBy';

const metaColumns: Readonly<Record<MetaName, ListColumn>> = {
  createdAt: meta('createdAt', '登记时间', true),
  createdBy: meta('createdBy', '登记人', false),
  updatedAt: meta('updatedAt', '更新时间', true),
  updatedBy: meta('updatedBy', '更新人', false),
  deletedAt: meta('deletedAt', '删除时间', true),
  deletedBy: meta('deletedBy', '删除人', false),
};

function meta(name: MetaName, label: string, moment: boolean): ListColumn {
  return { name, label, width: moment ? 9 : 6, align: 'left', sortable: moment, sensitive: false };
}

/** All columns that a register's list can show: its fields, then who wrote the record and when. */
export function availableColumns(ledger: Ledger): readonly ListColumn[] {
  const own = Object.entries(ledger.fields).map(([name, field]) => ({
    name,
    label: field.label,
    width: widthOf(field),
    align: alignmentOf(field),
    sortable: true,
    sensitive: field.sensitive !== undefined,
    naming: name === ledger.titleFields[0],
  }));
  return [...own, metaColumns.createdAt, metaColumns.createdBy, metaColumns.updatedAt, metaColumns.updatedBy];
}

/** Names of the columns that a list shows before the person chooses. */
export function usualColumns(ledger: Ledger): readonly string[] {
  const listed = Object.entries(ledger.fields).filter(([, field]) => field.listed);
  const names = (listed.length > 0 ? listed : Object.entries(ledger.fields).slice(0, 6)).map(([name]) => name);
  return names;
}

/** Columns by their names; names that the definition no longer has are left out. */
export function columnsNamed(ledger: Ledger, names: readonly string[]): readonly ListColumn[] {
  const byName = new Map(availableColumns(ledger).map((column) => [column.name, column]));
  const found = names.flatMap((name) => byName.get(name) ?? []);
  return found.length > 0 ? found : usualColumns(ledger).flatMap((name) => byName.get(name) ?? []);
}

/** Columns of the recycle bin: what names the record, then who removed it and when. */
export function recycleColumns(ledger: Ledger): readonly ListColumn[] {
  const names = Array.from(new Set([...ledger.titleFields, ...usualColumns(ledger).slice(0, 5)]));
  return [...columnsNamed(ledger, names), metaColumns.deletedAt, metaColumns.deletedBy];
}

/** Text of one cell of a list. */
export function cellText(ledger: Ledger, row: LedgerRow, name: string, context: PresentContext): string {
  const field = ledger.fields[name];
  if (field) return presentValue(field, row.values[name], context);
  if (!(name in metaColumns)) return '';
  const value = row[name as MetaName];
  if (value === null) return '';
  return name.endsWith('At') ? momentText(Date.parse(value)) : value;
}

/** Problems by field; those of the record as a whole stand under the empty name. */
export function problemsByField(problems: readonly FieldProblem[]): Readonly<Record<string, string>> {
  const byField: Record<string, string> = {};
  for (const problem of problems) byField[problem.field ?? ''] ??= problem.message;
  return byField;
}
