import { inOrder, type DateText, type FieldProblem } from '../kernel';

/** The part of a term that its rules look at. */
export interface TermFacts {
  readonly startsOn: DateText;
  readonly endsOn: DateText;
  /** Code of the table 'term-status'. */
  readonly status: string;
  readonly endedOn: DateText | null;
  readonly endReason: string | null;
}

/** A term ends no earlier than it begins. */
export function termInOrder(term: TermFacts): FieldProblem | null {
  return inOrder({ label: '聘期起', day: term.startsOn }, { field: 'endsOn', label: '聘期止', day: term.endsOn });
}

/** Nobody leaves a term before it begins. */
export function endInOrder(term: TermFacts): FieldProblem | null {
  return inOrder({ label: '聘期起', day: term.startsOn }, { field: 'endedOn', label: '离任日期', day: term.endedOn });
}

/** Who was dismissed or resigned has a day and a reason. */
export function endComplete(term: TermFacts): FieldProblem | null {
  if (term.status !== 'dismissed' && term.status !== 'resigned') return null;
  if (term.endedOn === null) return { field: 'endedOn', message: '解聘、辞任应填写“离任日期”' };
  return term.endReason === null ? { field: 'endReason', message: '解聘、辞任应填写“离任原因”' } : null;
}
