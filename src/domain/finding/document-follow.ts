import type { OfficialDocument } from '../document';
import { ok, type Consequences, type LedgerRow, type Mutation, type RecordFinder, type Values } from '../kernel';
import type { DeadlineExtensionRecord } from './deadline-extension';
import type { Escalation } from './escalation';
import type { Finding } from './finding';
import { arrivedStates } from './finding-consequences';
import { dueOf } from './finding-due';
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

const unset = { document: null, documentNo: null, deadlineTerms: null, startedOn: null, dueOn: null, dueReason: null };

/** What becomes of findings whose document went or is void: they wait for another one. */
function released(row: FindingRow): readonly Mutation[] {
  const { status } = row.values;
  if (status === 'open') return [update(row, 'finding', unset)];
  if (status === 'issued' || status === 'rectifying') return [update(row, 'finding', { ...unset, status: 'open' })];
  if (status === 'informed') return [update(row, 'finding', { ...unset, informedOn: null, status: 'open' })];
  return [];
}

/** The values of the document's deadline, with what was granted to the finding beyond it. */
function dueChanges({ before, document, find }: Following, row: FindingRow): Values {
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

const underWay: readonly string[] = ['issued', 'rectifying', 'submitted', 'verified'];

/** What a document makes of a finding that it carries. */
function carried(following: Following, row: FindingRow): readonly Mutation[] {
  const { document } = following;
  const { status } = row.values;
  if (status !== 'open' && !underWay.includes(status)) return [];
  const named = { documentNo: document.number };
  if (!arrivedStates.includes(document.status)) return [update(row, 'finding', named)];
  if (status === 'open' && tellsSuperior(document)) {
    return [update(row, 'finding', { ...named, status: 'informed', informedOn: arrivedOn(following) })];
  }
  const step: Values = status === 'open' ? { status: 'issued' } : {};
  return [update(row, 'finding', { ...named, ...step, ...dueChanges(following, row) })];
}

const ordering: readonly string[] = ['directive', 'notice', 'opinion', 'decision'];

/** What a document that was issued as an escalation makes of its finding, once it has arrived. */
function escalated(following: Following, one: LedgerRow<Escalation>): readonly Mutation[] {
  const { id, document, find } = following;
  const row = find.byId('finding', one.values.finding) as FindingRow | null;
  if (!row || !['open', 'issued', 'rectifying'].includes(row.values.status) || row.values.document === id) return [];
  const { step, reason } = one.values;
  const on = arrivedOn(following);
  if (step === 'transfer') {
    const changes = { transferredOn: on, transferredTo: document.addressee, transferReason: reason };
    return document.addressee === null ? [] : [update(row, 'finding', { ...changes, status: 'transferred' })];
  }
  const taken = { document: id, documentNo: document.number };
  if (step === 'inform') return [update(row, 'finding', { ...taken, informedOn: on, status: 'informed' })];
  if (!ordering.includes(step)) return [];
  const state: Values = row.values.status === 'open' ? { status: 'issued' } : {};
  return [update(row, 'finding', { ...taken, ...state, ...dueChanges(following, row) })];
}

/**
 * Findings follow the document that carries them: its number, its arrival (交办 or 告知) and its deadline; where it is void
 * or goes, they wait for another one, and an escalation that was only drafted goes with its draft. A document issued as an escalation takes over when it arrives.
 */
export const findingFollowsDocument: Consequences<OfficialDocument> = {
  ledgers: ['finding', 'escalation', 'deadline-extension'],
  of: ({ id, before, after }, find, { today }) => {
    const own = find.referring('finding', 'document', id) as readonly FindingRow[];
    if (after === null || after.status === 'void') {
      const left = after === null ? find.referring('escalation', 'document', id) : [];
      return ok([...own.flatMap(released), ...left.map((row) => remove(row, 'escalation'))]);
    }
    const following = { id, before, document: after, find, today };
    const arrived = arrivedStates.includes(after.status) && !arrivedStates.includes(before?.status ?? '');
    const steps = arrived ? (find.referring('escalation', 'document', id) as readonly LedgerRow<Escalation>[]) : [];
    return ok([...own.flatMap((row) => carried(following, row)), ...steps.flatMap((one) => escalated(following, one))]);
  },
};
