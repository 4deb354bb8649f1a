/**
 * Measures of official documents (GB/T 9704-2012), the same as on the printed sheets: millimetres and points, and what Word
 * counts in: twentieths of a point for places, half points for type, EMU for drawings.
 */

/** Millimetres in twentieths of a point, rounded. */
export function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/** Millimetres in EMU, the unit of drawings. */
export function emu(mm: number): number {
  return Math.round(mm * 36_000);
}

/** Points in millimetres. */
export function millimetres(points: number): number {
  return (points * 25.4) / 72;
}

/** Edges of the type area on the page in millimetres. */
export const area = { left: 28, top: 37, right: 184, bottom: 262, width: 156 } as const;

/** Type sizes in points: 2号, 3号, 4号, 小四. */
export const size = { two: 22, three: 16, four: 14, smallFour: 12 } as const;

/**
 * Pitch of the lines, exact: 28.95 pt. 22 lines fit between the margins and a 23rd does not; the last line stands 0.3 mm off
 * an even division of the type area.
 */
export const linePitch = 579;

/**
 * Millimetres between the upper edge of a line of exact height and its characters. Word and its kin put the base line at
 * four fifths of such a line whatever the font, and a Chinese character reaches 0.88 of its size above it.
 *
 * @param line height in twentieths of a point
 * @param type size in points
 */
export function sunken(line: number, type: number): number {
  return millimetres((line / 20) * 0.8 - type * 0.88);
}

/** {@link sunken} for a line of the text. */
export const sink = sunken(linePitch, size.three);

/** How much less a title sinks in its line than the text does, in twentieths of a point. */
export const titleLift = twips(sink - sunken(linePitch, size.two));

/**
 * Page A4 with its margins in twentieths of a point. 天头 is white paper: the upper margin is less than 37 mm by what the
 * characters sink in the first line, so that 37 mm are white above them.
 */
export const page = {
  width: 11906,
  height: 16838,
  top: twips(area.top - sink),
  right: 1474,
  bottom: 1984,
  left: 1588,
} as const;

/** Width of the type area in twentieths of a point. */
export const typeWidth = page.width - page.left - page.right;

/** {@link linePitch} in millimetres. */
export const pitch = millimetres(linePitch / 20);

/**
 * What is taken from each 3号 character: 16 pt - 0.25 pt = 15.75 pt, of which 28 fill 441 of the 442.2 pt of a line; the
 * rest is spread by justification. One step less would make 28 characters wider than the line.
 */
export const tightening = -5;

/** Room that so many 3号 characters take in a line of 28, in twentieths of a point. */
export function characters(count: number): number {
  return Math.round((count * typeWidth) / 28);
}

/** Height in twentieths of a point of an exact line that begins where its characters do. */
export function snugLine(type: number): number {
  return Math.round(type * 1.1 * 20);
}

/** The row of the grid nearest to a height, a third of a row above it at most, as on the printed sheet; millimetres. */
export function gridRowAt(y: number): number {
  return area.top + Math.ceil((y - area.top) / pitch - 0.35) * pitch;
}
