import type { Paragraph, Table } from 'docx';
import type { Block, DocumentModel, HeadingLevel } from '@/domain/document';
import type { FontRole } from '@/domain/fonts';
import { blankLines, line } from './line';
import { linePitch, millimetres, sink, size, titleLift, twips } from './measures';
import { signatureLines } from './signature';
import { formTable, listTable } from './tables';
import { widthOf, words } from './text';

/** Part of a document's flow. */
export type Flow = Paragraph | Table;

const cell = millimetres(size.three);
const headRoles: Readonly<Record<HeadingLevel, FontRole>> = { 1: 'hei', 2: 'kai', 3: 'fangsong', 4: 'fangsong' };

/** What a block stands beside: whether it stays with what follows, and whether a ruled block follows. */
interface Company {
  readonly keep: boolean;
  readonly ruledNext: boolean;
}

function blockFlow(block: Block, { keep, ruledNext }: Company): Flow[] {
  if (block.kind === 'table') return listTable(block, keep);
  if (block.kind === 'form') return [formTable(block.rows, keep)];
  // As much air above a rule as the characters leave above themselves.
  const air = ruledNext ? { after: twips(sink) } : {};
  if (block.kind === 'labelled') {
    const label = `${block.label}：`;
    const hang = widthOf(label);
    return [line([words(label, 'hei'), words(block.text)], { left: 2 * cell + hang, hanging: hang, keep, ...air })];
  }
  const head = words(block.head, block.level ? headRoles[block.level] : undefined);
  const parts = [...(block.head === '' ? [] : [head]), ...(block.text === '' ? [] : [words(block.text)])];
  const alone = block.head !== '' && block.text === '';
  return [line(parts, { style: 'text', keep: keep || alone, ...air })];
}

/**
 * The text, with tables and forms. A heading alone stays with what it heads.
 * @param keep whether the last of it stays with what follows, so that a signature never stands alone on a page
 */
export function blocksFlow(blocks: readonly Block[], keep: boolean): Flow[] {
  const isRuled = (block: Block | undefined): boolean => block?.kind === 'table' || block?.kind === 'form';
  return blocks.flatMap((block, at) =>
    blockFlow(block, { keep: keep && at === blocks.length - 1, ruledNext: isRuled(blocks[at + 1]) }),
  );
}

/** 附件说明: one row below the text, two characters in; further lines below the first character of the name (7.3.4). */
function attachmentLines(names: readonly string[], keep: boolean): Flow[] {
  if (names.length === 0) return [];
  const lines = names.map((name, at) => {
    const number = names.length > 1 ? `${at + 1}.` : '';
    const lead = `${at === 0 ? '附件：' : ''}${number}`;
    const left = 5 * cell + widthOf(number);
    return line([words(lead + name.replace(/[。；，、]+$/, ''))], { left, hanging: widthOf(lead), keep });
  });
  return [...blankLines(1, keep), ...lines];
}

/**
 * A title in the middle, its characters at the top of the row that begins here.
 * @param before what is left free above it, in twentieths of a point
 */
export function titleLine(title: string, before = 0): Paragraph {
  return line([words(title)], { style: 'title', keep: true, before: titleLift + before });
}

/** A title and the empty row below it. */
export function titleRows(title: string): Paragraph[] {
  return title === '' ? [] : [titleLine(title), ...blankLines(1, true, linePitch - titleLift)];
}

/**
 * Everything from the addressees to the note.
 * @param keep whether the last of it stays with what follows
 */
export function bodyFlow(model: DocumentModel, keep: boolean): Flow[] {
  const signed = model.signature !== null;
  const addressees = `${model.addressees.join('、')}：`;
  return [
    ...(model.addressees.length > 0 ? [line([words(addressees)], { keep: true })] : []),
    ...blocksFlow(model.blocks, signed || model.attachments.length > 0),
    ...attachmentLines(model.attachments, signed),
    ...signatureLines(model.signature, model.note !== null || keep),
    ...(model.note ? [line([words(`（${model.note}）`)], { style: 'text', keep })] : []),
  ];
}
