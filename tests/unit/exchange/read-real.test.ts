import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TableGuess } from '@/exchange/contract';
import { cellText } from '@/exchange/workbook/read/cell';
import { findTables } from '@/exchange/workbook/read/detect/find';
import { sheetView } from '@/exchange/workbook/read/detect/view';
import { openWorkbook, type OpenedWorkbook } from '@/exchange/workbook/read/open';
import { readIndex, type Expectation } from '../../fixtures/workbooks/expectations';

const shared = resolve(import.meta.dirname, '../../../../shared/data');
const spreadsheets = resolve(shared, 'spreadsheets');
const published = resolve(shared, 'real');
const present = existsSync(resolve(spreadsheets, 'INDEX.md')) && existsSync(published);
const indexed = present ? readIndex(readFileSync(resolve(spreadsheets, 'INDEX.md'), 'utf8')) : [];
const csvFiles = present ? readdirSync(published).filter((file) => file.endsWith('.csv')) : [];

async function open(folder: string, file: string) {
  return openWorkbook(new Uint8Array(readFileSync(resolve(folder, file))), file);
}

async function opened(folder: string, file: string): Promise<OpenedWorkbook> {
  const result = await open(folder, file);
  if (!result.ok) throw new Error(`${file}: ${result.error.message}`);
  return result.value;
}

/** The sheet that the index means; a text file has one sheet, which the index calls Sheet1. */
function tablesOf(book: OpenedWorkbook, sheet: string): readonly TableGuess[] {
  const grid = book.grids.get(sheet) ?? (book.grids.size === 1 ? [...book.grids.values()][0] : undefined);
  return grid ? findTables(sheetView(grid)) : [];
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');
/** Names that come twice are told apart by _2; the index gives them as they are written. */
const asWritten = (name: string): string => withoutSpace(name).replace(/_\d+$/, '');

function shapeOf(table: TableGuess, expected: Expectation) {
  return {
    header: table.header,
    firstRow: table.firstRow,
    lastRow: expected.lastRow === null ? null : table.lastRow,
    rows: table.rows,
    columnCount: table.columns.length,
    columns: expected.header ? table.columns.map((column) => (column.unnamed ? null : asWritten(column.name))) : [],
  };
}

function expectTable(table: TableGuess | undefined, expected: Expectation): void {
  expect(table, `${expected.file} “${expected.sheet}”: no table`).toBeDefined();
  if (!table) return;
  const { header, firstRow, lastRow, rows, columnCount, columns } = expected;
  const names = columns.map((name) => (name === null ? null : asWritten(name)));
  expect(shapeOf(table, expected)).toEqual({ header, firstRow, lastRow, rows, columnCount, columns: names });
  expect(new Set(table.columns.map((column) => column.name)).size).toBe(columnCount);
}

function cellsOf(book: OpenedWorkbook, sheet: number, row: number, from: number, to: number): string[] {
  const grid = [...book.grids.values()][sheet];
  return (grid?.rows[row - 1] ?? []).slice(from, to).map(cellText);
}

const whereAbsent = 'the shared spreadsheets are not on this machine: nothing is compared';

function realSpreadsheets(): void {
  test('the index names every file and its expectations can be read', () => {
    const files = readdirSync(spreadsheets).filter((file) => file !== 'INDEX.md');
    expect(indexed.map((entry) => entry.file).sort()).toEqual(files.sort());
    expect(indexed.flatMap((entry) => entry.expected).length).toBeGreaterThanOrEqual(34);
  });

  for (const { file, negative, empty, expected } of indexed) {
    test(`${file}: header rows, data rows, number of records and column names`, async () => {
      if (empty) {
        expect(await open(spreadsheets, file)).toMatchObject({ ok: false, error: { kind: 'empty' } });
        return;
      }
      const book = await opened(spreadsheets, file);
      for (const one of expected) {
        const tables = tablesOf(book, one.sheet);
        const table = tables.find((found) => found.header?.first === one.header?.first);
        if (!negative || table) expectTable(table, one);
      }
      if (!negative) return;
      for (const name of book.grids.keys()) {
        const allowed = expected.filter((one) => one.sheet === name).length;
        expect(tablesOf(book, name).length, `“${name}” is a form`).toBeLessThanOrEqual(allowed);
      }
    });
  }
}

function traps(): void {
  test('a date shows as one day whatever its number format, the Chinese built-in ones included', async () => {
    const book = await opened(spreadsheets, 'easyexcel-dateformats.xlsx');
    for (let row = 2; row <= 28; row += 1) expect(cellsOf(book, 0, row, 0, 1)).toEqual(['2020-01-01 01:01:01']);
  });

  test('identifiers of 28 digits and codes with leading zeros stay as they are written', async () => {
    const wechat = await opened(spreadsheets, 'wechat-two-sheets.xlsx');
    const long = [...wechat.grids.values()].flatMap((grid) => grid.rows.slice(18).map((row) => cellText(row[8])));
    expect(long.some((text) => /^\d{28}$/.test(text))).toBe(true);
    expect(long.every((text) => !/e\+/i.test(text))).toBe(true);
    const physics = await opened(spreadsheets, 'jiangsu-2022-admission-physics.xls');
    expect(cellsOf(physics, 0, 6, 0, 1)).toEqual(['0105']);
  });

  test('a time of day stays a time, a list of numbers and a range stay text', async () => {
    expect(cellsOf(await opened(spreadsheets, 'side-table-survey.xlsx'), 0, 2, 12, 13)).toEqual(['10:00']);
    expect(cellsOf(await opened(spreadsheets, 'et-offset-two-blocks.et'), 0, 5, 10, 11)).toEqual([
      '66,67,68,69,70,71,72,73,74,75,76,77,78,79',
    ]);
    expect(cellsOf(await opened(spreadsheets, 'cumcm2024-crops.xlsx'), 1, 2, 7, 8)).toEqual(['2.50-4.00']);
  });

  test('hidden rows are read and told, hidden sheets stand last and are marked', async () => {
    const filtered = await opened(spreadsheets, 'filtered-1189-hidden.xlsx');
    expect(filtered.info.sheets[0]).toMatchObject({ rows: 1247, hiddenRows: 1189 });
    expect(tablesOf(filtered, 'Sheet1')[0]?.remarks.join()).toMatch(/1189行被隐藏.*显示的有57行/);
    const requirements = await opened(spreadsheets, 'requirements-hidden-sheet.xlsx');
    expect(requirements.info.sheets.at(-1)).toMatchObject({ name: '采集表', hidden: true });
  });

  test('merged blocks are filled down and a text named .xls is told by its content', async () => {
    const crops = await opened(spreadsheets, 'cumcm2024-crops.xlsx');
    const grid = crops.grids.get('2023年的农作物种植情况');
    const rows = grid ? sheetView(grid).rows.slice(1) : [];
    expect(rows).toHaveLength(87);
    expect(rows.every((row) => cellText(row[0]) !== '')).toBe(true);
    const guarded = await opened(spreadsheets, 'tsv-named-xls-gbk-huaxi.xls');
    expect(guarded.info).toMatchObject({ format: 'tsv', encoding: 'gb18030' });
    expect(cellsOf(guarded, 0, 5, 3, 5)).toEqual(['204001', 'GC001']);
  });
}

function publishedLists(): void {
  for (const file of csvFiles) {
    test(`${file}: the first line is the header, every other line a record or a total`, async () => {
      const book = await opened(published, file);
      expect(book.info).toMatchObject({ format: 'csv', encoding: 'utf-8' });
      const grid = [...book.grids.values()][0];
      const table = grid ? findTables(sheetView(grid))[0] : undefined;
      expect(table?.header).toEqual({ first: 1, last: 1 });
      expect(table?.columns.map((column) => column.name)).toEqual(grid?.rows[0]?.map((cell) => withoutBreaks(cell)));
      const totals = table?.leftOut.filter((row) => row.reason === 'total') ?? [];
      expect(table?.leftOut).toEqual(totals);
      expect((table?.rows ?? 0) + totals.length).toBe((grid?.rows.length ?? 0) - 1);
    });
  }
}

function withoutBreaks(cell: Parameters<typeof cellText>[0]): string {
  return cellText(cell).replace(/\n/g, '');
}

if (present) {
  describe('every real spreadsheet yields what the index says', realSpreadsheets);
  describe('every trap that the index names is passed', traps);
  describe('every published list of the real data is read whole', publishedLists);
} else {
  test(whereAbsent, () => {
    console.warn(whereAbsent);
    expect(present).toBe(false);
  });
}
