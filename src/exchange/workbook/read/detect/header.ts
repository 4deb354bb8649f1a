import { cellText, type Cell } from '../cell';
import { headerScore } from './header-score';
import { repeatsHeader } from './row-roles';
import { cellAt, filledCount, firstFilled, isBlankRow, labelText, type SheetView, type Span } from './view';

/** Rows (from 0) that look like the header of a table, and the columns that they label. */
export interface HeaderGuess {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
}

const deepest = 3;
const previewRows = 30;

function rowEnds(view: SheetView, row: number): { left: number; right: number } {
  const left = firstFilled(view.rows[row], 0, view.grid.columns - 1);
  let right = (view.rows[row]?.length ?? 0) - 1;
  for (const span of view.spans.get(row) ?? []) {
    if (cellAt(view, row, span.left) !== null) right = Math.max(right, span.right);
  }
  return { left, right };
}

/** Whether the row is a caption: one text, alone or merged over nearly the whole width. */
export function isCaption(view: SheetView, row: number, width: number): boolean {
  const cells = view.rows[row];
  const first = firstFilled(cells, 0, view.grid.columns - 1);
  if (first < 0 || filledCount(cells, 0, view.grid.columns - 1) > 1) return false;
  const span = view.spans.get(row)?.find((entry) => entry.left === first);
  return first === 0 || span === undefined || span.right - span.left + 1 >= width * 0.6;
}

function isTextOrEmpty(cell: Cell): boolean {
  return cell === null || typeof cell === 'string';
}

function labelsUnder(view: SheetView, row: number, span: Span): boolean {
  for (let column = span.left; column <= span.right; column += 1) {
    if (cellAt(view, row + 1, column) === null) return false;
  }
  return true;
}

/** The row's labels stand over groups of labels in the next row: merged over them, or with gaps that these fill. */
function hasSubLabels(view: SheetView, row: number, ends: { left: number; right: number }): boolean {
  const next = view.rows[row + 1] ?? [];
  if (!next.every(isTextOrEmpty) || filledCount(next, 0, view.grid.columns - 1) < 2) return false;
  const own = view.spans.get(row)?.filter((span) => span.top === row && cellAt(view, row, span.left) !== null) ?? [];
  const width = Math.max(ends.right - ends.left + 1, next.length);
  const groups = own.filter((span) => span.right - span.left + 1 < width * 0.8);
  if (groups.length > 0) return groups.every((span) => labelsUnder(view, row, span));
  return own.length === 0 && complements(view, row, ends);
}

/** Without merges (text files): the next row fills the row's gaps, and where both are filled a group begins. */
function complements(view: SheetView, row: number, ends: { left: number; right: number }): boolean {
  let gaps = 0;
  let filledGaps = 0;
  let alone = 0;
  let repeated = 0;
  for (let column = ends.left; column <= Math.max(ends.right, (view.rows[row + 1]?.length ?? 0) - 1); column += 1) {
    const above = cellAt(view, row, column);
    const below = cellAt(view, row + 1, column);
    if (above === null) gaps += 1;
    if (above === null && below !== null) filledGaps += 1;
    if (above !== null && below === null) alone += 1;
    if (above !== null && below !== null && cellAt(view, row, column + 1) !== null) repeated += 1;
  }
  return gaps >= 1 && alone >= 1 && filledGaps === gaps && repeated === 0;
}

function lastHeaderRow(view: SheetView, first: number): number {
  const ends = rowEnds(view, first);
  const below = view.columnMerges
    .filter((merge) => merge.top === first && merge.bottom < first + deepest && merge.left <= ends.right)
    .filter((merge) => cellAt(view, first, merge.left) !== null)
    .map((merge) => merge.bottom);
  if (below.length > 0) return Math.max(...below);
  let last = first;
  while (last < first + deepest - 1 && hasSubLabels(view, last, rowEnds(view, last))) last += 1;
  return last;
}

/** The header's parts over a column, from top to bottom, each once. */
export function labelParts(view: SheetView, first: number, last: number, column: number): string[] {
  const parts: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const span = view.spans.get(row)?.find((entry) => entry.left <= column && column <= entry.right);
    const text = labelText(cellAt(view, row, span ? span.left : column));
    if (text !== '' && parts.at(-1) !== text) parts.push(text);
  }
  return parts;
}

function writtenWithColons(view: SheetView, row: number, ends: { left: number; right: number }): boolean {
  const texts = (view.rows[row] ?? [])
    .slice(ends.left)
    .filter((cell) => cell !== null)
    .map(cellText);
  const colons = texts.filter((text) => /^[^（(]{1,12}[：:](?!\d)/.test(text) && !/[（(]/.test(text.slice(0, 12)));
  return colons.length * 3 > texts.length;
}

/** Rows below a header that show what its columns hold: at most 30, blank rows and captions left out. */
function previewBelow(view: SheetView, last: number, width: number): number[] {
  const rows: number[] = [];
  let captions = 0;
  for (let row = last + 1; row < view.rows.length && rows.length < previewRows; row += 1) {
    if (isBlankRow(view, row)) continue;
    if (width > 1 && isCaption(view, row, width)) captions += 1;
    else rows.push(row);
    if (rows.length === 0 && captions > 2) return [];
  }
  return rows;
}

/** The labels of each header row by column. */
export function headerLabels(view: SheetView, header: HeaderGuess): ReadonlyMap<number, string>[] {
  const rows: Map<number, string>[] = [];
  for (let row = header.first; row <= header.last; row += 1) {
    const labels = new Map<number, string>();
    for (let column = header.left; column <= header.right; column += 1) {
      const label = labelText(cellAt(view, row, column));
      if (label !== '') labels.set(column, label);
    }
    rows.push(labels);
  }
  return rows;
}

/** A date to be filled in by hand stands in forms, never over a column. */
function isBlankDate(label: string): boolean {
  return /^年\s*月\s*日?$/.test(label);
}

/**
 * Judges whether a header begins in a row.
 * @param row from 0.
 * @returns the header with its last row, or null.
 */
export function headerAt(view: SheetView, row: number): HeaderGuess | null {
  const ends = rowEnds(view, row);
  if (ends.left < 0 || writtenWithColons(view, row, ends)) return null;
  const last = lastHeaderRow(view, row);
  let { left, right } = ends;
  for (let below = row + 1; below <= last; below += 1) {
    const more = rowEnds(view, below);
    if (more.left >= 0) [left, right] = [Math.min(left, more.left), Math.max(right, more.right)];
  }
  if (right > left && isCaption(view, row, right - left + 1)) return null;
  const guess = { first: row, last, left, right };
  const own = headerLabels(view, guess);
  const preview = previewBelow(view, last, right - left + 1).filter(
    (below) => !repeatsHeader(view.rows[below] ?? [], own),
  );
  if (preview.length === 0 || own.some((labels) => [...labels.values()].some(isBlankDate))) return null;
  const labels: (string | null)[] = [];
  for (let column = 0; column < view.grid.columns; column += 1) {
    labels.push(labelParts(view, row, last, column).join(' / ') || null);
  }
  return headerScore(view, labels, preview) ? guess : null;
}

/** A header under which nothing stands: an empty template. Several short labels side by side, only captions above. */
export function emptyTemplateHeader(view: SheetView): HeaderGuess | null {
  for (let row = 0; row < view.rows.length; row += 1) {
    const ends = rowEnds(view, row);
    if (ends.left < 0) continue;
    const width = ends.right - ends.left + 1;
    const cells = (view.rows[row] ?? []).slice(ends.left);
    if (filledCount(view.rows[row], 0, view.grid.columns - 1) <= 2) continue;
    const texts = cells.filter((cell) => typeof cell === 'string' && cell.length <= 40);
    const isHeader = texts.length >= width * 0.8 && new Set(texts).size === texts.length;
    if (!isHeader || writtenWithColons(view, row, ends)) return null;
    const last = lastHeaderRow(view, row);
    return view.rows.length - 1 - last <= 3 ? { first: row, last, left: ends.left, right: ends.right } : null;
  }
  return null;
}
