import type { Edges, PdfLine, PdfPage, PdfRule } from './pdf-pages';

/**
 * What GB/T 9704-2012 demands of a page, checked on a PDF that anybody made: from the window, or by an office program from a
 * Word file. Each check gives sentences about what is off, none where all is right.
 */

/** How far anything may lie from its place, in millimetres. */
export const tolerance = 0.5;

const area = { left: 28, right: 184, top: 37, bottom: 262 } as const;
const point = 25.4 / 72;
const size = { two: 22 * point, three: 16 * point, four: 14 * point } as const;
/** 28 characters from edge to edge of the type area. */
const cell = (area.right - area.left - size.three) / 27;
const pitch = (area.bottom - area.top) / 22;
/** White above what is seen of a line of 仿宋 in its glyph squares, as a share of its size. */
const white = 0.05;

function off(what: string, is: number | undefined, should: number, within = tolerance): string[] {
  if (is !== undefined && Math.abs(is - should) <= within) return [];
  return [`${what}: ${is === undefined ? 'missing' : is.toFixed(2)} instead of ${should.toFixed(2)} mm`];
}

function inkAround(page: PdfPage, edges: Edges): Edges | null {
  return page.ink({ left: edges.left - 1, right: edges.right + 1, top: edges.top - 1.5, bottom: edges.bottom + 1.5 });
}

function isPageNumber(line: PdfLine): boolean {
  return /^—\d+—$/.test(line.text.replace(/\s/g, '')) && line.top > area.bottom;
}

/** The sheet is A4. */
export function paperProblems(pages: readonly PdfPage[]): string[] {
  return pages.flatMap((page, at) => [
    ...off(`page ${at + 1} width`, page.width, 210),
    ...off(`page ${at + 1} height`, page.height, 297),
  ]);
}

/** No line begins with a closing mark or ends with an opening one; —— and …… are not divided. */
export function breakProblems(pages: readonly PdfPage[]): string[] {
  const lines = pages.flatMap((page) => page.lines.filter((line) => !isPageNumber(line)));
  return lines.flatMap(({ text }, at) => [
    ...(/^[，。、；：？！）》〉」』”’〕…·%]/.test(text) ? [`begins with a closing mark: ${text}`] : []),
    ...(/[（《〈「『“‘〔]$/.test(text) ? [`ends with an opening mark: ${text}`] : []),
    ...(/—$/.test(text) && /^—/.test(lines[at + 1]?.text ?? '') ? [`divides a dash: ${text}`] : []),
  ]);
}

/** Nothing but page numbers and the rules of a letter stands outside the type area. */
export function areaProblems(pages: readonly PdfPage[]): string[] {
  return pages.flatMap((page, at) =>
    page.lines.flatMap((line) => {
      const ink = inkAround(page, line);
      if (isPageNumber(line) || ink === null || ink.bottom < 50) return [];
      const out = [
        ...(ink.left < area.left - tolerance || ink.right > area.right + tolerance ? ['beside'] : []),
        ...(ink.bottom > area.bottom + tolerance ? ['below'] : []),
      ];
      return out.map((where) => `page ${at + 1}: ${where} the type area: ${line.text}`);
    }),
  );
}

/** A page full of text has 22 lines, the first at the upper edge, of 28 characters from the left to the right edge. */
export function fullPageProblems(page: PdfPage): string[] {
  const lines = page.lines.filter((line) => !isPageNumber(line));
  const count = lines.length === 22 ? [] : [`${lines.length} lines instead of 22`];
  const rows = lines.flatMap((line, at) => {
    const ink = inkAround(page, line);
    return off(`line ${at + 1} upper edge`, ink?.top, area.top + at * pitch + white * size.three);
  });
  const full = lines.filter(({ text }) => [...text].length === 28 && /^[^ -~]+$/.test(text));
  const long = lines.filter(({ text }) => [...text].filter((char) => char > '~').length > 28);
  const edges = full.flatMap((line) => [
    ...off(`left edge of ${line.text}`, line.left, area.left),
    ...off(`right edge of ${line.text}`, line.right, area.right),
  ]);
  const none = full.length === 0 ? ['no line of 28 characters'] : [];
  return [...count, ...rows, ...edges, ...none, ...long.map(({ text }) => `more than 28 characters: ${text}`)];
}

/** Page numbers: dash 7 mm below the type area, a character from the right edge on odd pages, from the left on even ones. */
export function pageNumberProblems(pages: readonly PdfPage[], numbered: (page: number) => boolean): string[] {
  return pages.flatMap((page, at) => {
    const number = at + 1;
    const line = page.lines.find(isPageNumber);
    if (!numbered(number)) return line ? [`page ${number} has a number`] : [];
    if (!line) return [`page ${number} has no number`];
    const ink = inkAround(page, line);
    const dash = page.ink({
      left: line.left - 0.5,
      right: line.left + size.four * 0.8,
      top: line.top - 1,
      bottom: line.bottom + 1,
    });
    const side =
      number % 2 === 1
        ? off(`page number ${number} right edge`, ink?.right, area.right - size.four)
        : off(`page number ${number} left edge`, ink?.left, area.left + size.four);
    const text = line.text.replace(/\s/g, '') === `—${number}—` ? [] : [`page ${number} says ${line.text}`];
    return [...text, ...side, ...off(`page number ${number} dash`, dash?.top, area.bottom + 7)];
  });
}

interface Double {
  readonly top: number;
  readonly bottom: number;
  readonly thickFirst: boolean;
  readonly left: number;
  readonly right: number;
}

/** Pairs of red rules close to one another; a pair that runs together is one. */
function doubles(page: PdfPage): Double[] {
  const red = page.rules.filter((rule) => rule.red);
  const pairs: Double[] = [];
  for (let at = 0; at < red.length; at += 1) {
    const [one, other] = [red[at], red[at + 1]];
    if (!one || !other || other.top - one.bottom > 1) continue;
    const thickFirst = one.thickness > other.thickness;
    pairs.push({ top: one.top, bottom: other.bottom, thickFirst, left: one.left, right: one.right });
    at += 1;
  }
  return pairs;
}

/** 信函格式, first page: letterhead, double rules, number (10.1). */
export function letterProblems(page: PdfPage, number: string): string[] {
  const [upper, lower, ...more] = doubles(page);
  if (!upper || !lower || more.length > 0) return [`${doubles(page).length} double rules instead of 2`];
  const mast = page.ink({ left: 0, right: 210, top: 0, bottom: upper.top - 0.2 }, 'red');
  const line = page.lines.flatMap(({ pieces }) => pieces).find(({ text }) => text.replace(/\s/g, '').endsWith(number));
  const ink = line ? inkAround(page, line) : null;
  const length = (pair: Double, which: string): string[] => [
    ...off(`${which} double rule left end`, pair.left, 20),
    ...off(`${which} double rule right end`, pair.right, 190),
  ];
  return [
    ...off('letterhead upper edge', mast?.top, 30),
    ...off('letterhead centre', mast ? (mast.left + mast.right) / 2 : undefined, 105, 1),
    ...off('first double rule below the letterhead', mast ? upper.top - mast.bottom : undefined, 4),
    ...off('last double rule above the lower edge', 297 - (lower.top + lower.bottom) / 2, 20),
    ...length(upper, 'first'),
    ...length(lower, 'last'),
    ...(upper.thickFirst ? [] : ['first double rule: the thin rule is above']),
    ...(lower.thickFirst ? ['last double rule: the thick rule is above'] : []),
    ...off('number below the rule', ink?.top, upper.bottom + (size.three * 7) / 8 + white * size.three),
    ...off('number right edge', line?.right, area.right),
  ];
}

/** 文件格式 and 纪要, first page: letterhead 35 mm below the type area's edge, red rule of its width 4 mm below the number. */
export function fileProblems(page: PdfPage, number: string): string[] {
  const rule = page.rules.find((each) => each.red && each.left < 40);
  if (!rule) return ['no red rule'];
  const mast = page.ink({ left: 0, right: 210, top: 0, bottom: rule.top - 0.2 }, 'red');
  const line = page.lines.flatMap(({ pieces }) => pieces).find(({ text }) => text.replace(/\s/g, '').endsWith(number));
  return [
    ...off('letterhead upper edge', mast?.top, area.top + 35),
    ...off('red rule left end', rule.left, area.left),
    ...off('red rule right end', rule.right, area.right),
    ...off('number below the letterhead', line && mast ? line.top - mast.bottom : undefined, 2 * pitch, 1.2),
    ...off('red rule below the number', line ? rule.top - numberBottom(page, line) : undefined, 4),
  ];
}

/** Lower edge of a number as it is seen. */
function numberBottom(page: PdfPage, line: Edges): number {
  return inkAround(page, line)?.bottom ?? 0;
}

/** Title in 2号: glyph squares of 22 pt, in the middle of the sheet; at least two empty rows above, one below. */
export function titleProblems(page: PdfPage, title: string): string[] {
  const isLarge = ({ text, left, right }: PdfLine): boolean =>
    Math.abs((right - left) / [...text].length - size.two) < 0.05 * size.two;
  const lines = page.lines.filter((line) => line.text.length > 1 && title.includes(line.text) && isLarge(line));
  if (lines.map(({ text }) => text).join('') !== title) return [`title is ${lines.map(({ text }) => text).join('')}`];
  return lines.flatMap((line) => [
    ...off(
      `title line ${line.text} width`,
      line.right - line.left,
      [...line.text].length * size.two,
      0.02 * (line.right - line.left),
    ),
    ...off(`title line ${line.text} centre`, (line.left + line.right) / 2, 106),
  ]);
}

/** Empty rows between a line and the one above it. */
export function emptyRowsAbove(page: PdfPage, line: Edges): number {
  const above = page.lines.filter((each) => each.bottom < line.top).at(-1);
  return above ? (line.top - above.bottom) / pitch : 0;
}

/** A sealed signature: the date ends four characters before the right edge, the organ stands above its middle (7.3.5.1). */
export function sealedProblems(page: PdfPage, organ: string, date: string): string[] {
  const at = page.lines.findIndex(({ text }) => text === date);
  const [day, name] = [page.lines[at], page.lines[at - 1]];
  if (!day || !name || name.text !== organ) return ['no signature'];
  const before = page.lines[at - 2];
  const text = page.lines.filter((line) => line.bottom < name.top);
  return [
    ...off('date right edge', day.right, area.right - 4 * cell, 0.7),
    ...off('organ above the middle of the date', (name.left + name.right) / 2, (day.left + day.right) / 2),
    ...off('date below organ', inkAround(page, day)?.top, (inkAround(page, name)?.top ?? 0) + pitch, 0.8),
    ...(text.length >= 2 ? [] : ['the signature stands without text']),
    ...(before && name.top - before.bottom < pitch * 0.9 ? ['no room for the seal'] : []),
  ];
}

function rule(page: PdfPage, below: number): readonly PdfRule[] {
  return page.rules.filter((each) => !each.red && each.top > below && each.right - each.left > 150);
}

/** 版记 at the foot of the last page: rules of the type area's width, the outer ones 0.35 mm, the inner 0.25 mm, the last at its lower edge (7.4). */
export function colophonProblems(page: PdfPage): string[] {
  const rules = rule(page, 200);
  const last = rules.at(-1);
  if (!last || rules.length < 2) return [`${rules.length} rules at the foot`];
  const strokes = rules.flatMap((each, at) => {
    const outer = at === 0 || at === rules.length - 1;
    return [
      ...off(`colophon rule ${at + 1} thickness`, each.thickness, outer ? 0.35 : 0.25, 0.15),
      ...off(`colophon rule ${at + 1} left end`, each.left, area.left),
      ...off(`colophon rule ${at + 1} right end`, each.right, area.right),
    ];
  });
  return [...strokes, ...off('last colophon rule', last.bottom, area.bottom)];
}
