import type { FontRole } from '@/domain/fonts';
import type { Measure } from './form';

/** Text in one face. */
export interface Piece {
  readonly role: FontRole;
  readonly text: string;
}

/** A character as it is printed, with what belongs to it (variation selectors, combining marks). */
export interface Glyph {
  readonly char: string;
  readonly role: FontRole;
  /** Width in millimetres, without spacing. */
  readonly width: number;
}

/** Room for lines: the first may be shorter, for its indent. Millimetres. */
export interface LineRoom {
  readonly first: number;
  readonly rest: number;
  /** Spacing that the room is reckoned with, usually the grid's. */
  readonly spacing: number;
}

const closing = new Set('，。、；：？！）》〉」』”’〕】…—·％‰℃.,;:?!)]}%');
const opening = new Set('（《〈「『“‘〔【([{');
/** Units and the like that stay with the number before them. */
const units = new Set('年月日时分秒号个项条款章节次份名人件起户家元万亿米度级届期页字天周倍岁');
const wordPattern = /[A-Za-z0-9.,%:/_@#+&=~-]/;
/** A gap of more widths than this at a line's end is worse than a divided number or word. */
const loosest = 5;

function isSpace(char: string): boolean {
  return char === ' ' || char === '\u3000';
}

/** Characters of the pieces with their widths; marks that join the character before are kept with it. */
export function glyphsOf(pieces: readonly Piece[], size: number, measure: Measure): Glyph[] {
  const glyphs: Glyph[] = [];
  for (const { role, text } of pieces) {
    for (const sign of text) {
      const char = /\s/.test(sign) && sign !== '\u3000' ? ' ' : sign;
      const last = glyphs.at(-1);
      if (last && /^\p{M}$/u.test(char)) glyphs[glyphs.length - 1] = { ...last, char: last.char + char };
      else glyphs.push({ char, role, width: measure(role, char) * size });
    }
  }
  return glyphs;
}

type Break = 'never' | 'poor' | 'good';

/** Whether a line may end between two characters. */
function breakBetween(before: string, after: string): Break {
  if (opening.has(before) || isSpace(after)) return 'never';
  if ((before === '—' || before === '…') && before === after) return 'never';
  if (closing.has(after)) return 'never';
  if (wordPattern.test(before) && wordPattern.test(after)) return 'poor';
  if (/[0-9%]/.test(before) && units.has(after)) return 'poor';
  if ((before === '〕' || before === '第') && /[0-9]/.test(after)) return 'poor';
  return 'good';
}

/** Width of glyphs set with the spacing, from one place up to another; spaces at the end hang. */
export function widthOf(glyphs: readonly Glyph[], spacing: number): number {
  let end = glyphs.length;
  while (end > 0 && isSpace(glyphs[end - 1]?.char ?? '')) end -= 1;
  let width = 0;
  for (let at = 0; at < end; at += 1) width += glyphs[at]?.width ?? 0;
  return end === 0 ? 0 : width + (end - 1) * spacing;
}

/** How many glyphs from a place on fit into the room, at least one. */
function fitting(glyphs: readonly Glyph[], from: number, room: number, spacing: number): number {
  let width = -spacing;
  let at = from;
  for (; at < glyphs.length; at += 1) {
    const glyph = glyphs[at];
    if (!glyph) break;
    width += glyph.width + spacing;
    if (width > room + 0.001 && !isSpace(glyph.char)) break;
  }
  return Math.max(at, from + 1);
}

/**
 * Where the line that could reach up to `limit` ends: at the last good place; where that leaves too much of the line empty,
 * at a poor one; and right at the limit where the text knows no place at all.
 */
function endOfLine(glyphs: readonly Glyph[], from: number, limit: number, widest: number): number {
  if (limit >= glyphs.length) return glyphs.length;
  let poor = -1;
  let lost = 0;
  for (let at = limit; at > from; at -= 1) {
    const kind = breakBetween(glyphs[at - 1]?.char ?? '', glyphs[at]?.char ?? '');
    if (kind === 'good') return at;
    if (kind === 'poor' && poor < 0) poor = at;
    lost += glyphs[at - 1]?.width ?? 0;
    if (poor > 0 && lost > loosest * widest) return poor;
  }
  return poor > from ? poor : limit;
}

/**
 * Divides text into lines by the rules of Chinese typesetting: no closing mark begins a line and no opening mark ends one,
 * —— and …… stay whole, and numbers with their unit and Latin words stay whole where the line does not get too loose by it.
 *
 * @returns the lines; joined they are the text again
 */
export function breakLines(glyphs: readonly Glyph[], room: LineRoom): Glyph[][] {
  const lines: Glyph[][] = [];
  const widest = glyphs.reduce((most, { width }) => Math.max(most, width), 0);
  let from = 0;
  while (from < glyphs.length) {
    const limit = fitting(glyphs, from, lines.length === 0 ? room.first : room.rest, room.spacing);
    const end = endOfLine(glyphs, from, limit, widest);
    lines.push(glyphs.slice(from, end));
    from = end;
  }
  return lines;
}
