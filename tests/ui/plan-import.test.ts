import { read, utils, write, type WorkSheet } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { ledgerOf } from '@/domain/registry';
import type { PlanTask } from '@/domain/supervision-plan';
import { createExchange } from '@/exchange/exchange';
import type { Task } from '@/exchange/contract';
import { offeredTables, proposeMapping } from '@/services/import-mapping';
import {
  checkImport,
  commitImport,
  openImportFile,
  rejectedWorkbook,
  type ImportCheck,
} from '@/services/import-workbook';
import { createPlan, openPlan, type PlanRow } from '@/services/plans';
import { openBench, type TestBench } from './register-bench';

const task: Task = { id: 'import', onProgress: () => undefined };
const ledger = 'plan-task';

type Rows = readonly (readonly (string | number | null)[])[];

function bookOf(rows: Rows, merges: WorkSheet['!merges'] = []): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = merges;
  utils.book_append_sheet(book, sheet, '任务分工');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

interface PlanDesk extends TestBench {
  readonly plan: PlanRow;
}

/** A desk with the plan of 2026 and two bodies; the exchange is the real one. */
async function openDesk(): Promise<PlanDesk> {
  const exchange = createExchange();
  const desk = await openBench({ exchange });
  await exchange.connect(desk.bench.storage);
  await desk.add('enforcement-entity', { name: '安澜县市场监督管理局' });
  await desk.add('enforcement-entity', { name: '安澜县水利局' });
  const made = await createPlan(desk.bench, { year: 2026, title: '安澜县2026年行政执法监督工作方案' });
  if (!made.ok) throw new Error('no plan');
  return { ...desk, plan: made.value };
}

/** What the plan page does with a workbook: the plan and its year are given, columns are matched by their names. */
async function checkBook({ bench, plan }: PlanDesk, bytes: Uint8Array): Promise<ImportCheck> {
  const opened = await openImportFile(bench, task, { name: '任务分工.xlsx', bytes });
  const sheet = opened.ok ? opened.value.sheets[0] : undefined;
  if (!sheet) throw new Error('the book did not open');
  const preview = await bench.exchange.preview(sheet.name, 60);
  const [table] = await offeredTables(bench, ledgerOf(ledger), sheet, preview);
  if (!table) throw new Error('no table was found');
  const { mapping } = await proposeMapping(bench, ledger, table.columns);
  const source = { sheet: sheet.name, table, mapping, fixed: { plan: plan.id }, year: plan.values.year };
  const answer = await checkImport(bench, task, ledger, source);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

async function tasksOf({ bench, plan }: PlanDesk): Promise<readonly PlanTask[]> {
  return ((await openPlan(bench, plan.id))?.tasks ?? []).map((row) => row.values);
}

const heads = ['序号', '任务类别', '任务名称', '监督对象', '监督单位', '时间安排', '牵头单位', '配合单位', '成果形式'];
const rows: Rows = [
  ['安澜县2026年行政执法监督工作任务分工表', null, null, null, null, null, null, null, null],
  heads,
  [
    1,
    '行政执法制度建设及落实监督',
    '三项制度落实情况检查',
    '各执法部门',
    '安澜县市场监督管理局、安澜县水利局',
    '3月',
    '县司法局',
    '县市场监管局、县水利局',
    '检查报告',
  ],
  [2, null, '案卷评查', '各执法部门', null, '7—9月', '县司法局', null, '评查报告'],
  [3, null, '执法证件核查', '各执法部门', '安澜县水利局', '一季度', '县司法局', null, '核查报告'],
  [4, null, '日常投诉处理', '全县', null, '全年', '县司法局', '各司法所', null],
];
const merged = [
  { s: { r: 0, c: 0 }, e: { r: 0, c: 8 } },
  { s: { r: 2, c: 1 }, e: { r: 5, c: 1 } },
];

test('a table of tasks comes in as offices make it: merged categories, months and quarters, several units in a cell', async () => {
  const desk = await openDesk();
  const check = await checkBook(desk, bookOf(rows, merged));
  expect(check.summary).toEqual({ total: 4, created: 4, changed: 0, unchanged: 0, rejected: 0 });
  expect((await commitImport(desk.bench, check)).ok).toBe(true);
  const tasks = await tasksOf(desk);
  expect(tasks.map((one) => [one.title, one.monthFrom, one.monthTo])).toEqual([
    ['执法证件核查', '2026-01', '2026-03'],
    ['日常投诉处理', '2026-01', '2026-12'],
    ['三项制度落实情况检查', '2026-03', '2026-03'],
    ['案卷评查', '2026-07', '2026-09'],
  ]);
  expect(new Set(tasks.map((one) => one.category)).size).toBe(1);
  const first = tasks.find((one) => one.title === '三项制度落实情况检查');
  expect(first).toMatchObject({ status: 'planned', assistUnits: '县市场监管局、县水利局', result: '检查报告' });
  expect(first?.entities).toHaveLength(2);
  // The same table once more changes nothing.
  expect((await checkBook(desk, bookOf(rows, merged))).summary).toMatchObject({ created: 0, rejected: 0 });
});

test('what cannot be read is told with its cell and comes back in a workbook; the rest comes in', async () => {
  const desk = await openDesk();
  const wrong: Rows = [
    heads,
    [1, '行政执法制度建设及落实监督', '三项制度检查', null, null, '尽快', '县司法局', null, null],
    [2, '没有这一类', '案卷评查', null, null, '9月', '县司法局', null, null],
    [3, '行政执法制度建设及落实监督', '证件核查', null, '没有这个局', '6月', '县司法局', null, null],
    [4, '行政执法制度建设及落实监督', '投诉处理', null, null, '2026年5月', '县司法局', null, null],
  ];
  const check = await checkBook(desk, bookOf(wrong));
  expect(check.summary).toMatchObject({ total: 4, created: 1, rejected: 3 });
  const back = read(await rejectedWorkbook(desk.bench, check));
  const text = Object.values(back.Sheets)
    .map((sheet) => utils.sheet_to_csv(sheet))
    .join('\n');
  expect(text).toContain('不是有效的月份，请写成2026-03、3月、3—5月、一季度或者全年');
  expect(text).toContain('没有这一类');
  expect(text).toContain('没有这个局');
  expect((await commitImport(desk.bench, check)).ok).toBe(true);
  expect((await tasksOf(desk)).map((one) => one.title)).toEqual(['投诉处理']);
});
