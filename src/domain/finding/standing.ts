import { daysBetween, type DateText } from '../kernel';

/** What of a finding tells whether it is late. */
interface Running {
  readonly status: string;
  readonly dueOn: DateText | null;
  readonly closedOn: DateText | null;
}

/** States in which the body still owes its report; recorded history counts as long as it is not closed. */
export const owingStates = ['issued', 'rectifying', 'recorded'] as const;

/** Days that a finding is past its deadline; 0 on the last day, negative before it; null where no deadline runs. */
export function daysLate({ status, dueOn, closedOn }: Running, today: DateText): number | null {
  const owing = owingStates.some((one) => one === status) && closedOn === null;
  return owing && dueOn !== null ? daysBetween(dueOn, today) : null;
}

/** How far a deadline is away, in words: 逾期3天, 今日到期, 还有5天. */
export function latenessText(late: number): string {
  if (late > 0) return `逾期${late}天`;
  return late === 0 ? '今日到期' : `还有${-late}天`;
}

const arrivedStates: readonly string[] = ['served', 'objected', 'archived', 'recorded'];

/** Whether a document has reached its addressee, or came from before this program was used. */
export function hasArrived(document: { readonly status: string }): boolean {
  return arrivedStates.includes(document.status);
}
