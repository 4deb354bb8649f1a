import { describe, expect, test } from 'vitest';
import type { TableGuess } from '@/exchange/contract';
import { tableBetween } from '@/exchange/workbook/read/detect/between';
import { findTables } from '@/exchange/workbook/read/detect/find';
import { cellAt, sheetView, type SheetView } from '@/exchange/workbook/read/detect/view';
import { openWorkbook } from '@/exchange/workbook/read/open';
import { awkwardSheets, type AwkwardSheet } from '../../fixtures/workbooks/awkward';
import { makeSheet, type MadeFormat, type MadeSheet } from '../../fixtures/workbooks/make';

async function viewOf(sheet: MadeSheet, format: MadeFormat = 'xlsx'): Promise<SheetView> {
  const opened = await openWorkbook(makeSheet(sheet.rows, { ...sheet, hidden: false }, format), 'a');
  const grid = opened.ok ? [...opened.value.grids.values()][0] : undefined;
  if (!grid) throw new Error('the sample cannot be opened');
  return sheetView(grid);
}

function expectAs(table: TableGuess | undefined, sheet: AwkwardSheet): void {
  if (sheet.header === undefined) {
    expect(table).toBeUndefined();
    return;
  }
  const header = sheet.header === null ? null : { first: sheet.header[0], last: sheet.header[1] };
  expect(table).toMatchObject({ header, firstRow: sheet.data[0], lastRow: sheet.data[1], rows: sheet.records });
  expect(table?.columns.map((column) => column.name)).toEqual(sheet.columns);
  const reasons = table?.leftOut.filter((row) => row.reason !== 'title').map((row) => [row.sheetRow, row.reason]);
  expect(Object.fromEntries(reasons ?? [])).toEqual(sheet.leftOut ?? {});
}

describe('tables are found under', () => {
  for (const format of ['xlsx', 'xls', 'ods'] as const) {
    for (const sheet of awkwardSheets) {
      test(`${sheet.kind} (.${format})`, async () => {
        expectAs(findTables(await viewOf(sheet, format))[0], sheet);
      });
    }
  }

  test('a header of two rows in a text file, which has no merges', async () => {
    const text = '序号,单位,执法人员,,备注\n,,在编,聘用,\n1,甲局,12,3,\n2,乙局,8,1,兼\n';
    const opened = await openWorkbook(new TextEncoder().encode(text), 'a.csv');
    const grid = opened.ok ? [...opened.value.grids.values()][0] : undefined;
    const table = grid ? findTables(sheetView(grid))[0] : undefined;
    expect(table).toMatchObject({ header: { first: 1, last: 2 }, rows: 2 });
    expect(table?.columns.map((column) => column.name)[2]).toBe('执法人员 / 在编');
  });
});

describe('several tables in one sheet', () => {
  test('one below the other are told apart, with a remark, the larger first', async () => {
    const view = await viewOf({
      rows: [
        ['月份', '办案数', '罚款'],
        ['1月', 3, 100],
        ['2月', 5, 250],
        [],
        ['人员情况'],
        ['在编', '聘用'],
        [13, 14],
      ],
      merges: ['A5:B5'],
    });
    const tables = findTables(view);
    expect(tables.map((table) => [table.header?.first, table.rows])).toEqual([
      [1, 2],
      [6, 1],
    ]);
    expect(tables[0]?.remarks.join()).toMatch(/2个表格/);
  });

  test('side by side with the same labels are two tables', async () => {
    const view = await viewOf({
      rows: [
        ['姓名', '年龄', null, '姓名', '年龄'],
        ['甲', 30, null, '乙', 31],
        ['丙', 32, null, '丁', 33],
        ['戊', 34, null, null, null],
      ],
    });
    const columns = findTables(view).map((table) => table.columns.map((column) => column.column));
    expect(columns).toEqual([
      [0, 1],
      [3, 4],
    ]);
  });
});

describe('merged and hidden rows', () => {
  const rows = [
    ['单位', '姓名', '年龄'],
    ['甲局', '张某', 30],
    [null, '李某', 40],
    ['乙局', '王某', 50],
  ];

  test('a value merged over rows stands in each of them, and the filling is told', async () => {
    const view = await viewOf({ rows, merges: ['A2:A3'] });
    const table = findTables(view)[0];
    expect(table?.rows).toBe(3);
    expect(cellAt(view, 2, 0)).toBe('甲局');
    expect(table?.remarks.join()).toMatch(/1处上下合并/);
  });

  test('hidden rows count and are told', async () => {
    const table = findTables(await viewOf({ rows, hiddenRows: [2] }))[0];
    expect(table?.rows).toBe(3);
    expect(table?.remarks.join()).toMatch(/1行被隐藏/);
  });
});

describe('a person bounds the table by hand', () => {
  test('what is counted ends with the last record, and another table within the bounds is told', async () => {
    const view = await viewOf({
      rows: [
        ['单位', '人数'],
        ['甲局', 1],
        ['乙局', 2],
        [],
        [],
        ['二、车辆情况', null],
        ['车牌', '年份', '用途', '状态'],
        ['一号车', 2020, '执法', '在用'],
        ['二号车', 2021, '执法', '在用'],
      ],
    });
    const table = tableBetween(view, { header: { first: 1, last: 1 }, firstRow: 2, lastRow: 9 });
    const leftOut = new Set(table.leftOut.map((row) => row.sheetRow));
    const read = Array.from({ length: table.lastRow - table.firstRow + 1 }, (_, at) => table.firstRow + at).filter(
      (row) => !leftOut.has(row) && view.rows[row - 1]?.some((cell) => cell !== null),
    );
    expect(read).toHaveLength(table.rows);
    expect(table.lastRow).toBe(3);
    expect(table.remarks.join()).toMatch(/第6行起像是另一张表/);
  });

  test('rows that are a header only in that person’s eyes, and none', async () => {
    const view = await viewOf({
      rows: [
        ['甲局', '一', 1],
        ['乙局', '二', 2],
        ['合计', null, 3],
        ['丙局', '三', 4],
      ],
    });
    const headed = tableBetween(view, { header: { first: 1, last: 1 }, firstRow: 2, lastRow: 4 });
    expect(headed).toMatchObject({ rows: 2, firstRow: 2, lastRow: 4 });
    expect(headed.columns.map((column) => column.name)).toEqual(['甲局', '一', '列C'].with(2, '1'));
    const bare = tableBetween(view, { header: null, firstRow: 1, lastRow: 2 });
    expect(bare).toMatchObject({ header: null, rows: 2 });
    expect(bare.columns.map((column) => column.name)).toEqual(['列A', '列B', '列C']);
  });
});
