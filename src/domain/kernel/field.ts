import { z } from 'zod';
import { isDateText, isMonthText } from './dates';
import type { MaskKind, Refusal } from './identifiers';

// The page's content security policy forbids making code from text, which the schema library would otherwise try.
z.config({ jitless: true });

/** What a field says about itself beside its type. */
export interface FieldOptions {
  /** Column name in Chinese, as the office writes it. */
  readonly label: string;
  /** Other column names that spreadsheets use for it. */
  readonly aliases?: readonly string[];
  /** A record without it is refused. */
  readonly required?: boolean;
  /** One sentence under the input: what to write, with an example. */
  readonly help?: string;
  /** Has a database index. */
  readonly indexed?: boolean;
  /** Found by search. */
  readonly searchable?: boolean;
  /** Masked on screen unless revealed. */
  readonly sensitive?: MaskKind;
  /** Column width in Chinese characters, for lists, Excel and print. */
  readonly width?: number;
  /** Shown in the list before the user chooses columns. */
  readonly listed?: boolean;
  /** Kept by the application: shown and exported, never typed in. */
  readonly derived?: boolean;
  /** Heading of the form section it belongs to. */
  readonly section?: string;
}

/** Text with a check of its own. */
export interface TextOptions extends FieldOptions {
  /** Judges the text; a Chinese sentence where it is refused. */
  readonly check?: (text: string) => Refusal;
  /** The one way of writing it, in which it is stored; what cannot be read as such stays as it is. */
  readonly canonical?: (text: string) => string;
  /** Text that looks like a number and must stay text in Excel: codes, identifiers, telephone numbers. */
  readonly code?: boolean;
  /** Longest text in characters; 500 for a line and 20,000 for several lines where nothing is said. */
  readonly longest?: number;
}

/** Numbers with bounds, in the unit that the label names. */
export interface NumberOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
}

/** Months; two of a ledger may be the ends of one span. */
export interface MonthOptions extends FieldOptions {
  /** Which end of a span it is: spreadsheets write both into one cell (3—5月, 一季度, 全年), often without the year. */
  readonly span?: 'first' | 'last';
}

/** Values out of a code table. */
export interface ChoiceOptions extends FieldOptions {
  readonly table: string;
}

/** Identifiers of records in another ledger. */
export interface ReferenceOptions extends FieldOptions {
  /** Identifier of the ledger it points into. */
  readonly target: string;
}

/** Kinds of field, with what each stores. */
export type FieldKind =
  | 'text' // one line
  | 'paragraph' // several lines
  | 'date' // YYYY-MM-DD
  | 'month' // YYYY-MM
  | 'integer'
  | 'decimal'
  | 'flag' // true or false
  | 'choice' // one code
  | 'choices' // several codes
  | 'reference' // one record id
  | 'references'; // several record ids

/** A field of a ledger: its kind, its options and the schema of its value. */
export interface Field<Schema extends z.ZodType = z.ZodType> extends TextOptions, NumberOptions, MonthOptions {
  readonly kind: FieldKind;
  readonly schema: Schema;
  readonly table?: string;
  readonly target?: string;
}

type Valued<S extends z.ZodType, O extends FieldOptions> = O extends { required: true } ? S : z.ZodNullable<S>;

function field<S extends z.ZodType, O extends FieldOptions>(
  kind: FieldKind,
  schema: S,
  options: O,
): Field<Valued<S, O>> {
  const valued = options.required ? schema : z.nullable(schema);
  return { ...options, kind, schema: valued as unknown as Valued<S, O> };
}

function textSchema(options: TextOptions, longest: number) {
  const { check } = options;
  const text = z
    .string(`请填写“${options.label}”`)
    .min(1, `请填写“${options.label}”`)
    .max(longest, `“${options.label}”不能超过${longest}个字`);
  if (!check) return text;
  return text.superRefine((value, context) => {
    const refusal = check(value);
    if (refusal !== null) context.addIssue({ code: 'custom', message: refusal });
  });
}

function numberSchema(options: NumberOptions, whole: boolean) {
  const { label, min = -1e12, max = 1e12 } = options;
  const range = `“${label}”应在${min}至${max}之间`;
  const number = z
    .number(`“${label}”应为${whole ? '整数' : '数字'}`)
    .min(min, range)
    .max(max, range);
  return whole ? number.int(`“${label}”应为整数`) : number;
}

/** One line of text, up to 500 characters unless said otherwise. */
export function text<const O extends TextOptions>(options: O) {
  return field('text', textSchema(options, options.longest ?? 500), options);
}

/** Text of several lines, up to 20,000 characters unless said otherwise. */
export function paragraph<const O extends TextOptions>(options: O) {
  return field('paragraph', textSchema(options, options.longest ?? 20_000), options);
}

/** A calendar day. */
export function date<const O extends FieldOptions>(options: O) {
  const message = `“${options.label}”应为日期，如2026-03-05`;
  return field('date', z.string(message).refine(isDateText, message), options);
}

/** A calendar month. */
export function month<const O extends MonthOptions>(options: O) {
  const message = `“${options.label}”应为年月，如2026-03`;
  return field('month', z.string(message).refine(isMonthText, message), options);
}

/** A whole number. */
export function integer<const O extends NumberOptions>(options: O) {
  return field('integer', numberSchema(options, true), options);
}

/** A number with decimals. */
export function decimal<const O extends NumberOptions>(options: O) {
  return field('decimal', numberSchema(options, false), options);
}

/** Yes or no. */
export function flag<const O extends FieldOptions>(options: O) {
  return field('flag', z.boolean(`“${options.label}”应为“是”或“否”`), options);
}

/** One code out of a table; whether the code exists is judged by {@link checkRecord} with the tables in force. */
export function choice<const O extends ChoiceOptions>(options: O) {
  return field('choice', z.string(`请选择“${options.label}”`).min(1, `请选择“${options.label}”`), options);
}

/** Several codes out of a table. */
export function choices<const O extends ChoiceOptions>(options: O) {
  return field('choices', z.array(z.string()).min(1, `请选择“${options.label}”`), options);
}

/** A record of another ledger. */
export function reference<const O extends ReferenceOptions>(options: O) {
  return field('reference', z.string(`请选择“${options.label}”`).min(1, `请选择“${options.label}”`), options);
}

/** Several records of another ledger. */
export function references<const O extends ReferenceOptions>(options: O) {
  return field('references', z.array(z.string()).min(1, `请选择“${options.label}”`), options);
}
