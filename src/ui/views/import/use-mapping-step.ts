import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import type { FieldValue, Ledger, NaturalKey, Values } from '@/domain/kernel';
import type { ColumnMapping, TableColumn, TableGuess } from '@/exchange/contract';
import { importableFields, proposeMapping, type MappingSource } from '@/services/import-mapping';
import { useWorkbench } from '@/ui/workbench';
import type { GivenValues } from './use-import';
import type { Work } from './use-work';

/** Setting columns against fields. */
export interface MappingStep {
  readonly columns: ShallowRef<readonly TableColumn[]>;
  readonly mapping: ShallowRef<ColumnMapping>;
  readonly sources: ShallowRef<Readonly<Record<string, MappingSource>>>;
  /** Fields that every row gets the same value for; null until it is chosen. */
  readonly fixed: ShallowRef<Values>;
  /** Titles of records that values given beforehand refer to, by id. */
  readonly titles: Readonly<Record<string, string>>;
  /** The field from whose column one end of a span of months is read too, where it has no column itself. */
  spanned(field: string): string | null;
  /** Labels of required fields without a column or a value for all rows. */
  readonly missing: ComputedRef<readonly string[]>;
  /** Columns that go nowhere. */
  readonly unused: ComputedRef<readonly TableColumn[]>;
  /** Whether a row can find its record by what is mapped. */
  readonly identifiable: ComputedRef<boolean>;
  propose(table: TableGuess): Promise<void>;
  /** Sets a field's column by hand; null takes it away. A column goes into one field only: the former one loses it. */
  assign(field: string, column: number | null): void;
  /** Gives all rows the same value for a field, in the place of a column. */
  fix(field: string, value: FieldValue): void;
}

/** A weak key identifies by any of its fields, a unique one only by all of them (see naturalKeyText of the kernel). */
function identifies(key: NaturalKey, filled: ReadonlySet<string>): boolean {
  return key.unique ? key.fields.every((name) => filled.has(name)) : key.fields.some((name) => filled.has(name));
}

function without<T>(record: Readonly<Record<string, T>>, field: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== field));
}

/** State and actions of the dialog's second step. */
export function useMappingStep(ledger: Ledger, work: Work, given: GivenValues): MappingStep {
  const workbench = useWorkbench();
  const columns = shallowRef<readonly TableColumn[]>([]);
  const mapping = shallowRef<ColumnMapping>({});
  const sources = shallowRef<Readonly<Record<string, MappingSource>>>({});
  const fixed = shallowRef<Values>(given.values);
  const used = computed(() => new Set(Object.values(mapping.value)));
  const filled = computed(() => {
    const values = Object.entries(fixed.value).filter(([, value]) => value !== null);
    return new Set([...Object.keys(mapping.value), ...values.map(([name]) => name)]);
  });
  const spanned = (name: string): string | null => {
    if (ledger.fields[name]?.span === undefined || filled.value.has(name)) return null;
    return Object.keys(mapping.value).find((other) => ledger.fields[other]?.span !== undefined) ?? null;
  };
  const lacks = (name: string): boolean =>
    Boolean(ledger.fields[name]?.required) && !filled.value.has(name) && spanned(name) === null;
  return {
    ...{ columns, mapping, sources, fixed, spanned },
    titles: given.titles,
    missing: computed(() =>
      importableFields(ledger)
        .filter(lacks)
        .map((name) => ledger.fields[name]?.label ?? name),
    ),
    unused: computed(() => columns.value.filter((column) => !used.value.has(column.column))),
    identifiable: computed(
      () => ledger.naturalKeys.length === 0 || ledger.naturalKeys.some((key) => identifies(key, filled.value)),
    ),
    async propose(table) {
      columns.value = table.columns;
      const proposal = await work.brief('对应各列', () => proposeMapping(workbench, ledger.id, table.columns));
      const names = Object.entries(proposal.mapping).filter(([name]) => !(name in fixed.value));
      mapping.value = Object.fromEntries(names);
      sources.value = proposal.sources;
    },
    assign(field, column) {
      fixed.value = without(fixed.value, field);
      const kept = Object.entries(mapping.value).filter(([name, taken]) => name !== field && taken !== column);
      mapping.value = Object.fromEntries(column === null ? kept : [...kept, [field, column]]);
      sources.value = { ...sources.value, [field]: 'manual' };
    },
    fix(field, value) {
      mapping.value = without(mapping.value, field);
      fixed.value = { ...fixed.value, [field]: value };
    },
  };
}
