import { cellText, type Cell } from '../cell';
import { filledCount, firstFilled, labelText, type SheetView } from './view';
import type { LeftOutRow } from '../../../contract';

/** Columns of a table, both included. */
export interface Columns {
  readonly left: number;
  readonly right: number;
}

/** What a row is to a table. 'weak': one cell alone, to be judged by what follows. */
export type RowRole = 'body' | 'blank' | 'total' | 'note' | 'group-heading' | 'weak';

const totalPattern = /^.{0,8}(合|总|小|共|累)\s*计\s*[：:）)]?$/;
const notePattern =
  /^(注\s*[：:1一]|备\s*注\s*[：:]|说\s*明\s*[：:]|填\s*[表报]\s*(说明|须知|要求|人|单位|日期|时间)|附\s*注|(数据|资料)?来源\s*[：:]|数据来源|制\s*表|审\s*核\s*(人)?\s*[：:]|复\s*核\s*(人)?\s*[：:]|(单位)?负责人\s*[（(：:]|联系(人|电话)\s*[：:]|经办人\s*[：:]|以上(数据|内容|信息|资料)|本表|本页|导出(时间|人)|打印(时间|人))/;

function isTotal(row: readonly Cell[], { left, right }: Columns): boolean {
  const first = firstFilled(row, left, right);
  const cell = row[first];
  if (first < 0 || first > left + 2 || typeof cell !== 'string' || cell.length > 14) return false;
  if (!cell.includes('计')) return false;
  return totalPattern.test(cell.replace(/\s+/g, ''));
}

/** How many columns of the table the row's first cell covers by a merge. */
function coveredBySpan(view: SheetView, row: number, { left, right }: Columns): number {
  const spans = view.spans.get(row) ?? [];
  const first = firstFilled(view.rows[row], left, right);
  const span = spans.find((entry) => entry.left <= first && first <= entry.right);
  return span ? Math.min(span.right, right) - Math.max(span.left, left) + 1 : 1;
}

/** Judges one row under a header by itself. */
export function roleOf(view: SheetView, row: number, columns: Columns): RowRole {
  const cells = view.rows[row] ?? [];
  const count = filledCount(cells, columns.left, columns.right);
  if (count === 0) return 'blank';
  const width = columns.right - columns.left + 1;
  if (isTotal(cells, columns)) return 'total';
  if (count > Math.max(2, width * 0.3)) return 'body';
  const first = firstFilled(cells, columns.left, columns.right);
  const text = cellText(cells[first]);
  if (notePattern.test(text) && (first === columns.left || width <= 2 || count === 1)) return 'note';
  if (count > 1 || width === 1) return 'body';
  if (coveredBySpan(view, row, columns) >= Math.max(2, width * 0.6)) return 'group-heading';
  return width >= 3 ? 'weak' : 'body';
}

function isLabel(cell: Cell, label: string): boolean {
  if (cell === label) return true;
  // Only a longer text that begins alike can be the label written with breaks or spaces.
  if (typeof cell !== 'string' || cell.length <= label.length) return false;
  return cell.charCodeAt(0) === label.charCodeAt(0) && labelText(cell) === label;
}

function repeatsRow(row: readonly Cell[], labels: ReadonlyMap<number, string>): boolean {
  const allowed = labels.size * 0.4;
  let other = 0;
  for (const [column, label] of labels) {
    if (isLabel(row[column] ?? null, label)) continue;
    other += 1;
    if (other > allowed) return false;
  }
  return labels.size - other >= 2;
}

/** Whether the row writes the header once more: most of the labels of one of the header's rows stand in it. */
export function repeatsHeader(row: readonly Cell[], labels: readonly ReadonlyMap<number, string>[]): boolean {
  return labels.some((own) => own.size >= 2 && repeatsRow(row, own));
}

/** Text of a row for the list of rows left out, its cells parted by a space. */
export function rowText(row: readonly Cell[] | undefined, columns: Columns): string {
  const texts: string[] = [];
  for (let column = columns.left; column <= Math.min(columns.right, (row?.length ?? 0) - 1); column += 1) {
    const text = cellText(row?.[column]);
    if (text !== '') texts.push(text.replace(/\n/g, ' '));
  }
  return texts.join(' ').slice(0, 200);
}

/** A row left out, in the terms of the contract. */
export function leftOut(view: SheetView, row: number, columns: Columns, reason: LeftOutRow['reason']): LeftOutRow {
  return { sheetRow: row + 1, text: rowText(view.rows[row], columns), reason };
}
