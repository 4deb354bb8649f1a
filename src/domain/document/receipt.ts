import {
  computeDeadline,
  deadlineProblem,
  deadlineTerms,
  err,
  ok,
  type Deadline,
  type DeadlineTerms,
  type Result,
  type StartEvent,
  type WorkCalendar,
} from '../kernel';

/** What of a service decides when a document was received. */
export interface ServiceFacts {
  readonly recipient: string;
  readonly outcome: string;
  readonly receivedOn: string | null;
  readonly receivedAt: string | null;
}

/** When a document counts as received, and by whom last. */
export interface Receipt {
  readonly receivedOn: string;
  /** As written in the proof of service: 9时30分. */
  readonly receivedAt: string | null;
  readonly recipient: string;
  /** Number of recipients that received it. */
  readonly recipients: number;
}

function moment({ receivedOn, receivedAt }: ServiceFacts): string {
  return `${receivedOn ?? ''} ${clockTime(receivedAt) ?? '24:00'}`;
}

/** A time as proofs of service write it, 9时30分 or 9:30, as HH:mm; null where it cannot be read. */
export function clockTime(text: string | null): string | null {
  const match = /^(上午|下午)?\s*(\d{1,2})\s*[时点:：]\s*(?:(\d{1,2})\s*分?|半|整)?$/.exec(text?.trim() ?? '');
  if (!match) return null;
  const hour = Number(match[2]) + (match[1] === '下午' && Number(match[2]) < 12 ? 12 : 0);
  const minute = match[3] === undefined ? (text?.includes('半') ? 30 : 0) : Number(match[3]);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/**
 * When a document was received. Attempts that failed do not count; of several receipts by the same recipient the first
 * counts; with several recipients the document is received when the last of them has it, so that no deadline of the
 * register ends before the time that each of them was given.
 * @returns null while nobody has received it.
 */
export function receiptFrom(services: readonly ServiceFacts[]): Receipt | null {
  const first = new Map<string, ServiceFacts>();
  for (const service of services) {
    if (service.outcome === 'unserved' || service.receivedOn === null) continue;
    const known = first.get(service.recipient);
    if (!known || moment(service) < moment(known)) first.set(service.recipient, service);
  }
  const [last] = [...first.values()].toSorted((a, b) => (moment(a) < moment(b) ? 1 : -1));
  if (!last || last.receivedOn === null) return null;
  const { receivedOn, receivedAt, recipient } = last;
  return { receivedOn, receivedAt, recipient, recipients: first.size };
}

/** The terms that a document keeps, out of its field deadlineTerms; null where it sets no deadline. */
export function readTerms(text: string | null): DeadlineTerms | null {
  return text === null ? null : deadlineTerms.parse(JSON.parse(text));
}

const byReceipt: readonly StartEvent[] = ['received', 'served', 'notified'];

/** Whether a deadline starts with the receipt of the document, and not with its signing. */
export function startsByReceipt(terms: DeadlineTerms): boolean {
  return terms.unit !== 'fixed-date' && byReceipt.includes(terms.from);
}

/** The last day of a document's deadline, with the sentence that explains it. */
export type DueDay = Pick<Deadline, 'due' | 'explanation'>;

function computed(terms: DeadlineTerms, at: string, calendar: WorkCalendar): Result<DueDay, string> {
  const input = { ...terms, start: { event: terms.from, at }, calendar };
  const problem = deadlineProblem(input);
  return problem === null ? ok(computeDeadline(input)) : err(problem);
}

/** Deadline that starts with the signing, or ends on a day that the document names. */
export function dueFromSigning(terms: DeadlineTerms, signedOn: string, calendar: WorkCalendar): Result<DueDay, string> {
  return computed(terms, signedOn, calendar);
}

/** Deadline that starts with the receipt (domain section 4: 期间开始之日不计, by the kernel's computeDeadline). */
export function dueFromReceipt(terms: DeadlineTerms, receipt: Receipt, calendar: WorkCalendar): Result<DueDay, string> {
  const time = clockTime(receipt.receivedAt);
  if (terms.unit === 'hour' && time === null) {
    return err('这份文书的期限按小时计算，请填写“收到时间”，如：9时30分');
  }
  const due = computed(terms, time === null ? receipt.receivedOn : `${receipt.receivedOn}T${time}`, calendar);
  if (!due.ok || receipt.recipients < 2) return due;
  const among = `共${receipt.recipients}个单位签收，从最后收到的${receipt.recipient}起算。`;
  return ok({ due: due.value.due, explanation: among + due.value.explanation });
}
