import { addDays, dateOfDayNumber, dayNumber, type DateText } from './dates';
import {
  suspendedOn,
  type Deadline,
  type DeadlineExtension,
  type DeadlineInput,
  type DeadlineStep,
  type LocalMoment,
} from './deadline-terms';

const dayMinutes = 1440;

function momentText(day: number, minute: number): LocalMoment {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dateOfDayNumber(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The moment a number of hours later on a wall clock that is never put forward or back; suspended days do not pass. */
function later(input: DeadlineInput, from: LocalMoment, hours: number): LocalMoment {
  let day = dayNumber(from.slice(0, 10));
  let minute = Number(from.slice(11, 13)) * 60 + Number(from.slice(14, 16));
  let left = hours * 60;
  for (;;) {
    const room = suspendedOn(input, day) ? 0 : dayMinutes - minute;
    if (left < room) return momentText(day, minute + left);
    left -= room;
    day++;
    minute = 0;
  }
}

/** Where a count of hours ends: at a moment, or with the whole of a day. */
interface End {
  readonly at: LocalMoment;
  /** The day, where the deadline was extended to one: the whole of it is in time. */
  readonly whole: DateText | null;
}

/** More hours are counted on from the moment before them; a day that does not lie behind that moment adds nothing. */
function extended(input: DeadlineInput, end: End, extension: DeadlineExtension): End {
  if (!('until' in extension)) return { at: later(input, end.at, extension.amount), whole: null };
  const after = `${addDays(extension.until, 1)}T00:00`;
  return after > end.at ? { at: after, whole: extension.until } : end;
}

/** A deadline in hours: it runs from the moment itself, through nights and days off (民法典 art. 201, second paragraph). */
export function hourDeadline(input: DeadlineInput): Omit<Deadline, 'explanation'> {
  const { start, unit, amount, extensions = [], suspensions = [] } = input;
  const steps: DeadlineStep[] = [{ kind: 'start', ...start, unit }];
  const counted: DeadlineStep[] = [];
  let end: End = { at: later(input, start.at, amount), whole: null };
  counted.push({ kind: 'reached', amount, unit, at: end.at, extension: null });
  for (const extension of extensions) {
    end = extended(input, end, extension);
    const { reason = null } = extension;
    const more = 'until' in extension ? null : extension.amount;
    const told = more === null ? { amount: 0, unit: 'fixed-date' as const } : { amount: more, unit };
    counted.push({ kind: 'reached', ...told, at: end.whole ?? end.at, extension: { reason } });
  }
  const due = end.whole ?? end.at.slice(0, 10);
  for (const { from, until, reason = null } of suspensions) {
    if (until >= start.at.slice(0, 10) && from <= due) steps.push({ kind: 'suspended', from, until, reason });
  }
  return {
    due,
    dueAt: end.whole === null ? end.at : null,
    estimated: false,
    missingYears: [],
    steps: [...steps, ...counted],
  };
}
