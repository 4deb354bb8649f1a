import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { recordTitle, type Ledger, type LedgerRow, type PresentContext } from '@/domain/kernel';
import type { TableRow, Tone } from '@/ui/components/table';
import type { ListState } from '@/ui/stores/lists';
import { extensions } from '@/ui/views/extensions';
import { useWorkbench } from '@/ui/workbench';
import { cellText, type ListColumn } from './columns';
import type { LiveList } from './use-list';

/** What a table on screen does beside showing rows. */
export interface TableControl {
  readonly rows: ComputedRef<readonly TableRow[]>;
  /** Sensitive values are shown in full. */
  readonly revealed: Ref<boolean>;
  readonly hasSensitive: ComputedRef<boolean>;
  readonly sortBy: (name: string, add: boolean) => void;
  readonly tick: (ids: readonly string[], on: boolean) => void;
  readonly tickAll: () => Promise<void>;
  readonly tickNone: () => void;
}

/** Next state of sorting after a click on a heading: up, down, off; with `add` beside the other levels. */
export function nextSort(sort: ListState['sort']['value'], name: string, add: boolean): ListState['sort']['value'] {
  const old = sort.find((key) => key.field === name);
  const next = !old ? { field: name } : old.descending ? null : { field: name, descending: true };
  if (!add) return next ? [next] : [];
  if (!old) return next ? [...sort, next] : sort;
  return sort.flatMap((key) => (key.field === name ? (next ?? []) : key));
}

/** Tones of codes by field. */
type Tones = Readonly<Record<string, Readonly<Record<string, Tone>>>>;

/** The cells of a row that are drawn as a tag, by place; none where the register marks no state. */
function tonesOf(row: LedgerRow, columns: readonly ListColumn[], tones: Tones): Readonly<Record<number, Tone>> {
  const marked = columns.flatMap((column, place) => {
    const tone = tones[column.name]?.[String(row.values[column.name] ?? '')];
    return tone ? [[place, tone] as const] : [];
  });
  return Object.fromEntries(marked);
}

/** Rows as texts, sorting and ticking of a list. */
export function useTable(
  ledger: Ledger,
  state: ListState,
  list: LiveList,
  columns: ComputedRef<readonly ListColumn[]>,
): TableControl {
  const bench = useWorkbench();
  const tones = extensions[ledger.id]?.tones;
  const revealed = ref(false);
  const context = computed<PresentContext>(() => ({
    codes: bench.session.codes,
    titleOf: (_ledger, id) => list.titles.value[id] ?? '（记录已不存在）',
    masked: !revealed.value,
  }));

  function tableRow(row: LedgerRow): TableRow {
    return {
      id: row.id,
      title: recordTitle(ledger, row.values, context.value),
      cells: columns.value.map((column) => cellText(ledger, row, column.name, context.value)),
      ...(row.sample ? { marks: ['示例'] } : {}),
      ...(tones ? { tones: tonesOf(row, columns.value, tones) } : {}),
    };
  }

  return {
    rows: computed(() => list.rows.value.map(tableRow)),
    revealed,
    hasSensitive: computed(() => columns.value.some((column) => column.sensitive)),
    sortBy: (name, add) => (state.sort.value = nextSort(state.sort.value, name, add)),
    tick(ids, on) {
      const next = new Set(state.selected.value);
      for (const id of ids) {
        if (on) next.add(id);
        else next.delete(id);
      }
      state.selected.value = next;
    },
    async tickAll() {
      state.selected.value = new Set(await bench.storage.ids(list.query.value));
    },
    tickNone: () => (state.selected.value = new Set()),
  };
}
