import { latenessText } from '@/domain/finding';
import { chineseDate, daysBetween, type SheetRow } from '@/domain/kernel';
import type { Due } from '@/services/dues';
import type { PrintOrder } from '@/services/print-list';
import type { ListMaker } from './finding-list';
import { listPage, type PrintColumn } from './list-page';

const columns: readonly PrintColumn[] = [
  { label: '事项类别', width: 6, align: 'center' },
  { label: '单位', width: 12, align: 'left' },
  { label: '事项', width: 24, align: 'left' },
  { label: '期限', width: 8, align: 'center' },
  { label: '时限情况', width: 6, align: 'center' },
  { label: '由谁办理', width: 5, align: 'center' },
  { label: '办理情况', width: 10, align: 'left' },
];

function rowOf({ subject, body, text, due, ours }: Due, today: string): SheetRow {
  const lateness = latenessText(daysBetween(due, today));
  return [subject, body ?? '', text, chineseDate(due), lateness, ours ? '本局' : '对方', ''];
}

/**
 * Deadlines of all nouns as a page to print, with room for what was done about each.
 * @param name what is listed, for the line under the table: 逾期.
 */
export function dueListOrder(dues: readonly Due[], maker: ListMaker, name: string): PrintOrder {
  const title = '行政执法监督工作督办清单';
  const late = dues.filter((due) => due.level === 'overdue').length;
  const sheet = { paper: 'A4', landscape: true } as const;
  const rows = dues.map((due) => rowOf(due, maker.date));
  const note = `范围：${name}；其中逾期${late}项`;
  return { ...sheet, title, html: listPage({ ...sheet, ...maker, title, columns, rows, note }) };
}
