import type { FontRole } from '@/domain/fonts';
import type { Block, FormRow, HeadingLevel, LabelledLine, Paragraph, TableBlock } from '@/domain/document';
import { blank, type Box } from './boxes';
import { area, pitch, sizes, type Measure } from './form';
import { gridRow, tableSize, type GridCell } from './grid-rows';
import { cells, centredLine, plain, textBoxes, textWidth } from './text';

/** 第一层用黑体，第二层用楷体，第三层和第四层用仿宋 (GB/T 9704-2012, 7.3.3). */
const headRoles: Readonly<Record<HeadingLevel, FontRole>> = { 1: 'hei', 2: 'kai', 3: 'fangsong', 4: 'fangsong' };

function paragraphBoxes(paragraph: Paragraph, measure: Measure): Box[] {
  const role = paragraph.level === null ? 'fangsong' : headRoles[paragraph.level];
  const [text = '', ...others] = paragraph.text.split('\n');
  const pieces = [{ role, text: paragraph.head }, ...plain(text)].filter((piece) => piece.text !== '');
  const alone = paragraph.head !== '' && paragraph.text === '';
  return [
    ...textBoxes({ pieces, first: cells(2), rest: 0, withNext: alone }, measure),
    ...others.flatMap((other) => textBoxes({ pieces: plain(other), first: cells(2), rest: 0 }, measure)),
  ];
}

/** 标签用3号黑体，其后用3号仿宋，回行时与冒号后的首字对齐 (10.3). */
function labelledBoxes(line: LabelledLine, measure: Measure): Box[] {
  const label = `${line.label}：`;
  const rest = cells(2) + textWidth(label, measure, 'hei') + (cells(1) - sizes.three);
  const pieces = [{ role: 'hei' as const, text: label }, ...plain(line.text)];
  return textBoxes({ pieces, first: cells(2), rest }, measure);
}

function tableBoxes(table: TableBlock, measure: Measure): Box[] {
  const size = tableSize(table.columns.length);
  const shares = table.columns.reduce((sum, { share }) => sum + share, 0);
  const row = (texts: readonly string[], head: boolean): readonly GridCell[] =>
    table.columns.map((column, at) => ({
      text: texts[at] ?? '',
      width: (area.width * column.share) / shares,
      align: head ? 'center' : column.align,
      role: head ? 'hei' : 'fangsong',
    }));
  const labels = row(
    table.columns.map(({ label }) => label),
    true,
  );
  const heading: Box = { ...gridRow({ cells: labels, least: 1, size }, measure), withNext: true };
  const caption: Box[] = (table.caption ?? '')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => ({
      kind: 'line',
      height: pitch,
      marks: [centredLine({ text, top: 0, role: 'hei' }, measure)],
      onGrid: true,
      withNext: true,
    }));
  const rows = table.rows.map((texts) => gridRow({ cells: row(texts, false), least: 1, size }, measure, heading));
  return [...caption, heading, ...rows];
}

/** Kept free between the last rule of a table and the text below. */
export const airBelow = 2;
/** The same in rows of one and of two cells, so that their rules meet. */
const labelWidth = 31;

/** The rows of a form: label and value beside one another, once or twice. */
export function formRowBoxes(rows: readonly FormRow[], measure: Measure): Box[] {
  return rows.map((row) => {
    const value = area.width / Math.max(1, row.cells.length) - labelWidth;
    const across = row.cells.flatMap((cell): GridCell[] => [
      { text: cell.label, width: labelWidth, align: 'center', role: 'fangsong' },
      { text: cell.value, width: value, align: 'left', role: 'fangsong' },
    ]);
    return gridRow({ cells: across, least: row.lines, size: sizes.four }, measure);
  });
}

/** What a piece of text becomes on paper. */
export function blockBoxes(block: Block, measure: Measure): Box[] {
  if (block.kind === 'paragraph') return paragraphBoxes(block, measure);
  if (block.kind === 'labelled') return labelledBoxes(block, measure);
  const rows = block.kind === 'table' ? tableBoxes(block, measure) : formRowBoxes(block.rows, measure);
  return [...rows, blank(airBelow)];
}

/**
 * 附件说明: one row below the text, left by two characters, names without mark at their end, numbered where there are more
 * than one, further lines below the first character of the name (7.3.4).
 */
export function attachmentBoxes(names: readonly string[], measure: Measure): Box[] {
  if (names.length === 0) return [];
  const lead = cells(2);
  const label = '附件：';
  const boxes = names.flatMap((name, at) => {
    const number = names.length > 1 ? `${String(at + 1)}.` : '';
    const head = at === 0 ? label + number : number;
    const first = at === 0 ? lead : lead + cells(3);
    const rest = first + textWidth(head, measure) + (cells(1) - sizes.three);
    return textBoxes({ pieces: plain(head + name.replace(/[。；，、]+$/, '')), first, rest }, measure);
  });
  return [blank(pitch), ...boxes.map((box): Box => ({ ...box, kind: 'rider' }))];
}

/** 附注 in round brackets, left by two characters (7.3.6). */
export function noteBoxes(note: string | null, measure: Measure): Box[] {
  return note ? textBoxes({ pieces: plain(`（${note}）`), first: cells(2), rest: 0 }, measure) : [];
}
