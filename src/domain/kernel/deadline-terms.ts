import { z } from 'zod';
import type { WorkCalendar } from './calendar';
import { dayNumber, isDateText, type DateText } from './dates';

/** Units in which a deadline is counted. */
export const deadlineUnits = ['working-day', 'calendar-day', 'hour', 'month', 'month-end', 'fixed-date'] as const;

/** How a deadline is counted. */
export type DeadlineUnit = (typeof deadlineUnits)[number];

/** What sets a deadline going, with the words for it. */
export const startEvents = {
  received: '收到',
  served: '送达',
  filed: '立案',
  discovered: '发现',
  initiated: '启动',
  notified: '接到通知',
  decided: '作出决定',
  approved: '批准',
  issued: '印发',
  accepted: '受理',
  reported: '接到报告',
  'objection-received': '收到复查申请',
  submitted: '送审',
  suspended: '暂扣',
  completed: '完成',
  started: '开始',
  held: '召开',
} as const;

/** What sets a deadline going. */
export type StartEvent = keyof typeof startEvents;

/** Local time on the office's wall clock, YYYY-MM-DDTHH:mm. Never a moment in UTC. */
export type LocalMoment = string;

/** Whether the text is a local moment, YYYY-MM-DDTHH:mm. */
export function isLocalMoment(text: string): boolean {
  return isDateText(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10));
}

/**
 * The terms of a deadline as they were when it was set: plain data for a record to keep, so that a rule pack changed
 * later changes no deadline already set.
 */
export const deadlineTerms = z.strictObject({
  /** Working days, calendar days, hours or months; for 'month-end' the months after the starting one; 0 for a date. */
  amount: z.number().int().min(0).max(3660),
  unit: z.enum(deadlineUnits),
  /** The last day, for 'fixed-date' only. */
  date: z.nullable(z.string()),
  from: z.enum(Object.keys(startEvents) as [StartEvent, ...StartEvent[]]),
  /** The last day goes on to the next working day when it is a day off. Working days and hours do not need it. */
  rollOver: z.boolean(),
  /** Document and article. */
  source: z.string(),
  /** Rule pack it was taken from, and its version; null where a person gave the number. */
  packId: z.nullable(z.string()),
  packVersion: z.nullable(z.string()),
});

/** The terms of a deadline. See {@link deadlineTerms}. */
export type DeadlineTerms = z.infer<typeof deadlineTerms>;

/** More time, by amount after the end before it, or to a day. */
export type DeadlineExtension =
  | {
      readonly amount: number;
      readonly unit: Exclude<DeadlineUnit, 'month-end' | 'fixed-date'>;
      readonly reason?: string;
    }
  | { readonly until: DateText; readonly reason?: string };

/** Days that do not count, both ends among them. One without an end has no deadline yet: ask again when it has. */
export interface DeadlineSuspension {
  readonly from: DateText;
  readonly until: DateText;
  readonly reason?: string;
}

/** What a deadline is computed from. The terms can be spread into it. */
export interface DeadlineInput extends Pick<DeadlineTerms, 'amount' | 'unit' | 'rollOver'> {
  /** The day it starts from, or for hours the moment. */
  readonly start: { readonly event: StartEvent; readonly at: DateText | LocalMoment };
  readonly date?: DateText | null;
  /** In the order they were granted. */
  readonly extensions?: readonly DeadlineExtension[];
  readonly suspensions?: readonly DeadlineSuspension[];
  /** Counted back from the start: the last day on which something is in time that has to be done so long before it. */
  readonly before?: boolean;
  readonly calendar: WorkCalendar;
}

/** What happened on the way to the last day, for the explanation. */
export type DeadlineStep =
  | {
      readonly kind: 'start';
      readonly event: StartEvent;
      readonly at: DateText | LocalMoment;
      readonly unit: DeadlineUnit;
      /** Set where the days are counted back. */
      readonly before?: boolean;
    }
  | { readonly kind: 'day-off'; readonly name: string; readonly from: DateText; readonly until: DateText }
  | { readonly kind: 'make-up'; readonly name: string; readonly day: DateText }
  | { readonly kind: 'weekends' }
  | { readonly kind: 'suspended'; readonly from: DateText; readonly until: DateText; readonly reason: string | null }
  | {
      readonly kind: 'reached';
      readonly amount: number;
      readonly unit: DeadlineUnit;
      /** The day, or for hours the moment. */
      readonly at: DateText | LocalMoment;
      /** Set where this is more time than the terms gave. */
      readonly extension: { readonly reason: string | null } | null;
    }
  | {
      readonly kind: 'rolled';
      readonly from: DateText;
      readonly to: DateText;
      readonly because: string | null;
      /** Set where the day went back to the working day before. */
      readonly before?: boolean;
    };

/** A deadline with its reasons. */
export interface Deadline {
  /** The last day on which the duty is fulfilled in time. */
  readonly due: DateText;
  /** The last moment, where hours are counted; else null and the whole day is in time. */
  readonly dueAt: LocalMoment | null;
  /** A year's arrangement of days off is not known and could move the day (暂估). */
  readonly estimated: boolean;
  /** Years whose notice is needed to be sure. */
  readonly missingYears: readonly number[];
  readonly steps: readonly DeadlineStep[];
  /** The steps as Chinese sentences. */
  readonly explanation: string;
}

/** Whether a day, by number, lies in a suspension. */
export function suspendedOn(input: Pick<DeadlineInput, 'suspensions'>, day: number): boolean {
  return (input.suspensions ?? []).some(({ from, until }) => day >= dayNumber(from) && day <= dayNumber(until));
}
