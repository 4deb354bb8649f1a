import type { DateText } from '../kernel';

/**
 * How a document is laid out (GB/T 9704-2012, domain source S60): letter = 信函格式 (clause 10.1), form = 文书式 for filled-in
 * enforcement documents with counterfoil and proof of service, file = 文件格式 for plans and circulars, minutes = 纪要格式
 * (clause 10.3).
 */
export const layouts = ['letter', 'form', 'file', 'minutes'] as const;
/** One of {@link layouts}. */
export type Layout = (typeof layouts)[number];

/** Level of a heading: 1 一、 (黑体), 2 （一） (楷体), 3 1. (仿宋), 4 （1） (仿宋). */
export type HeadingLevel = 1 | 2 | 3 | 4;

/** A paragraph of text in 3号仿宋, first line indented by two characters. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /** With a level, the first `head` of the text, printed in the face of that level. Empty for plain text. */
  readonly head: string;
  readonly level: HeadingLevel | null;
  /** What follows the head in the same paragraph. */
  readonly text: string;
}

/** A line of minutes that begins with a label in 3号黑体: 出席：... (GB/T 9704-2012, 10.3). */
export interface LabelledLine {
  readonly kind: 'labelled';
  readonly label: string;
  readonly text: string;
}

/** A column of a table. */
export interface TableColumn {
  readonly label: string;
  /** Share of the width, relative to the other columns. */
  readonly share: number;
  readonly align: 'left' | 'center';
}

/** A ruled table across the type area. */
export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** Signing organs and day at the end of the text. */
export interface Signature {
  readonly organs: readonly string[];
  /** Day of signing (成文日期); null in a draft, where room for it is left. */
  readonly date: DateText | null;
  /** Whether room for the seal is kept and the date stands four characters from the right edge. */
  readonly sealed: boolean;
}

/** A cell pair of a form: its label and what is written there. */
export interface FormCell {
  readonly label: string;
  readonly value: string;
}

/** A row of a form: one or two cells beside one another, at least `lines` lines of text high. */
export interface FormRow {
  readonly cells: readonly FormCell[];
  readonly lines: number;
}

/** A ruled form in the text itself, of a document that is filled in: 送达回证, 约谈记录. Drawn as the rows of a FormSheet. */
export interface FormBlock {
  readonly kind: 'form';
  readonly rows: readonly FormRow[];
}

/** A piece of a document's text. */
export type Block = Paragraph | LabelledLine | TableBlock | FormBlock;

/** A page that is a form: 存根, 送达回证, 整改情况反馈表. */
export interface FormSheet {
  readonly title: string;
  /** Organ in whose name the form is kept; empty for none. */
  readonly organ: string;
  readonly number: string;
  readonly rows: readonly FormRow[];
  /** Sentences under the form. */
  readonly notes: readonly string[];
}

/** An enclosure printed behind the text: 附件1, on a page of its own. */
export interface Enclosure {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Imprint at the foot of the last page of a 文件格式 document. */
export interface Colophon {
  readonly printer: string;
  readonly printedOn: DateText;
}

/** A whole document, independent of how it is put out. Print view, PDF and Word file are made from it alone. */
export interface DocumentModel {
  readonly layout: Layout;
  /** 发文机关标志: what stands red at the top, e.g. 安澜县司法局, 安澜县司法局文件; in a form, the organ above the title. */
  readonly letterhead: string;
  /** 份号, six digits. */
  readonly copyNo: string | null;
  /** 密级和保密期限. */
  readonly secrecy: string | null;
  /** 紧急程度: 特急 or 加急. */
  readonly urgency: string | null;
  /** 发文字号 as printed; null while there is none yet, which leaves the year and number open. */
  readonly number: string | null;
  /** 签发人, printed on documents that go up only. */
  readonly signer: string | null;
  readonly title: string;
  /** 主送机关, full names. */
  readonly addressees: readonly string[];
  readonly blocks: readonly Block[];
  /** 附件说明: names, numbered when more than one. */
  readonly attachments: readonly string[];
  readonly signature: Signature | null;
  /** 附注 in round brackets: 联系人：…，电话：…. */
  readonly note: string | null;
  /** 抄送机关. */
  readonly copies: readonly string[];
  readonly colophon: Colophon | null;
  readonly enclosures: readonly Enclosure[];
  /** 存根, kept by the office. */
  readonly counterfoil: FormSheet | null;
  /** 送达回证, filled in at service. */
  readonly receipt: FormSheet | null;
}

function textOfRows(rows: readonly FormRow[]): string[] {
  return rows.flatMap((row) => row.cells.map((cell) => `${cell.label}：${cell.value}`));
}

function textOfBlock(block: Block): string {
  if (block.kind === 'paragraph') return block.head + block.text;
  if (block.kind === 'labelled') return `${block.label}：${block.text}`;
  if (block.kind === 'form') return textOfRows(block.rows).join('\n');
  const head = block.columns.map((column) => column.label).join('\t');
  return [block.caption ?? '', head, ...block.rows.map((row) => row.join('\t'))]
    .filter((line) => line !== '')
    .join('\n');
}

function textOfForm(form: FormSheet): string[] {
  return [form.organ, form.title, form.number, ...textOfRows(form.rows), ...form.notes];
}

/**
 * The document as plain text, one paragraph a line, in reading order: what is kept at sign-off beside the data, searched
 * and shown in lists.
 */
export function plainText(model: DocumentModel): string {
  const { signature, colophon } = model;
  const lines = [
    model.copyNo,
    model.secrecy,
    model.urgency,
    model.letterhead,
    model.number,
    model.signer ? `签发人：${model.signer}` : null,
    model.title,
    model.addressees.length > 0 ? `${model.addressees.join('、')}：` : null,
    ...model.blocks.map(textOfBlock),
    ...model.attachments.map((name, at) => `附件${model.attachments.length > 1 ? String(at + 1) : ''}：${name}`),
    ...(signature ? [...signature.organs, signature.date] : []),
    model.note ? `（${model.note}）` : null,
    model.copies.length > 0 ? `抄送：${model.copies.join('，')}。` : null,
    colophon ? `${colophon.printer} ${colophon.printedOn}印发` : null,
    ...model.enclosures.flatMap((one) => [one.title, ...one.blocks.map(textOfBlock)]),
    ...(model.counterfoil ? textOfForm(model.counterfoil) : []),
    ...(model.receipt ? textOfForm(model.receipt) : []),
  ];
  return lines.filter((line): line is string => line !== null && line !== '').join('\n');
}
