import {
  documentObjection,
  documentService,
  officialDocument,
  receiptFrom,
  type DocumentService,
} from '@/domain/document';
import { reviewAppeal } from '@/domain/file-review';
import { deadlineExtension, finding, type DeadlineExtensionRecord } from '@/domain/finding';
import { err, ok, type Filter, type LedgerRow, type Mutation, type Values, type WorkCalendar } from '@/domain/kernel';
import { allRows } from './all-rows';
import { calendarOf } from './calendar';
import { dueAnew } from './document-deadlines';
import { problemsOfRefusal, type DocumentAnswer, type DocumentRow } from './documents';
import { findingDeadline, grantedExtension } from './finding-deadline';
import type { FindingRow } from './findings';
import { movedDue, type KeptDue } from './pack-deadline';
import type { Workbench } from './workbench';

/** Numbers of deadlines that moved, or whose explanation did, after days off became known. */
export interface RefreshedDues {
  readonly documents: number;
  /** Findings with them: those that follow a document, and those that were extended. */
  readonly findings: number;
  /** Answers owed to objections and to requests for re-review. */
  readonly answers: number;
}

function change(ledger: string, { id, revision }: LedgerRow, changes: Values): Mutation {
  return { op: 'update', ledger, id, revision, changes };
}

function idsIn(mutations: readonly Mutation[], ledger: string): readonly string[] {
  return mutations.flatMap((one) => (one.ledger === ledger ? (one.id ?? []) : []));
}

/** Documents under way; of those in the archive the ones that are still estimated. */
async function documentsToSee(bench: Workbench): Promise<readonly DocumentRow[]> {
  const signed: Filter = { field: 'status', op: 'any', values: ['signed', 'sealed', 'served', 'objected'] };
  const archived: Filter = { field: 'status', op: 'equals', value: 'archived' };
  const set: Filter = { field: 'deadlineTerms', op: 'filled' };
  const rows: readonly (readonly LedgerRow[])[] = await Promise.all([
    allRows(bench, { ledger: officialDocument.id, filters: [signed, set] }),
    allRows(bench, {
      ledger: officialDocument.id,
      filters: [archived, set, { field: 'dueReason', op: 'contains', value: '暂估' }],
    }),
  ]);
  const all: readonly LedgerRow[] = rows.flat();
  return all as readonly DocumentRow[];
}

async function servicesOf(bench: Workbench, rows: readonly DocumentRow[]): Promise<readonly DocumentService[]> {
  if (rows.length === 0) return [];
  const filters = [{ field: 'document', op: 'any', values: rows.map((row) => row.id) } as const];
  const services = await allRows(bench, { ledger: documentService.id, filters });
  return services.map((row) => row.values as DocumentService);
}

async function documentChanges(bench: Workbench, calendar: WorkCalendar): Promise<readonly Mutation[]> {
  const rows = await documentsToSee(bench);
  const services = await servicesOf(bench, rows);
  return rows.flatMap((row) => {
    const receipt = receiptFrom(services.filter((one) => one.document === row.id));
    const due = dueAnew(row.values, receipt, calendar);
    const moved = due.ok && due.value.dueReason !== undefined && due.value.dueReason !== row.values.dueReason;
    return moved ? [change(officialDocument.id, row, due.value)] : [];
  });
}

function movedAnswer(
  ledger: string,
  row: LedgerRow,
  days: readonly [asked: string, otherwise: string],
  calendar: WorkCalendar,
): readonly Mutation[] {
  const [asked, otherwise] = days;
  const at = row.values[asked] ?? row.values[otherwise];
  const changes = movedDue(row.values as unknown as KeptDue, String(at), calendar);
  return changes === null ? [] : [change(ledger, row, { ...changes })];
}

/** Answers that are still owed, to objections and to requests for re-review. */
async function answerChanges(bench: Workbench, calendar: WorkCalendar): Promise<readonly Mutation[]> {
  const set = { field: 'deadlineTerms', op: 'filled' } as const;
  const undecided = [set, { field: 'result', op: 'empty' } as const];
  const open = [set, { field: 'status', op: 'equals', value: 'open' } as const];
  const [objections, appeals] = await Promise.all([
    allRows(bench, { ledger: documentObjection.id, filters: undecided }),
    allRows(bench, { ledger: reviewAppeal.id, filters: open }),
  ]);
  return [
    ...objections.flatMap((row) => movedAnswer(documentObjection.id, row, ['acceptedOn', 'raisedOn'], calendar)),
    ...appeals.flatMap((row) => movedAnswer(reviewAppeal.id, row, ['receivedOn', 'raisedOn'], calendar)),
  ];
}

const extended: readonly string[] = ['issued', 'rectifying'];

/** An extended finding's last day and words, together with those of the extension that reaches furthest. */
async function extendedChanges(bench: Workbench, calendar: WorkCalendar): Promise<readonly Mutation[]> {
  const filters = [{ field: 'result', op: 'equals', value: 'granted' } as const];
  const granted = (await allRows(bench, {
    ledger: deadlineExtension.id,
    filters,
    sort: [{ field: 'askedOn' }],
  })) as readonly LedgerRow<DeadlineExtensionRecord>[];
  const ids = [...new Set(granted.map((row) => row.values.finding))];
  const rows = (await bench.storage.rows(finding.id, ids)) as readonly FindingRow[];
  const mutations: Mutation[] = [];
  for (const row of rows) {
    const own = granted.filter((one) => one.values.finding === row.id);
    const last = own.find((one) => one.values.grantedUntil === row.values.dueOn);
    if (row.deletedAt !== null || !extended.includes(row.values.status) || !last) continue;
    const terms = own.map((one) => grantedExtension(one.values));
    const deadline = await findingDeadline(bench, row, terms, calendar);
    if (!deadline.ok || deadline.value.explanation === row.values.dueReason) continue;
    const { due, explanation } = deadline.value;
    mutations.push(change(deadlineExtension.id, last, { grantedUntil: due, explanation }));
    mutations.push(change(finding.id, row, { dueOn: due, dueReason: explanation }));
  }
  return mutations;
}

/** Writes changes, and gives the identifiers of all records that changed with them. */
async function write(
  bench: Workbench,
  what: string,
  mutations: readonly Mutation[],
): Promise<DocumentAnswer<readonly string[]>> {
  if (mutations.length === 0) return ok([]);
  const intent = { kind: 'document-step', label: `按新的放假安排重算${what}` } as const;
  const written = await bench.storage.commit(intent, mutations, bench.session.context());
  return written.ok ? ok(written.value.rows.map(({ id }) => id)) : err(problemsOfRefusal(written.error));
}

/**
 * Computes kept deadlines anew after a year's days off became known: documents, the findings that follow them, findings
 * that were extended, and answers owed. The terms stay as they were kept, so that a rule pack changed since changes
 * nothing; what does not move is not written. Every change has its entry in the record's history and can be undone there.
 */
export async function refreshDueDays(bench: Workbench): Promise<DocumentAnswer<RefreshedDues>> {
  const calendar = await calendarOf(bench);
  const documents = await documentChanges(bench, calendar);
  const answers = await answerChanges(bench, calendar);
  // Findings follow their documents in the same commit; what was granted beyond these is looked at after it.
  const first = await write(bench, '期限', [...documents, ...answers]);
  if (!first.ok) return first;
  const more = await extendedChanges(bench, calendar);
  const second = await write(bench, '延期', more);
  if (!second.ok) return second;
  const asked = new Set([...documents, ...answers].flatMap((one) => one.id ?? []));
  const findings = new Set([...first.value.filter((id) => !asked.has(id)), ...idsIn(more, finding.id)]);
  return ok({ documents: documents.length, findings: findings.size, answers: answers.length });
}
