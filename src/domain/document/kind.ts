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
  /** Text that stands there in a new draft; may hold placeholders. */
  preset: z.string().default(''),
});

const wording = z.strictObject({
  title: z.string().min(1),
  /** Paragraphs, with {{placeholders}}, {{如果 …}}…{{否则}}…{{结束}} and {{逐项 …}}…{{结束}}. */
  body: z.array(z.string()).min(1),
  attachments: z.array(z.string()).default([]),
  note: z.string().default(''),
  copies: z.array(z.string()).default([]),
});

const variant = z.strictObject({
  name: z.string().optional(),
  issuer: z.enum(['bureau', 'government']).optional(),
  code: z.string().optional(),
  source: z.string().optional(),
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
  basis: z.array(z.strictObject({ law: z.string().min(1), article: z.string().default('') })).default([]),
  /** Whether service is recorded, with 送达回证 and counterfoil. */
  served: z.boolean(),
  /** The kind of instrument by which the rule pack knows the deadline that service starts; null where it starts none. */
  deadline: z.strictObject({ instrument: z.string(), purpose: z.string() }).nullable().default(null),
  receipt: z.boolean().default(false),
  counterfoil: z.boolean().default(false),
  sealed: z.boolean().default(true),
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
  readonly unit: 'working-day' | 'calendar-day';
  readonly on: string | null;
  /** Article it comes from; empty where the office set it. */
  readonly source: string;
}
/** Value of one input. */
export type DataValue = string | number | null | readonly string[] | readonly (readonly string[])[] | DeadlineChoice;
/** What a drafter filled in, by field name. */
export type DocumentData = Readonly<Record<string, DataValue>>;
