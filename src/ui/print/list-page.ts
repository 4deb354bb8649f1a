import { chineseDate, type DateText, type SheetRow } from '@/domain/kernel';
import { escapeHtml, htmlPage, type Sheet } from './html';

/** A column of a printed list. */
export interface PrintColumn {
  readonly label: string;
  /** In Chinese characters; columns share the paper in this proportion. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** A printed list: all that stands on its pages. */
export interface ListPage extends Sheet {
  readonly title: string;
  /** The bureau that made the list. */
  readonly unit: string;
  /** 填表人. */
  readonly preparedBy: string;
  readonly date: DateText;
  readonly columns: readonly PrintColumn[];
  readonly rows: readonly SheetRow[];
  /** One line under the table, such as the conditions of the list; empty for none. */
  readonly note?: string;
}

const numberColumnWidth = 3;

/** Widths in percent of the paper, to two decimals, that keep the columns' proportions; the running number comes first. */
export function columnShares(columns: readonly PrintColumn[]): readonly number[] {
  const widths = [numberColumnWidth, ...columns.map((column) => column.width)];
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.round((width / whole) * 10_000) / 100);
}

function headRow(columns: readonly PrintColumn[]): string {
  const cells = ['序号', ...columns.map((column) => column.label)].map((label) => `<th>${escapeHtml(label)}</th>`);
  return `<tr>${cells.join('')}</tr>`;
}

function cellHtml(value: string | number | null, align: PrintColumn['align']): string {
  const lines = value === null ? '' : escapeHtml(String(value)).replaceAll('\n', '<br>');
  return align === 'left' ? `<td>${lines}</td>` : `<td class="${align}">${lines}</td>`;
}

function bodyRow(row: SheetRow, at: number, columns: readonly PrintColumn[]): string {
  const cells = columns.map((column, position) => cellHtml(row[position] ?? null, column.align));
  return `<tr><td class="center">${at + 1}</td>${cells.join('')}</tr>`;
}

function metaLine(page: ListPage): string {
  const left = page.unit ? `填报单位：${page.unit}` : '';
  const right = [page.preparedBy && `填表人：${page.preparedBy}`, `填表日期：${chineseDate(page.date)}`];
  const joined = right.filter((part) => part !== '').join('\u3000');
  return `<p class="meta"><span>${escapeHtml(left)}</span><span>${escapeHtml(joined)}</span></p>`;
}

/**
 * A list as a page to print: title, unit, 填表人 and date above the table; the column headings repeat on every page,
 * rows never break in two, page numbers stand at the foot. Everything from outside is escaped.
 */
export function listPage(page: ListPage): string {
  const shares = columnShares(page.columns);
  const columns = shares.map((share) => `<col width="${share}%">`).join('');
  const rows = page.rows.map((row, at) => bodyRow(row, at, page.columns)).join('');
  const count = `共${page.rows.length}条`;
  const note = page.note ? `${count}\u3000${page.note}` : count;
  const body = [
    `<h1>${escapeHtml(page.title)}</h1>`,
    metaLine(page),
    `<table class="list"><colgroup>${columns}</colgroup>`,
    `<thead>${headRow(page.columns)}</thead><tbody>${rows}</tbody></table>`,
    `<p class="note">${escapeHtml(note)}</p>`,
  ].join('');
  return htmlPage({ title: page.title, paper: page.paper, landscape: page.landscape, body });
}
