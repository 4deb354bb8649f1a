import { chineseDate } from '@/domain/kernel';
import type { DocumentModel } from '@/domain/document';
import { breakLines, glyphsOf } from './break-lines';
import { area, levelRule, sizes, type Mark, type Measure } from './form';
import { placeLine } from './place-line';
import { leftLine, plain, rightLine, textWidth } from './text';

/** What stands at the foot of the last page: its height, and marks measured from its upper edge. */
export interface Foot {
  readonly height: number;
  readonly marks: readonly Mark[];
}

const size = sizes.four;
const step = 8;
/** 首条和末条分隔线0.35 mm，中间分隔线0.25 mm (GB/T 9704-2012, 7.4.1). */
const strokes = { outer: 0.35, inner: 0.25 } as const;
const air = (step - size) / 2;

/** 抄送: one character from either edge, further lines below the first character after the colon, full stop at the end. */
function copyLines(copies: readonly string[], top: number, measure: Measure): Mark[] {
  const label = '抄送：';
  const hang = textWidth(label, measure, 'fangsong', size);
  const room = area.width - 2 * size - hang;
  const glyphs = glyphsOf(plain(`${copies.join('，')}。`), size, measure);
  const marks = breakLines(glyphs, { first: room, rest: room, spacing: 0 }).map((line, at) =>
    placeLine(line, { x: area.left + size + hang, top: top + at * step, size, spacing: 0 }),
  );
  return [leftLine({ text: label, top, size }, area.left + size, measure), ...marks];
}

function colophonFoot(model: DocumentModel, measure: Measure): Foot {
  const marks: Mark[] = [levelRule(strokes.outer / 2, strokes.outer, 'black')];
  let y = 0;
  if (model.copies.length > 0) {
    const lines = copyLines(model.copies, air, measure);
    marks.push(...lines);
    y += (lines.length - 1) * step;
  }
  if (model.colophon) {
    if (y > 0) marks.push(levelRule(y, strokes.inner, 'black'));
    const printed = `${chineseDate(model.colophon.printedOn)}印发`;
    marks.push(leftLine({ text: model.colophon.printer, top: y + air, size }, area.left + size, measure));
    marks.push(rightLine({ text: printed, top: y + air, size }, area.right - size, measure));
    y += step;
  }
  marks.push(levelRule(y - strokes.outer / 2, strokes.outer, 'black'));
  return { height: y, marks };
}

/**
 * 版记 of a document in 文件格式: rules, 抄送, 印发机关 and 印发日期 (7.4). A letter has neither rules nor printer, only 抄送 at
 * the very foot of its type area (10.1). Null where there is nothing to print.
 */
export function footOf(model: DocumentModel, measure: Measure): Foot | null {
  if (model.colophon) return colophonFoot(model, measure);
  if (model.copies.length === 0) return null;
  if (model.layout === 'file') return colophonFoot(model, measure);
  const lines = copyLines(model.copies, 0, measure);
  return { height: (lines.length - 2) * step + size, marks: lines };
}
