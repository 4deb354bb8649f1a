import type { OfficialDocument } from '../document';
import { ok, type Consequences, type DateText, type LedgerRow, type Mutation, type Values } from '../kernel';
import type { Inspection } from './inspection';
import { inspectionInOrder, teamComplete } from './inspection-rules';

type InspectionRow = LedgerRow<Inspection>;
type Notice = Pick<OfficialDocument, 'status' | 'receivedOn' | 'signedOn' | 'voidReason'>;

/** States in which a notice has reached its addressee. */
const arrived: readonly string[] = ['served', 'objected', 'archived'];

function update({ id, revision }: InspectionRow, changes: Values): Mutation {
  return { op: 'update', ledger: 'inspection', id, revision, changes };
}

/** Day on which a notice announced its inspection; null while it did not. */
function announcedOn(notice: Notice | null): DateText | null {
  return notice !== null && arrived.includes(notice.status) ? notice.receivedOn : null;
}

/** Whether an inspection can be announced: a team is named and whole, and no day of it lies before the notice. */
function announceable(values: Inspection, notifiedOn: DateText): boolean {
  const after = { ...values, notifiedOn, status: 'notified' };
  if (values.leader === null || (values.team ?? []).length === 0) return false;
  return teamComplete(after) === null && inspectionInOrder(after) === null;
}

/** What the notice's day makes of an inspection; one under way or ended keeps what was recorded of it. */
function announced(row: InspectionRow, before: DateText | null, after: Notice): readonly Mutation[] {
  const { values } = row;
  const day = announcedOn(after);
  if (values.status === 'planned' && day !== null && before === null && announceable(values, day)) {
    return [update(row, { status: 'notified', notifiedOn: day })];
  }
  // Only a day that came from the notice goes with it.
  if (values.status !== 'notified' || before === null || values.notifiedOn !== before || day === before) return [];
  if (day !== null) return announceable(values, day) ? [update(row, { notifiedOn: day })] : [];
  if (after.status !== 'void') return [];
  const why = `检查通知书已作废：${after.voidReason ?? ''}`;
  return [update(row, { status: 'planned', notifiedOn: null, returnReason: why })];
}

/**
 * An inspection follows its notice: announced (已通知) with the day of receipt when the notice is served, planned again
 * when that notice becomes void, without a notice when its draft is removed. An
 * inspection whose team is not named yet stays planned; its page says what is missing.
 */
export const inspectionFollowsNotice: Consequences<Notice> = {
  ledgers: ['inspection'],
  of: ({ id, before, after }, find) => {
    const own = find.referring('inspection', 'notice', id) as readonly InspectionRow[];
    if (after === null) return ok(own.map((row) => update(row, { notice: null })));
    return ok(own.flatMap((row) => announced(row, announcedOn(before), after)));
  },
};
