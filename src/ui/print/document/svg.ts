import { escapeHtml } from '../html';
import { paper, type Mark, type Rule, type Run, type Sheet, type TextLine } from './form';

/** Sheets are drawn in hundredths of a millimetre: whole numbers, and no font so small that a browser enlarges it. */
const scale = 100;

function units(millimetres: number): string {
  return String(Math.round(millimetres * scale * 10) / 10);
}

const colours = { black: '#000', red: '#d7000f' } as const;

function attributesOf(run: Run): string {
  const spacing = units(run.spacing);
  return `x="${units(run.x)}" class="font-${run.role}"${spacing === '0' ? '' : ` letter-spacing="${spacing}"`}`;
}

function textOf(line: TextLine): string {
  const [first] = line.runs;
  if (!first) return '';
  const common = `y="${units(line.baseline)}" font-size="${units(line.size)}" fill="${colours[line.ink]}"`;
  if (line.runs.length === 1) return `<text ${attributesOf(first)} ${common}>${escapeHtml(first.text)}</text>`;
  const spans = line.runs.map((run) => `<tspan ${attributesOf(run)}>${escapeHtml(run.text)}</tspan>`);
  return `<text ${common}>${spans.join('')}</text>`;
}

function ruleOf(rule: Rule): string {
  const ends = `x1="${units(rule.from.x)}" y1="${units(rule.from.y)}" x2="${units(rule.to.x)}" y2="${units(rule.to.y)}"`;
  return `<line ${ends} stroke="${colours[rule.ink]}" stroke-width="${units(rule.width)}"/>`;
}

function markOf(mark: Mark): string {
  return mark.kind === 'text' ? textOf(mark) : ruleOf(mark);
}

/** A sheet as a picture whose text stays text: attributes place it, so no style is needed that the page's policy refuses. */
export function sheetSvg(sheet: Sheet): string {
  const box = `0 0 ${String(paper.width * scale)} ${String(paper.height * scale)}`;
  return `<section class="sheet"><svg viewBox="${box}">${sheet.marks.map(markOf).join('')}</svg></section>`;
}
