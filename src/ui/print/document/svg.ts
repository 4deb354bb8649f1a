import { escapeHtml } from '../html';
import { gridSpacing, paper, sizes, type Rule, type Run, type Sheet, type TextLine } from './form';

/** Sheets are drawn in hundredths of a millimetre: whole numbers, and no font so small that a browser enlarges it. */
const scale = 100;

function units(millimetres: number): string {
  return String(Math.round(millimetres * scale * 10) / 10);
}

const colours = { black: '#000', red: '#d7000f' } as const;

/** What most text of a sheet is: given once for all of it, since browsers take longer over each attribute than over a letter. */
const usual = { role: 'fangsong', size: sizes.three, spacing: units(gridSpacing) } as const;

function roleOf({ role }: Run): string {
  return role === usual.role ? '' : ` class="font-${role}"`;
}

/** A line as spans, the first of which goes to its height. */
function spansOf(line: TextLine): string {
  const size = line.size === usual.size ? '' : ` font-size="${units(line.size)}"`;
  const ink = line.ink === 'black' ? '' : ` fill="${colours[line.ink]}"`;
  return line.runs
    .map((run, at) => {
      const y = at === 0 ? ` y="${units(line.baseline)}"` : '';
      const spacing = units(run.spacing) === usual.spacing ? '' : ` letter-spacing="${units(run.spacing)}"`;
      return `<tspan x="${units(run.x)}"${y}${roleOf(run)}${size}${ink}${spacing}>${escapeHtml(run.text)}</tspan>`;
    })
    .join('');
}

function ruleOf(rule: Rule): string {
  const ends = `x1="${units(rule.from.x)}" y1="${units(rule.from.y)}" x2="${units(rule.to.x)}" y2="${units(rule.to.y)}"`;
  return `<line ${ends} stroke="${colours[rule.ink]}" stroke-width="${units(rule.width)}"/>`;
}

/**
 * A sheet as a picture whose text stays text: attributes place it, so no style is needed that the page's policy refuses. All
 * lines are spans of one text: as texts of their own they would take a browser half as long again.
 */
export function sheetSvg({ marks }: Sheet): string {
  const rules = marks.map((mark) => (mark.kind === 'rule' ? ruleOf(mark) : ''));
  const spans = marks.map((mark) => (mark.kind === 'text' ? spansOf(mark) : ''));
  const box = `0 0 ${String(paper.width * scale)} ${String(paper.height * scale)}`;
  const font = `class="font-${usual.role}" font-size="${units(usual.size)}" letter-spacing="${usual.spacing}"`;
  return `<section class="sheet"><svg viewBox="${box}" ${font}>${rules.join('')}<text>${spans.join('')}</text></svg></section>`;
}
