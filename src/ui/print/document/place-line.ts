import { widthOf, type Glyph } from './break-lines';
import { ascent, type Ink, type Run, type TextLine } from './form';

/** How a line of glyphs is placed: its left edge, the upper edge of its glyph squares, and its spacing. */
export interface LinePlace {
  readonly x: number;
  readonly top: number;
  readonly size: number;
  readonly spacing: number;
  readonly ink?: Ink;
}

/**
 * Chinese glyphs and figures are a whole or half a square in every office font; the widths of other signs differ from font
 * to font, so each stretch of them gets a place of its own, and what follows it too.
 */
function isSteady({ width }: Glyph, size: number): boolean {
  return Math.abs(width - size) < 0.001 || Math.abs(width - size / 2) < 0.001;
}

function sameRun(one: Glyph, other: Glyph, size: number): boolean {
  return one.role === other.role && isSteady(one, size) === isSteady(other, size);
}

/** Places glyphs on a line, in runs of one face. Spaces at the end are not printed. */
export function placeLine(glyphs: readonly Glyph[], place: LinePlace): TextLine {
  const runs: Run[] = [];
  let x = place.x;
  let started = { x, text: '' };
  glyphs.forEach((glyph, at) => {
    const next = glyphs[at + 1];
    started.text += glyph.char;
    x += glyph.width + place.spacing;
    if (next && sameRun(glyph, next, place.size)) return;
    const text = next ? started.text : started.text.trimEnd();
    if (text.trim() !== '') runs.push({ x: started.x, text, role: glyph.role, spacing: place.spacing });
    started = { x, text: '' };
  });
  return {
    kind: 'text',
    baseline: place.top + ascent * place.size,
    size: place.size,
    ink: place.ink ?? 'black',
    runs,
  };
}

/** Spacing with which the glyphs fill a width exactly; the given one for a single glyph. */
export function justifying(glyphs: readonly Glyph[], width: number, spacing: number): number {
  const natural = widthOf(glyphs, 0);
  let count = glyphs.length;
  while (count > 0 && (glyphs[count - 1]?.char ?? '').trim() === '') count -= 1;
  return count < 2 ? spacing : (width - natural) / (count - 1);
}
