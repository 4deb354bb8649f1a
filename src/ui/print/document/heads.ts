import type { DocumentModel } from '@/domain/document';
import { glyphsOf, widthOf } from './break-lines';
import { area, levelRule, paper, pitch, sizes, type Mark, type Measure } from './form';
import { cells, centredLine, leftLine, plain, rightLine, textWidth } from './text';
import { titleLines } from './title-lines';

/** What stands above the text on the first page, and where the text begins. Millimetres from the sheet's upper edge. */
export interface Head {
  readonly marks: readonly Mark[];
  readonly bottom: number;
}

/** What is seen of large 小标宋 glyphs, as shares of the size from the upper edge of their square. */
const seen = { top: 0.07, bottom: 1.012 } as const;
/** 武文线 and its mirror: a thick and a thin rule. */
const double = { thick: 0.6, gap: 0.3, thin: 0.2, length: 170 } as const;
/** Red rule below the number of a 文件格式. */
const separator = 0.5;
const doubleHeight = double.thick + double.gap + double.thin;
/** Largest letterheads, in millimetres: that of a letter brings its number onto the grid. */
const largest = { letter: 18.4, file: 19 } as const;
const openNumber = '〔    〕  号';

interface Mast {
  readonly marks: readonly Mark[];
  /** Lower edge of what is seen. */
  readonly bottom: number;
}

/** 发文机关标志 in red, as large as it may be and fits, its upper edge where the standard puts it. */
function mastOf(text: string, edge: number, most: number, measure: Measure): Mast {
  const glyphs = glyphsOf(plain(text, 'title'), 1, measure);
  const size = Math.min(most, area.width / Math.max(1, widthOf(glyphs, 0)));
  // Few characters are set apart, so that a short name fills the line as a longer one does.
  const spacing =
    glyphs.length < 2
      ? 0
      : Math.min(0.35 * size, (area.width * 0.72 - widthOf(glyphs, 0) * size) / (glyphs.length - 1));
  const top = edge - seen.top * size;
  const mark = centredLine({ text, top, role: 'title', size, ink: 'red', spacing: Math.max(0, spacing) }, measure);
  return { marks: text === '' ? [] : [mark], bottom: top + seen.bottom * size };
}

/** Two rules with their upper edge at a height, the thick one above or below; 170 mm long and centred. */
function doubleRule(top: number, thickAbove: boolean): Mark[] {
  const span = { left: (paper.width - double.length) / 2, right: (paper.width + double.length) / 2 };
  const first = thickAbove ? double.thick : double.thin;
  const second = thickAbove ? double.thin : double.thick;
  return [
    levelRule(top + first / 2, first, 'red', span),
    levelRule(top + first + double.gap + second / 2, second, 'red', span),
  ];
}

/** The row of the grid nearest to a height, a third of a row above it at most. */
function gridRowAt(y: number): number {
  return area.top + Math.ceil((y - area.top) / pitch - 0.35) * pitch;
}

/** The title in 2号小标宋, centred, on rows of the grid; gives the row after an empty one below it. */
function titleOf(title: string, top: number, whole: readonly string[], measure: Measure): Head {
  if (title === '') return { marks: [], bottom: top };
  const lines = titleLines({ text: title, size: sizes.two, width: area.width, whole }, measure);
  const marks = lines.map((text, at) =>
    centredLine({ text, top: top + at * pitch, role: 'title', size: sizes.two }, measure),
  );
  return { marks, bottom: top + (lines.length + 1) * pitch };
}

/** Names of organs, which a title does not divide. */
function namesIn(model: DocumentModel): readonly string[] {
  return [model.letterhead, ...model.addressees, ...(model.signature?.organs ?? [])];
}

/** 份号, 密级和保密期限, 紧急程度: those there are, from top to bottom. */
function signs(model: DocumentModel): { readonly text: string; readonly role: 'fangsong' | 'hei' }[] {
  const list = [
    { text: model.copyNo, role: 'fangsong' as const },
    { text: model.secrecy, role: 'hei' as const },
    { text: model.urgency, role: 'hei' as const },
  ];
  return list.flatMap(({ text, role }) => (text ? [{ text, role }] : []));
}

/**
 * 信函格式: letterhead 30 mm below the paper's edge, a double rule 4 mm below it and another 20 mm above the lower edge;
 * under the first rule the number at the right and 份号, 密级, 紧急程度 at the left, 7/8 of a character below it; the title
 * two rows below the last of them (GB/T 9704-2012, 10.1).
 */
function letterHead(model: DocumentModel, measure: Measure): Head {
  const mast = mastOf(model.letterhead, 30, largest.letter, measure);
  const rule = mast.bottom + 4;
  const top = rule + doubleHeight + (sizes.three * 7) / 8;
  const left = signs(model);
  const marks = [
    ...mast.marks,
    ...doubleRule(rule, true),
    ...doubleRule(paper.height - 20 - doubleHeight / 2, false),
    ...left.map((sign, at) => leftLine({ ...sign, top: top + at * pitch }, area.left, measure)),
    rightLine({ text: model.number ?? openNumber, top }, area.right, measure),
  ];
  const last = top + (Math.max(1, left.length) - 1) * pitch;
  const title = titleOf(model.title, gridRowAt(last + 3 * pitch), namesIn(model), measure);
  return { marks: [...marks, ...title.marks], bottom: title.bottom };
}

/** Row of each sign at the top of a 文件格式: 份号 first, 密级 second, 紧急程度 after them or first where it is alone (7.2). */
function signRows(model: DocumentModel): readonly number[] {
  const rows: number[] = [];
  if (model.copyNo) rows.push(0);
  if (model.secrecy) rows.push(1);
  if (model.urgency) rows.push(model.secrecy ? 2 : model.copyNo ? 1 : 0);
  return rows;
}

/** Number below the letterhead: centred; with a signer it moves left and 签发人 stands at the right (7.2.5, 7.2.6). */
function numberLine(model: DocumentModel, top: number, measure: Measure): Mark[] {
  const text = model.number ?? openNumber;
  if (!model.signer) return [centredLine({ text, top }, measure)];
  const name = textWidth(model.signer, measure, 'kai');
  const right = area.right - cells(1);
  return [
    leftLine({ text, top }, area.left + cells(1), measure),
    rightLine({ text: '签发人：', top }, right - name, measure),
    leftLine({ text: model.signer, top, role: 'kai' }, right - name, measure),
  ];
}

/**
 * 文件格式 and 纪要: letterhead 35 mm below the type area's edge, number two rows below it, a red rule of 156 mm 4 mm below
 * the number, the title two rows below the rule (7.2.4 - 7.3.1, 10.3).
 */
function fileHead(model: DocumentModel, measure: Measure): Head {
  const rows = signRows(model);
  const mast = mastOf(model.letterhead, area.top + 35, largest.file, measure);
  const number = mast.bottom + 2 * pitch;
  const rule = number + sizes.three + 4 + separator / 2;
  const marks = [
    ...signs(model).map((sign, at) =>
      leftLine({ ...sign, top: area.top + (rows[at] ?? at) * pitch }, area.left, measure),
    ),
    ...mast.marks,
    ...numberLine(model, number, measure),
    levelRule(rule, separator, 'red'),
  ];
  const title = titleOf(model.title, gridRowAt(rule + 2 * pitch), namesIn(model), measure);
  return { marks: [...marks, ...title.marks], bottom: title.bottom };
}

/** 文书式: organ and title centred, number at the right edge, all black. */
function formHead(model: DocumentModel, measure: Measure): Head {
  const marks: Mark[] = [
    ...signs(model).map((sign, at) => leftLine({ ...sign, top: area.top + at * pitch }, area.left, measure)),
  ];
  let top = area.top + Math.max(0, signs(model).length - 1) * pitch;
  if (model.letterhead !== '') {
    marks.push(centredLine({ text: model.letterhead, top, role: 'title', size: sizes.two }, measure));
    top += pitch * 1.25;
  }
  for (const text of titleLines(
    { text: model.title, size: sizes.two, width: area.width, whole: namesIn(model) },
    measure,
  )) {
    marks.push(centredLine({ text, top, role: 'title', size: sizes.two }, measure));
    top += pitch * 1.1;
  }
  const number = gridRowAt(top + 0.2 * pitch);
  marks.push(rightLine({ text: model.number ?? openNumber, top: number }, area.right, measure));
  return { marks, bottom: number + 2 * pitch };
}

/** What stands above the text of a document's first page. */
export function headOf(model: DocumentModel, measure: Measure): Head {
  if (model.layout === 'letter') return letterHead(model, measure);
  if (model.layout === 'form') return formHead(model, measure);
  return fileHead(model, measure);
}

/** 附件1 in 黑体 at the first row, its title centred on the third (7.3.7). */
export function enclosureHead(label: string, title: string, measure: Measure): Head {
  const heading = titleOf(title, area.top + 2 * pitch, [], measure);
  const mark = leftLine({ text: label, top: area.top, role: 'hei' }, area.left, measure);
  return { marks: [mark, ...heading.marks], bottom: Math.max(heading.bottom, area.top + 2 * pitch) };
}

/** Upper edge of the dash 7 mm below the type area, odd pages at the right, even ones at the left (7.5). */
export function pageNumber(page: number, measure: Measure): Mark {
  const dash = 0.5;
  const top = area.bottom + 7 - dash * sizes.four;
  const spot = { text: `— ${String(page)} —`, top, role: 'song' as const, size: sizes.four };
  if (page % 2 === 1) return rightLine(spot, area.right - sizes.four, measure);
  return leftLine(spot, area.left + sizes.four, measure);
}
