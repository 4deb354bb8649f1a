import { Document, Packer, type ISectionOptions, type Paragraph } from 'docx';
import type { DocumentModel, Enclosure, FormSheet } from '@/domain/document';
import { blocksFlow, bodyFlow, titleLine, titleRows, type Flow } from './body';
import { footFlow } from './foot';
import { fileHead, formHead, letterHead, letterRules } from './head';
import { blankLines, line } from './line';
import { linePitch, size } from './measures';
import { numberedPages, plainPages } from './pages';
import { settingsXml } from './settings';
import { stylesXml } from './styles';
import { formTable } from './tables';
import { words } from './text';

function headOf(model: DocumentModel): Paragraph[] {
  if (model.layout === 'letter') return letterHead(model);
  return model.layout === 'form' ? formHead(model) : fileHead(model);
}

/** An enclosure on a page of its own: 附件 and its number at the left edge, the title on the third line (7.3.7). */
function enclosureFlow(enclosure: Enclosure, label: string): Flow[] {
  return [
    line([words(label, 'hei')], { newPage: true, keep: true }),
    ...blankLines(1, true),
    ...titleRows(enclosure.title),
    ...blocksFlow(enclosure.blocks, false),
  ];
}

/** 存根 or 送达回证: organ, title and number over a ruled form, its notes below. */
function sheetPages(sheet: FormSheet): ISectionOptions {
  const notes = sheet.notes.map((note) => line([words(note)], { style: 'text' }));
  return plainPages([
    ...(sheet.organ ? [line([words(sheet.organ, 'song')], { align: 'center', keep: true })] : []),
    titleLine(sheet.title),
    line([words(sheet.number, undefined, { size: size.four * 2 })], {
      align: 'right',
      height: Math.round(linePitch * 1.1),
      keep: true,
    }),
    formTable(sheet.rows, notes.length > 0),
    // A table cannot be the last of a section.
    ...(notes.length > 0 ? notes : [line([], { height: 20 })]),
  ]);
}

/**
 * Writes a document as an editable Word file (.docx) with the layout that it has on paper.
 *
 * @param model the document as it was compiled; the file is made from it alone
 * @returns the file's bytes
 */
export async function writeDocument(model: DocumentModel): Promise<Uint8Array> {
  const { enclosures } = model;
  const foot = footFlow(model);
  const flow = [
    ...headOf(model),
    ...bodyFlow(model, foot.length > 0 && enclosures.length === 0),
    ...enclosures.flatMap((one, at) => enclosureFlow(one, enclosures.length > 1 ? `附件${at + 1}` : '附件')),
    ...foot,
  ];
  const sheets = [model.counterfoil, model.receipt].filter((sheet) => sheet !== null);
  const document = new Document({
    title: model.title,
    creator: model.letterhead,
    externalStyles: stylesXml,
    sections: [numberedPages(flow, model.layout === 'letter' ? letterRules(model) : null), ...sheets.map(sheetPages)],
  });
  return Packer.pack(document, 'uint8array', undefined, [{ path: 'word/settings.xml', data: settingsXml }]);
}
