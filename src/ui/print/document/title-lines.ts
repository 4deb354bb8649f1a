import { glyphsOf, widthOf } from './break-lines';
import type { Measure } from './form';
import { plain } from './text';

/** Words that must not begin a line of a title, and such that must not end one. */
const clinging = /^[的了等之及和与或，。、；：）》〉」』”’〕…—]/;
const reaching = /(?:关于|对|在|向|将|《|（|“|〔|第|和|与|及)$/;

function wordsOf(text: string): string[] {
  const words: string[] = [];
  let depth = 0;
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const last = words.at(-1);
    if (last !== undefined && (depth > 0 || clinging.test(segment) || reaching.test(last))) {
      words[words.length - 1] = last + segment;
    } else words.push(segment);
    for (const char of segment) depth += char === '《' || char === '〔' ? 1 : char === '》' || char === '〕' ? -1 : 0;
    depth = Math.max(0, depth);
  }
  return words;
}

interface Cut {
  readonly lines: readonly string[];
  readonly cost: number;
}

/** Uneven lines cost by the square of what they lack; a waist (short line between longer ones) costs most. */
function costOf(lines: readonly string[], widthOfText: (text: string) => number): number {
  const widths = lines.map(widthOfText);
  const widest = Math.max(...widths);
  const uneven = widths.reduce((sum, width) => sum + (widest - width) ** 2, 0);
  const waist = widths.some((width, at) => {
    const [before, after] = [widths[at - 1], widths[at + 1]];
    return before !== undefined && after !== undefined && before > width && after > width;
  });
  return uneven + (waist ? 10_000 : 0);
}

function cuts(
  words: readonly string[],
  count: number,
  fits: (line: string) => boolean,
): readonly (readonly string[])[] {
  if (count === 1) return fits(words.join('')) ? [[words.join('')]] : [];
  return words.slice(0, words.length - count + 1).flatMap((_, at) => {
    const head = words.slice(0, at + 1).join('');
    return fits(head) ? cuts(words.slice(at + 1), count - 1, fits).map((rest) => [head, ...rest]) : [];
  });
}

/**
 * Divides a title into lines: whole words, lines of like length or growing and shrinking evenly, 词意完整，排列对称，
 * 长短适宜，使用梯形或菱形 (GB/T 9704-2012, 7.3.1). Line feeds in the title are kept.
 *
 * @param size of the glyphs and `width` of the room, in millimetres
 */
export function titleLines(title: string, size: number, width: number, measure: Measure): readonly string[] {
  if (title.includes('\n')) return title.split('\n').flatMap((part) => titleLines(part, size, width, measure));
  const widthOfText = (text: string): number => widthOf(glyphsOf(plain(text, 'title'), size, measure), 0);
  const fits = (line: string): boolean => widthOfText(line) <= width + 0.001;
  if (fits(title)) return [title];
  const words = wordsOf(title);
  for (let count = 2; count <= 4; count += 1) {
    const best = cuts(words, count, fits)
      .map((lines): Cut => ({ lines, cost: costOf(lines, widthOfText) }))
      .reduce<Cut | null>((left, right) => (left === null || right.cost < left.cost ? right : left), null);
    if (best) return best.lines;
  }
  return evenly(title, Math.floor(width / size));
}

/** Very long titles, or such with words longer than a line: lines of so many characters. */
function evenly(title: string, most: number): readonly string[] {
  const chars = [...title];
  const count = Math.ceil(chars.length / most);
  const each = Math.ceil(chars.length / count);
  return Array.from({ length: count }, (_, at) => chars.slice(at * each, (at + 1) * each).join(''));
}
