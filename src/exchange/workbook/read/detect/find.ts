import type { LeftOutRow, TableGuess } from '../../../contract';
import { readBody, type Body } from './body';
import { columnFill, nameColumns, sideBySide, tableColumns } from './columns';
import { isForm } from './forms';
import { emptyTemplateHeader, headerAt, labelParts, type HeaderGuess } from './header';
import { plainBlock } from './plain';
import { leftOut, type Columns } from './row-roles';
import { firstFilled, isBlankRow, type SheetView } from './view';

const searchedRows = 400;
const mostTables = 20;
const mostBeside = 200;

interface Found {
  readonly tables: readonly TableGuess[];
  /** Row at which the search goes on. */
  readonly next: number;
}

/** Rows of a table, and rows that are none of it. */
export interface Judgement extends Pick<Body, 'rows' | 'leftOut'> {
  /** Captions above the header. */
  readonly above: readonly LeftOutRow[];
}

function whole(view: SheetView): Columns {
  return { left: 0, right: view.grid.columns - 1 };
}

function rowsAbove(view: SheetView, from: number, to: number): LeftOutRow[] {
  const rows: LeftOutRow[] = [];
  for (let row = from; row < to; row += 1) {
    if (!isBlankRow(view, row)) rows.push(leftOut(view, row, whole(view), 'title'));
  }
  return rows;
}

function rowsBeside(view: SheetView, columns: Columns, from: number, to: number): LeftOutRow[] {
  const rows: LeftOutRow[] = [];
  const beyond = { left: columns.right + 1, right: view.grid.columns - 1 };
  for (let row = from; row <= to && rows.length < mostBeside; row += 1) {
    if (firstFilled(view.rows[row], beyond.left, beyond.right) >= 0) rows.push(leftOut(view, row, beyond, 'beside'));
  }
  return rows;
}

function remarksOn(view: SheetView, columns: Columns, rows: readonly number[], beside: number): string[] {
  const first = rows[0] ?? 0;
  const last = rows.at(-1) ?? -1;
  const merged = view.columnMerges.filter(
    (merge) => merge.top >= first && merge.bottom <= last && merge.left >= columns.left && merge.left <= columns.right,
  ).length;
  const hidden = rows.filter((row) => view.grid.hiddenRows.has(row)).length;
  return [
    ...(merged > 0 ? [`有${merged}处上下合并的单元格，已把内容填到所合并的每一行`] : []),
    ...(hidden > 0 ? [`有${hidden}行被隐藏或筛选掉，同样读取；显示的有${rows.length - hidden}行`] : []),
    ...(beside > 0 ? ['表格右侧还有其他内容，没有读取'] : []),
  ];
}

/** Puts a guess into the terms of the contract: rows counted from 1. */
export function toGuess(view: SheetView, header: HeaderGuess | null, columns: Columns, body: Judgement): TableGuess {
  const firstRow = (header ? header.last + 1 : (body.rows[0] ?? 0)) + 1;
  const lastRow = body.rows.length > 0 ? (body.rows.at(-1) ?? 0) + 1 : firstRow - 1;
  const beside = rowsBeside(view, columns, header ? header.first : firstRow - 1, lastRow - 1);
  return {
    header: header ? { first: header.first + 1, last: header.last + 1 } : null,
    firstRow,
    lastRow,
    rows: body.rows.length,
    columns: nameColumns(view, header, columns, body.rows),
    leftOut: [...body.above, ...body.leftOut, ...beside],
    remarks: remarksOn(view, columns, body.rows, beside.length),
  };
}

function labelsOf(view: SheetView, header: HeaderGuess, columns: Columns): ReadonlyMap<number, string> {
  const labels = new Map<number, string>();
  for (let column = columns.left; column <= columns.right; column += 1) {
    labels.set(column, labelParts(view, header.first, header.last, column).join(' / '));
  }
  return labels;
}

/** The table under a header: its columns are settled by its rows, its rows judged by its columns. */
function tableUnder(view: SheetView, header: HeaderGuess, from: number): Found | null {
  const range = { from: header.last + 1, to: view.rows.length - 1 };
  const rough = readBody(view, header, header, range);
  if (rough.rows.length === 0) return null;
  const fill = columnFill(view, rough.rows);
  const above = rowsAbove(view, from, header.first);
  const parts = sideBySide(view, header, tableColumns(header, fill, rough.rows.length), fill);
  const tables: TableGuess[] = [];
  let next = rough.stop;
  for (const columns of parts) {
    const body = readBody(view, header, columns, range);
    if (
      body.rows.length === 0 ||
      isForm(view, { columns, top: header.first, body: body.rows, labels: labelsOf(view, header, columns) })
    )
      continue;
    tables.push(toGuess(view, header, columns, { ...body, above }));
    next = Math.max(next, body.stop);
  }
  // The rows of a form are passed over as a whole: each of them would look like a header over the next ones.
  return { tables, next };
}

function nextTable(view: SheetView, from: number): Found | null {
  const end = Math.min(view.rows.length, from + searchedRows);
  for (let row = from; row < end; row += 1) {
    const header = headerAt(view, row);
    const found = header ? tableUnder(view, header, from) : null;
    if (found) return found;
  }
  return null;
}

function withoutHeader(view: SheetView): TableGuess | null {
  const empty = emptyTemplateHeader(view);
  if (empty) return toGuess(view, empty, empty, { rows: [], leftOut: [], above: rowsAbove(view, 0, empty.first) });
  const block = plainBlock(view);
  if (!block) return null;
  const body = readBody(view, null, block.columns, { from: block.from, to: view.rows.length - 1 });
  const shape = { columns: block.columns, top: block.from, body: body.rows, labels: new Map<number, string>() };
  if (body.rows.length < 2 || isForm(view, shape)) return null;
  return toGuess(view, null, block.columns, { ...body, above: rowsAbove(view, 0, block.from) });
}

/**
 * Finds the tables of a sheet, the largest first: with a header of one to three rows under any captions, or without one
 * where rows are alike. Forms and prose give none.
 */
export function findTables(view: SheetView): readonly TableGuess[] {
  const tables: TableGuess[] = [];
  let from = 0;
  let forms = 0;
  while (from < view.rows.length && tables.length < mostTables) {
    const found = nextTable(view, from);
    if (!found) break;
    tables.push(...found.tables);
    if (found.tables.length === 0) forms += 1;
    from = Math.max(found.next, from + 1);
  }
  if (tables.length === 0) {
    const plain = forms > 0 ? null : withoutHeader(view);
    return plain ? [plain] : [];
  }
  const several = tables.length > 1 ? [`这张工作表里找到${tables.length}个表格，请确认选对`] : [];
  return tables
    .map((table) => ({ ...table, remarks: [...several, ...table.remarks] }))
    .sort((a, b) => b.rows * b.columns.length - a.rows * a.columns.length);
}
