import { finding } from '@/domain/finding';
import { chineseDate, type DateText, type SheetRow } from '@/domain/kernel';
import { ledgerFields, type WatchedFinding } from '@/services/finding-lists';
import type { PrintOrder } from '@/services/print-list';
import { listPage, type PrintColumn } from './list-page';

/** Who made a printed list, when. */
export interface ListMaker {
  /** Name of the bureau. */
  readonly unit: string;
  readonly preparedBy: string;
  readonly date: DateText;
}

/** Widths of the columns of the 整改台账 on A3 lying across, in characters. */
const widths: Readonly<Record<(typeof ledgerFields)[number], number>> = {
  number: 7,
  entity: 8,
  source: 4,
  foundOn: 7,
  type: 5,
  fact: 17,
  basis: 10,
  documentNo: 7,
  requirement: 11,
  dueOn: 7,
  measures: 13,
  personInCharge: 4,
  status: 4,
  progress: 10,
  verificationMethod: 4,
  closedOn: 7,
  closedBy: 4,
};

const columns: readonly PrintColumn[] = ledgerFields.map((name) => {
  const { label, kind } = finding.fields[name];
  return { label, width: widths[name], align: kind === 'paragraph' ? 'left' : 'center' };
});

/** The 整改台账 as a page to print: every finding with its way from discovery to close-out (domain report 2.7). */
export function findingLedgerOrder(rows: readonly SheetRow[], maker: ListMaker, note: string): PrintOrder {
  const title = '行政执法监督问题整改台账';
  const sheet = { paper: 'A3', landscape: true } as const;
  return { ...sheet, title, html: listPage({ ...sheet, ...maker, title, columns, rows, note }) };
}

const watchColumns: readonly PrintColumn[] = [
  { label: '问题编号', width: 9, align: 'center' },
  { label: '责任单位', width: 10, align: 'left' },
  { label: '问题', width: 15, align: 'left' },
  { label: '整改要求', width: 14, align: 'left' },
  { label: '监督文书号', width: 9, align: 'center' },
  { label: '整改期限', width: 10, align: 'center' },
  { label: '时限情况', width: 6, align: 'center' },
  { label: '责任领导、责任人', width: 7, align: 'center' },
  { label: '督办要求', width: 10, align: 'left' },
];

/** What is asked of a body, by how late it is. */
function demandOf({ late }: WatchedFinding): string {
  return late > 0 ? '立即整改并书面说明逾期原因' : '按期整改并报送整改报告';
}

function watchRow(one: WatchedFinding): SheetRow {
  const { number, body, fact, requirement, documentNo, dueOn, lateness, person } = one;
  return [number, body, fact, requirement, documentNo, chineseDate(dueOn), lateness, person, demandOf(one)];
}

/** The 督办清单 as a page to print: what is late, and what ends within 7 working days. */
export function watchListOrder(findings: readonly WatchedFinding[], maker: ListMaker): PrintOrder {
  const title = '行政执法监督问题督办清单';
  const late = findings.filter((one) => one.late > 0).length;
  const note = `其中逾期${late}项，7个工作日内到期${findings.length - late}项`;
  const sheet = { paper: 'A4', landscape: true } as const;
  const rows = findings.map(watchRow);
  return { ...sheet, title, html: listPage({ ...sheet, ...maker, title, columns: watchColumns, rows, note }) };
}
