import {
  entriesOf,
  readDateText,
  tidy,
  toHalfWidth,
  type CodeTables,
  type Field,
  type FieldValue,
} from '@/domain/kernel';

/** How a cell of a list stands: numbers right, short marks in the middle, all else left. */
export type Alignment = 'left' | 'center' | 'right';

/** Alignment of a field's values in lists, on screen and on paper. */
export function alignmentOf(field: Field): Alignment {
  if (field.kind === 'integer' || field.kind === 'decimal') return 'right';
  return field.kind === 'date' || field.kind === 'month' || field.kind === 'flag' ? 'center' : 'left';
}

const usualWidths: Partial<Record<Field['kind'], number>> = {
  date: 7,
  month: 5,
  flag: 4,
  integer: 6,
  decimal: 7,
  paragraph: 20,
};

/** Width of a field's column in Chinese characters. */
export function widthOf(field: Field): number {
  return Math.max(field.width ?? usualWidths[field.kind] ?? 10, field.label.length + 1);
}

function readNumber(text: string): FieldValue {
  const plain = toHalfWidth(text).replaceAll(',', '');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : text;
}

function readDate(field: Field, text: string): FieldValue {
  const read = readDateText(text);
  if (field.kind === 'month') {
    if (read.kind === 'month') return read.month;
    return read.kind === 'day' ? read.day.slice(0, 7) : text;
  }
  return read.kind === 'day' ? read.day : text;
}

/** Codes are typed without care for full width and case; what the field's own check takes is what is meant. */
function readCode(field: Field, text: string): string {
  const plain = toHalfWidth(text).replace(/\s+/g, '');
  const { check } = field;
  return check && check(plain) !== null && check(plain.toUpperCase()) === null ? plain.toUpperCase() : plain;
}

/**
 * What a person typed, as the field's value; empty text is null. What cannot be read stays as it was typed, so that the
 * check of the record can say what is wrong with it.
 */
export function valueFromText(field: Field, typed: string): FieldValue {
  const text = tidy(typed);
  if (text === '') return null;
  if (field.kind === 'integer' || field.kind === 'decimal') return readNumber(text);
  if (field.kind === 'date' || field.kind === 'month') return readDate(field, text);
  return field.code ? readCode(field, text) : text;
}

/** A field's value as text to type in. */
export function textFromValue(value: FieldValue | undefined): string {
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}

/** A value that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Codes that a field offers: those in use, and those out of use that the record holds already. */
export function choicesOf(field: Field, codes: CodeTables, held: FieldValue | undefined): readonly Choice[] {
  if (!field.table) return [];
  const kept = new Set(typeof held === 'string' ? [held] : typeof held === 'object' ? (held ?? []) : []);
  return entriesOf(codes, field.table)
    .filter((entry) => !entry.retired || kept.has(entry.code))
    .map((entry) => ({ value: entry.code, label: entry.retired ? `${entry.label}（已停用）` : entry.label }));
}
