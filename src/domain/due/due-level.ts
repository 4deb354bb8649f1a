import { addDays, computeDeadline, type DateText, type WorkCalendar } from '../kernel';

/** How near a deadline is: past, today, within 3 working days, within 7, or further off. */
export const dueLevels = ['overdue', 'today', 'three', 'seven', 'later'] as const;
/** One of {@link dueLevels}. */
export type DueLevel = (typeof dueLevels)[number];

/** The levels in words. */
export const dueLevelLabels: Readonly<Record<DueLevel, string>> = {
  overdue: '逾期',
  today: '今日到期',
  three: '3个工作日内',
  seven: '7个工作日内',
  later: '7个工作日以后',
};

/** Days between two bounds, both inclusive; a missing bound is open. */
export interface DaySpan {
  readonly from?: DateText;
  readonly to?: DateText;
}

/** Today and the last days of the two warnings before a deadline. */
export interface DueLimits {
  readonly today: DateText;
  /** The third working day after today. */
  readonly three: DateText;
  /** The seventh working day after today. */
  readonly seven: DateText;
}

function workingDaysAfter(today: DateText, amount: number, calendar: WorkCalendar): DateText {
  const start = { event: 'started', at: today } as const;
  return computeDeadline({ amount, unit: 'working-day', rollOver: false, start, calendar }).due;
}

/** Up to which days a deadline counts as near. Today itself is not counted, working or not. */
export function dueLimits(today: DateText, calendar: WorkCalendar): DueLimits {
  return {
    today,
    three: workingDaysAfter(today, 3, calendar),
    seven: workingDaysAfter(today, 7, calendar),
  };
}

/** How near a deadline is. Its last day itself is not yet past. */
export function dueLevelOf(due: DateText, { today, three, seven }: DueLimits): DueLevel {
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  if (due <= three) return 'three';
  return due <= seven ? 'seven' : 'later';
}

/** The days of a level: those and only those for which {@link dueLevelOf} gives it. */
export function spanOfLevel(level: DueLevel, { today, three, seven }: DueLimits): DaySpan {
  switch (level) {
    case 'overdue':
      return { to: addDays(today, -1) };
    case 'today':
      return { from: today, to: today };
    case 'three':
      return { from: addDays(today, 1), to: three };
    case 'seven':
      return { from: addDays(three, 1), to: seven };
    case 'later':
      return { from: addDays(seven, 1) };
  }
}
