import type { FontRole } from '@/domain/fonts';
import { breakLines, glyphsOf, widthOf, type Piece } from './break-lines';
import type { Box } from './boxes';
import { area, cell, gridSpacing, pitch, sizes, type Mark, type Measure } from './form';
import { justifying, placeLine } from './place-line';

/** Text that flows in lines on the grid. Lengths in millimetres from the left edge of the type area. */
export interface FlowText {
  readonly pieces: readonly Piece[];
  /** Left edge of the first line, and of the others. */
  readonly first: number;
  readonly rest: number;
  /** Kept free at the right edge. */
  readonly right?: number;
  /** Keep the last line with what follows. */
  readonly withNext?: boolean;
}

/** Plain text in one face. */
export function plain(text: string, role: FontRole = 'fangsong'): Piece[] {
  return [{ role, text }];
}

/** Width of text in one face, set with the grid's spacing, in millimetres. */
export function textWidth(
  text: string,
  measure: Measure,
  role: FontRole = 'fangsong',
  size: number = sizes.three,
): number {
  return widthOf(glyphsOf(plain(text, role), size, measure), size === sizes.three ? gridSpacing : 0);
}

/** Lines of 3号 text, justified but for the last, each a row of the grid. An empty text gives no line. */
export function textBoxes(text: FlowText, measure: Measure): Box[] {
  const width = area.width - (text.right ?? 0);
  const glyphs = glyphsOf(text.pieces, sizes.three, measure);
  const room = { first: width - text.first, rest: width - text.rest, spacing: gridSpacing };
  const lines = breakLines(glyphs, room);
  return lines.map((line, at) => {
    const last = at === lines.length - 1;
    const left = at === 0 ? text.first : text.rest;
    const spacing = last ? gridSpacing : justifying(line, width - left, gridSpacing);
    const mark = placeLine(line, { x: area.left + left, top: 0, size: sizes.three, spacing });
    return { kind: 'line', height: pitch, marks: [mark], onGrid: true, withNext: last && text.withNext === true };
  });
}

/** Where a single line of text stands. */
export interface LineSpot {
  readonly text: string;
  readonly top: number;
  readonly role?: FontRole;
  readonly size?: number;
  readonly ink?: 'black' | 'red';
  /** Added between the characters; the grid's in 3号, none in others. */
  readonly spacing?: number;
}

interface Ready {
  readonly width: number;
  readonly at: (x: number) => Mark;
}

function ready(spot: LineSpot, measure: Measure): Ready {
  const size = spot.size ?? sizes.three;
  const spacing = spot.spacing ?? (size === sizes.three ? gridSpacing : 0);
  const glyphs = glyphsOf(plain(spot.text, spot.role ?? 'fangsong'), size, measure);
  return {
    width: widthOf(glyphs, spacing),
    at: (x) => placeLine(glyphs, { x, top: spot.top, size, spacing, ink: spot.ink ?? 'black' }),
  };
}

/** A line of text that begins at a place. */
export function leftLine(spot: LineSpot, x: number, measure: Measure): Mark {
  return ready(spot, measure).at(x);
}

/** A line of text that ends at a place. */
export function rightLine(spot: LineSpot, right: number, measure: Measure): Mark {
  const line = ready(spot, measure);
  return line.at(right - line.width);
}

/** A line of text in the middle of a stretch, by its centre. */
export function centredLine(spot: LineSpot, measure: Measure, centre: number = area.left + area.width / 2): Mark {
  const line = ready(spot, measure);
  return line.at(centre - line.width / 2);
}

/** So many characters of the grid, in millimetres. */
export function cells(count: number): number {
  return count * cell;
}
