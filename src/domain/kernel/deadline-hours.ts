import { dateOfDayNumber, dayNumber } from './dates';
import { suspendedOn, type Deadline, type DeadlineInput, type DeadlineStep, type LocalMoment } from './deadline-terms';

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

/** A deadline in hours: it runs from the moment itself, through nights and days off (民法典 art. 201, second paragraph). */
export function hourDeadline(input: DeadlineInput): Omit<Deadline, 'explanation'> {
  const { start, unit, amount, extensions = [], suspensions = [] } = input;
  const steps: DeadlineStep[] = [{ kind: 'start', ...start, unit }];
  let at = later(input, start.at, amount);
  const counted: DeadlineStep[] = [{ kind: 'reached', amount, unit, at, extension: null }];
  for (const extension of extensions) {
    if ('until' in extension) continue;
    at = later(input, at, extension.amount);
    const { reason = null } = extension;
    counted.push({ kind: 'reached', amount: extension.amount, unit, at, extension: { reason } });
  }
  const due = at.slice(0, 10);
  for (const { from, until, reason = null } of suspensions) {
    if (until >= start.at.slice(0, 10) && from <= due) steps.push({ kind: 'suspended', from, until, reason });
  }
  return { due, dueAt: at, estimated: false, missingYears: [], steps: [...steps, ...counted] };
}
