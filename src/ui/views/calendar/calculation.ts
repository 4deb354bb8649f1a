import {
  computeDeadline,
  deadlineProblem,
  deadlineUnits,
  startEvents,
  type Deadline,
  type DeadlineInput,
  type DeadlineUnit,
  type FieldValue,
  type StartEvent,
  type WorkCalendar,
} from '@/domain/kernel';
import type { DeadlineRule } from '@/domain/rule-pack';

/** What stands in the boxes of the calculator. */
export interface Calculation {
  readonly event: FieldValue;
  readonly day: FieldValue;
  /** HH:mm, for hours. */
  readonly time: FieldValue;
  readonly amount: FieldValue;
  readonly unit: FieldValue;
  /** Last day, for a fixed date. */
  readonly date: FieldValue;
  readonly rollOver: FieldValue;
  /** Counted back from the day. */
  readonly before: FieldValue;
}

/** What the calculator answers. */
export type Answer =
  { readonly kind: 'problem'; readonly message: string } | { readonly kind: 'deadline'; readonly deadline: Deadline };

function unitOf(value: FieldValue): DeadlineUnit | null {
  return deadlineUnits.find((unit) => unit === value) ?? null;
}

function eventOf(value: FieldValue): StartEvent {
  return typeof value === 'string' && value in startEvents ? (value as StartEvent) : 'received';
}

/** A time as people write it, with full-width or plain colon, as HH:mm. */
function timeOf(value: FieldValue): string {
  const match = /^\s*(\d{1,2})\s*[:：时点]\s*(\d{1,2})?\s*分?\s*$/.exec(typeof value === 'string' ? value : '');
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${(match[2] ?? '0').padStart(2, '0')}` : '';
}

/** Computes what stands in the boxes, or says what is wrong with it. */
export function answerOf(draft: Calculation, calendar: WorkCalendar): Answer {
  const unit = unitOf(draft.unit);
  if (unit === null) return { kind: 'problem', message: '请选择期限单位' };
  const day = typeof draft.day === 'string' ? draft.day : '';
  const amount = typeof draft.amount === 'number' ? draft.amount : Number.NaN;
  const input: DeadlineInput = {
    start: { event: eventOf(draft.event), at: unit === 'hour' ? `${day}T${timeOf(draft.time)}` : day },
    amount: unit === 'fixed-date' ? 0 : amount,
    unit,
    date: typeof draft.date === 'string' ? draft.date : null,
    rollOver: draft.rollOver === true,
    before: draft.before === true && (unit === 'working-day' || unit === 'calendar-day'),
    calendar,
  };
  const message = deadlineProblem(input);
  return message === null ? { kind: 'deadline', deadline: computeDeadline(input) } : { kind: 'problem', message };
}

/** The boxes filled in by a rule; day, time and date stay. */
export function byRule(
  draft: Calculation,
  { from, amount, unit, rollOver, before = false }: DeadlineRule,
): Calculation {
  return { ...draft, event: from, amount, unit, rollOver, before };
}
