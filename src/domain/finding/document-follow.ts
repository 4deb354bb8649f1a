import type { OfficialDocument } from '../document';
import { ok, type Consequences, type LedgerRow, type Mutation, type RecordFinder, type Values } from '../kernel';
import type { DeadlineExtensionRecord } from './deadline-extension';
import type { Escalation } from './escalation';
import type { Finding } from './finding';
import { released, calledBack } from './document-release';
import { dueOf } from './finding-due';
import { underWay } from './finding-states';
import { pressedStates } from './ladder';
import { hasArrived } from './standing';
import { tellsSuperior } from './vertical';

type FindingRow = LedgerRow<Finding>;

interface Following {
  readonly id: string;
  readonly before: OfficialDocument | null;
  readonly document: OfficialDocument;
  readonly find: RecordFinder;
  readonly today: string;
}

function update(row: LedgerRow, ledger: string, changes: Values): Mutation {
  return { op: 'update', ledger, id: row.id, revision: row.revision, changes };
}

function remove(row: LedgerRow, ledger: string): Mutation {
  return { op: 'remove', ledger, id: row.id };
}

/** The values of the document's deadline, with what was granted to the finding beyond it; none where it sets none. */
function dueChanges({ before, document, find }: Following, row: FindingRow): Values {
  if (document.dueOn === null && (before?.dueOn ?? null) === null) return {};
  const extensions = find.referring('deadline-extension', 'finding', row.id);
  const moved = before?.dueOn !== document.dueOn && before?.dueOn !== null;
  return {
    ...dueOf(
      document,
      extensions.map((one) => one.values as DeadlineExtensionRecord),
      moved,
    ),
  };
}

function arrivedOn({ document, today }: Following): string {
  return document.receivedOn ?? document.signedOn ?? today;
}

const noDeadline = { deadlineTerms: null, startedOn: null, dueOn: null, dueReason: null };

/** What a document makes of a finding that it carries. */
function carried(following: Following, row: FindingRow): readonly Mutation[] {
  const { document } = following;
  const { status } = row.values;
  if (status !== 'open' && !underWay.some((one) => one === status)) return [];
  const named = { documentNo: document.number };
  if (!hasArrived(document)) return status === 'open' ? [update(row, 'finding', named)] : [];
  if (pressedStates.includes(status) && tellsSuperior(document)) {
    const told = { status: 'informed', informedOn: arrivedOn(following) };
    return [update(row, 'finding', { ...named, ...noDeadline, ...told })];
  }
  const step: Values = status === 'open' ? { status: 'issued' } : {};
  return [update(row, 'finding', { ...named, ...step, ...dueChanges(following, row) })];
}

const ordering: readonly string[] = ['directive', 'notice', 'opinion', 'decision'];

/** What a document that was issued as an escalation makes of its finding, once it has arrived. */
function escalated(following: Following, one: LedgerRow<Escalation>): readonly Mutation[] {
  const { id, document, find } = following;
  const row = find.byId('finding', one.values.finding) as FindingRow | null;
  if (!row || !pressedStates.includes(row.values.status) || row.values.document === id) return [];
  const { step, reason } = one.values;
  const on = arrivedOn(following);
  if (step === 'transfer') {
    const changes = { transferredOn: on, transferredTo: document.addressee, transferReason: reason };
    return document.addressee === null ? [] : [update(row, 'finding', { ...changes, status: 'transferred' })];
  }
  const taken = { document: id, documentNo: document.number };
  const noted = update(one, 'escalation', { former: row.values.document });
  if (step === 'inform') {
    return [noted, update(row, 'finding', { ...taken, ...noDeadline, informedOn: on, status: 'informed' })];
  }
  if (!ordering.includes(step)) return [];
  const state: Values = row.values.status === 'open' ? { status: 'issued' } : {};
  return [noted, update(row, 'finding', { ...taken, ...state, ...dueChanges(following, row) })];
}

/** A document that corrects another takes its findings over. */
function corrected(following: Following): readonly Mutation[] {
  const { id, document, find } = following;
  if (document.corrects === null) return [];
  const rows = find.referring('finding', 'document', document.corrects) as readonly FindingRow[];
  return rows
    .filter(({ values }) => values.status === 'informed' || underWay.some((one) => one === values.status))
    .map((row) => {
      const due = row.values.status === 'informed' ? {} : dueChanges(following, row);
      return update(row, 'finding', { document: id, documentNo: document.number, ...due });
    });
}

/**
 * Findings follow the document that carries them: its number, its arrival (交办 or 告知) and its deadline; where it is void
 * or goes, they go back to an earlier one or wait for another, and an escalation that was only drafted goes with its draft. A
 * document issued as an escalation, or to correct another, takes over when it arrives.
 */
export const findingFollowsDocument: Consequences<OfficialDocument> = {
  ledgers: ['finding', 'escalation', 'deadline-extension'],
  of: ({ id, before, after }, find, { today }) => {
    const own = find.referring('finding', 'document', id) as readonly FindingRow[];
    if (after === null || after.status === 'void') {
      if (before?.status === 'void') return ok([]);
      const gone = { id, before, after, find };
      const left = after === null ? find.referring('escalation', 'document', id) : [];
      const back = [...own.flatMap((row) => released(gone, row)), ...calledBack(gone)];
      return ok([...back, ...left.map((row) => remove(row, 'escalation'))]);
    }
    const following = { id, before, document: after, find, today };
    const arrived = hasArrived(after) && (before === null || !hasArrived(before));
    const steps = arrived ? (find.referring('escalation', 'document', id) as readonly LedgerRow<Escalation>[]) : [];
    return ok([
      ...own.flatMap((row) => carried(following, row)),
      ...steps.flatMap((one) => escalated(following, one)),
      ...(arrived ? corrected(following) : []),
    ]);
  },
};
