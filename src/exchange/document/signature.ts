import type { Paragraph } from 'docx';
import type { Signature } from '@/domain/document';
import { chineseDate } from '@/domain/kernel';
import { blankLines, line } from './line';
import { area, millimetres, size } from './measures';
import { widthOf, words } from './text';

const openDate = '    年  月  日';
/** Room that a seal takes beside and below another. */
const seal = { width: 44, rows: 5 } as const;
const cell = millimetres(size.three);

function dateOf(signature: Signature): string {
  return signature.date === null ? openDate : chineseDate(signature.date);
}

/** Organs on as many rows as their seals need; the last row stands above the date. */
function sealRows(organs: readonly string[]): readonly (readonly string[])[] {
  const widest = Math.max(0, ...organs.map((name) => widthOf(name)));
  const most = widest <= seal.width ? 3 : widest <= 74 ? 2 : 1;
  const rows: string[][] = [];
  for (let end = organs.length; end > 0; end -= most) rows.unshift(organs.slice(Math.max(0, end - most), end));
  return rows;
}

/** A row of organs, each in the middle of its place; a long one ends at the right edge of the type area. */
function organRow(row: readonly string[], middle: number): Paragraph {
  const step = row.length > 2 ? 47 : 76;
  const [only] = row;
  if (row.length === 1 && only !== undefined) {
    const reach = Math.min(area.width / 2, Math.max(middle, widthOf(only) / 2));
    return line([words(only)], { align: 'center', left: area.width - 2 * reach, keep: true });
  }
  const at = (place: number): number => area.width - middle - (row.length - 1 - place) * step;
  return line([words(row.map((name) => `\t${name}`).join(''))], {
    align: 'left',
    keep: true,
    tabs: row.map((_, place) => ({ at: at(place), align: 'center' as const })),
  });
}

/** Sealed: the date four characters from the right edge, the organ above it in the date's middle (7.3.5.1). */
function sealedLines(signature: Signature, keep: boolean): Paragraph[] {
  const date = dateOf(signature);
  const rows = sealRows(signature.organs);
  const middle = 4 * cell + widthOf(date) / 2;
  return [
    ...blankLines(2, true),
    ...rows.flatMap((row, at) => [
      organRow(row, middle),
      ...(at < rows.length - 1 ? blankLines(seal.rows - 1, true) : []),
    ]),
    line([words(date)], { align: 'right', right: 4 * cell, keep }),
  ];
}

/**
 * Without seal: one row below the text the organ, two characters from the right edge, below it the date, two characters
 * right of the organ's first; a date that would reach further decides the place instead (7.3.5.2).
 */
function unsealedLines(signature: Signature, keep: boolean): Paragraph[] {
  const date = dateOf(signature);
  const right = area.width - 2 * cell;
  const widest = Math.max(0, ...signature.organs.map((name) => widthOf(name)));
  const left = Math.max(0, Math.min(right - widest, right - widthOf(date) - 2 * cell));
  return [
    ...blankLines(1, true),
    ...signature.organs.map((organ) => line([words(organ)], { align: 'left', left, keep: true })),
    line([words(date)], { align: 'left', left: left + 2 * cell, keep }),
  ];
}

/**
 * Organs and date at the end of the text, held together with each other.
 * @param keep whether something follows that stays with them
 */
export function signatureLines(signature: Signature | null, keep: boolean): Paragraph[] {
  if (signature === null) return [];
  return signature.sealed ? sealedLines(signature, keep) : unsealedLines(signature, keep);
}
