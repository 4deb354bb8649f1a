import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Ledger } from '@/domain/kernel';
import type { ColumnMapping, TableColumn, TableGuess } from '@/exchange/contract';
import { importableFields, proposeMapping, type MappingSource } from '@/services/import-workbook';
import { useWorkbench } from '@/ui/workbench';
import type { Work } from './use-work';

/** Setting columns against fields. */
export interface MappingStep {
  readonly columns: Ref<readonly TableColumn[]>;
  readonly mapping: ShallowRef<ColumnMapping>;
  readonly sources: ShallowRef<Readonly<Record<string, MappingSource>>>;
  /** Labels of required fields without a column. */
  readonly missing: ComputedRef<readonly string[]>;
  /** Columns that go nowhere. */
  readonly unused: ComputedRef<readonly TableColumn[]>;
  /** Whether a set of fields is complete by which a row finds its record. */
  readonly identifiable: ComputedRef<boolean>;
  propose(table: TableGuess): Promise<void>;
  /** Sets a field's column by hand; null takes it away. A column goes into one field only: the former one loses it. */
  assign(field: string, column: number | null): void;
}

/** State and actions of the dialog's second step. */
export function useMappingStep(ledger: Ledger, work: Work): MappingStep {
  const workbench = useWorkbench();
  const columns = ref<readonly TableColumn[]>([]) as Ref<readonly TableColumn[]>;
  const mapping = shallowRef<ColumnMapping>({});
  const sources = shallowRef<Readonly<Record<string, MappingSource>>>({});
  const used = computed(() => new Set(Object.values(mapping.value)));
  return {
    columns,
    mapping,
    sources,
    missing: computed(() =>
      importableFields(ledger).flatMap((name) => {
        const field = ledger.fields[name];
        return field?.required && !(name in mapping.value) ? [field.label] : [];
      }),
    ),
    unused: computed(() => columns.value.filter((column) => !used.value.has(column.column))),
    identifiable: computed(
      () =>
        ledger.naturalKeys.length === 0 ||
        ledger.naturalKeys.some((key) =>
          key.unique
            ? key.fields.every((name) => name in mapping.value)
            : key.fields.some((name) => name in mapping.value),
        ),
    ),
    async propose(table) {
      columns.value = table.columns;
      const proposal = await work.brief('对应各列', () => proposeMapping(workbench, ledger.id, table.columns));
      mapping.value = proposal.mapping;
      sources.value = proposal.sources;
    },
    assign(field, column) {
      const kept = Object.entries(mapping.value).filter(([name, taken]) => name !== field && taken !== column);
      mapping.value = Object.fromEntries(column === null ? kept : [...kept, [field, column]]);
      sources.value = { ...sources.value, [field]: 'manual' };
    },
  };
}
