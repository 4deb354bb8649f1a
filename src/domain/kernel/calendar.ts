import { dateFromParts, dayNumber, type DateText } from './dates';

/** A stretch of days off that a notice gives: both ends are off. */
export interface DaysOff {
  /** Name of the festival: 国庆节. */
  readonly name: string;
  readonly from: DateText;
  readonly until: DateText;
}

/** A Saturday or Sunday on which people work in exchange for a day off. */
export interface MakeUpDay {
  /** Name of the festival it makes up for. */
  readonly name: string;
  readonly day: DateText;
}

/** The yearly notice on days off. Its days may lie in the last days of the year before. */
export interface YearNotice {
  readonly year: number;
  /** Document that says so: 国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）. */
  readonly source: string;
  readonly daysOff: readonly DaysOff[];
  readonly workDays: readonly MakeUpDay[];
  /** Whether it arranges the whole year. What only adds to a year or is not yet complete settles nothing. */
  readonly whole: boolean;
}

/** A day off that the law itself gives, known before any notice. */
export interface StatutoryDay {
  readonly name: string;
  readonly day: DateText;
}

/** Out of what a calendar is made. */
export interface CalendarFacts {
  /** Later ones win over earlier ones, day by day. */
  readonly notices: readonly YearNotice[];
  /** Days off by law, for the years that no notice arranges. */
  readonly statutory: readonly StatutoryDay[];
}

interface Named {
  readonly off: boolean;
  readonly name: string;
}

/** The working-day calendar. Plain data; days are counted as numbers, so that no time zone can move them. */
export interface WorkCalendar {
  /** What is off or worked against the rule of the week, by day number. */
  readonly named: ReadonlyMap<number, Named>;
  /** Stretches of days whose arrangement is known, by day number, in order and apart. */
  readonly settled: readonly { readonly from: number; readonly until: number }[];
  /** Documents that arrange a year, in the order they came. */
  readonly sources: ReadonlyMap<number, readonly string[]>;
}

/** What the calendar says of one day. */
export interface CalendarDay {
  readonly day: DateText;
  readonly working: boolean;
  readonly kind: 'working' | 'weekend' | 'day-off' | 'make-up';
  /** Festival, for days off and make-up days. */
  readonly name: string | null;
  /** Whether the year's notice is known; else the day is estimated (暂估). */
  readonly settled: boolean;
}

// A notice may move days around New Year's Day: 2019's began on 29 December 2018. Until the next notice is known, the
// last three days of a year are not settled by the year's own.
const newYearEdge = 3;

function yearStart(year: number): number {
  return dayNumber(dateFromParts(year, 1, 1) ?? '1900-01-01');
}

function settledStretches(years: ReadonlySet<number>): WorkCalendar['settled'] {
  const stretches: { from: number; until: number }[] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const until = yearStart(year + 1) - 1 - (years.has(year + 1) ? 0 : newYearEdge);
    const last = stretches.at(-1);
    if (last && last.until === yearStart(year) - 1) last.until = until;
    else stretches.push({ from: yearStart(year), until });
  }
  return stretches;
}

/**
 * Makes the calendar out of the yearly notices. A year without a notice is estimated: Saturdays and Sundays are off and
 * so are the days that the law itself gives (全国年节及纪念日放假办法, 第二条); days off that only a notice can add or
 * move, and make-up days, are not guessed.
 */
export function workCalendar({ notices, statutory }: CalendarFacts): WorkCalendar {
  const whole = new Set(notices.filter((notice) => notice.whole).map((notice) => notice.year));
  const named = new Map<number, Named>();
  for (const { name, day } of statutory) {
    if (!whole.has(Number(day.slice(0, 4)))) named.set(dayNumber(day), { off: true, name });
  }
  const sources = new Map<number, readonly string[]>();
  for (const notice of notices) {
    sources.set(notice.year, [...(sources.get(notice.year) ?? []), notice.source]);
    for (const { name, from, until } of notice.daysOff) {
      for (let day = dayNumber(from); day <= dayNumber(until); day++) named.set(day, { off: true, name });
    }
    for (const { name, day } of notice.workDays) named.set(dayNumber(day), { off: false, name });
  }
  return { named, settled: settledStretches(whole), sources };
}

/** Day of the week of a day number: 0 is Sunday. Day 0, 1 January 1970, was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Whether the day, given as a number, is worked. */
export function worksOn(calendar: WorkCalendar, day: number): boolean {
  const named = calendar.named.get(day);
  if (named) return !named.off;
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}

/** Whether the arrangement of the day, given as a number, is known. */
export function settledOn(calendar: WorkCalendar, day: number): boolean {
  return calendar.settled.some((stretch) => day >= stretch.from && day <= stretch.until);
}

/** What the calendar says of a day. */
export function calendarDay(calendar: WorkCalendar, date: DateText): CalendarDay {
  const day = dayNumber(date);
  const named = calendar.named.get(day);
  const working = worksOn(calendar, day);
  const plain = working ? 'working' : 'weekend';
  return {
    day: date,
    working,
    kind: named ? (named.off ? 'day-off' : 'make-up') : plain,
    name: named?.name ?? null,
    settled: settledOn(calendar, day),
  };
}

/** Whether a day is a working day, by the notice or, in a year without one, as estimated. */
export function isWorkingDay(calendar: WorkCalendar, date: DateText): boolean {
  return worksOn(calendar, dayNumber(date));
}

/**
 * The year whose notice is needed to be sure of a day.
 * @returns null where the day is settled; for the last days of a settled year, the following year.
 */
export function missingNotice(calendar: WorkCalendar, date: DateText): number | null {
  const day = dayNumber(date);
  if (settledOn(calendar, day)) return null;
  const year = Number(date.slice(0, 4));
  return settledOn(calendar, yearStart(year)) ? year + 1 : year;
}

/** Whether a year has a whole notice; else it is estimated (暂估). */
export function yearSettled(calendar: WorkCalendar, year: number): boolean {
  return settledOn(calendar, yearStart(year));
}

/**
 * Working days after the first day up to and including the second: how many are left until a deadline. Negative where
 * the second day is earlier: working days gone by since it.
 */
export function workingDaysBetween(calendar: WorkCalendar, from: DateText, to: DateText): number {
  const [first, last] = from <= to ? [from, to] : [to, from];
  let count = 0;
  for (let day = dayNumber(first) + 1; day <= dayNumber(last); day++) if (worksOn(calendar, day)) count++;
  return from <= to ? count : -count;
}

const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** The day of the week as people say it: 周六. */
export function weekdayName(date: DateText): string {
  return weekdayNames[weekdayOf(dayNumber(date))] ?? '';
}
