import { dueLevelLabels, dueLevels, spanOfLevel, type DaySpan, type DueLevel, type DueLimits } from '@/domain/due';
import { addDays, addMonths, chineseDate, isDateText, type DateText, type MonthText } from '@/domain/kernel';

/** What the page of deadlines shows, as its address says. */
export interface Selection {
  readonly month: MonthText;
  readonly day: DateText | null;
  readonly level: DueLevel | null;
  /** Identifier of a source of deadlines; null for all. */
  readonly source: string | null;
  /** Identifier of a body; null for all. */
  readonly body: string | null;
  /** Without regard to the day. */
  readonly all: boolean;
}

type Query = Readonly<Record<string, unknown>>;

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Reads an address; what it does not say, or says wrongly, is as on the first visit: this month, everything. */
export function readSelection(query: Query, today: DateText): Selection {
  const day = textOf(query['day']);
  const level = dueLevels.find((one) => one === query['level']) ?? null;
  const asked = textOf(query['month']);
  const known = day !== null && isDateText(day) ? day : null;
  const month = asked !== null && isDateText(`${asked}-01`) ? asked : (known ?? today).slice(0, 7);
  const { source, body, all } = query;
  return { month, day: known, level, source: textOf(source), body: textOf(body), all: all === '1' };
}

/** The address of a selection, without what goes without saying. */
export function writeSelection({ month, day, level, source, body, all }: Selection): Record<string, string> {
  const parts = { month, day, level, source, body, all: all ? '1' : null };
  return Object.fromEntries(Object.entries(parts).filter((part): part is [string, string] => part[1] !== null));
}

/** First and last day of a month. */
export function spanOfMonth(month: MonthText): Required<DaySpan> {
  const from = `${month}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** The days that the list shows. */
export function spanOf({ day, level, all, month }: Selection, limits: DueLimits): DaySpan {
  if (day !== null) return { from: day, to: day };
  if (level !== null) return spanOfLevel(level, limits);
  return all ? {} : spanOfMonth(month);
}

/** What the list shows, in words. */
export function nameOf({ day, level, all, month }: Selection): string {
  if (day !== null) return chineseDate(day);
  if (level !== null) return dueLevelLabels[level];
  return all ? '全部未结' : `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
}
