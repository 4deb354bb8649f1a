import { dateFromSerial } from '@/domain/kernel';

/** A day (and time) as a spreadsheet keeps it: days since the start of its date system, the time as a fraction. */
export interface DateCell {
  readonly serial: number;
  /** The sheet counts from 1904-01-01. */
  readonly system1904: boolean;
}

/** A formula that failed: #N/A, #REF!. */
export interface ErrorCell {
  readonly error: string;
}

/**
 * What stands in a cell, in its own kind. Texts, numbers and booleans are held bare so that a million cells cost no
 * objects; null is an empty cell. Texts are free of invisible marks and of white space at both ends.
 */
export type Cell = string | number | boolean | null | DateCell | ErrorCell;

/** Whether the cell is a date of the spreadsheet. */
export function isDateCell(cell: Cell): cell is DateCell {
  return typeof cell === 'object' && cell !== null && 'serial' in cell;
}

/** Whether the cell is a failed formula. */
export function isErrorCell(cell: Cell): cell is ErrorCell {
  return typeof cell === 'object' && cell !== null && 'error' in cell;
}

/** Whether the number has more digits than a spreadsheet keeps: its last digits were lost before the file was saved. */
export function isBeyondPrecision(value: number): boolean {
  return Math.abs(value) >= 1e15 && Number.isInteger(value);
}

/** A number as plain decimal text: no exponent, no grouping, at most 15 significant digits as spreadsheets show them. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return rounded.toFixed(20).replace(/\.?0+$/, '');
}

function timeText(fraction: number): string {
  const seconds = Math.round(fraction * 86_400);
  const part = (value: number): string => String(value).padStart(2, '0');
  const clock = `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? clock : `${clock}:${part(seconds % 60)}`;
}

/** Days already written, by serial: a list names the same days again and again. */
const writtenDays = { system1900: new Map<number, string | null>(), system1904: new Map<number, string | null>() };
const mostWrittenDays = 20_000;

function dayText(serial: number, system1904: boolean): string | null {
  const written = system1904 ? writtenDays.system1904 : writtenDays.system1900;
  const before = written.get(serial);
  if (before !== undefined) return before;
  if (written.size >= mostWrittenDays) written.clear();
  const text = dateFromSerial(serial, system1904);
  written.set(serial, text);
  return text;
}

/**
 * A date cell as text: 2020-01-01, with the time behind it where it has one, only the time (10:00) where the day is
 * missing. Integer arithmetic throughout, so no time zone can move it.
 */
export function dateCellText(cell: DateCell): string {
  let day = Math.floor(cell.serial);
  let fraction = cell.serial - day;
  if (fraction * 86_400 >= 86_399.5) {
    day += 1;
    fraction = 0;
  }
  if (day === 0) return timeText(fraction);
  const date = dayText(day, cell.system1904);
  if (date === null) return numberText(cell.serial);
  return Math.round(fraction * 86_400) === 0 ? date : `${date} ${timeText(fraction)}`;
}

/** The cell as text, as a person would copy it; the empty cell gives the empty text. */
export function cellText(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell;
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return isDateCell(cell) ? dateCellText(cell) : cell.error;
}
