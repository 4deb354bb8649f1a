import {
  allSeries,
  documentNumber,
  numberText,
  type DocumentNumber,
  type NumberParts,
  type NumberSeries,
  type SerialRange,
} from '@/domain/document';
import { emptyValues, err, type CommitReceipt, type LedgerRow, type Mutation } from '@/domain/kernel';
import { allRows } from './all-rows';
import { problemsOfRefusal, type DocumentAnswer } from './documents';
import type { Workbench } from './workbench';

/** A number with its record. */
export type NumberRow = LedgerRow<DocumentNumber>;

/** A series: organ code and year. */
export interface SeriesName {
  readonly prefix: string;
  readonly year: number;
}

/** More numbers at a time than any office reserves. */
export const mostAtOnce = 500;

const serials = 'serial';

/** All numbers of a series from a serial on, upwards. */
async function numbersFrom(bench: Workbench, series: SeriesName, from: number): Promise<readonly NumberRow[]> {
  const rows = await allRows(bench, {
    ledger: documentNumber.id,
    filters: [
      { field: 'prefix', op: 'equals', value: series.prefix },
      { field: 'year', op: 'between', from: series.year, to: series.year },
      { field: serials, op: 'between', from },
    ],
    sort: [{ field: serials }],
  });
  return rows as readonly NumberRow[];
}

/** The highest serial taken in a series in any way; 0 for a new one. */
async function lastSerial(bench: Workbench, series: SeriesName): Promise<number> {
  const filters = [
    { field: 'prefix', op: 'equals', value: series.prefix } as const,
    { field: 'year', op: 'between', from: series.year, to: series.year } as const,
  ];
  const sort = [{ field: serials, descending: true }];
  const { rows } = await bench.storage.page({ ledger: documentNumber.id, filters, sort }, 0, 1);
  return Number(rows[0]?.values[serials] ?? 0);
}

/** The serial that the next document of a series gets: one more than the highest taken. Gaps are never filled silently. */
export async function nextNumber(bench: Workbench, prefix: string, year: number): Promise<number> {
  return (await lastSerial(bench, { prefix, year })) + 1;
}

/** The record of a number; null where it was never taken. */
export async function findNumber(bench: Workbench, { prefix, year, serial }: NumberParts): Promise<NumberRow | null> {
  const [row] = await numbersFrom(bench, { prefix, year }, serial);
  return row?.values.serial === serial ? row : null;
}

/** Reserved numbers of a series, the lowest first: the ones that a signing may choose. */
export async function reservedNumbers(bench: Workbench, series: SeriesName): Promise<readonly NumberRow[]> {
  return (await numbersFrom(bench, series, 1)).filter((row) => row.values.status === 'reserved');
}

/** The mutation that enters a number. */
export function numberMutation(
  bench: Workbench,
  parts: NumberParts,
  rest: Pick<DocumentNumber, 'status' | 'document' | 'reason'>,
): Mutation {
  const { actor, today } = bench.session.context();
  const values = { ...emptyValues(documentNumber), ...parts, ...rest, takenOn: today, takenBy: actor };
  return { op: 'create', ledger: documentNumber.id, values };
}

/** The mutation that changes a number. */
export function numberChange(row: LedgerRow, changes: Partial<DocumentNumber>): Mutation {
  return { op: 'update', ledger: documentNumber.id, id: row.id, revision: row.revision, changes };
}

async function write(
  bench: Workbench,
  label: string,
  mutations: readonly Mutation[],
): Promise<DocumentAnswer<CommitReceipt>> {
  const written = await bench.storage.commit({ kind: 'number', label }, mutations, bench.session.context());
  if (written.ok) return written;
  const { error } = written;
  if (error.kind !== 'duplicate') return err(problemsOfRefusal(error));
  return err([{ field: 'serial', message: `${error.message}；已有的文号不变，本次没有登记` }]);
}

function problem(field: string, message: string): DocumentAnswer<never> {
  return err([{ field, message }]);
}

function seriesProblem({ prefix, year }: SeriesName, reason: string): DocumentAnswer<never> | null {
  if (prefix.trim() === '') return problem('prefix', '请填写“代字”，如：安司执监检');
  if (!Number.isInteger(year) || year < 1990 || year > 2100)
    return problem('year', '“年度”应为1990至2100之间的四位年份');
  return reason.trim() === '' ? problem('reason', '请填写“原因”：给谁用、何事，或在何处已用') : null;
}

/** Numbers to be entered as one block, all with the same status and reason. */
export interface NumberBlock extends SeriesName, SerialRange {
  /** reserved: kept for later; elsewhere: used on paper before; void: never to be used. */
  readonly status: 'reserved' | 'elsewhere' | 'void';
  readonly reason: string;
}

/**
 * Enters a block of numbers in one commit: those used on paper before, or a gap that is explained. A number that was taken
 * already refuses the whole block.
 */
export async function enterNumbers(bench: Workbench, block: NumberBlock): Promise<DocumentAnswer<CommitReceipt>> {
  const { prefix, year, from, to, status, reason } = block;
  const wrong = seriesProblem(block, reason);
  if (wrong) return wrong;
  if (![from, to].every((serial) => Number.isInteger(serial) && serial >= 1 && serial <= 999_999) || to < from) {
    return problem('to', '请核对起止序号：从1起的整数，止号不小于起号');
  }
  if (to - from >= mostAtOnce) return problem('to', `一次最多登记${mostAtOnce}个文号，请分次登记`);
  const mutations = Array.from({ length: to - from + 1 }, (_, at) =>
    numberMutation(bench, { prefix: prefix.trim(), year, serial: from + at }, { status, reason, document: null }),
  );
  const labels = { reserved: '预留文号', elsewhere: '登记系统外已用文号', void: '登记作废文号' };
  return write(bench, `${labels[status]}${mutations.length}个`, mutations);
}

/** Reserves the next numbers of a series, in one block. Where somebody was faster, the numbers after theirs. */
export async function reserveNumbers(
  bench: Workbench,
  series: SeriesName,
  count: number,
  reason: string,
): Promise<DocumentAnswer<CommitReceipt>> {
  if (!Number.isInteger(count) || count < 1 || count > mostAtOnce) {
    return problem('count', `“个数”应为1至${mostAtOnce}之间的整数`);
  }
  for (;;) {
    const before = await lastSerial(bench, series);
    const block = { ...series, from: before + 1, to: before + count, status: 'reserved', reason } as const;
    const answer = await enterNumbers(bench, block);
    // Refused and overtaken: once more behind the faster one.
    if (answer.ok || (await lastSerial(bench, series)) === before) return answer;
  }
}

/** Makes a reserved number void, with the reason; it stays in the register and is never issued. */
export async function voidNumber(
  bench: Workbench,
  row: NumberRow,
  reason: string,
): Promise<DocumentAnswer<CommitReceipt>> {
  if (reason.trim() === '') return problem('reason', '请填写作废原因');
  if (row.values.status === 'used') {
    return problem('status', `“${numberText(row.values)}”已用于文书，请打开那份文书办理作废，文号随之作废`);
  }
  return write(bench, '作废文号', [numberChange(row, { status: 'void', reason: reason.trim() })]);
}

/** All series with what was taken in each, and the gaps that nobody has explained yet. */
export async function numberSeries(bench: Workbench): Promise<readonly NumberSeries[]> {
  const rows = (await allRows(bench, { ledger: documentNumber.id })) as readonly NumberRow[];
  return allSeries(rows.map((row) => row.values));
}
