import { missingNotice, settledOn, worksOn } from './calendar';
import { addDays, dateOfDayNumber, dayNumber } from './dates';
import type { Deadline, DeadlineInput, DeadlineStep } from './deadline-terms';

/** A run of counting back. */
interface CountBack {
  readonly input: DeadlineInput;
  readonly steps: DeadlineStep[];
  readonly missing: Set<number>;
  day: number;
}

function look(count: CountBack): void {
  const { calendar } = count.input;
  if (settledOn(calendar, count.day)) return;
  const year = missingNotice(calendar, dateOfDayNumber(count.day));
  if (year !== null) count.missing.add(year);
}

/** Notes what the count meets on its way back; days off in a row become one stretch. */
function meet(count: CountBack): void {
  const { calendar } = count.input;
  const named = calendar.named.get(count.day);
  const date = dateOfDayNumber(count.day);
  const last = count.steps.at(-1);
  if (!named) {
    if (!worksOn(calendar, count.day) && !count.steps.some((step) => step.kind === 'weekends')) {
      count.steps.push({ kind: 'weekends' });
    }
  } else if (!named.off) count.steps.push({ kind: 'make-up', name: named.name, day: date });
  else if (last?.kind === 'day-off' && last.name === named.name && last.from === addDays(date, 1)) {
    count.steps[count.steps.length - 1] = { ...last, from: date };
  } else count.steps.push({ kind: 'day-off', name: named.name, from: date, until: date });
}

function countBack(count: CountBack): void {
  const { unit, amount, calendar } = count.input;
  const working = unit === 'working-day';
  for (let left = amount; left > 0;) {
    count.day--;
    if (working) {
      look(count);
      meet(count);
    }
    if (!working || worksOn(calendar, count.day)) left--;
  }
}

/** The last day being off, what is to be done has to be done before it: on the working day before. */
function rollBack(count: CountBack): void {
  const first = count.day;
  const { calendar } = count.input;
  look(count);
  while (!worksOn(calendar, count.day)) {
    count.day--;
    look(count);
  }
  if (count.day === first) return;
  const because = calendar.named.get(first)?.name ?? null;
  const [from, to] = [dateOfDayNumber(first), dateOfDayNumber(count.day)];
  count.steps.push({ kind: 'rolled', from, to, because, before: true });
}

/**
 * The last day on which something is in time that has to be done a number of days before an event (会前10日). The day of
 * the event is not counted; nothing is put off until after a day off, since that would take from the days asked for.
 */
export function dayBefore(input: DeadlineInput): Omit<Deadline, 'explanation'> {
  const { start, unit, amount, rollOver } = input;
  const steps: DeadlineStep[] = [{ kind: 'start', ...start, unit, before: true }];
  const count: CountBack = { input, steps, missing: new Set(), day: dayNumber(start.at.slice(0, 10)) };
  countBack(count);
  steps.push({ kind: 'reached', amount, unit, at: dateOfDayNumber(count.day), extension: null });
  if (rollOver && unit !== 'working-day') rollBack(count);
  const missingYears = [...count.missing].sort((a, b) => a - b);
  return { due: dateOfDayNumber(count.day), dueAt: null, estimated: missingYears.length > 0, missingYears, steps };
}
