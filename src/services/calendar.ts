import {
  calendarInForce,
  calendarNotice,
  missingFestivals,
  shippedCalendar,
  statutorySource,
  type CalendarNotice,
  type NoticeStretch,
  type ReadNotice,
} from '@/domain/calendar';
import {
  emptyValues,
  err,
  yearSettled,
  type CommitReceipt,
  type LedgerRow,
  type Mutation,
  type Result,
  type StatutoryDay,
  type WorkCalendar,
} from '@/domain/kernel';
import { allRows } from './all-rows';
import { refusalText } from './records';
import type { Workbench } from './workbench';

type NoticeRow = LedgerRow<CalendarNotice>;

async function ownRows(bench: Workbench): Promise<readonly NoticeRow[]> {
  return (await allRows(bench, { ledger: calendarNotice.id })) as readonly NoticeRow[];
}

/** The working-day calendar in force: the shipped notices with the bureau's own entries laid over. */
export async function calendarOf(bench: Workbench): Promise<WorkCalendar> {
  return calendarInForce(
    shippedCalendar,
    (await ownRows(bench)).map((row) => row.values),
  );
}

/** A text that changes whenever the bureau's own entries do, for telling that deadlines are to be computed anew. */
export async function calendarVersion(bench: Workbench): Promise<string> {
  return (await ownRows(bench)).map((row) => `${row.id}:${row.revision}`).join();
}

/** What a year's page says of its arrangement. */
export interface YearFacts {
  readonly year: number;
  /** Whether the year's notice is known; else it is estimated (暂估). */
  readonly settled: boolean;
  /** Documents that arrange it; for an estimated year also the law its days off come from. */
  readonly sources: readonly string[];
  /** Entries of the bureau itself. */
  readonly ownEntries: number;
  /** Festivals that the bureau's entries do not arrange yet, where it has begun to enter the year. */
  readonly missing: readonly StatutoryDay[];
}

/** The calendar with what can be said of one year. */
export interface CalendarYear extends YearFacts {
  readonly calendar: WorkCalendar;
}

/** The calendar in force and how one year is arranged in it. */
export async function calendarYear(bench: Workbench, year: number): Promise<CalendarYear> {
  const own = (await ownRows(bench)).map((row) => row.values);
  const calendar = calendarInForce(shippedCalendar, own);
  const settled = yearSettled(calendar, year);
  const ownEntries = own.filter((row) => row.year === year).length;
  const begun = !settled && ownEntries > 0;
  return {
    calendar,
    year,
    settled,
    sources: [...(calendar.sources.get(year) ?? []), ...(settled ? [] : [statutorySource])],
    ownEntries,
    missing: begun ? missingFestivals(year, own, shippedCalendar.statutory) : [],
  };
}

function mutationFor(stretch: NoticeStretch, existing: readonly NoticeRow[]): Mutation {
  const values = { ...emptyValues(calendarNotice), ...stretch };
  const same = existing.find((row) => row.values.day === stretch.day);
  if (!same) return { op: 'create', ledger: calendarNotice.id, values };
  return { op: 'update', ledger: calendarNotice.id, id: same.id, revision: same.revision, changes: values };
}

/**
 * Enters a whole notice in one commit; what was entered for its year before and is not in it goes to the recycle bin.
 * @returns the receipt, or a Chinese sentence.
 */
export async function enterNotice(bench: Workbench, notice: ReadNotice): Promise<Result<CommitReceipt, string>> {
  const existing = await ownRows(bench);
  const kept = new Set(notice.stretches.map((stretch) => stretch.day));
  const stale = existing.filter((row) => row.values.year === notice.year && !kept.has(row.values.day));
  const mutations: Mutation[] = [
    ...stale.map((row) => ({ op: 'remove', ledger: calendarNotice.id, id: row.id }) as const),
    ...notice.stretches.map((stretch) => mutationFor(stretch, existing)),
  ];
  const intent = { kind: 'batch-edit', label: `登记${notice.year}年放假安排` } as const;
  const written = await bench.storage.commit(intent, mutations, bench.session.context());
  return written.ok ? written : err(refusalText(written.error));
}
