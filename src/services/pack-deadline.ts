import { readTerms } from '@/domain/document';
import {
  computeDeadline,
  deadlineProblem,
  type DateText,
  type Deadline,
  type DeadlineTerms,
  type WorkCalendar,
} from '@/domain/kernel';
import { deadlineRule, termsOf } from '@/domain/rule-pack';
import { calendarOf } from './calendar';
import { rulePackOfBureau } from './rule-pack';
import type { Workbench } from './workbench';

/** A deadline that a rule of the pack in force set, with the terms that a record keeps from then on. */
export interface SetDeadline {
  readonly terms: DeadlineTerms;
  readonly deadline: Deadline;
}

/** The deadline that the rule pack in force sets from a day on; null where it sets none. */
export async function packDeadline(
  bench: Workbench,
  rule: { readonly instrument: string; readonly purpose: 'objection' | 'review' },
  at: DateText,
): Promise<SetDeadline | null> {
  const pack = await rulePackOfBureau(bench);
  const found = deadlineRule(pack, rule.instrument, rule.purpose);
  if (found === null) return null;
  const terms = termsOf(found, pack);
  const deadline = keptDeadline(terms, at, await calendarOf(bench));
  return deadline === null ? null : { terms, deadline };
}

/** A deadline computed anew from terms that were kept; null where they do not fit the day. */
export function keptDeadline(terms: DeadlineTerms, at: DateText, calendar: WorkCalendar): Deadline | null {
  const input = { ...terms, start: { event: terms.from, at }, calendar };
  return deadlineProblem(input) === null ? computeDeadline(input) : null;
}

/** What a record says of its deadline. */
export interface KeptDue {
  readonly deadlineTerms: string | null;
  readonly dueOn: DateText | null;
  readonly dueReason: string | null;
}

/** The values of a deadline that was set, for the record to keep. */
export function keptDue(set: SetDeadline | null): KeptDue {
  if (set === null) return { deadlineTerms: null, dueOn: null, dueReason: null };
  const { due, explanation } = set.deadline;
  return { deadlineTerms: JSON.stringify(set.terms), dueOn: due, dueReason: explanation };
}

/** What moved in a kept deadline after the calendar changed; null where nothing did. */
export function movedDue(
  kept: KeptDue,
  at: DateText,
  calendar: WorkCalendar,
): Pick<KeptDue, 'dueOn' | 'dueReason'> | null {
  const terms = readTerms(kept.deadlineTerms);
  const deadline = terms === null ? null : keptDeadline(terms, at, calendar);
  if (deadline === null || deadline.explanation === kept.dueReason) return null;
  return { dueOn: deadline.due, dueReason: deadline.explanation };
}
