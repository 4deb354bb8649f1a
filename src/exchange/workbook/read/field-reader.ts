import {
  readDateText,
  readMonthSpan,
  tidy,
  toHalfWidth,
  type CodeTables,
  type Field,
  type FieldValue,
} from '@/domain/kernel';
import { cellText, dateCellText, isBeyondPrecision, isDateCell, isErrorCell, numberText, type Cell } from './cell';
import { choiceReader } from './choice-reader';

/** A cell that could not be read, with a Chinese sentence that says why and what to do. */
export interface UnreadableCell {
  readonly problem: string;
}

/** What became of a cell: a value of the field, bare so that a million cells cost no objects, or why there is none. */
export type CellReading = FieldValue | UnreadableCell;

/** Whether the cell could not be read. */
export function isUnreadable(reading: CellReading): reading is UnreadableCell {
  return typeof reading === 'object' && reading !== null && 'problem' in reading;
}

/** Reads the cells of one column as values of one field. */
export type CellReader = (cell: Cell) => CellReading;

/** Signs that stand for "nothing here"; in fields of text they may be meant and stay. */
const emptySigns = new Set([
  '—',
  '——',
  '－',
  '-',
  '--',
  '---',
  '–',
  '/',
  '\\',
  '／',
  '无',
  '空',
  '暂无',
  'n/a',
  '#n/a',
  '…',
]);

function isEmptySign(text: string): boolean {
  return text === '' || (text.length <= 4 && emptySigns.has(text.toLowerCase()));
}

function quoted(cell: Cell): string {
  const text = cellText(cell);
  return `“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”`;
}

function refusal(cell: Cell, expected: string): CellReading {
  return { problem: `${quoted(cell)}${expected}` };
}

/** Breaks inside a one-line value: gone between Chinese signs, a space elsewhere. */
function oneLine(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])\s*\n\s*|\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .replace(/\s*\n\s*/g, ' ');
}

const lostDigits = '位数超过15位，Excel只保留前15位，末尾的数字已变成0。请在原表中把该列设为文本格式，重新填写后再导入';

function readCode(cell: Cell): CellReading {
  // Most codes are written as they should be.
  if (typeof cell === 'string' && /^[0-9A-Z]{2,}$/.test(cell)) return cell;
  if (typeof cell === 'number') {
    return isBeyondPrecision(cell) ? refusal(cell, lostDigits) : numberText(cell);
  }
  const text = toHalfWidth(cellText(cell)).replace(/\s+/g, '').replace(/^'/, '');
  if (isEmptySign(text)) return null;
  if (/^\d(\.\d+)?e\+\d+$/i.test(text))
    return refusal(cell, '已被Excel写成科学记数，看不出原来的数字。请按文本重新填写');
  // Identity numbers and credit codes are written with capitals.
  return /^[0-9a-z]{18}$/i.test(text) ? text.toUpperCase() : text;
}

function readText(cell: Cell): CellReading {
  if (typeof cell === 'number' && isBeyondPrecision(cell)) return refusal(cell, lostDigits);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  const text = oneLine(cellText(cell));
  return text === '' ? null : text;
}

function readParagraph(cell: Cell): CellReading {
  if (typeof cell === 'number' && isBeyondPrecision(cell)) return refusal(cell, lostDigits);
  const text = cellText(cell);
  return text === '' ? null : text;
}

/** A bare number in a column of dates: 20240305 is a written date; 45356 a serial whose format got lost. */
function dateOfNumber(value: number): string {
  const whole = Number.isInteger(value);
  if (whole && value >= 190_001 && value <= 21_991_231) return String(value);
  if (value >= 18_264 && value < 109_575) return dateCellText({ serial: Math.floor(value), system1904: false });
  return numberText(value);
}

function dateTextOf(cell: Cell): string {
  return isDateCell(cell) ? dateCellText(cell) : typeof cell === 'number' ? dateOfNumber(cell) : cellText(cell);
}

function readDate(cell: Cell): CellReading {
  if (isDateCell(cell)) {
    const day = dateCellText(cell).slice(0, 10);
    if (day.length === 10 && day.charAt(4) === '-') return day;
  }
  const text = tidy(dateTextOf(cell)).replace(/[。；;]$/, '');
  if (isEmptySign(text)) return null;
  const read = readDateText(text);
  if (read.kind === 'day') return read.day;
  if (read.kind === 'month') return refusal(cell, '日期缺少“日”，请写全年月日，如2026-03-05');
  if (read.kind === 'year') return refusal(cell, '日期缺少“月”和“日”，请写全年月日，如2026-03-05');
  return refusal(cell, '不是有效的日期，请写成2026-03-05这样的年月日');
}

function readMonth(cell: Cell): CellReading {
  const text = tidy(dateTextOf(cell));
  if (isEmptySign(text)) return null;
  const read = readDateText(text);
  if (read.kind === 'month') return read.month;
  if (read.kind === 'day') return read.day.slice(0, 7);
  return refusal(cell, '不是有效的年月，请写成2026-03这样的年月');
}

/** One end of a span of months, of the given year where the cell names none. */
function spanReader(end: 'first' | 'last', year: number | null): CellReader {
  return (cell) => {
    const text = tidy(dateTextOf(cell));
    if (isEmptySign(text)) return null;
    const span = readMonthSpan(text, year);
    if (span === 'no-year') return refusal(cell, '没有写年份，请写成2026年3月这样的年月');
    if (span === null) return refusal(cell, '不是有效的月份，请写成2026-03、3月、3—5月、一季度或者全年');
    return end === 'first' ? span.from : span.to;
  };
}

const plainNumber = /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d*)?$|^[+-]?\.\d+$/;

function numberOf(text: string): number | null {
  const plain = toHalfWidth(text)
    .replace(/\s+/g, '')
    .replace(/^([+-]?)[¥￥$]/, '$1');
  return plainNumber.test(plain) ? Number(plain.replace(/,/g, '')) : null;
}

/** The number in a cell; the dust that binary fractions leave behind the 15th digit is wiped off. */
function numberIn(cell: Cell): number | null {
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell : Number(cell.toPrecision(15));
  return isDateCell(cell) ? null : numberOf(cellText(cell));
}

function readNumber(cell: Cell, whole: boolean): CellReading {
  if (typeof cell !== 'number' && isEmptySign(cellText(cell))) return null;
  const value = numberIn(cell);
  if (value === null) {
    const unit = /[万亿]?[元个件次人份家]$/.test(cellText(cell)) ? '，不要带单位' : '';
    return refusal(cell, `不是数字，请只写数字${unit}，如${whole ? '12' : '12.5'}`);
  }
  return whole && !Number.isInteger(value) ? refusal(cell, '不是整数，请写成整数，如12') : value;
}

const yes = new Set([
  '是',
  '√',
  '✓',
  '✔',
  '☑',
  '有',
  '1',
  'true',
  'yes',
  'y',
  '对',
  '已',
  '符合',
  '通过',
  '具备',
  '具有',
]);
const no = new Set([
  '否',
  '×',
  '✗',
  '✘',
  'x',
  '☒',
  '□',
  '☐',
  '无',
  '没有',
  '0',
  'false',
  'no',
  'n',
  '不是',
  '未',
  '不符合',
  '未通过',
  '不具备',
]);

function readFlag(cell: Cell): CellReading {
  if (typeof cell === 'boolean') return cell;
  const text = toHalfWidth(cellText(cell)).replace(/\s+/g, '').toLowerCase();
  if (yes.has(text)) return true;
  if (no.has(text)) return false;
  return isEmptySign(text) ? null : refusal(cell, '应为“是”或“否”');
}

function choiceOf(field: Field, codes: CodeTables): CellReader {
  const reader = choiceReader(codes, field.table ?? '');
  return (cell) => {
    const text = oneLine(cellText(cell));
    const code = text === '' ? null : reader.find(text);
    if (code !== null) return code;
    return isEmptySign(text) ? null : refusal(cell, `不在“${field.label}”的选项中，可填：${reader.offer}`);
  };
}

function choicesOf(field: Field, codes: CodeTables): CellReader {
  const reader = choiceReader(codes, field.table ?? '');
  return (cell) => {
    const text = cellText(cell);
    const single = text === '' ? null : reader.find(text);
    if (single !== null) return [single];
    if (isEmptySign(text)) return null;
    const written = text
      .split(/[、，,;；|\n]+/)
      .map(tidy)
      .filter((part) => part !== '');
    const found = written.map((part) => ({ part, code: reader.find(part) }));
    const unknown = found.filter((entry) => entry.code === null).map((entry) => `“${entry.part}”`);
    if (unknown.length > 0)
      return { problem: `${unknown.join('、')}不在“${field.label}”的选项中，可填：${reader.offer}` };
    return [...new Set(found.flatMap((entry) => entry.code ?? []))];
  };
}

function readReference(cell: Cell): CellReading {
  const text = typeof cell === 'number' ? numberText(cell) : cellText(cell);
  return isEmptySign(text) ? null : text;
}

function readerOfKind(field: Field, codes: CodeTables, year: number | null): CellReader {
  switch (field.kind) {
    case 'text':
      return field.code ? readCode : readText;
    case 'paragraph':
      return readParagraph;
    case 'date':
      return readDate;
    case 'month':
      return field.span ? spanReader(field.span, year) : readMonth;
    case 'integer':
      return (cell) => readNumber(cell, true);
    case 'decimal':
      return (cell) => readNumber(cell, false);
    case 'flag':
      return readFlag;
    case 'choice':
      return choiceOf(field, codes);
    case 'choices':
      return choicesOf(field, codes);
    case 'reference':
    case 'references':
      return readReference;
  }
}

/**
 * Makes the reader of a field's column. Pure: the same cell always gives the same reading. References stay the text
 * that was written; the storage finds the records.
 * @param year of months that name none, in spans of months; null where it is not known.
 */
export function fieldReader(field: Field, codes: CodeTables, year: number | null = null): CellReader {
  const read = readerOfKind(field, codes, year);
  return (cell) => {
    if (cell === null) return null;
    if (isErrorCell(cell)) return refusal(cell, '是公式的错误结果，请在原表中改正或直接填写数值');
    return read(cell);
  };
}
