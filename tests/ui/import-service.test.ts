import { read, utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { ledgerOf } from '@/domain/registry';
import { createExchange } from '@/exchange/exchange';
import type { ColumnMapping, TableColumn, Task } from '@/exchange/contract';
import { offeredTables, ownHeaderRow, proposeMapping, rememberMapping } from '@/services/import-mapping';
import {
  checkImport,
  commitImport,
  importOutcomes,
  offeredSheets,
  openImportFile,
  rejectedWorkbook,
  rejectionsOf,
  type ImportCheck,
  type ImportSource,
} from '@/services/import-workbook';
import { undoCommit } from '@/services/records';
import type { Workbench } from '@/services/workbench';
import { judgeBounds } from '@/ui/views/import/use-file-step';
import { columnLetters, describeFormat } from '@/ui/views/import/text';
import { openBench, type TestBench } from './register-bench';

const task: Task = { id: 'import', onProgress: () => undefined };

type Rows = readonly (readonly (string | number)[])[];

function bookOf(rows: Rows): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '名录');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** A desk whose exchange is the real one, joined to the real engine without workers between them. */
async function openDesk(): Promise<TestBench> {
  const exchange = createExchange();
  const desk = await openBench({ exchange });
  await exchange.connect(desk.bench.storage);
  return desk;
}

async function sourceOf(bench: Workbench, ledger: string, rows: Rows): Promise<ImportSource> {
  const opened = await openImportFile(bench, task, { name: '名录.xlsx', bytes: bookOf(rows) });
  const sheet = opened.ok ? opened.value.sheets[0] : undefined;
  if (!sheet) throw new Error('the book did not open');
  const preview = await bench.exchange.preview(sheet.name, 60);
  const [table] = await offeredTables(bench, ledgerOf(ledger), sheet, preview);
  if (!table) throw new Error('no table was found');
  const { mapping } = await proposeMapping(bench, ledger, table.columns);
  return { sheet: sheet.name, table, mapping, fixed: {} };
}

async function checked(bench: Workbench, ledger: string, source: ImportSource): Promise<ImportCheck> {
  const answer = await checkImport(bench, task, ledger, source);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

function column(at: number, name: string): TableColumn {
  return { column: at, name, unnamed: false, samples: [] };
}

test('an import is written in one commit and undone as a whole', async () => {
  const { bench, add } = await openDesk();
  await add('enforcement-entity', { name: '安澜县水利局', contact: '陈静' });
  const before = await bench.storage.stateDigest();
  const rows = [
    ['全称', '联系人'],
    ['安澜县水利局', '周敏'],
    ['安澜县林业局', '李强'],
  ];
  const check = await checked(bench, 'enforcement-entity', await sourceOf(bench, 'enforcement-entity', rows));
  expect(check.summary).toEqual({ total: 2, created: 1, changed: 1, unchanged: 0, rejected: 0 });
  expect(await bench.storage.stateDigest()).toBe(before);
  const done = await commitImport(bench, check);
  if (!done.ok) throw new Error('the import was refused');
  expect(done.value.count).toBe(2);
  const [header] = await bench.storage.commits(null, 1);
  expect(header?.intent).toEqual({ kind: 'import', label: '导入执法主体：新增1条，更新1条' });
  expect((await undoCommit(bench, done.value.seq)).ok).toBe(true);
  const page = await bench.storage.page({ ledger: 'enforcement-entity' }, 0, 10);
  expect(page.rows.map((row) => row.values['contact'])).toEqual(['陈静']);
});

test('a rejected row is told with its column and its text, and goes into a file with the reason', async () => {
  const { bench } = await openDesk();
  const rows = [
    ['序号', '全称', '统一社会信用代码', '主体类别'],
    [1, '安澜县水利局', '11320799014263576', '法定行政机关'],
    [2, '安澜县林业局', '', '什么机关'],
    [3, '安澜县财政局', '', '法定行政机关'],
  ];
  const source = await sourceOf(bench, 'enforcement-entity', rows);
  const check = await checked(bench, 'enforcement-entity', source);
  expect(check.summary).toMatchObject({ created: 1, rejected: 2 });
  const [first, second] = await importOutcomes(bench, check, 'rejected', { offset: 0, limit: 10 });
  if (!first || !second) throw new Error('rejected rows are missing');
  expect(rejectionsOf(source, first)).toMatchObject([
    { column: { name: '统一社会信用代码' }, text: '11320799014263576' },
  ]);
  expect(rejectionsOf(source, second)).toMatchObject([{ column: { name: '主体类别' }, text: '什么机关' }]);
  const book = read(await rejectedWorkbook(bench, check), { type: 'array' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  const text = sheet ? utils.sheet_to_csv(sheet) : '';
  expect(text).toContain('安澜县林业局');
  expect(text).toContain('主体类别：');
  expect(text).not.toContain('安澜县财政局');
});

test('one value given to all rows lands in each of them, references by identifier', async () => {
  const { bench, add } = await openDesk();
  const version = await add('duty-version', { title: '2026年版', kind: 'power', status: 'draft' });
  const rows = [
    ['序号', '事项名称'],
    [1, '对违法建设的处罚'],
    [2, '对占道经营的检查'],
  ];
  const source = { ...(await sourceOf(bench, 'duty-item', rows)), fixed: { version: version.id } };
  const first = await checked(bench, 'duty-item', source);
  expect((await commitImport(bench, first)).ok).toBe(true);
  const page = await bench.storage.page({ ledger: 'duty-item' }, 0, 10);
  expect(page.rows.map((row) => row.values['version'])).toEqual([version.id, version.id]);
  const again = await checked(bench, 'duty-item', source);
  expect(again.summary).toMatchObject({ created: 0, unchanged: 2 });
});

test('a mapping by hand is remembered by header name, also that a column is not imported', async () => {
  const { bench } = await openDesk();
  const columns = [column(0, '牌 子'), column(1, '联系人'), column(2, '电话')];
  const mapping: ColumnMapping = { name: 0, complaintPhone: 2 };
  await rememberMapping(bench, 'enforcement-entity', columns, mapping);
  const moved = [column(0, '电话'), column(1, '牌子'), column(2, '联系人'), column(3, '备注')];
  const proposal = await proposeMapping(bench, 'enforcement-entity', moved);
  expect(proposal.mapping).toMatchObject({ name: 1, complaintPhone: 0, remark: 3 });
  expect(proposal.mapping).not.toHaveProperty('contact');
  expect(proposal.sources).toMatchObject({ name: 'remembered', remark: 'suggested' });
  await rememberMapping(bench, 'enforcement-entity', columns, { ...mapping, contact: 1 });
  const later = await proposeMapping(bench, 'enforcement-entity', moved);
  expect(later.mapping).toMatchObject({ contact: 2 });
  expect(await bench.storage.countRows({ ledger: 'import-mapping' })).toBe(1);
});

test('a list that the application exported is recognised although most of its cells are empty', async () => {
  const { bench, add } = await openDesk();
  const names = [
    '县司法局',
    '各行政执法机关',
    '各乡镇人民政府(街道办事处)',
    '开发区管委会',
    '市司法局',
    '县直行政执法机关',
  ];
  for (const name of names) await add('enforcement-entity', { name });
  const fields = ['name', 'uscc', 'category', 'level', 'status', 'management', 'officerCount'];
  const query = { ledger: 'enforcement-entity' };
  const sheet = await bench.exchange.exportSheet(task, 'enforcement-entity', { query, fields, title: '名录' });
  if (!sheet.ok) throw new Error(sheet.error.message);
  const opened = await openImportFile(bench, task, { name: '名录.xlsx', bytes: sheet.value });
  const info = opened.ok ? opened.value.sheets[0] : undefined;
  if (!info) throw new Error('the book did not open');
  const ledger = ledgerOf('enforcement-entity');
  const [table] = await offeredTables(bench, ledger, info, await bench.exchange.preview(info.name, 60));
  if (!table) throw new Error('no table was found');
  expect(table).toMatchObject({ header: { first: 2, last: 2 }, rows: names.length });
  const { mapping } = await proposeMapping(bench, ledger.id, table.columns);
  const check = await checked(bench, ledger.id, { sheet: info.name, table, mapping, fixed: {} });
  expect(check.summary).toMatchObject({ unchanged: names.length, created: 0, changed: 0, rejected: 0 });
});

test('a row of values is not taken for the header of the register', () => {
  const ledger = ledgerOf('enforcement-entity');
  expect(ownHeaderRow(ledger, [['安澜县水利局', '法定行政机关'], ['安澜县林业局']])).toBeNull();
  expect(ownHeaderRow(ledger, [['名录'], ['', ''], ['单位名称', '联 系 人', '谁填的']])).toEqual({ row: 3, known: 2 });
});

test('hidden and empty sheets are offered last', () => {
  const sheet = (name: string, hidden: boolean, rows: number) => ({ name, hidden, rows, columns: 1, hiddenRows: 0 });
  const sheets = [sheet('字典', true, 9), sheet('空', false, 0), sheet('甲', false, 5), sheet('乙', false, 3)];
  const offered = offeredSheets({ format: 'xlsx', encoding: null, sheets, remarks: [] });
  expect(offered.map(({ name }) => name)).toEqual(['甲', '乙', '空', '字典']);
});

test('a check that is stopped leaves no plan behind', async () => {
  const { bench } = await openDesk();
  const source = await sourceOf(bench, 'enforcement-entity', [['全称'], ['甲单位'], ['乙单位'], ['丙单位']]);
  const ended: string[] = [];
  const stopping: Workbench = {
    ...bench,
    exchange: {
      ...bench.exchange,
      sendRows: async () => ({ ok: false, error: { kind: 'cancelled', message: '已取消' } }),
    },
    storage: Object.assign(Object.create(bench.storage) as Workbench['storage'], {
      endImport: async (plan: string) => void ended.push(plan),
    }),
  };
  const answer = await checkImport(stopping, task, 'enforcement-entity', source);
  expect(answer).toEqual({ ok: false, error: { message: '已取消', cancelled: true } });
  expect(ended).toHaveLength(1);
});

test('bounds by hand that cannot be right are refused in words', () => {
  const header = { first: 2, last: 3 };
  expect(judgeBounds({ header, firstRow: 4, lastRow: 9 }, 10)).toBe('');
  expect(judgeBounds({ header: { first: 3, last: 2 }, firstRow: 4, lastRow: 9 }, 10)).toContain('表头的末行');
  expect(judgeBounds({ header, firstRow: 3, lastRow: 9 }, 10)).toContain('表头的下一行');
  expect(judgeBounds({ header: null, firstRow: 5, lastRow: 4 }, 10)).toContain('数据的末行');
  expect(judgeBounds({ header: null, firstRow: 1, lastRow: 11 }, 10)).toContain('只有10行');
});

test('a file is described by its content, and columns by their letters', () => {
  const info = { format: 'csv', encoding: 'gb18030', sheets: [], remarks: [] } as const;
  expect(describeFormat(info, '名单.xls')).toBe(
    '逗号分隔的文本（.csv），编码 GB18030（国标）；文件名以 .xls 结尾，已按实际内容读取',
  );
  expect(describeFormat({ ...info, format: 'xlsx', encoding: null }, '名单.xlsx')).toBe('Excel 工作簿（.xlsx）');
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
