import { ledgerOf } from '@/domain/registry';
import { presentValue, type LedgerRow } from '@/domain/kernel';
import { connectExchange } from '@/exchange/client';
import type { StorageClient } from '@/storage/client';
import { writeXlsx } from 'hucre/xlsx';
import { codes, context, creations, generateOfficers, must } from './desk';
import { figure, timed, withLongestTask, type Figure } from './measure';
import { openRaw, rawWrite } from './raw';

const ledger = 'enforcement-officer';

/** The filled values of a record; the storage keeps no others. */
function filled(values: object): LedgerRow['values'] {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** Rows as the storage would keep them, for the raw baselines. */
export function rawRows(records: ReturnType<typeof generateOfficers>['officers']): readonly LedgerRow[] {
  return records.map(({ id, values }) => ({
    id,
    revision: 1,
    origin: context.origin,
    createdAt: '2026-11-22T00:00:00.000Z',
    createdBy: context.actor,
    updatedAt: '2026-11-22T00:00:00.000Z',
    updatedBy: context.actor,
    rules: context.rules,
    deletedAt: null,
    deletedBy: null,
    sample: false,
    values: filled(values),
  }));
}

/** A commit of 10,000 new records against the same rows put into plain IndexedDB. */
export async function measureCommit(storage: StorageClient): Promise<readonly Figure[]> {
  const { entities, officers } = generateOfficers(10_000);
  must(await storage.commit({ kind: 'import', label: '测速' }, creations('enforcement-entity', entities), context));
  const mutations = creations(ledger, officers);
  const rows = rawRows(officers);
  const raw = await openRaw('raw-commit');
  const base = await timed(() => rawWrite(raw, rows));
  const ours = await timed(() => storage.commit({ kind: 'import', label: '测速' }, mutations, context));
  must(ours.value);
  raw.close();
  return [figure('提交 10000 条记录', 'ms', ours.ms, base.ms)];
}

const columns = Object.entries(ledgerOf(ledger).fields)
  .filter(([, field]) => !field.derived)
  .slice(0, 20);

/** A workbook of officers with 20 columns under the labels of their definition. */
async function workbookOf(records: ReturnType<typeof generateOfficers>): Promise<Uint8Array> {
  const names = new Map(records.entities.map(({ id, values }) => [id, values.name]));
  const present = { codes, titleOf: (_: string, id: string) => names.get(id) ?? id };
  const lines = records.officers.map(({ values }) =>
    columns.map(([name, field]) => presentValue(field, (values as never)[name], present)),
  );
  return writeXlsx({ sheets: [{ name: '名册', rows: [columns.map(([, field]) => field.label), ...lines] }] });
}

/** What the parser alone takes, in a worker of its own. */
async function bareParse(bytes: Uint8Array): Promise<number> {
  const worker = new Worker(new URL('./parser.ts', import.meta.url), { type: 'module' });
  const answer = await timed(
    () =>
      new Promise<number>((resolve, reject) => {
        worker.onmessage = (event: MessageEvent<number>) => resolve(event.data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(bytes);
      }),
  );
  worker.terminate();
  return answer.ms;
}

async function importWorkbook(storage: StorageClient, bytes: Uint8Array) {
  const exchange = connectExchange();
  await exchange.connect((await storage.port()) as never);
  const task = { id: 'bench', onProgress: () => undefined };
  const steps: Record<string, number> = {};
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const { ms, value } = await timed(work);
    steps[name] = ms;
    return value;
  };
  const info = must(await step('打开并解析', () => exchange.openWorkbook(task, bytes, '名册.xlsx')));
  const sheet = info.sheets[0]?.name ?? '';
  const [table] = await step('找表', () => exchange.findTables(sheet));
  if (!table) throw new Error('测速中断：没有找到表');
  const mapping = await exchange.suggestMapping(ledger, table.columns);
  const plan = await storage.beginImport(ledger, context);
  must(await step('读行并比对', () => exchange.sendRows(task, { id: plan, ledger }, { sheet, table, mapping })));
  const summary = await storage.importSummary(plan);
  if (summary.created !== 50_000) throw new Error(`测速中断：只有${JSON.stringify(summary)}`);
  must(await step('写入', () => storage.commitImport(plan, '测速')));
  await exchange.closeWorkbook();
  return steps;
}

/** Import of 50,000 rows by 20 columns, from bytes to disk, against the bare parser and a raw write of the same rows. */
export async function measureImport(storage: StorageClient): Promise<readonly Figure[]> {
  const records = generateOfficers(50_000);
  must(
    await storage.commit({ kind: 'import', label: '测速' }, creations('enforcement-entity', records.entities), context),
  );
  const bytes = await workbookOf(records);
  const parse = await bareParse(bytes.slice());
  const raw = await openRaw('raw-import');
  const rows = rawRows(records.officers);
  const write = await timed(() => rawWrite(raw, rows));
  raw.close();
  const ours = await withLongestTask(() => timed(() => importWorkbook(storage, bytes)));
  const steps = Object.entries(ours.value.value).map(([name, ms]) => figure(`　其中：${name}`, 'ms', ms, null));
  return [
    figure('导入 50000 行×20 列（基准：只解析加直接写库）', 'ms', ours.value.ms, parse + write.ms),
    ...steps,
    figure('　基准中的解析', 'ms', parse, null),
    figure('　基准中的写库', 'ms', write.ms, null),
    figure('导入期间界面线程最长任务（0：没有达到 50 毫秒的）', 'ms', ours.longest, null),
  ];
}
