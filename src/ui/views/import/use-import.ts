import { computed, onBeforeUnmount, onMounted, ref, type ComputedRef, type Ref } from 'vue';
import type { CommitReceipt, Ledger, Values } from '@/domain/kernel';
import type { SheetInfo } from '@/exchange/contract';
import { useWorkbench } from '@/ui/workbench';
import { useCheckStep, type CheckStep } from './use-check-step';
import { useFileStep, type FileStep } from './use-file-step';
import { useMappingStep, type MappingStep } from './use-mapping-step';
import { useWork, type Work } from './use-work';

/** Values that every row gets beforehand, in the place of columns. */
export interface GivenValues {
  readonly values: Values;
  /** Titles of the records that they refer to, by id. */
  readonly titles: Readonly<Record<string, string>>;
  /** Of months that a cell names without one. */
  readonly year?: number;
}

/** Where the dialog stands. */
export type ImportStepName = 'file' | 'mapping' | 'check' | 'done';

/** The whole of the import dialog. */
export interface ImportFlow {
  readonly step: Ref<ImportStepName>;
  readonly work: Work;
  readonly file: FileStep;
  readonly mapping: MappingStep;
  readonly check: CheckStep;
  /** Sheets that were not imported in this dialog and hold something. */
  readonly others: ComputedRef<readonly SheetInfo[]>;
  toMapping(): Promise<void>;
  toCheck(): Promise<void>;
  back(): Promise<void>;
  commit(): Promise<CommitReceipt | null>;
  nextSheet(sheet: string): Promise<void>;
  startAgain(): Promise<void>;
}

function keepPage(event: Event): void {
  event.preventDefault();
}

/** A file let fall beside the place for it must not take the page's place in a browser. */
function keepDropsOffPage(): void {
  const kinds = ['dragover', 'drop'] as const;
  onMounted(() => kinds.forEach((kind) => window.addEventListener(kind, keepPage)));
  onBeforeUnmount(() => kinds.forEach((kind) => window.removeEventListener(kind, keepPage)));
}

/** The year of the months that a file names without one, as far as it is given. */
function yearOf({ year }: GivenValues): { readonly year?: number } {
  return year === undefined ? {} : { year };
}

/** Steps and actions of an import into a ledger. What was read is let go when the dialog is taken down. */
export function useImport(ledger: Ledger, given: GivenValues = { values: {}, titles: {} }): ImportFlow {
  const workbench = useWorkbench();
  const work = useWork();
  const file = useFileStep(ledger, work);
  const mapping = useMappingStep(ledger, work, given);
  const check = useCheckStep(work);
  const step = ref<ImportStepName>('file');
  const imported = ref<readonly string[]>([]);

  async function toFile(): Promise<void> {
    await check.drop();
    step.value = 'file';
  }

  keepDropsOffPage();
  onBeforeUnmount(() => {
    work.cancel();
    void check.drop();
    void workbench.exchange.closeWorkbook();
  });

  return {
    ...{ step, work, file, mapping, check },
    others: computed(() => file.sheets.value.filter((info) => info.rows > 1 && !imported.value.includes(info.name))),
    async toMapping() {
      const table = file.table.value;
      if (!table) return;
      await mapping.propose(table);
      step.value = 'mapping';
    },
    async toCheck() {
      const table = file.table.value;
      if (!table) return;
      const chosen = Object.entries(mapping.fixed.value).filter(([, value]) => value !== null);
      const fixed = Object.fromEntries(chosen);
      const source = { sheet: file.sheet.value, table, mapping: mapping.mapping.value, fixed, ...yearOf(given) };
      if (await check.start(ledger.id, source)) step.value = 'check';
    },
    async back() {
      if (step.value === 'check') {
        await check.drop();
        step.value = 'mapping';
      } else await toFile();
    },
    async commit() {
      const receipt = await check.commit();
      if (receipt) {
        imported.value = [...imported.value, file.sheet.value];
        step.value = 'done';
      }
      return receipt;
    },
    async nextSheet(sheet) {
      await toFile();
      await file.selectSheet(sheet);
    },
    async startAgain() {
      imported.value = [];
      await toFile();
      await file.choose();
    },
  };
}
