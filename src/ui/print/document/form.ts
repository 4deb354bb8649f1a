import type { FontRole } from '@/domain/fonts';

/**
 * Measures of GB/T 9704-2012 in millimetres, and what the composed sheets are made of. A point is 25.4/72 mm; glyphs of
 * Chinese faces are squares of the size of their face.
 */
const point = 25.4 / 72;

/** Sizes of Chinese type in millimetres. */
export const sizes = { two: 22 * point, three: 16 * point, four: 14 * point, smallFour: 12 * point } as const;

/** A4 paper. */
export const paper = { width: 210, height: 297 } as const;

/** 版心: 156 x 225 mm, 37 mm from the top (天头) and 28 mm from the left edge (订口); clause 5.2.1. */
export const area = { left: 28, top: 37, width: 156, height: 225, right: 184, bottom: 262 } as const;

/** 22 lines fill the type area; clause 5.2.3. A line's glyphs stand at the top of its row. */
export const pitch = area.height / 22;

/** 28 characters fill a line: the last one ends at the right edge of the type area. */
export const cell = (area.width - sizes.three) / 27;

/** What is added to each glyph's own width so that 28 of them fill the line; slightly negative. */
export const gridSpacing = cell - sizes.three;

/**
 * Height of the glyph square above the baseline, as a share of the size: between 0.86 of the office's fonts and 0.82 of the
 * shipped ones, so that either stands within a quarter of a millimetre of its place.
 */
export const ascent = 0.84;

/** Width of a character in a face, as a share of the size. */
export type Measure = (role: FontRole, char: string) => number;

/** Colours of print. */
export type Ink = 'black' | 'red';

/** Text in one face with even spacing, which starts at a place of its own. */
export interface Run {
  readonly x: number;
  readonly text: string;
  readonly role: FontRole;
  /** Added after each character. */
  readonly spacing: number;
}

/** A line of text on its baseline. */
export interface TextLine {
  readonly kind: 'text';
  readonly baseline: number;
  readonly size: number;
  readonly ink: Ink;
  readonly runs: readonly Run[];
}

/** A straight rule, given by the middle of its stroke. */
export interface Rule {
  readonly kind: 'rule';
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly ink: Ink;
}

/** Something printed on a sheet. */
export type Mark = TextLine | Rule;

/** One side of paper. */
export interface Sheet {
  readonly marks: readonly Mark[];
}

/** The mark, further down. */
export function lowered(mark: Mark, by: number): Mark {
  if (mark.kind === 'text') return { ...mark, baseline: mark.baseline + by };
  return { ...mark, from: { ...mark.from, y: mark.from.y + by }, to: { ...mark.to, y: mark.to.y + by } };
}

/** A stretch across the sheet. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** A level rule across the type area or another stretch. */
export function levelRule(y: number, width: number, ink: Ink, span: Span = area): Rule {
  return { kind: 'rule', from: { x: span.left, y }, to: { x: span.right, y }, width, ink };
}

/** An upright rule. */
export function uprightRule(x: number, top: number, bottom: number, width: number): Rule {
  return { kind: 'rule', from: { x, y: top }, to: { x, y: bottom }, width, ink: 'black' };
}
