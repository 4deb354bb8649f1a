import { missingNotice, settledOn, worksOn } from './calendar';
import { addDays, addMonths, dateFromParts, dateOfDayNumber, dayNumber, daysInMonth, type DateText } from './dates';
import { dayBefore } from './deadline-before';
import { deadlineProblem } from './deadline-check';
import { explainDeadline } from './deadline-explain';
import { hourDeadline } from './deadline-hours';
import {
  suspendedOn,
  type Deadline,
  type DeadlineExtension,
  type DeadlineInput,
  type DeadlineStep,
  type DeadlineUnit,
} from './deadline-terms';

/** A run of counting: where it stands, what it met and what it must not count. */
interface Count {
  readonly input: DeadlineInput;
  readonly steps: DeadlineStep[];
  readonly missing: Set<number>;
  day: number;
}

function needs(count: Count, day: number): void {
  if (settledOn(count.input.calendar, day)) return;
  const year = missingNotice(count.input.calendar, dateOfDayNumber(day));
  if (year !== null) count.missing.add(year);
}

/** Notes a day off, a make-up day or a weekend that the count meets; days off in a row become one stretch. */
function meet(count: Count, day: number): void {
  const named = count.input.calendar.named.get(day);
  const date = dateOfDayNumber(day);
  const last = count.steps.at(-1);
  if (!named) {
    if (!worksOn(count.input.calendar, day) && !count.steps.some((step) => step.kind === 'weekends')) {
      count.steps.push({ kind: 'weekends' });
    }
  } else if (!named.off) count.steps.push({ kind: 'make-up', name: named.name, day: date });
  else if (last?.kind === 'day-off' && last.name === named.name && last.until === addDays(date, -1)) {
    count.steps[count.steps.length - 1] = { ...last, until: date };
  } else count.steps.push({ kind: 'day-off', name: named.name, from: date, until: date });
}

/** Goes on by a number of days of a kind; the first day itself is not counted. */
function countDays(count: Count, amount: number, working: boolean): void {
  for (let left = amount; left > 0;) {
    count.day++;
    if (suspendedOn(count.input, count.day)) continue;
    if (!working) left--;
    else {
      needs(count, count.day);
      meet(count, count.day);
      if (worksOn(count.input.calendar, count.day)) left--;
    }
  }
}

/** The same day of a later month (民法典 art. 202), later by the days suspended since. */
function countMonths(count: Count, amount: number): void {
  const first = count.day;
  const target = dayNumber(addMonths(dateOfDayNumber(first), amount));
  countDays(count, target - first, false);
}

function monthEnd(date: DateText, months: number): DateText {
  const target = addMonths(`${date.slice(0, 7)}-01`, months);
  const [year, month] = [Number(target.slice(0, 4)), Number(target.slice(5, 7))];
  return dateFromParts(year, month, daysInMonth(year, month)) ?? target;
}

function advance(count: Count, unit: DeadlineUnit, amount: number, date: DateText | null): void {
  if (unit === 'working-day' || unit === 'calendar-day') countDays(count, amount, unit === 'working-day');
  else if (unit === 'month') countMonths(count, amount);
  else if (unit === 'month-end') count.day = dayNumber(monthEnd(dateOfDayNumber(count.day), amount));
  else if (date !== null) count.day = Math.max(count.day, dayNumber(date));
}

function extend(count: Count, extension: DeadlineExtension): void {
  const [unit, amount, date] =
    'until' in extension
      ? (['fixed-date', 0, extension.until] as const)
      : ([extension.unit, extension.amount, null] as const);
  advance(count, unit, amount, date);
  const at = dateOfDayNumber(count.day);
  count.steps.push({ kind: 'reached', amount, unit, at, extension: { reason: extension.reason ?? null } });
}

/** The last day being off, the deadline ends on the next working day (民法典 art. 203). */
function rollOver(count: Count): void {
  const first = count.day;
  const { calendar } = count.input;
  needs(count, first);
  while (!worksOn(calendar, count.day) || suspendedOn(count.input, count.day)) needs(count, ++count.day);
  if (count.day === first) return;
  const because = calendar.named.get(first)?.name ?? null;
  count.steps.push({ kind: 'rolled', from: dateOfDayNumber(first), to: dateOfDayNumber(count.day), because });
}

/** The steps with the suspensions that took days from the count, behind the start. */
function withSuspensions({ input, steps, day }: Count): readonly DeadlineStep[] {
  const [first, due] = [input.start.at.slice(0, 10), dateOfDayNumber(day)];
  const met = (input.suspensions ?? []).filter(({ from, until }) => until > first && from <= due);
  const told = met.map(({ from, until, reason = null }) => ({ kind: 'suspended', from, until, reason }) as const);
  return [...steps.slice(0, 1), ...told, ...steps.slice(1)];
}

function dayDeadline(input: DeadlineInput): Omit<Deadline, 'explanation'> {
  const { start, unit, amount, extensions = [] } = input;
  const day = dayNumber(start.at.slice(0, 10));
  const count: Count = { input, steps: [{ kind: 'start', ...start, unit }], missing: new Set(), day };
  advance(count, unit, amount, input.date ?? null);
  const at = dateOfDayNumber(count.day);
  count.steps.push({ kind: 'reached', amount, unit, at, extension: null });
  for (const extension of extensions) extend(count, extension);
  const last = extensions.at(-1);
  const lastUnit = last === undefined ? unit : 'until' in last ? 'fixed-date' : last.unit;
  if (input.rollOver && lastUnit !== 'working-day') rollOver(count);
  const { missing } = count;
  const steps = withSuspensions(count);
  const missingYears = [...missing].sort((a, b) => a - b);
  return { due: dateOfDayNumber(count.day), dueAt: null, estimated: missing.size > 0, missingYears, steps };
}

/**
 * Computes a deadline. The day (or hour) of the start is not counted; working days are those of the calendar; a
 * deadline in calendar days, months or to a date ends on the next working day when `rollOver` says so; an extension is
 * counted on from the end before it, not from the day it rolled over to; suspended days never count. With `before` the
 * days are counted back, and a day off gives way to the working day before it. Pure calendar
 * arithmetic on days as text: no time zone or daylight saving can move it.
 * Sources: 民法典 art. 200-204 for the counting, 行政处罚法 art. 85 for working days without days off.
 * @throws where {@link deadlineProblem} has something to say: ask it first about what a person typed.
 */
export function computeDeadline(input: DeadlineInput): Deadline {
  const problem = deadlineProblem(input);
  if (problem !== null) throw new Error(`deadline cannot be computed: ${problem}`);
  const deadline = input.before ? dayBefore(input) : input.unit === 'hour' ? hourDeadline(input) : dayDeadline(input);
  return { ...deadline, explanation: explainDeadline(deadline) };
}
