import {
  addDays,
  calendarDay,
  dateFromParts,
  dayNumber,
  daysInMonth,
  weekdayOf,
  type CalendarDay,
  type StatutoryDay,
  type WorkCalendar,
} from '@/domain/kernel';

/** A month as it is drawn: weeks from Monday to Sunday, with nothing where the month has no day. */
export interface MonthView {
  readonly month: number;
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
  readonly workingDays: number;
}

/** Heads of the columns of a month. */
export const weekdayHeads = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** One month of a calendar (1-12). */
export function monthView(calendar: WorkCalendar, year: number, month: number): MonthView {
  const first = dateFromParts(year, month, 1) ?? '';
  const count = daysInMonth(year, month);
  const days = Array.from({ length: count }, (_, at) => calendarDay(calendar, addDays(first, at)));
  const before = (weekdayOf(dayNumber(first)) + 6) % 7;
  const cells = [...Array.from({ length: before }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, at) => cells[week * 7 + at] ?? null),
  );
  return { month, weeks, workingDays: days.filter((day) => day.working).length };
}

/** The twelve months of a year (2000-2199). */
export function yearView(calendar: WorkCalendar, year: number): readonly MonthView[] {
  return Array.from({ length: 12 }, (_, at) => monthView(calendar, year, at + 1));
}

/** What stands out about a day, in words: 国庆节放假, 国庆节补班. Empty for an ordinary day. */
export function dayRemark({ kind, name }: CalendarDay): string {
  if (kind === 'day-off') return `${name ?? ''}放假`;
  return kind === 'make-up' ? `${name ?? ''}补班` : '';
}

/** Festivals with their days, for a sentence: 端午节（6月9日）、国庆节（10月1日、2日、3日） become one entry each. */
export function festivalList(days: readonly StatutoryDay[]): string {
  const names = [...new Set(days.map(({ name }) => name))];
  return names
    .map((name) => {
      const own = days
        .filter((one) => one.name === name)
        .map(({ day }) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`);
      return `${name}（${own.join('、')}）`;
    })
    .join('、');
}
