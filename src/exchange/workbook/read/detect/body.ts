import { labelKey } from '@/domain/kernel';
import { cellText } from '../cell';
import type { LeftOutRow } from '../../../contract';
import { headerAt, headerLabels, isCaption, type HeaderGuess } from './header';
import { leftOut, repeatsHeader, roleOf, type Columns, type RowRole } from './row-roles';
import { cellAt, firstFilled, isBlankRow, lookOf, type Look, type SheetView } from './view';

/** Rows (from 0) under a header, judged. */
export interface Body {
  readonly rows: readonly number[];
  readonly leftOut: readonly LeftOutRow[];
  /** The row at which something else begins, or one past the end. */
  readonly stop: number;
}

/** Rows looked at, from 0, both included. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

interface Judged {
  readonly row: number;
  readonly role: RowRole | 'repeated-header';
}

const mostChecks = 200;

/** What each column mostly looks like in the first rows of the body. */
function usualLooks(view: SheetView, judged: readonly Judged[], columns: Columns): Look[] {
  const rows = judged.filter((entry) => entry.role === 'body').slice(0, 50);
  const looks: Look[] = [];
  for (let column = columns.left; column <= columns.right; column += 1) {
    const counts = new Map<Look, number>();
    for (const { row } of rows) {
      const look = lookOf(cellAt(view, row, column));
      if (look !== 'empty') counts.set(look, (counts.get(look) ?? 0) + 1);
    }
    looks.push([...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'empty');
  }
  return looks;
}

/** Whether a row does not fit into the columns above it: other kinds of values, or far fewer or more of them. */
function differs(view: SheetView, row: number, columns: Columns, looks: readonly Look[]): boolean {
  let filled = 0;
  let alike = 0;
  for (let column = columns.left; column <= columns.right; column += 1) {
    const look = lookOf(cellAt(view, row, column));
    if (look === 'empty') continue;
    filled += 1;
    if (look === looks[column - columns.left]) alike += 1;
  }
  const usual = looks.filter((look) => look !== 'empty').length;
  return alike < filled * 0.7 || Math.abs(filled - usual) >= Math.max(2, usual * 0.5);
}

/** Whether another table begins here: a header, with or without captions above it, that does not fit in as a row. */
function startsAnother(view: SheetView, from: number, columns: Columns, judged: readonly Judged[]): boolean {
  const looks = usualLooks(view, judged, columns);
  if (looks.every((look) => look === 'empty')) return false;
  let row = from;
  for (let captions = 0; captions < 3 && row < view.rows.length; captions += 1) {
    const width = columns.right - columns.left + 1;
    if (!isBlankRow(view, row) && !isCaption(view, row, width)) break;
    row += 1;
  }
  return row < view.rows.length && headerAt(view, row) !== null && differs(view, row, columns, looks);
}

function judgeRows(view: SheetView, header: HeaderGuess | null, columns: Columns, { from, to }: RowRange) {
  const labels = header ? headerLabels(view, header) : [];
  const judged: Judged[] = [];
  let gap = false;
  let checks = 0;
  for (let row = from; row <= to; row += 1) {
    const repeated = header !== null && repeatsHeader(view.rows[row] ?? [], labels);
    const role = repeated ? 'repeated-header' : roleOf(view, row, columns);
    const suspicious = role !== 'blank' && !repeated && role !== 'total' && (gap || role !== 'body');
    if (suspicious && checks < mostChecks) {
      checks += 1;
      if (startsAnother(view, row, columns, judged)) return { judged, stop: row };
    }
    gap = role === 'blank';
    judged.push({ row, role });
  }
  return { judged, stop: to + 1 };
}

const headingPattern =
  /^([一二三四五六七八九十]+[、.．]|第[一二三四五六七八九十\d]+[章节类部]|[（(][一二三四五六七八九十]+[)）])|[：:）)]$/;

/** A row with one filled cell between other rows: a heading over the next rows, or a record hardly filled in. */
function weakInside(view: SheetView, row: number, columns: Columns, looks: readonly Look[]): RowRole {
  const column = firstFilled(view.rows[row], columns.left, columns.right);
  if (column !== columns.left) return 'body';
  const cell = cellAt(view, row, column);
  const unlike = looks[0] !== 'empty' && lookOf(cell) !== looks[0];
  return unlike || headingPattern.test(cellText(cell)) ? 'group-heading' : 'body';
}

/** Lists from web pages lose their merges: the rows of a group then hold only their own text, new in a full column. */
function continuesGroup(view: SheetView, row: number, column: number, rows: readonly number[]): boolean {
  const text = cellText(cellAt(view, row, column));
  const texts = rows.slice(-500).map((above) => cellText(cellAt(view, above, column)));
  return texts.filter((above) => above !== '').length >= texts.length * 0.9 && !texts.includes(text);
}

interface Ending {
  readonly columns: Columns;
  readonly rows: readonly number[];
  readonly afterNote: boolean;
}

function weakAtEnd(view: SheetView, row: number, { columns, rows, afterNote }: Ending): LeftOutRow['reason'] | 'body' {
  if (afterNote) return 'note';
  const column = firstFilled(view.rows[row], columns.left, columns.right);
  if (column !== columns.left) return continuesGroup(view, row, column, rows) ? 'body' : 'remnant';
  const text = cellText(cellAt(view, row, column));
  return text.length > 20 || /[。；：:]/.test(text) ? 'note' : 'body';
}

/** A row in which only the running number was filled in beforehand. */
function isOnlyNumbered(view: SheetView, row: number, columns: Columns, numbered: number): boolean {
  return firstFilled(view.rows[row], columns.left, columns.right) === numbered;
}

function numberColumn(view: SheetView, header: HeaderGuess | null, { left, right }: Columns): number {
  for (let column = left; header !== null && column <= Math.min(left + 1, right); column += 1) {
    if (labelKey(cellText(cellAt(view, header.last, column))) === '序号') return column;
  }
  return -1;
}

function settle(view: SheetView, judged: readonly Judged[], columns: Columns, numbered: number) {
  const looks = usualLooks(view, judged, columns);
  let lastBody = judged.findLastIndex((entry) => entry.role === 'body');
  const rows: number[] = [];
  const out: LeftOutRow[] = [];
  let afterNote = false;
  judged.forEach(({ row, role }, at) => {
    const inside = at < lastBody;
    const drop = (reason: LeftOutRow['reason']): unknown => out.push(leftOut(view, row, columns, reason));
    if (role === 'body') return rows.push(row);
    if (role === 'blank') return inside ? drop('blank') : null;
    if (role === 'repeated-header' || role === 'total') return drop(role);
    if (role === 'note') afterNote = !inside;
    if (role === 'group-heading') return drop(inside ? role : 'note');
    if (role === 'note') return drop('note');
    if (isOnlyNumbered(view, row, columns, numbered)) return drop('remnant');
    const settled = inside ? weakInside(view, row, columns, looks) : weakAtEnd(view, row, { columns, rows, afterNote });
    if (settled !== 'body') return drop(settled === 'group-heading' ? settled : (settled as LeftOutRow['reason']));
    if (!inside) lastBody = at;
    return rows.push(row);
  });
  return { rows, leftOut: out };
}

/**
 * Judges the rows under a header (or, without one, of a block): records, and what is not a record and why.
 */
export function readBody(view: SheetView, header: HeaderGuess | null, columns: Columns, range: RowRange): Body {
  const { judged, stop } = judgeRows(view, header, columns, range);
  return { ...settle(view, judged, columns, numberColumn(view, header, columns)), stop };
}
