import * as sheetjs from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { ok, type Result } from '@/domain/kernel';
import type { WorkbookRefusal } from '../../contract';
import type { Cell } from './cell';
import type { RawGrid } from './grid';
import { damaged, encrypted, notWorkbook, refuse } from './limits';

/** What an OLE container holds. */
export interface OleFacts {
  readonly content: 'workbook' | 'encrypted' | 'other';
  /** Written by WPS 表格 in its own flavour. */
  readonly et: boolean;
  readonly macros: boolean;
}

/** Streams of an OLE container, as the library lists them. */
interface OleContainer {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly name: string; readonly content?: Uint8Array | readonly number[] }[];
}

// The library's types leave these two open.
const containers: { read(bytes: Uint8Array, options: { type: 'array' }): OleContainer } = sheetjs.CFB;
const formats: { load(format: string, id: number): number; is_date(format: string): boolean } = sheetjs.SSF;

const filePass = 0x2f;

const errorNames: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

/** Chinese built-in date and time formats: the file names them by number only and the reader does not know them. */
const localDateFormats = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
const localTimeFormats = [32, 33, 34, 35, 55, 56];

function teachLocalFormats(): void {
  for (const id of localDateFormats) formats.load('yyyy/m/d', id);
  for (const id of localTimeFormats) formats.load('h:mm:ss', id);
}

/** Whether the workbook's stream begins with the record that says it is encrypted ([MS-XLS] 2.4.117, FilePass). */
function isSealed(stream: Uint8Array | readonly number[] | undefined): boolean {
  let at = 0;
  for (let record = 0; stream && record < 12 && at + 4 <= stream.length; record += 1) {
    const type = (stream[at] ?? 0) + (stream[at + 1] ?? 0) * 256;
    if (type === filePass) return true;
    at += 4 + (stream[at + 2] ?? 0) + (stream[at + 3] ?? 0) * 256;
  }
  return false;
}

/** Looks into an OLE container: a workbook, an encrypted file, or something else. Null where it is damaged. */
export function oleFacts(bytes: Uint8Array): OleFacts | null {
  try {
    const container = containers.read(bytes, { type: 'array' });
    const names = container.FullPaths.map((path) => path.replace(/^[^/]*\//, ''));
    const has = (name: string): boolean => names.some((path) => path === name || path.startsWith(`${name}/`));
    const book = container.FileIndex.find((entry) => /^(Workbook|Book)$/i.test(entry.name));
    const sealed = has('EncryptedPackage') || isSealed(book?.content);
    const content = sealed ? 'encrypted' : book ? 'workbook' : 'other';
    return { content, et: has('ETExtData'), macros: has('_VBA_PROJECT_CUR') || has('VBA') };
  } catch {
    return null;
  }
}

function toCell(cell: CellObject | undefined, isDate: (format: string) => boolean, system1904: boolean): Cell {
  const value = cell?.v;
  if (!cell || value === undefined || value === null || cell.t === 'z') return null;
  if (cell.t === 'e') return { error: errorNames[Number(value)] ?? '#N/A' };
  if (value instanceof Date) return null;
  if (typeof value !== 'number' || typeof cell.z !== 'string') return value;
  return isDate(cell.z) ? { serial: value, system1904 } : value;
}

/** Remembers which formats are dates, since a sheet asks for the same few a million times. */
function dateFormats(): (format: string) => boolean {
  const known = new Map<string, boolean>();
  return (format) => {
    const before = known.get(format);
    if (before !== undefined) return before;
    const found = formats.is_date(format);
    known.set(format, found);
    return found;
  };
}

function sheetGrid(name: string, sheet: WorkSheet | undefined, hidden: boolean, system1904: boolean): RawGrid {
  const data = (sheet?.['!data'] ?? []) as (CellObject[] | undefined)[];
  const isDate = dateFormats();
  const rows: Cell[][] = [];
  for (let row = 0; row < data.length; row += 1) {
    const source = data[row] ?? [];
    const target: Cell[] = new Array<Cell>(source.length);
    for (let column = 0; column < source.length; column += 1) {
      target[column] = toCell(source[column], isDate, system1904);
    }
    rows.push(target);
  }
  const hiddenRows = new Set<number>();
  (sheet?.['!rows'] ?? []).forEach((row, at) => row?.hidden && hiddenRows.add(at));
  const merges = (sheet?.['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
  return { name, hidden, rows, merges, hiddenRows };
}

function toGrids(book: WorkBook, hiddenNames: ReadonlySet<string>): RawGrid[] {
  const system1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name, at) => {
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined;
    const flagged = (book.Workbook?.Sheets?.find((entry) => entry.name === name) ?? book.Workbook?.Sheets?.[at])
      ?.Hidden;
    return sheetGrid(name, sheet, (flagged ?? 0) !== 0 || hiddenNames.has(name), system1904);
  });
}

/**
 * Reads .xls, .et (from their OLE container or as a bare stream) and the parts of an .ods with SheetJS, the reader
 * that knows these formats best. Formulas give the value that was saved with them.
 * @param hiddenNames sheets known to be hidden by other means.
 */
export function openSheetjs(
  bytes: Uint8Array,
  hiddenNames: ReadonlySet<string> = new Set(),
): Result<RawGrid[], WorkbookRefusal> {
  teachLocalFormats();
  try {
    const book = sheetjs.read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
    });
    return book.SheetNames.length === 0 ? refuse('unknown-format', notWorkbook) : ok(toGrids(book, hiddenNames));
  } catch (problem) {
    const told = problem instanceof Error ? problem.message : String(problem);
    return /password|encrypt/i.test(told) ? refuse('encrypted', encrypted) : refuse('damaged', damaged);
  }
}
