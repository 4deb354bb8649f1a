import { err, ok, type Result } from '@/domain/kernel';
import type { SheetInfo, WorkbookFormat, WorkbookInfo, WorkbookRefusal } from '../../contract';
import { guessSeparator, parseDelimited } from './delimited';
import { cleanGrid, type Grid, type RawGrid } from './grid';
import { damaged, encrypted, limits, notWorkbook, refuse } from './limits';
import { openOds } from './open-ods';
import { oleFacts, openSheetjs } from './open-sheetjs';
import { openXlsx } from './open-xlsx';
import { markupRefusal, sniff } from './sniff';
import { decodeText, isReadableText } from './text';
import { checkZip, type ZipPart } from './zip-guard';

/** A workbook in memory. Sheets in the order of the file, hidden ones last. */
export interface OpenedWorkbook {
  readonly info: WorkbookInfo;
  readonly grids: ReadonlyMap<string, Grid>;
}

interface Raw {
  readonly format: WorkbookFormat;
  readonly encoding: WorkbookInfo['encoding'];
  readonly sheets: RawGrid[];
  readonly remarks: readonly string[];
}

type Opening = Result<Raw, WorkbookRefusal>;

const macroRemark = '文件带有宏，已忽略，只读取表格内容';
const linkRemark = '文件引用了其他文件，已忽略引用，采用保存时的数值';

function withSheets(
  sheets: Result<RawGrid[], WorkbookRefusal>,
  format: WorkbookFormat,
  remarks: readonly string[],
): Opening {
  return sheets.ok ? ok({ format, encoding: null, sheets: sheets.value, remarks }) : sheets;
}

function zipRemarks(parts: readonly ZipPart[]): string[] {
  const has = (pattern: RegExp): boolean => parts.some((part) => pattern.test(part.name));
  return [
    ...(has(/vbaProject\.bin$|^Basic\/|macrosheets\//i) ? [macroRemark] : []),
    ...(has(/externalLinks\//i) ? [linkRemark] : []),
  ];
}

async function openZip(bytes: Uint8Array, format: 'xlsx' | 'ods', parts: readonly ZipPart[]): Promise<Opening> {
  const checked = checkZip(parts);
  if (!checked.ok) return checked;
  const sheets = format === 'xlsx' ? await openXlsx(bytes, parts) : openOds(bytes, parts);
  return withSheets(sheets, format, zipRemarks(parts));
}

/** WPS leaves the same traces in .et and in .xls: only there the name decides what the format is called. */
function openOle(bytes: Uint8Array, name: string): Opening {
  const facts = oleFacts(bytes);
  if (!facts) return refuse('damaged', damaged);
  if (facts.content === 'encrypted') return refuse('encrypted', encrypted);
  if (facts.content === 'other') return refuse('unknown-format', notWorkbook);
  const format = facts.et && !/\.xls$/i.test(name) ? 'et' : 'xls';
  return withSheets(openSheetjs(bytes), format, facts.macros ? [macroRemark] : []);
}

function openText(bytes: Uint8Array, name: string): Opening {
  const decoded = decodeText(bytes);
  if (!decoded || !isReadableText(decoded.text)) return refuse('unknown-format', notWorkbook);
  const markup = markupRefusal(decoded.text);
  if (markup !== null) return refuse('unknown-format', markup);
  const separator = guessSeparator(decoded.text);
  const sheet: RawGrid = {
    name: name.replace(/\.[^.]*$/, '') || '表格',
    hidden: false,
    rows: parseDelimited(decoded.text, separator),
    merges: [],
    hiddenRows: new Set(),
  };
  const format = separator === '\t' ? 'tsv' : 'csv';
  return ok({ format, encoding: decoded.encoding, sheets: [sheet], remarks: [] });
}

async function openRaw(bytes: Uint8Array, name: string): Promise<Opening> {
  const kind = sniff(bytes);
  switch (kind.kind) {
    case 'xlsx':
    case 'ods':
      return openZip(bytes, kind.kind, kind.parts);
    case 'ole':
      return openOle(bytes, name);
    case 'biff':
      return withSheets(openSheetjs(bytes), 'xls', []);
    case 'damaged-zip':
      return refuse('damaged', damaged);
    case 'other':
      return refuse('unknown-format', kind.message ?? notWorkbook);
    default:
      return openText(bytes, name);
  }
}

function tooMuch(grid: Grid): WorkbookRefusal | null {
  const most = limits.rows.toLocaleString('en');
  if (grid.rows.length > limits.rows) {
    return { kind: 'too-many-rows', message: `工作表“${grid.name}”超过${most}行，请拆成几个文件再导入` };
  }
  if (grid.columns > limits.columns) {
    return { kind: 'too-large', message: `工作表“${grid.name}”超过${limits.columns}列，请删去不用的列再导入` };
  }
  return null;
}

function sheetInfo(grid: Grid): SheetInfo {
  const { name, hidden, rows, columns, hiddenRows } = grid;
  return { name, hidden, rows: rows.length, columns, hiddenRows: hiddenRows.size };
}

/**
 * Opens a workbook whatever its name says: .xlsx, .xls, .et, .ods, .csv and .tsv told by content.
 * @param bytes the whole file, at most 64 MB.
 * @param name file name, for naming the only sheet of a text file.
 * @returns sheets cleaned, hidden ones last; a refusal with its sentence where the file is too large, damaged,
 * encrypted, empty or no workbook.
 */
export async function openWorkbook(bytes: Uint8Array, name: string): Promise<Result<OpenedWorkbook, WorkbookRefusal>> {
  if (bytes.length > limits.fileBytes) {
    return refuse('too-large', '文件超过64 MB。请删去图片等内容，或拆成几个文件再导入');
  }
  if (bytes.length === 0) return refuse('empty', '文件是空的，请确认选对了文件');
  const raw = await openRaw(bytes, name);
  if (!raw.ok) return raw;
  const grids = raw.value.sheets.map(cleanGrid);
  for (const grid of grids) {
    const refusal = tooMuch(grid);
    if (refusal) return err(refusal);
  }
  if (grids.every((grid) => grid.rows.length === 0)) {
    return refuse('empty', '文件里没有数据，请确认选对了文件，或先填好再导入');
  }
  const ordered = [...grids.filter((grid) => !grid.hidden), ...grids.filter((grid) => grid.hidden)];
  const { format, encoding, remarks } = raw.value;
  return ok({
    info: { format, encoding, remarks, sheets: ordered.map(sheetInfo) },
    grids: new Map(ordered.map((grid) => [grid.name, grid])),
  });
}
