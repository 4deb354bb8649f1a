import { documentService, clockTime, readTerms, receiptFrom, type DocumentService } from '@/domain/document';
import type { DeadlineExtensionRecord } from '@/domain/finding';
import {
  computeDeadline,
  deadlineProblem,
  err,
  ok,
  type Deadline,
  type DeadlineExtension,
  type DeadlineInput,
  type LocalMoment,
  type WorkCalendar,
} from '@/domain/kernel';
import { allRows } from './all-rows';
import type { DocumentAnswer } from './documents';
import type { FindingRow } from './findings';
import type { Workbench } from './workbench';

/** Whether a finding's deadline is counted in hours: it is then extended by hours, or to the whole of a day. */
export function countsHours({ values }: FindingRow): boolean {
  return readTerms(values.deadlineTerms)?.unit === 'hour';
}

/** The moment at which a finding's document was received, by its proofs of service; null where no time was noted. */
async function receivedAt(bench: Workbench, { values }: FindingRow): Promise<LocalMoment | null> {
  if (values.document === null) return null;
  const filters = [{ field: 'document', op: 'equals', value: values.document } as const];
  const rows = await allRows(bench, { ledger: documentService.id, filters });
  const receipt = receiptFrom(rows.map((row) => row.values as DocumentService));
  const time = clockTime(receipt?.receivedAt ?? null);
  return receipt === null || time === null ? null : `${receipt.receivedOn}T${time}`;
}

/** What a finding's deadline is counted from: its own stored terms; a time of day that is nowhere noted, its last day. */
async function baseInput(bench: Workbench, row: FindingRow): Promise<Omit<DeadlineInput, 'calendar'>> {
  const { deadlineTerms, startedOn, dueOn } = row.values;
  const terms = readTerms(deadlineTerms);
  const at = terms?.unit === 'hour' ? await receivedAt(bench, row) : startedOn;
  if (terms !== null && at !== null) {
    // Working days end on none that is off; a day to which they are extended may.
    const rollOver = terms.rollOver || terms.unit === 'working-day';
    return { ...terms, rollOver, start: { event: terms.from, at } };
  }
  const start = { event: 'issued', at: startedOn ?? row.values.foundOn } as const;
  return { amount: 0, unit: 'fixed-date', date: dueOn, rollOver: false, start };
}

/** An extension as it was granted: by hours where they were, else to a day. */
export function grantedExtension(
  one: Pick<DeadlineExtensionRecord, 'grantedHours' | 'namedUntil' | 'grantedUntil' | 'reason'>,
): DeadlineExtension {
  const { grantedHours, namedUntil, grantedUntil, reason } = one;
  if (grantedHours !== null) return { amount: grantedHours, unit: 'hour', reason };
  return { until: namedUntil ?? grantedUntil ?? '', reason };
}

/**
 * A finding's deadline from the terms that it keeps, with the extensions in the order in which they were granted.
 * @returns the deadline with its reasons, or a Chinese sentence at the field of the day.
 */
export async function findingDeadline(
  bench: Workbench,
  row: FindingRow,
  extensions: readonly DeadlineExtension[],
  calendar: WorkCalendar,
): Promise<DocumentAnswer<Deadline>> {
  const base = await baseInput(bench, row);
  const byHour = base.unit === 'hour' || !extensions.some((one) => 'unit' in one && one.unit === 'hour');
  if (!byHour) {
    return err([
      { field: null, message: '送达回证没有写明收到时间，不能按小时延长；请先更正送达记录，或者延至某一天' },
    ]);
  }
  const input = { ...base, extensions, calendar };
  const wrong = deadlineProblem(input);
  return wrong === null ? ok(computeDeadline(input)) : err([{ field: 'grantedUntil', message: wrong }]);
}
