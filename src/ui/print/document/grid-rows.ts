import type { FontRole } from '@/domain/fonts';
import { breakLines, glyphsOf, widthOf } from './break-lines';
import type { Box } from './boxes';
import { area, levelRule, sizes, uprightRule, type Mark, type Measure } from './form';
import { placeLine } from './place-line';
import { plain } from './text';
import { titleLines } from './title-lines';

/** A cell of a ruled row; its width in millimetres. */
export interface GridCell {
  readonly text: string;
  readonly width: number;
  readonly align: 'left' | 'center';
  readonly role: FontRole;
}

/** A ruled row as it is asked for. */
export interface GridRow {
  readonly cells: readonly GridCell[];
  /** Least height in lines of its text. */
  readonly least: number;
  readonly size: number;
}

const padding = { side: 1.1, above: 1.6 } as const;
const stroke = 0.2;
const leading = 1.45;

type Line = ReturnType<typeof glyphsOf>;

/** A cell with its text divided into lines; empty lines stay. */
interface ReadyCell extends GridCell {
  readonly lines: readonly Line[];
}

function readyCell(cell: GridCell, size: number, measure: Measure): ReadyCell {
  const room = cell.width - 2 * padding.side;
  const lines = cell.text.split('\n').flatMap((part): Line[] => {
    // What stands in the middle of its cell is divided evenly, like a title.
    const even = cell.align === 'center' ? titleLines({ text: part, size, width: room }, measure) : [part];
    if (even.length > 1) return even.map((text) => glyphsOf(plain(text, cell.role), size, measure));
    const glyphs = glyphsOf(plain(part, cell.role), size, measure);
    return glyphs.length === 0 ? [[]] : breakLines(glyphs, { first: room, rest: room, spacing: 0 });
  });
  return { ...cell, lines };
}

function cellMarks(cell: ReadyCell, place: { x: number; height: number; size: number }): Mark[] {
  const step = place.size * leading;
  const above = (place.height - (cell.lines.length - 1) * step - place.size) / 2;
  return cell.lines.flatMap((line, at) => {
    if (line.length === 0) return [];
    const free = cell.width - 2 * padding.side - widthOf(line, 0);
    const x = place.x + padding.side + (cell.align === 'center' ? free / 2 : 0);
    return [placeLine(line, { x, top: above + at * step, size: place.size, spacing: 0 })];
  });
}

function boxOf(cells: readonly ReadyCell[], row: { least: number; size: number; heading?: Box }): Box {
  const step = row.size * leading;
  const count = Math.max(row.least, 1, ...cells.map(({ lines }) => lines.length));
  const height = (count - 1) * step + row.size + 2 * padding.above;
  const marks: Mark[] = [levelRule(0, stroke, 'black'), levelRule(height, stroke, 'black')];
  let x: number = area.left;
  marks.push(uprightRule(x, 0, height, stroke));
  for (const cell of cells) {
    marks.push(...cellMarks(cell, { x, height, size: row.size }));
    x += cell.width;
    marks.push(uprightRule(x, 0, height, stroke));
  }
  const divide = (room: number): readonly [Box, Box] | null => {
    const kept = Math.floor((room - 2 * padding.above - row.size) / step) + 1;
    if (kept < 3 || count - kept < 1) return null;
    const part = (from: number, to: number): ReadyCell[] =>
      cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, to) }));
    const { heading } = row;
    const common = { size: row.size, ...(heading ? { heading } : {}) };
    return [
      boxOf(part(0, kept), { ...common, least: kept }),
      boxOf(part(kept, count), { ...common, least: count - kept }),
    ];
  };
  return { kind: 'row', height, marks, onGrid: false, withNext: false, divide, ...optional(row.heading) };
}

function optional(heading: Box | undefined): { heading?: Box } {
  return heading ? { heading } : {};
}

/**
 * A ruled row with its text; it can be divided between pages.
 *
 * @param heading row that stands above again where this one begins a page
 */
export function gridRow(row: GridRow, measure: Measure, heading?: Box): Box {
  const cells = row.cells.map((cell) => readyCell(cell, row.size, measure));
  return boxOf(cells, { least: row.least, size: row.size, ...optional(heading) });
}

/** Size of text in tables: 4号, smaller where there are many columns. */
export function tableSize(columns: number): number {
  return columns > 6 ? sizes.smallFour : sizes.four;
}
