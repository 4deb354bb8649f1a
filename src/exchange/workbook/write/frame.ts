import { colToLetter, writeXlsx, type Cell, type CellStyle, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import type { CellFormat, SheetColumn } from './columns';

type PageSetup = NonNullable<WriteSheet['pageSetup']>;

/** A sheet before its rows are filled in. */
export interface SheetFrame {
  /** Name of the sheet; signs that sheet names may not have are left out. */
  readonly name: string;
  /** Title in a merged row above the header; null for none. */
  readonly title: string | null;
  readonly columns: readonly SheetColumn[];
  /** Number of rows expected, for the filter's range. */
  readonly rows: number;
  /** A template: required columns are marked and hints are put on the headers. */
  readonly hints: boolean;
}

/** A small sheet of texts behind the main one: widths in Chinese characters, first row bold. */
export interface SideSheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** Name of the hidden sheet that holds the values of the lists. */
export const listSheetName = '代码';

const lastSheetRow = 1_048_576;
const line = { style: 'thin', color: { rgb: 'A6A6A6' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const numberFormats: Readonly<Record<CellFormat, string>> = {
  text: '@',
  paragraph: 'General',
  date: 'yyyy-mm-dd',
  integer: '0',
  decimal: 'General',
};

const titleStyle: CellStyle = {
  font: { name: '宋体', size: 16, bold: true },
  alignment: { horizontal: 'center', vertical: 'center' },
};

function headerStyle(marked: boolean): CellStyle {
  return {
    font: { name: '宋体', size: 11, bold: true, ...(marked ? { color: { rgb: 'C00000' } } : {}) },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7ECF3' } },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    border,
  };
}

function dataStyle(format: CellFormat): CellStyle {
  const horizontal = format === 'date' ? 'center' : format === 'integer' || format === 'decimal' ? 'right' : 'left';
  return { numFmt: numberFormats[format], border, alignment: { horizontal, vertical: 'center', wrapText: true } };
}

/** Width in a spreadsheet's unit, the digit; a Chinese character takes two. */
function columnWidth(characters: number): number {
  return characters * 2 + 2;
}

function headerCell(column: SheetColumn, hints: boolean): Partial<Cell> {
  const marked = hints && column.required;
  const note = [...(marked ? ['必填'] : []), ...(column.hint ? [column.hint] : [])].join('。');
  return {
    value: marked ? `${column.header}*` : column.header,
    type: 'string',
    style: headerStyle(marked),
    ...(hints && note ? { comment: { author: '填写说明', text: note } } : {}),
  };
}

function validationOf(column: SheetColumn, letters: string, range: string, length: number): DataValidation {
  return {
    type: 'list',
    formula1: `${listSheetName}!$${letters}$2:$${letters}$${length + 1}`,
    range,
    allowBlank: true,
    showErrorMessage: column.list?.strict ?? false,
    errorStyle: 'warning',
    errorTitle: '不在选项中',
    errorMessage: `“${column.header}”通常从下拉列表中选择。仍要写入吗？`,
  };
}

/** The lists' values, one list a column, on a hidden sheet; inline lists may not pass 255 characters. */
function listsOf(frame: SheetFrame, firstRow: number): { sheet: WriteSheet | null; validations: DataValidation[] } {
  const cells = new Map<string, Partial<Cell>>();
  const validations: DataValidation[] = [];
  frame.columns.forEach((column, position) => {
    const values = column.list?.values ?? [];
    if (values.length === 0) return;
    const at = validations.length;
    [column.header, ...values].forEach((value, row) => cells.set(`${row},${at}`, { value, type: 'string' }));
    const range = `${colToLetter(position)}${firstRow}:${colToLetter(position)}${lastSheetRow}`;
    validations.push(validationOf(column, colToLetter(at), range, values.length));
  });
  if (validations.length === 0) return { sheet: null, validations };
  return { sheet: { name: listSheetName, rows: [], cells, hidden: true }, validations };
}

/** Width, in Chinese characters, that stays readable on one A3 page set lengthwise (at little more than half size). */
const a3Width = 190;

/**
 * Paper on which columns stay readable: A4, A3, or A3 over several pages side by side with the first column repeated.
 * @param characters sum of the columns' widths.
 */
function paperFor(characters: number): PageSetup {
  const fit = { fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  if (characters <= 65) return { ...fit, paperSize: 'a4', orientation: 'portrait' };
  if (characters <= 120) return { ...fit, paperSize: 'a4', orientation: 'landscape' };
  const pages = Math.ceil(characters / a3Width);
  return {
    ...fit,
    paperSize: 'a3',
    orientation: 'landscape',
    fitToWidth: pages,
    ...(pages > 1 ? { printTitlesColumn: '$A:$A' } : {}),
  };
}

function safeSheetName(name: string): string {
  return name.replace(/[[\]:*?/\\']/g, '').slice(0, 31) || '数据';
}

function mainSheet(frame: SheetFrame, validations: DataValidation[]): WriteSheet {
  const { columns, title } = frame;
  const headerRow = title === null ? 0 : 1;
  const cells = new Map<string, Partial<Cell>>();
  if (title !== null) cells.set('0,0', { value: title, type: 'string', style: titleStyle });
  columns.forEach((column, at) => {
    cells.set(`${headerRow},${at}`, headerCell(column, frame.hints));
    // Two model rows: the style of a cell with a value, and that of the empty column below. The filling takes them out.
    cells.set(`${headerRow + 1},${at}`, { value: null, type: 'empty', style: dataStyle(column.format) });
    cells.set(`${headerRow + 2},${at}`, {
      value: null,
      type: 'empty',
      style: { numFmt: numberFormats[column.format] },
    });
  });
  const last = colToLetter(columns.length - 1);
  return {
    name: safeSheetName(frame.name),
    rows: [],
    cells,
    columns: columns.map((column) => ({ width: columnWidth(column.width) })),
    rowDefs: new Map([...(title === null ? [] : [[0, { height: 30 }] as const]), [headerRow, { height: 32 }]]),
    merges:
      title === null || columns.length < 2 ? [] : [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }],
    freezePane: { rows: headerRow + 1 },
    ...(frame.rows > 0 ? { autoFilter: { range: `A${headerRow + 1}:${last}${headerRow + 1 + frame.rows}` } } : {}),
    dataValidations: validations,
    pageSetup: {
      ...paperFor(columns.reduce((sum, column) => sum + column.width + 1, 0)),
      horizontalCentered: true,
      margins: { top: 0.6, right: 0.5, bottom: 0.7, left: 0.5, header: 0.3, footer: 0.3 },
      printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页　共 &N 页' },
  };
}

function sideSheet(side: SideSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  side.rows.forEach((row, at) =>
    row.forEach((value, column) =>
      cells.set(`${at},${column}`, {
        value,
        type: 'string',
        style: at === 0 ? headerStyle(false) : dataStyle('text'),
      }),
    ),
  );
  return {
    name: side.name,
    rows: [],
    cells,
    columns: side.widths.map((width) => ({ width: columnWidth(width) })),
    freezePane: { rows: 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** First row of values of a sheet, counted from 1. */
export function firstDataRow(frame: SheetFrame): number {
  return frame.title === null ? 2 : 3;
}

/**
 * A workbook with everything but its rows: title, header, widths, frozen panes, lists, print settings, and two model rows
 * that carry the styles of the columns.
 */
export async function writeFrame(frame: SheetFrame, sides: readonly SideSheet[] = []): Promise<Uint8Array> {
  if (frame.columns.length === 0) throw new Error('a sheet needs columns');
  const lists = listsOf(frame, firstDataRow(frame));
  return writeXlsx({
    sheets: [mainSheet(frame, lists.validations), ...sides.map(sideSheet), ...(lists.sheet ? [lists.sheet] : [])],
    defaultFont: { name: '宋体', size: 11 },
    properties: { creator: '执法监督工作台' },
  });
}
