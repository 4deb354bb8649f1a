import { chineseDate } from '@/domain/kernel';
import type { Signature } from '@/domain/document';
import { area, lowered, pitch, sizes, type Mark, type Measure } from './form';
import { cells, centredLine, leftLine, textWidth } from './text';
import { titleLines } from './title-lines';

/** The end of the text: its height and its marks, measured from the last line's lower edge. */
export interface Ending {
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** A seal is about 42 mm wide; its top must be within a line of the text, its middle on organ and date. */
const seal = { width: 44, rows: 5 } as const;
const openDate = '    年  月  日';

function dateOf(signature: Signature): string {
  return signature.date === null ? openDate : chineseDate(signature.date);
}

/** Organs on as many rows as their seals need; the last one stands above the date. */
function sealRows(organs: readonly string[], measure: Measure): readonly (readonly string[])[] {
  const widest = Math.max(...organs.map((name) => textWidth(name, measure)));
  const most = widest <= seal.width ? 3 : widest <= 74 ? 2 : 1;
  const rows: string[][] = [];
  for (let end = organs.length; end > 0; end -= most) rows.unshift(organs.slice(Math.max(0, end - most), end));
  return rows;
}

/**
 * Sealed: the date stands four characters from the right edge, the organ above it in the date's middle; several organs
 * stand beside one another, each with room for its seal (GB/T 9704-2012, 7.3.5.1).
 */
function sealedEnding(signature: Signature, above: number, measure: Measure): Ending {
  const date = dateOf(signature);
  const right = area.right - cells(4);
  const middle = right - textWidth(date, measure) / 2;
  const marks: Mark[] = [];
  let top = above * pitch;
  const rows = sealRows(signature.organs, measure);
  rows.forEach((row, at) => {
    const step = row.length > 2 ? 47 : 76;
    row.forEach((name, place) => {
      const lines = titleLines({ text: name, size: sizes.three, width: area.width - cells(2) }, measure);
      lines.forEach((text, line) => {
        const wide = textWidth(text, measure);
        const last = place === row.length - 1;
        // A long name moves left until it ends at the type area's edge.
        const centre = Math.min(middle - (row.length - 1 - place) * step, area.right - (last ? wide / 2 : 0));
        marks.push(centredLine({ text, top: top + line * pitch }, measure, centre));
      });
      if (place === row.length - 1) top += lines.length * pitch;
    });
    if (at < rows.length - 1) top += (seal.rows - 1) * pitch;
  });
  marks.push(leftLine({ text: date, top }, middle - textWidth(date, measure) / 2, measure));
  return { height: top + pitch, marks };
}

/**
 * Without seal: one row below the text the organ, two characters from the right edge, below it the date, two characters
 * right of the organ's first; a date that would reach further decides the place instead (7.3.5.2).
 */
function unsealedEnding(signature: Signature, above: number, measure: Measure): Ending {
  const date = dateOf(signature);
  const right = area.right - cells(2);
  const dateWidth = textWidth(date, measure);
  const widest = Math.max(...signature.organs.map((name) => textWidth(name, measure)), 0);
  const organLeft = Math.max(area.left, Math.min(right - widest, right - dateWidth - cells(2)));
  const marks: Mark[] = [];
  let top = above * pitch;
  for (const name of signature.organs) {
    for (const text of titleLines({ text: name, size: sizes.three, width: area.width - cells(2) }, measure)) {
      marks.push(leftLine({ text, top }, organLeft, measure));
      top += pitch;
    }
  }
  marks.push(leftLine({ text: date, top }, organLeft + cells(2), measure));
  return { height: top + pitch, marks };
}

/** The endings a document may have, the roomiest first: empty rows above the organ may be fewer where space is short. */
export function endings(signature: Signature | null, note: readonly Mark[][], measure: Measure): readonly Ending[] {
  const ways = signature === null ? [0] : signature.sealed ? [2, 1] : [1];
  return ways.map((above) => {
    const ending =
      signature === null
        ? { height: 0, marks: [] }
        : signature.sealed
          ? sealedEnding(signature, above, measure)
          : unsealedEnding(signature, above, measure);
    const marks = [
      ...ending.marks,
      ...note.flatMap((line, at) => line.map((mark) => lowered(mark, ending.height + at * pitch))),
    ];
    return { height: ending.height + note.length * pitch, marks };
  });
}
