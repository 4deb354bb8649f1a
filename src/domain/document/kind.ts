import { z } from 'zod';
import { layouts } from './model';

/** Kinds of input that a document's form asks for. */
export const kindFieldTypes = [
  'text', // one line
  'paragraph', // several lines; lines beginning with 一、（一）1.（1） become headings
  'date',
  'integer',
  'choice', // one of `options`
  'list', // several texts, each a line of its own
  'table', // rows with `columns`
  'staff', // supervision staff, chosen from the register; printed as name and certificate number
  'deadline', // number, unit and event from which it counts, or a fixed day
] as const;

const kindField = z.strictObject({
  /** Latin identifier; key of the value in the document's data. */
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  /** Chinese label; also the word that stands between {{ }} in the wording. */
  label: z.string().min(1),
  type: z.enum(kindFieldTypes),
  required: z.boolean().default(false),
  help: z.string().default(''),
  options: z.array(z.string()).default([]),
  columns: z.array(z.strictObject({ label: z.string().min(1), share: z.number().positive() })).default([]),
  /** Text that stands there in a new draft, an item a line in a list; may hold placeholders. */
  preset: z.string().default(''),
  /** Fewest items of a list, table or choice of staff. */
  least: z.number().int().min(0).default(0),
  /** Whether a day lies ahead of the document: an inspection, a meeting. One before its date is pointed out. */
  ahead: z.boolean().default(false),
});

/** An enclosure that a kind brings along: 附件 of its own page, with text and, where `each` is set, a table. */
const enclosure = z.strictObject({
  title: z.string().min(1),
  body: z.array(z.string()).default([]),
  table: z
    .strictObject({
      /** Label of the list or table of which every item makes a row. */
      each: z.string().min(1),
      /** `value` is wording with {{序号}} and {{本项}}; empty for a cell that is filled in by hand. */
      columns: z
        .array(z.strictObject({ label: z.string().min(1), share: z.number().positive(), value: z.string() }))
        .min(1),
    })
    .nullable()
    .default(null),
});

/** A row of a ruled form: label and wording of each cell, and its height in lines of text. */
const formRow = z.strictObject({
  cells: z
    .array(z.strictObject({ label: z.string(), value: z.string().default('') }))
    .min(1)
    .max(2),
  lines: z.number().int().min(1).max(20).default(1),
});

const wording = z.strictObject({
  title: z.string().min(1),
  /** Paragraphs, with {{placeholders}}, {{如果 …}}…{{否则}}…{{结束}} and {{逐项 …}}…{{结束}}. */
  body: z.array(z.string()).default([]),
  /** Ruled form below the body, for a document that is filled in by hand. */
  form: z.array(formRow).default([]),
  /** What stands red at the top of 文件格式 and 纪要; empty for what is usual: 机关全称, 机关全称+文件. */
  letterhead: z.string().default(''),
  attachments: z.array(z.string()).default([]),
  note: z.string().default(''),
  copies: z.array(z.string()).default([]),
  enclosures: z.array(enclosure).default([]),
});

/** The rule pack's instrument and purpose of the deadline that service starts. */
const deadlineKey = z.strictObject({ instrument: z.string(), purpose: z.string() });

const basis = z.array(z.strictObject({ law: z.string().min(1), article: z.string().default('') }));

const variant = z.strictObject({
  name: z.string().optional(),
  issuer: z.enum(['bureau', 'government']).optional(),
  code: z.string().optional(),
  source: z.string().optional(),
  deadline: deadlineKey.optional(),
  basis: basis.optional(),
  /** Presets of fields, by field name. */
  presets: z.record(z.string(), z.string()).optional(),
});

/** A kind of document as data: what it asks for, how it reads, who issues it. Shipped in resources/templates. */
export const documentKind = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  version: z.string().min(1),
  /** Heading under which the kind is offered: 监督检查, 督促纠正, 移送协作, 协调会议, 案卷评查, 表单. */
  group: z.string().min(1),
  purpose: z.string().min(1),
  layout: z.enum(layouts),
  issuer: z.enum(['bureau', 'government']),
  /** What stands after the issuing organ's code in the number: 执监检. Empty for a kind without a number. */
  code: z.string(),
  addressee: z.enum(['entity', 'organ', 'person', 'none']),
  fields: z.array(kindField),
  wording,
  basis: basis.default([]),
  /** Whether service is recorded, with 送达回证 and counterfoil. */
  served: z.boolean(),
  /** The kind of instrument by which the rule pack knows the deadline that service starts; null where it starts none. */
  deadline: deadlineKey.nullable().default(null),
  receipt: z.boolean().default(false),
  counterfoil: z.boolean().default(false),
  sealed: z.boolean().default(true),
  /** Whether organ and day stand under the text; not under minutes and forms that carry their own. */
  signature: z.boolean().default(true),
  /** What differs under a rule pack: name, issuing organ, code. By the pack's code in the table rule-pack. */
  packs: z.record(z.string(), variant).default({}),
  /** Document and clause the kind goes back to, or that it is customary only. */
  source: z.string().min(1),
});

/** A kind of document. */
export type DocumentKind = z.infer<typeof documentKind>;
/** One input of a kind. */
export type KindField = DocumentKind['fields'][number];
/** A deadline as the drafter sets it; `on` for a fixed day, else amount and unit from an event. */
export interface DeadlineChoice {
  readonly amount: number | null;
  readonly unit: 'working-day' | 'calendar-day' | 'hour';
  readonly on: string | null;
  /** Article it comes from; empty where the office set it. */
  readonly source: string;
}
/** Value of one input. */
export type DataValue = string | number | null | readonly string[] | readonly (readonly string[])[] | DeadlineChoice;
/** What a drafter filled in, by field name. */
export type DocumentData = Readonly<Record<string, DataValue>>;
