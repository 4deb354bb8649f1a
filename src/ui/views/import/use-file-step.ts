import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Ledger } from '@/domain/kernel';
import type { SheetInfo, TableGuess, WorkbookInfo } from '@/exchange/contract';
import { offeredTables } from '@/services/import-mapping';
import { chooseImportFile, offeredSheets, openImportFile, type ImportFile } from '@/services/import-workbook';
import { useWorkbench } from '@/ui/workbench';
import type { Work } from './use-work';

/** Rows of a sheet that are shown for choosing by hand. */
export const previewRows = 40;

/** Where a table stands, as the person writes it down: rows counted from 1. */
export interface TableBounds {
  readonly header: { readonly first: number; readonly last: number } | null;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Choosing a file, a sheet and a table in it. */
export interface FileStep {
  readonly file: ShallowRef<{ readonly name: string; readonly info: WorkbookInfo } | null>;
  readonly sheets: ComputedRef<readonly SheetInfo[]>;
  readonly sheet: Ref<string>;
  readonly tables: ShallowRef<readonly TableGuess[]>;
  readonly table: ShallowRef<TableGuess | null>;
  readonly preview: ShallowRef<readonly (readonly string[])[]>;
  /** Chinese sentence about what stopped the last action; empty where nothing did. */
  readonly refusal: Ref<string>;
  choose(): Promise<void>;
  take(file: ImportFile): Promise<void>;
  /** A file that was dropped on the dialog. */
  drop(file: File): Promise<void>;
  selectSheet(name: string): Promise<void>;
  selectTable(table: TableGuess): void;
  adjust(bounds: TableBounds): Promise<void>;
}

/** Largest file that is read into memory at all; the exchange worker has its own, finer limits. */
const dropLimit = 200 * 1024 * 1024;

/** Why bounds written by hand cannot be right, as a Chinese sentence; empty where they can. */
export function judgeBounds(bounds: TableBounds, rows: number): string {
  const { header, firstRow, lastRow } = bounds;
  if (header && header.last < header.first) return '表头的末行不能在首行之前，请改正行号。';
  if (header && header.last - header.first > 5) return '表头最多6行，请改正行号。';
  if (lastRow < firstRow) return '数据的末行不能在首行之前，请改正行号。';
  if (header && firstRow <= header.last) return '数据应从表头的下一行以后开始，请改正行号。';
  if (lastRow > rows) return `这张工作表只有${rows}行，请改正数据的末行。`;
  return '';
}

/** State and actions of the dialog's first step. */
export function useFileStep(ledger: Ledger, work: Work): FileStep {
  const workbench = useWorkbench();
  const file = shallowRef<{ readonly name: string; readonly info: WorkbookInfo } | null>(null);
  const sheet = ref('');
  const tables = shallowRef<readonly TableGuess[]>([]);
  const table = shallowRef<TableGuess | null>(null);
  const preview = shallowRef<readonly (readonly string[])[]>([]);
  const refusal = ref('');
  const sheets = computed(() => (file.value ? offeredSheets(file.value.info) : []));

  async function selectSheet(name: string): Promise<void> {
    refusal.value = '';
    await work.brief('查找表格', async () => {
      const info = sheets.value.find((one) => one.name === name);
      const rows = await workbench.exchange.preview(name, previewRows);
      const found = info ? await offeredTables(workbench, ledger, info, rows) : [];
      sheet.value = name;
      tables.value = found;
      table.value = found[0] ?? null;
      preview.value = rows;
    });
  }

  async function take(given: ImportFile): Promise<void> {
    refusal.value = '';
    const opened = await work.run('读取要导入的文件', (task) => openImportFile(workbench, task, given));
    if (!opened.ok) {
      // The worker has let go of the former file, so the dialog forgets it too.
      file.value = null;
      table.value = null;
      refusal.value = opened.error.cancelled ? '已取消读取，可以重新选择文件。' : opened.error.message;
      return;
    }
    file.value = { name: given.name, info: opened.value };
    const first = sheets.value[0];
    if (first) await selectSheet(first.name);
  }

  async function choose(): Promise<void> {
    const chosen = await chooseImportFile(workbench);
    if (!chosen.ok) refusal.value = chosen.error.message;
    else if (chosen.value) await take(chosen.value);
  }

  return {
    ...{ file, sheets, sheet, tables, table, preview, refusal, choose, take, selectSheet },
    async drop(dropped) {
      if (dropped.size > dropLimit) {
        refusal.value = '文件超过200兆，不能导入。请拆成几个文件，或删去其中的图片后再导入。';
        return;
      }
      await take({ name: dropped.name, bytes: new Uint8Array(await dropped.arrayBuffer()) });
    },
    selectTable: (chosen) => void (table.value = chosen),
    async adjust(bounds) {
      const rows = sheets.value.find((info) => info.name === sheet.value)?.rows ?? 0;
      refusal.value = judgeBounds(bounds, rows);
      if (refusal.value) return;
      table.value = await work.brief('按所选的行读取', () =>
        workbench.exchange.tableAt(sheet.value, bounds.header, bounds.firstRow, bounds.lastRow),
      );
    },
  };
}
