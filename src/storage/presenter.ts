import {
  presentValue,
  recordTitle,
  type CodeTables,
  type Field,
  type FieldValue,
  type Ledger,
  type LedgerRow,
  type PresentContext,
  type Values,
} from '@/domain/kernel';
import type { ColumnSource } from './column';
import type { LedgerSet } from './ledger-set';
import type { MemoryTable } from './memory-table';

/** Members of a row, beside its values, that lists may filter and sort by. */
const rowMembers: Readonly<Record<string, (row: LedgerRow) => FieldValue>> = {
  id: (row) => row.id,
  origin: (row) => row.origin,
  createdAt: (row) => row.createdAt,
  createdBy: (row) => row.createdBy,
  updatedAt: (row) => row.updatedAt,
  updatedBy: (row) => row.updatedBy,
  deletedAt: (row) => row.deletedAt,
  deletedBy: (row) => row.deletedBy,
  sample: (row) => row.sample,
};

/** Shows values as people read them, with the code tables in force and the titles of records in memory. */
export interface Presenter {
  readonly codes: () => CodeTables;
  readonly useCodes: (tables: CodeTables) => void;
  /** @param masked hide sensitive values. */
  readonly value: (field: Field, value: FieldValue | undefined, masked?: boolean) => string;
  readonly title: (ledger: Ledger, values: Values) => string;
  /** Title of a record in memory; empty where it is not there. */
  readonly titleOf: (ledger: string, id: string) => string;
  /** Changes whenever a value of the field may be shown differently. */
  readonly stampOf: (field: Field) => number;
  /** How a column of the ledger is made. */
  readonly sourceOf: (ledger: Ledger, name: string) => ColumnSource;
}

/** Orders by its value, by its code units, or as Chinese; a person's name by the surname's own reading. */
function orderOf(field: Field): ColumnSource['order'] {
  if (field.kind === 'integer' || field.kind === 'decimal' || field.kind === 'flag') return 'value';
  if (field.kind === 'date' || field.kind === 'month') return 'plain';
  return field.kind === 'text' && field.label.includes('姓名') ? 'person' : 'chinese';
}

/**
 * Makes a presenter.
 * @param tableOf the table of a ledger if it is in memory.
 */
export function createPresenter(ledgers: LedgerSet, tableOf: (ledger: string) => MemoryTable | undefined): Presenter {
  let codes: CodeTables = {};
  let codesVersion = 0;

  const titleOf = (ledger: string, id: string): string => {
    const row = tableOf(ledger)?.get(id);
    return row ? recordTitle(ledgers.get(ledger), row.values, context(false)) : '';
  };
  const context = (masked: boolean): PresentContext => ({ codes, titleOf, masked });
  const titleStamp = (ledger: string, seen: readonly string[]): number => {
    if (seen.includes(ledger)) return 0;
    const { fields, titleFields } = ledgers.get(ledger);
    const targets = titleFields.flatMap((name) => fields[name]?.target ?? []);
    const own = tableOf(ledger)?.titleVersion() ?? 0;
    return targets.reduce((sum, target) => sum + titleStamp(target, [...seen, ledger]), own);
  };
  const stampOf = (field: Field): number => {
    if (field.target) return codesVersion + titleStamp(field.target, []);
    return field.table ? codesVersion : 0;
  };
  const value: Presenter['value'] = (field, held, masked = false) => presentValue(field, held, context(masked));
  return {
    codes: () => codes,
    useCodes: (tables) => {
      // The session hands the tables over after every write; what was worked out with equal ones stays.
      if (JSON.stringify(tables) === JSON.stringify(codes)) return;
      codes = tables;
      codesVersion += 1;
    },
    value,
    title: (ledger, values) => recordTitle(ledger, values, context(false)),
    titleOf,
    stampOf,
    sourceOf: (ledger, name) => {
      const field = ledger.fields[name];
      if (field) {
        return {
          read: (row) => row.values[name] ?? null,
          present: (held) => value(field, held),
          stamp: () => stampOf(field),
          order: orderOf(field),
        };
      }
      const read = rowMembers[name];
      if (!read) throw new Error(`ledger ${ledger.id} has no field ${name}`);
      return { read, present: String, stamp: () => 0, order: name === 'sample' ? 'value' : 'plain' };
    },
  };
}
