import type { Paragraph, Table } from 'docx';
import { divideTitle, type Block, type DocumentModel, type HeadingLevel } from '@/domain/document';
import type { FontRole } from '@/domain/fonts';
import { blankLines, line } from './line';
import { area, linePitch, millimetres, sink, size, titleLift, twips } from './measures';
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

/** Air that LibreOffice leaves between figures and Chinese text whatever the file says, in characters. */
function figureAir(text: string): number {
  return 0.25 * (text.match(/[!-~](?=[^ -~])|[^ -~](?=[!-~])/g)?.length ?? 0);
}

/**
 * A title in the middle, its characters at the top of the row that begins here, in lines that keep its words whole.
 * @param before what is left free above it, in twentieths of a point
 * @param names which are not divided
 */
export function titleLine(title: string, before = 0, names: readonly string[] = []): Paragraph {
  const room = { text: title, size: millimetres(size.two), width: area.width, whole: names };
  const lines = divideTitle(room, (part) => widthOf(part, 'title', size.two) + figureAir(part) * room.size);
  return line([words(lines.join('\n'))], { style: 'title', keep: true, before: titleLift + before });
}

/** A title and the empty row below it. `names` in it are not divided. */
export function titleRows(title: string, names: readonly string[] = []): Paragraph[] {
  return title === '' ? [] : [titleLine(title, 0, names), ...blankLines(1, true, linePitch - titleLift)];
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
