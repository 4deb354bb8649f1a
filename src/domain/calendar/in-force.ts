import {
  addDays,
  workCalendar,
  type CalendarFacts,
  type DateText,
  type StatutoryDay,
  type WorkCalendar,
  type YearNotice,
} from '../kernel';
import type { CalendarNotice } from './calendar-notice';

/** What a stretch of days in a notice says; the fields of the ledger's record that the calendar needs. */
export type NoticeStretch = Pick<CalendarNotice, 'year' | 'day' | 'until' | 'kind' | 'name' | 'source'>;

function daysOf({ day, until }: NoticeStretch): readonly DateText[] {
  const days: DateText[] = [];
  for (let each = day; each <= (until ?? day); each = addDays(each, 1)) days.push(each);
  return days;
}

function noticeOf(year: number, rows: readonly NoticeStretch[], whole: boolean): YearNotice {
  const sources = new Set(rows.flatMap((row) => row.source ?? []));
  const off = rows.filter((row) => row.kind === 'off');
  const work = rows.filter((row) => row.kind === 'work');
  return {
    year,
    source: [...sources].join('；') || '本单位登记',
    daysOff: off.map(({ name, day, until }) => ({ name, from: day, until: until ?? day })),
    workDays: work.flatMap((row) => daysOf(row).map((day) => ({ name: row.name, day }))),
    whole,
  };
}

/**
 * Festivals of a year that its rows say nothing about. A notice arranges every festival that the law names, so that as
 * long as one is missing the year is not whole.
 */
export function missingFestivals(
  year: number,
  rows: readonly NoticeStretch[],
  statutory: readonly StatutoryDay[],
): readonly StatutoryDay[] {
  const arranged = new Set(rows.filter((row) => row.year === year).flatMap(daysOf));
  return statutory.filter(({ day }) => day.startsWith(`${year}-`) && !arranged.has(day));
}

const festivalNames = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const;

/** Whether the rows arrange a whole year; a year whose days by law are not known is judged by the festivals' names. */
function arrangesAll(year: number, rows: readonly NoticeStretch[], statutory: readonly StatutoryDay[]): boolean {
  const known = statutory.some(({ day }) => day.startsWith(`${year}-`));
  if (known) return missingFestivals(year, rows, statutory).length === 0;
  return festivalNames.every((name) => rows.some((row) => row.name.includes(name)));
}

/**
 * The calendar in force: the shipped notices with the bureau's own laid over, day by day. A year that was not shipped
 * counts as arranged once its rows cover every festival that the law names; until then it stays estimated (暂估), its
 * rows being used all the same.
 */
export function calendarInForce(shipped: CalendarFacts, own: readonly NoticeStretch[]): WorkCalendar {
  const years = [...new Set(own.map((row) => row.year))].sort((a, b) => a - b);
  const notices = years.map((year) => {
    const rows = own.filter((row) => row.year === year);
    return noticeOf(year, rows, arrangesAll(year, rows, shipped.statutory));
  });
  return workCalendar({ ...shipped, notices: [...shipped.notices, ...notices] });
}
