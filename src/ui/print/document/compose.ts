import type { DocumentModel, Enclosure, FormSheet } from '@/domain/document';
import { airBelow, attachmentBoxes, blockBoxes, formRowBoxes, noteBoxes } from './blocks';
import { blank, isText, marksOf, type Box } from './boxes';
import { flow, nextRow, spread, tighten, type FlowPage } from './flow';
import { footOf, type Foot } from './foot';
import { area, lowered, pitch, sizes, type Mark, type Measure, type Sheet } from './form';
import { enclosureHead, headOf, pageNumber, type Head } from './heads';
import { endings, type Ending } from './signature';
import { cells, centredLine, plain, rightLine, textBoxes } from './text';
import { titleLines } from './title-lines';

const hair = 0.01;
/** Lines of text that keep a signature company where it goes to a page of its own. */
const company = 2;
const nothing: Ending = { height: 0, marks: [] };

/** A stretch of pages: the text itself, or an enclosure. */
interface Stretch {
  readonly head: Head;
  readonly boxes: readonly Box[];
  readonly endings: readonly Ending[];
  readonly foot: Foot | null;
}

/** Kept free above what stands at the foot. */
const air = 2;

/** Lowest place where an ending may begin so that it and the foot stay on the page. */
function lowest(ending: Ending, foot: Foot | null): number {
  return area.bottom - ending.height - (foot ? foot.height + air : 0);
}

interface Laid {
  readonly pages: readonly FlowPage[];
  readonly ending: Ending;
  /** Where on the last page the ending begins. */
  readonly top: number;
}

/** The last page with its ending as it stands, with less room for the seal, or with its lines drawn together. */
function fitEnding(pages: readonly FlowPage[], stretch: Stretch): Laid | null {
  const last = pages.at(-1);
  if (!last) return null;
  const texts = last.placed.filter(({ box }) => isText(box)).length;
  const signed = stretch.endings.some(({ height }) => height > 0);
  if (signed && pages.length > 1 && texts < company) return null;
  for (const ending of stretch.endings) {
    const top = ending.height > 0 ? nextRow(last.filled) : last.filled;
    if (top <= lowest(ending, stretch.foot) + hair) return { pages, ending, top };
  }
  const closest = stretch.endings.at(-1) ?? nothing;
  const tight = tighten(last, lowest(closest, stretch.foot));
  return tight ? { pages: [...pages.slice(0, -1), tight], ending: closest, top: tight.filled } : null;
}

/** Index of the box with which a new page begins, so that two lines of text keep the ending company; 0 for none. */
function companyFrom(boxes: readonly Box[]): number {
  let texts = 0;
  let at = boxes.length;
  while (at > 0 && texts < company) {
    at -= 1;
    const box = boxes[at];
    if (box && isText(box)) texts += 1;
  }
  while (at > 0 && boxes[at - 1]?.withNext === true) at -= 1;
  return at;
}

/** Pages of a stretch so that its ending and foot share the last one with text: 此页无正文 is never printed. */
function lay(stretch: Stretch): Laid {
  const pages = flow(stretch.boxes, stretch.head.bottom, null);
  const fitting = fitEnding(pages, stretch);
  if (fitting) return fitting;
  const from = companyFrom(stretch.boxes);
  const moved = from > 0 ? flow(stretch.boxes, stretch.head.bottom, from) : pages;
  const before = moved.length - 2;
  const spreadOut = moved.map((page, at) => (at === before ? spread(page) : page));
  const laid = from > 0 ? fitEnding(spreadOut, stretch) : null;
  // A single line of text, or a table row as high as the page: the ending goes to a page of its own.
  return (
    laid ?? {
      pages: [...pages, { placed: [], filled: area.top }],
      ending: stretch.endings[0] ?? nothing,
      top: area.top,
    }
  );
}

function stretchSheets(stretch: Stretch): Mark[][] {
  const { pages, ending, top } = lay(stretch);
  return pages.map((page, at) => {
    const marks = page.placed.flatMap(marksOf);
    if (at === 0) marks.unshift(...stretch.head.marks);
    if (at < pages.length - 1) return marks;
    marks.push(...ending.marks.map((mark) => lowered(mark, top)));
    const { foot } = stretch;
    if (foot) marks.push(...foot.marks.map((mark) => lowered(mark, area.bottom - foot.height)));
    return marks;
  });
}

function bodyStretch(model: DocumentModel, measure: Measure): Stretch {
  const addressees = model.addressees.length > 0 ? `${model.addressees.join('、')}：` : '';
  const boxes = [
    ...textBoxes({ pieces: plain(addressees), first: 0, rest: 0, withNext: true }, measure),
    ...model.blocks.flatMap((block) => blockBoxes(block, measure)),
    ...attachmentBoxes(model.attachments, measure),
  ];
  const note = noteBoxes(model.note, measure).map(({ marks }) => [...marks]);
  return {
    head: headOf(model, measure),
    boxes,
    endings: endings(model.signature, note, measure),
    foot: model.enclosures.length === 0 ? footOf(model, measure) : null,
  };
}

function enclosureStretch(model: DocumentModel, enclosure: Enclosure, at: number, measure: Measure): Stretch {
  const label = model.enclosures.length > 1 ? `附件${String(at + 1)}` : '附件';
  return {
    head: enclosureHead(label, enclosure.title, measure),
    boxes: enclosure.blocks.flatMap((block) => blockBoxes(block, measure)),
    endings: [nothing],
    foot: at === model.enclosures.length - 1 ? footOf(model, measure) : null,
  };
}

/** Whether a page carries its number: no first page of a letter (10.1), and no form of a single page. */
function isNumbered(model: DocumentModel, page: number, pages: number): boolean {
  if (model.layout === 'letter') return page > 1;
  return model.layout !== 'form' || pages > 1;
}

/** 存根 and 送达回证: title, number and ruled rows on sheets of their own, going on where one does not suffice. */
function formSheets(form: FormSheet, measure: Measure): Sheet[] {
  const marks: Mark[] = [];
  let top: number = area.top;
  if (form.organ !== '') {
    marks.push(centredLine({ text: form.organ, top, role: 'song' }, measure));
    top += pitch;
  }
  for (const text of titleLines({ text: form.title, size: sizes.two, width: area.width }, measure)) {
    marks.push(centredLine({ text, top, role: 'title', size: sizes.two }, measure));
    top += pitch * 1.1;
  }
  if (form.number !== '') {
    marks.push(rightLine({ text: form.number, top: top + 2, size: sizes.four }, area.right, measure));
  }
  const notes = form.notes.flatMap((note) => textBoxes({ pieces: plain(note), first: cells(2), rest: 0 }, measure));
  const pages = flow([...formRowBoxes(form.rows, measure), blank(airBelow), ...notes], top + pitch, null);
  return pages.map((page, at) => ({ marks: [...(at === 0 ? marks : []), ...page.placed.flatMap(marksOf)] }));
}

/** The text with its enclosures, each stretch beginning on a sheet of its own. */
function textSheets(model: DocumentModel, measure: Measure): Sheet[] {
  const stretches = [
    bodyStretch(model, measure),
    ...model.enclosures.map((enclosure, at) => enclosureStretch(model, enclosure, at, measure)),
  ];
  const pages = stretches.flatMap(stretchSheets);
  return pages.map((marks, at): Sheet => {
    const numbered = isNumbered(model, at + 1, pages.length);
    return { marks: numbered ? [...marks, pageNumber(at + 1, measure)] : marks };
  });
}

/** What of a document is put on paper: the text with its enclosures, 存根, 送达回证. */
export const documentParts = ['text', 'counterfoil', 'receipt'] as const;
/** One of {@link documentParts}. */
export type DocumentPart = (typeof documentParts)[number];

/**
 * Composes a document: every line and rule with its place on its sheet, the same wherever it is printed.
 *
 * @param measure widths of characters
 * @param parts what is wanted of it; a part that the document does not have gives no sheet
 * @returns sheets in order: the document, its enclosures, 存根, 送达回证
 */
export function composeDocument(
  model: DocumentModel,
  measure: Measure,
  parts: readonly DocumentPart[] = documentParts,
): Sheet[] {
  const wanted = (part: 'counterfoil' | 'receipt'): Sheet[] => {
    const form = parts.includes(part) ? model[part] : null;
    return form ? formSheets(form, measure) : [];
  };
  const text = parts.includes('text') ? textSheets(model, measure) : [];
  return [...text, ...wanted('counterfoil'), ...wanted('receipt')];
}
