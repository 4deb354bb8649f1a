import type { PrintedPart } from '../fonts';
import type { Block, DocumentModel, FormRow, FormSheet } from './model';

const headRoles = { 1: 'hei', 2: 'kai', 3: 'fangsong', 4: 'fangsong' } as const;

function partsOfRows(rows: readonly FormRow[], where: string): PrintedPart[] {
  return rows.flatMap((row) =>
    row.cells.map(({ label, value }): PrintedPart => ({
      where: `${where}“${label}”`,
      text: label + value,
      role: 'fangsong',
    })),
  );
}

function partsOfBlock(block: Block, where: string): PrintedPart[] {
  if (block.kind === 'paragraph') {
    const role = block.level === null ? 'fangsong' : headRoles[block.level];
    return [
      { where, text: block.head, role },
      { where, text: block.text, role: 'fangsong' },
    ];
  }
  if (block.kind === 'labelled') {
    return [
      { where, text: block.label, role: 'hei' },
      { where: `${where}“${block.label}”`, text: block.text, role: 'fangsong' },
    ];
  }
  if (block.kind === 'form') return partsOfRows(block.rows, where);
  const place = block.caption ? `表“${block.caption}”` : `${where}的表格`;
  return [
    { where: place, text: (block.caption ?? '') + block.columns.map(({ label }) => label).join(''), role: 'hei' },
    ...block.rows.map((row, at): PrintedPart => ({
      where: `${place}第${String(at + 1)}行`,
      text: row.join(''),
      role: 'fangsong',
    })),
  ];
}

function partsOfForm(form: FormSheet | null): PrintedPart[] {
  if (form === null) return [];
  return [
    { where: `“${form.title}”的标题`, text: form.title, role: 'title' },
    { where: `“${form.title}”`, text: form.organ, role: 'song' },
    { where: `“${form.title}”`, text: form.number + form.notes.join(''), role: 'fangsong' },
    ...partsOfRows(form.rows, `“${form.title}”的`),
  ];
}

/** Every text of a document with its place, as a person names it, and the role of its font: what is looked through before printing. */
export function printedParts(model: DocumentModel): readonly PrintedPart[] {
  const body = (where: string, text: string | null): PrintedPart => ({ where, text: text ?? '', role: 'fangsong' });
  return [
    { where: '发文机关标志', text: model.letterhead, role: 'title' },
    { where: '密级、紧急程度', text: (model.secrecy ?? '') + (model.urgency ?? ''), role: 'hei' },
    body('发文字号', (model.copyNo ?? '') + (model.number ?? '')),
    { where: '签发人', text: model.signer ?? '', role: 'kai' },
    { where: '标题', text: model.title, role: 'title' },
    body('主送机关', model.addressees.join('')),
    ...model.blocks.flatMap((block, at) => partsOfBlock(block, `正文第${String(at + 1)}段`)),
    body('附件说明', model.attachments.join('')),
    body('署名', model.signature?.organs.join('') ?? ''),
    body('附注', model.note),
    body('抄送', model.copies.join('')),
    body('印发机关', model.colophon?.printer ?? ''),
    ...model.enclosures.flatMap((one): PrintedPart[] => [
      { where: `附件“${one.title}”的标题`, text: one.title, role: 'title' },
      ...one.blocks.flatMap((block, at) => partsOfBlock(block, `附件“${one.title}”第${String(at + 1)}段`)),
    ]),
    ...partsOfForm(model.counterfoil),
    ...partsOfForm(model.receipt),
  ];
}
