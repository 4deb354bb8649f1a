import { daysBetween, isDateText, type SheetRow } from '@/domain/kernel';
import type { CellFormat } from './columns';

/** Numbers of the cell styles that a column uses, as positions in the workbook's table of styles. */
export interface ColumnStyle {
  /** Name of the column: A, B, ... AA. */
  readonly letters: string;
  readonly format: CellFormat;
  /** Width in Chinese characters. */
  readonly width: number;
  readonly plain: number;
  /** The same with the mark that makes a spreadsheet take the content as text, whatever it begins with. */
  readonly quoted: number;
}

/** Most characters that a cell holds. */
const longestCell = 32_767;
/** Beyond this a spreadsheet's numbers lose digits. */
const exactBelow = 1e15;
/** The first day after the 29 February 1900 that spreadsheets believe in. */
const firstSafeDay = '1900-03-01';

/** Whether a spreadsheet could take a text for a formula, now or when the cell is edited. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text);
}

const special = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as XML carries it; signs that XML forbids are written as spreadsheets do: _x000D_ (ECMA-376 part 1, 22.4.2.4). */
export function xmlText(text: string): string {
  return text.replace(
    special,
    (sign) => entities[sign] ?? `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

/** Serial number of a day, by whole days; null where the text is no day or spreadsheets disagree about its number. */
export function serialOfDate(text: string): number | null {
  return isDateText(text) && text >= firstSafeDay ? daysBetween('1899-12-30', text) : null;
}

function numberIn(value: string | number, format: CellFormat): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) < exactBelow ? value : null;
  return format === 'date' ? serialOfDate(value) : null;
}

function cellXml(at: string, value: string | number | null | undefined, style: ColumnStyle): string {
  if (value === null || value === undefined || value === '') return `<c r="${at}" s="${style.plain}"/>`;
  const number = numberIn(value, style.format);
  if (number !== null) return `<c r="${at}" s="${style.plain}"><v>${number}</v></c>`;
  const text = String(value).slice(0, longestCell);
  const index = looksLikeFormula(text) ? style.quoted : style.plain;
  return `<c r="${at}" s="${index}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** Height of a line of the body's type, in points, and the greatest height of a row. */
const lineHeight = 15;
const tallest = 405;

/** Number of lines a text takes in a column; a Chinese character takes the room of two Latin ones. */
function linesOf(text: string, width: number): number {
  if (text.length <= width && !text.includes('\n')) return 1;
  return text.split('\n').reduce((sum, line) => {
    const wide = line.match(/[\u2e80-\uffef]/g)?.length ?? 0;
    return sum + Math.max(1, Math.ceil((line.length + wide) / (width * 2 + 1)));
  }, 0);
}

function heightOf(cells: SheetRow, styles: readonly ColumnStyle[]): number {
  let lines = 1;
  for (const [column, { width }] of styles.entries()) {
    const value = cells[column];
    if (typeof value === 'string') lines = Math.max(lines, linesOf(value, width));
  }
  return Math.min(lines * lineHeight, tallest);
}

/**
 * A row of a worksheet. Text is always a text cell, so that nothing in it is ever computed and no digit is lost. The
 * height is given for wrapped text, since not every program works it out when it opens a file.
 * @param row number of the row in the sheet, counted from 1.
 */
export function rowXml(row: number, cells: SheetRow, styles: readonly ColumnStyle[]): string {
  const parts = styles.map((style, column) => cellXml(style.letters + row, cells[column], style));
  return `<row r="${row}" ht="${heightOf(cells, styles)}">${parts.join('')}</row>`;
}
