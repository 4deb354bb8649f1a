import { finding, rectificationMeasure, unfinishedText, verification, type Finding } from '@/domain/finding';
import {
  checkRecord,
  codeLabel,
  computeDeadline,
  emptyValues,
  err,
  ok,
  stepsFrom,
  type DeadlineTerms,
  type FieldProblem,
  type LedgerRow,
  type Mutation,
  type Values,
} from '@/domain/kernel';
import type { RectificationMeasure } from '@/domain/finding';
import { calendarOf } from './calendar';
import { problemsOfRefusal, type DocumentAnswer } from './documents';
import { openFinding, type FindingRow } from './findings';
import type { Workbench } from './workbench';

/** Steps that need nothing but values of the finding. */
export const plainFindingSteps = ['rectifying', 'submitted', 'transferred', 'unfounded'] as const;
/** One of {@link plainFindingSteps}. */
export type PlainFindingStep = (typeof plainFindingSteps)[number];

function problem(field: string | null, message: string): readonly FieldProblem[] {
  return [{ field, message }];
}

/** What a step is called on the button and in the history. */
export function findingStepLabel(from: string, to: string): string | null {
  return stepsFrom(finding, from).find((one) => one.to === to)?.label ?? null;
}

/** Writes a step and what goes with it, and gives the finding as it is then. */
export async function writeFinding(
  bench: Workbench,
  row: FindingRow,
  label: string,
  mutations: readonly Mutation[],
): Promise<DocumentAnswer<FindingRow>> {
  const written = await bench.storage.commit({ kind: 'finding-step', label }, mutations, bench.session.context());
  if (!written.ok) return err(problemsOfRefusal(written.error));
  const [now = row] = await bench.storage.rows(finding.id, [row.id]);
  return ok(now as FindingRow);
}

/** A change of a finding's own record. */
export function findingChange(row: FindingRow, changes: Values): Mutation {
  return { op: 'update', ledger: finding.id, id: row.id, revision: row.revision, changes };
}

/** Problems of the values that a step asks for. */
function missing(row: FindingRow, to: string, changes: Values): readonly FieldProblem[] {
  const step = stepsFrom(finding, row.values.status).find((one) => one.to === to);
  const whole: Values = { ...row.values, ...changes };
  return (step?.requires ?? [])
    .filter((name) => whole[name] === null || whole[name] === undefined || whole[name] === '')
    .map((name) => ({ field: name, message: `请填写“${finding.fields[name as keyof Finding].label}”` }));
}

/** Takes a finding to a state, with the values that the step asks for. */
export async function takeFindingStep(
  bench: Workbench,
  row: FindingRow,
  to: string,
  values: Values,
): Promise<DocumentAnswer<FindingRow>> {
  const label = findingStepLabel(row.values.status, to);
  const nameOf = (state: string): string => codeLabel(bench.session.codes, 'finding-status', state);
  if (label === null) {
    return err(problem('status', `问题现在是“${nameOf(row.values.status)}”，不能直接变为“${nameOf(to)}”`));
  }
  const wrong = missing(row, to, values);
  if (wrong.length > 0) return err(wrong);
  return writeFinding(bench, row, label, [findingChange(row, { ...values, status: to })]);
}

interface FixedDay {
  readonly date: string;
  /** What set it: 直接交办. */
  readonly source: string;
  /** The day on which it was set; no later than the date. */
  readonly at: string;
}

/** A deadline on a day that the office names, with the sentence that explains it. */
async function fixedDue(bench: Workbench, order: FixedDay): Promise<Values> {
  const { date, source, at } = order;
  const terms: DeadlineTerms = {
    amount: 0,
    unit: 'fixed-date',
    date,
    from: 'issued',
    rollOver: false,
    source,
    packId: null,
    packVersion: null,
  };
  const start = { event: terms.from, at };
  const { due, explanation } = computeDeadline({ ...terms, start, calendar: await calendarOf(bench) });
  return { deadlineTerms: JSON.stringify(terms), startedOn: at, dueOn: due, dueReason: explanation };
}

function dayProblem(from: string, values: Values): readonly FieldProblem[] {
  const { dueOn } = values;
  if (typeof dueOn !== 'string') return problem('dueOn', '请填写“整改期限”');
  return dueOn < from ? problem('dueOn', `“整改期限”（${dueOn}）早于${from}，请重新填写`) : [];
}

/**
 * Has a small problem corrected without a document: what is to be done, until which day. Also takes history that is still
 * under way into the course.
 */
export async function orderDirectly(
  bench: Workbench,
  row: FindingRow,
  values: Values,
): Promise<DocumentAnswer<FindingRow>> {
  const taken = row.values.status === 'recorded';
  const at = taken ? row.values.foundOn : bench.session.today();
  const wrong = dayProblem(at, values);
  if (wrong.length > 0) return err(wrong);
  const source = taken ? '原台账载明' : '直接交办';
  const due = await fixedDue(bench, { date: String(values['dueOn']), source, at });
  return takeFindingStep(bench, row, 'rectifying', { ...values, ...due });
}

/** Enters a measure for a finding, or changes one. */
export async function recordMeasure(
  bench: Workbench,
  row: FindingRow,
  values: Values,
  known: LedgerRow<RectificationMeasure> | null = null,
): Promise<DocumentAnswer<FindingRow>> {
  const whole = { ...emptyValues(rectificationMeasure), ...known?.values, ...values, finding: row.id };
  const wrong = checkRecord(rectificationMeasure, whole, bench.session.context());
  if (wrong.length > 0) return err(wrong);
  const ledger = rectificationMeasure.id;
  const mutation: Mutation = known
    ? { op: 'update', ledger, id: known.id, revision: known.revision, changes: values }
    : { op: 'create', ledger, values: whole };
  return writeFinding(bench, row, known ? '修改整改措施' : '登记整改措施', [mutation]);
}

/** Records what a body reports to have corrected. */
export function submitRectification(
  bench: Workbench,
  row: FindingRow,
  values: Values,
): Promise<DocumentAnswer<FindingRow>> {
  return takeFindingStep(bench, row, 'submitted', values);
}

/** Changes of the finding that a verification brings about; null where it brings none. */
async function afterVerification(bench: Workbench, row: FindingRow, values: Values): Promise<DocumentAnswer<Values>> {
  const { result, verifiedOn, verifiers, method, opinion, dueOn = null } = values;
  const { status } = row.values;
  const facts = { verifiedOn, verifiers, verificationMethod: method, opinion } as Values;
  if (status === 'submitted' && result === 'passed') return ok({ ...facts, status: 'verified' });
  if (status === 'submitted') return ok({ returnReason: opinion ?? null, status: 'rectifying' });
  if (status !== 'closed') return err(problem(null, '被监督单位报告整改情况以后才能核验，请先办理“提交整改报告”'));
  if (result === 'passed') return ok({});
  const wrong = dayProblem(bench.session.today(), { dueOn });
  if (wrong.length > 0) return err(wrong);
  return ok({ ...(await reopening(bench, String(dueOn), String(opinion ?? ''))), recurred: result === 'recurred' });
}

/** What a finding looks like that was closed and goes back to be corrected. */
async function reopening(bench: Workbench, dueOn: string, reason: string): Promise<Values> {
  const cleared = [
    'document',
    'submittedOn',
    'verifiedOn',
    'verifiers',
    'verificationMethod',
    'opinion',
    'closedOn',
    'closedBy',
    'closeOpinion',
  ];
  return {
    ...Object.fromEntries(cleared.map((name) => [name, null])),
    ...(await fixedDue(bench, { date: dueOn, source: '重新挂号', at: bench.session.today() })),
    status: 'rectifying',
    reopenedOn: bench.session.today(),
    returnReason: reason,
  };
}

/**
 * Records a verification: on what a body reported, with the step that follows from it; or a look back (回头看) at a closed
 * finding, which opens it anew where the problem is there again. With a look back that fails, `dueOn` is the new deadline.
 */
export async function verifyFinding(
  bench: Workbench,
  row: FindingRow,
  given: Values,
): Promise<DocumentAnswer<FindingRow>> {
  const own = Object.entries(given).filter(([name]) => name in verification.fields);
  const whole: Values = { ...emptyValues(verification), ...Object.fromEntries(own), finding: row.id };
  const wrong = checkRecord(verification, whole, bench.session.context());
  if (wrong.length > 0) return err(wrong);
  const closed = row.values.status === 'closed';
  if (closed && whole['method'] !== 'follow-up') {
    return err(problem('method', '问题已销号，销号后的核验方式请选“回头看”'));
  }
  const after = await afterVerification(bench, row, given);
  if (!after.ok) return after;
  const mutations: Mutation[] = [{ op: 'create', ledger: verification.id, values: whole }];
  if (Object.keys(after.value).length > 0) mutations.push(findingChange(row, after.value));
  return writeFinding(bench, row, closed ? '登记回头看' : '登记核验', mutations);
}

/**
 * Closes a finding with the approval of somebody who may. Refused with the list of measures that are not finished; they
 * are looked at here so that the dialog can say so before anything is filled in, and again by the storage.
 */
export async function closeOut(bench: Workbench, row: FindingRow, values: Values): Promise<DocumentAnswer<FindingRow>> {
  const stop = await unfinishedMeasures(bench, row);
  if (stop !== null) return err(problem(null, stop));
  return takeFindingStep(bench, row, 'closed', values);
}

/** Why a finding cannot be closed yet: its unfinished measures in a sentence; null where all are finished. */
export async function unfinishedMeasures(bench: Workbench, row: FindingRow): Promise<string | null> {
  const opened = await openFinding(bench, row.id);
  const open = (opened?.measures ?? []).map((one) => one.values).filter((one) => one.doneOn === null);
  return open.length === 0 ? null : unfinishedText(open);
}

/** Opens a closed finding anew because the same problem is there again. */
export async function reopenFinding(
  bench: Workbench,
  row: FindingRow,
  values: Values,
): Promise<DocumentAnswer<FindingRow>> {
  const { dueOn, returnReason } = values;
  const wrong = [
    ...(typeof returnReason === 'string' && returnReason !== ''
      ? []
      : problem('returnReason', '请填写“退回或重新挂号原因”')),
    ...dayProblem(bench.session.today(), values),
  ];
  if (wrong.length > 0) return err(wrong);
  const changes = await reopening(bench, String(dueOn), String(returnReason));
  return takeFindingStep(bench, row, 'rectifying', { ...changes, recurred: true });
}
