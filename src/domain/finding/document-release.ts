import type { OfficialDocument } from '../document';
import type { LedgerRow, Mutation, RecordFinder, Values } from '../kernel';
import type { DeadlineExtensionRecord } from './deadline-extension';
import type { Escalation } from './escalation';
import type { Finding } from './finding';
import { dueOf } from './finding-due';
import { underWay } from './finding-states';
import { hasArrived } from './standing';

type FindingRow = LedgerRow<Finding>;
type DocumentRow = LedgerRow<OfficialDocument>;

/** A document that is void or gone. */
export interface GoneDocument {
  readonly id: string;
  readonly before: OfficialDocument | null;
  /** Null where its draft went to the recycle bin. */
  readonly after: OfficialDocument | null;
  readonly find: RecordFinder;
}

const withoutDeadline = { deadlineTerms: null, startedOn: null, dueOn: null, dueReason: null };
const withoutReport = { submittedOn: null, verifiedOn: null, verifiers: null, verificationMethod: null, opinion: null };

function update(row: LedgerRow, ledger: string, changes: Values): Mutation {
  return { op: 'update', ledger, id: row.id, revision: row.revision, changes };
}

function reasonOf({ after }: GoneDocument): string {
  if (after === null) return '文书已删除';
  return `${after.number ?? after.kindName}作废：${after.voidReason ?? ''}`;
}

function steps({ id, find }: GoneDocument): readonly LedgerRow<Escalation>[] {
  return find.referring('escalation', 'document', id) as readonly LedgerRow<Escalation>[];
}

function inForce(find: RecordFinder, id: string | null): DocumentRow | null {
  const row = id === null ? null : (find.byId('official-document', id) as DocumentRow | null);
  return row && hasArrived(row.values) ? row : null;
}

/** The document that an escalation had taken the finding over from, where it still stands. */
function formerOf(gone: GoneDocument, row: FindingRow): DocumentRow | null {
  const step = steps(gone).find((one) => one.values.finding === row.id);
  return inForce(gone.find, step?.values.former ?? null);
}

/** The document under way that corrects the one that is void; the findings wait for it. */
function correctionOf({ id, find }: GoneDocument): DocumentRow | null {
  const rows = find.referring('official-document', 'corrects', id) as readonly DocumentRow[];
  return rows.findLast((row) => row.values.status !== 'void') ?? null;
}

function backToFormer(gone: GoneDocument, row: FindingRow, former: DocumentRow): Mutation {
  const extensions = gone.find.referring('deadline-extension', 'finding', row.id);
  const due = dueOf(
    former.values,
    extensions.map((one) => one.values as DeadlineExtensionRecord),
    true,
  );
  const told = row.values.status === 'informed';
  const state: Values = told ? { status: 'issued', informedOn: null, returnReason: reasonOf(gone) } : {};
  return update(row, 'finding', { ...due, ...state, document: former.id, documentNo: former.values.number });
}

/**
 * What becomes of a finding whose document is void or gone: where the document had not arrived the finding only loses it;
 * else an earlier document that still stands carries the finding again, and without one it waits for another, with the reason.
 */
export function released(gone: GoneDocument, row: FindingRow): readonly Mutation[] {
  const { status } = row.values;
  const next = { document: correctionOf(gone)?.id ?? null, documentNo: null };
  const arrived = gone.before !== null && hasArrived(gone.before);
  if (!arrived || status === 'open') {
    return [update(row, 'finding', { ...next, ...(status === 'open' ? withoutDeadline : {}) })];
  }
  if (status !== 'informed' && !underWay.some((one) => one === status)) return [];
  const former = formerOf(gone, row);
  if (former) return [backToFormer(gone, row, former)];
  const fresh = { ...next, ...withoutDeadline, ...withoutReport, informedOn: null };
  return [update(row, 'finding', { ...fresh, status: 'open', returnReason: reasonOf(gone) })];
}

/** A finding passed on by a letter that is void comes back to where it was. */
export function calledBack(gone: GoneDocument): readonly Mutation[] {
  const { find, after } = gone;
  return steps(gone).flatMap(({ values: { step, finding } }) => {
    const row = step === 'transfer' ? (find.byId('finding', finding) as FindingRow | null) : null;
    if (row?.values.status !== 'transferred' || row.values.transferredTo !== (after?.addressee ?? null)) return [];
    const status = inForce(find, row.values.document) ? 'issued' : 'open';
    const nowhere = { transferredOn: null, transferredTo: null, transferReason: null };
    return [update(row, 'finding', { ...nowhere, status, returnReason: reasonOf(gone) })];
  });
}
