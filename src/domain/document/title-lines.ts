/** Words that must not begin a line of a title, and such that must not end one. */
const clinging = /^[的了等之，。、；：）》〉」』”’〕…—]/;
const reaching = /(?:关于|对|在|向|将|《|（|“|〔|第|和|与|及)$/;

/** Words of a title; with `bound` the name of another document in 《》 is one. */
function wordsOf(text: string, bound: boolean): string[] {
  const words: string[] = [];
  let depth = 0;
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const last = words.at(-1);
    if (last !== undefined && ((bound && depth > 0) || clinging.test(segment) || reaching.test(last))) {
      words[words.length - 1] = last + segment;
    } else words.push(segment);
    for (const char of segment) depth += char === '《' || char === '〔' ? 1 : char === '》' || char === '〕' ? -1 : 0;
    depth = Math.max(0, depth);
  }
  return words;
}

/** Terms that are better not divided. */
const terms =
  /行政执法|监督检查|执法监督|协调监督|联席会议|市场监督管理|综合行政执法|案卷评查|[一-鿿]{2}通知|工作[一-鿿]{2}/g;
/** What dividing costs, as if the lines differed by its root in millimetres. */
const price = { name: 4000, term: 400, waist: 10_000 } as const;

/** Places in a title, counted in characters, where a line break would divide a name or a term. */
function pricesOf(text: string, names: readonly string[]): ReadonlyMap<number, number> {
  const prices = new Map<number, number>();
  const raise = (from: number, length: number, by: number): void => {
    for (let at = from + 1; at < from + length; at += 1) prices.set(at, Math.max(by, prices.get(at) ?? 0));
  };
  for (const { 0: term, index } of text.matchAll(terms)) raise(index, term.length, price.term);
  for (const name of names) {
    // A title often has a name without its county: the longest end of the name that it has.
    for (let from = 0; name.length - from >= 3; from += 1) {
      const at = text.indexOf(name.slice(from));
      if (at < 0) continue;
      raise(at, name.length - from, price.name);
      break;
    }
  }
  return prices;
}

/** A text to be set as a title: lengths in millimetres, `whole` the names that are not to be divided. */
export interface TitleText {
  readonly text: string;
  readonly size: number;
  readonly width: number;
  readonly whole?: readonly string[];
}

interface Setting {
  readonly widthOfText: (text: string) => number;
  readonly width: number;
  readonly prices: ReadonlyMap<number, number>;
}

/** Uneven lines cost by the square of what they lack; a waist (short line between longer ones) costs most. */
function costOf(lines: readonly string[], { widthOfText, prices }: Setting): number {
  const widths = lines.map(widthOfText);
  const widest = Math.max(...widths);
  const uneven = widths.reduce((sum, width) => sum + (widest - width) ** 2, 0);
  const waist = widths.some((width, at) => {
    const [before, after] = [widths[at - 1], widths[at + 1]];
    return before !== undefined && after !== undefined && before > width && after > width;
  });
  let at = 0;
  const divided = lines.slice(0, -1).reduce((sum, line) => {
    at += line.length;
    return sum + (prices.get(at) ?? 0);
  }, 0);
  return uneven + divided + (waist ? price.waist : 0);
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

/** The cheapest way to divide words into so many lines; null where they do not fit. */
function cheapest(words: readonly string[], count: number, setting: Setting): readonly string[] | null {
  const fits = (line: string): boolean => setting.widthOfText(line) <= setting.width + 0.001;
  let best: { readonly lines: readonly string[]; readonly cost: number } | null = null;
  for (const lines of cuts(words, count, fits)) {
    const cost = costOf(lines, setting);
    if (best === null || cost < best.cost) best = { lines, cost };
  }
  return best?.lines ?? null;
}

/**
 * Divides a title into lines: whole words, lines of like length or growing and shrinking evenly, 词意完整，排列对称，
 * 长短适宜，使用梯形或菱形 (GB/T 9704-2012, 7.3.1). Line feeds in the title are kept.
 *
 * @param widthOfText width of a part of it on one line, in millimetres
 * @returns the lines; where the title has no line feeds they are the title again
 */
export function divideTitle(title: TitleText, widthOfText: (text: string) => number): readonly string[] {
  const { text, size, width, whole = [] } = title;
  if (text.includes('\n'))
    return text.split('\n').flatMap((part) => divideTitle({ ...title, text: part }, widthOfText));
  if (widthOfText(text) <= width + 0.001) return [text];
  const setting = { widthOfText, width, prices: pricesOf(text, whole) };
  for (const bound of [true, false]) {
    const words = wordsOf(text, bound);
    for (let count = 2; count <= 4; count += 1) {
      const lines = cheapest(words, count, setting);
      if (lines) return lines;
    }
  }
  return evenly(text, Math.floor(width / size));
}

/** Very long titles, or such with words longer than a line: lines of so many characters. */
function evenly(title: string, most: number): readonly string[] {
  const chars = [...title];
  const count = Math.ceil(chars.length / most);
  const each = Math.ceil(chars.length / count);
  return Array.from({ length: count }, (_, at) => chars.slice(at * each, (at + 1) * each).join(''));
}
