import {
  asDeadline,
  dueFromReceipt,
  dueFromSigning,
  readTerms,
  startsByReceipt,
  type DeadlineChoice,
  type DocumentData,
  type DocumentKind,
  type DueDay,
  type OfficialDocument,
  type Receipt,
} from '@/domain/document';
import { err, ok, type DeadlineTerms, type WorkCalendar } from '@/domain/kernel';
import { deadlineRule, termsOf, type DeadlineRule, type RulePack } from '@/domain/rule-pack';
import type { DocumentAnswer } from './documents';

/** Name of the field in which a kind asks for its deadline; null where it asks for none. */
export function deadlineFieldOf(kind: DocumentKind): string | null {
  return kind.fields.find((field) => field.type === 'deadline')?.name ?? null;
}

/** Terms of a deadline that a person set in the document. */
function chosenTerms(choice: DeadlineChoice, rule: DeadlineRule | null): DeadlineTerms {
  const own = { source: choice.source || '文书载明', packId: null, packVersion: null };
  if (choice.on) return { amount: 0, unit: 'fixed-date', date: choice.on, from: 'issued', rollOver: false, ...own };
  const { unit, amount } = choice;
  const rollOver = unit === 'calendar-day';
  return { amount: amount ?? 0, unit, date: null, from: rule?.from ?? 'received', rollOver, ...own };
}

/**
 * The terms that a document keeps from sign-off on: what the drafter set, else what the rule pack sets for the kind. A
 * choice that is just what the pack says keeps the pack's source and version.
 */
export function deadlineTermsOf(kind: DocumentKind, data: DocumentData, pack: RulePack): DeadlineTerms | null {
  const rule = kind.deadline ? deadlineRule(pack, kind.deadline.instrument, kind.deadline.purpose) : null;
  const field = deadlineFieldOf(kind);
  const chosen = field === null ? null : asDeadline(data[field]);
  if (chosen === null) return rule ? termsOf(rule, pack) : null;
  const same = rule !== null && !chosen.on && chosen.amount === rule.amount && chosen.unit === rule.unit;
  return same ? termsOf(rule, pack) : chosenTerms(chosen, rule);
}

/** The terms on which a document may be objected to, as the rule pack has them at sign-off; null where it has none. */
export function objectionTermsOf(kind: DocumentKind, pack: RulePack): DeadlineTerms | null {
  const rule = kind.deadline ? deadlineRule(pack, kind.deadline.instrument, 'objection') : null;
  return rule === null ? null : termsOf(rule, pack);
}

/** What a document's entry says of its deadline. */
export type DueValues = Pick<OfficialDocument, 'dueOn' | 'dueReason'>;

const none: DueValues = { dueOn: null, dueReason: null };

function dueValues({ due, explanation }: DueDay): DueValues {
  return { dueOn: due, dueReason: explanation };
}

/** The deadline as far as it is known at sign-off: a fixed day, or one that starts with the signing. */
export function dueAtSigning(
  terms: DeadlineTerms | null,
  signedOn: string,
  calendar: WorkCalendar,
  field: string | null,
): DocumentAnswer<DueValues> {
  if (terms === null || startsByReceipt(terms)) return ok(none);
  const due = dueFromSigning(terms, signedOn, calendar);
  return due.ok ? ok(dueValues(due.value)) : err([{ field, message: due.error }]);
}

/** The deadline after a receipt came, or after it turned out that there was none. */
export function dueAfterReceipt(
  document: OfficialDocument,
  receipt: Receipt | null,
  calendar: WorkCalendar,
): DocumentAnswer<Partial<DueValues>> {
  const terms = readTerms(document.deadlineTerms);
  if (terms === null || !startsByReceipt(terms)) return ok({});
  if (receipt === null) return ok(none);
  const due = dueFromReceipt(terms, receipt, calendar);
  return due.ok ? ok(dueValues(due.value)) : err([{ field: 'receivedAt', message: due.error }]);
}

/** The deadline of a signed document computed anew from what it keeps, after the calendar changed. */
export function dueAnew(
  document: OfficialDocument,
  receipt: Receipt | null,
  calendar: WorkCalendar,
): DocumentAnswer<Partial<DueValues>> {
  const terms = readTerms(document.deadlineTerms);
  if (terms === null || document.signedOn === null) return ok({});
  if (startsByReceipt(terms)) return receipt === null ? ok({}) : dueAfterReceipt(document, receipt, calendar);
  return dueAtSigning(terms, document.signedOn, calendar, null);
}
