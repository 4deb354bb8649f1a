import { officialDocument } from '@/domain/document';
import { enforcementEntity, type EnforcementEntity } from '@/domain/entity';
import {
  adviseTeam,
  inspection,
  inspectionRecord,
  noChecks,
  readChecks,
  type Checks,
  type Inspection,
  type InspectionRecord,
  type TeamAdvice,
} from '@/domain/inspection';
import {
  checkRecord,
  emptyValues,
  err,
  ok,
  stepsFrom,
  type FieldProblem,
  type LedgerRow,
  type Mutation,
  type Values,
} from '@/domain/kernel';
import { enforcementOfficer, type EnforcementOfficer } from '@/domain/officer';
import { supervisionStaff, type SupervisionStaff } from '@/domain/staff';
import { planTask, type PlanTask } from '@/domain/supervision-plan';
import { allRows } from './all-rows';
import { idsOf, problemsOfRefusal, type DocumentAnswer, type DocumentRow } from './documents';
import type { Workbench } from './workbench';

/** An inspection with its record. */
export type InspectionRow = LedgerRow<Inspection>;

/** What an inspection is planned with. Everything else follows in its course. */
export type InspectionInput = Pick<Inspection, 'title' | 'entity' | 'mode'> & Partial<Inspection>;

/** An inspection with all that belongs to it. */
export interface OpenedInspection {
  readonly row: InspectionRow;
  readonly body: LedgerRow<EnforcementEntity> | null;
  /** The team in the order chosen, the leader first. */
  readonly members: readonly LedgerRow<SupervisionStaff>[];
  /** What to look at about the team. */
  readonly advice: readonly TeamAdvice[];
  readonly checks: Checks;
  /** Where the checks are kept; null before a list was taken. */
  readonly record: LedgerRow<InspectionRecord> | null;
  readonly notice: DocumentRow | null;
  /** The task of a yearly plan that it carries out. */
  readonly task: LedgerRow<PlanTask> | null;
}

/** What an inspection takes over from the task of a yearly plan that it carries out. */
export function inspectionFor({ id, values }: LedgerRow<PlanTask>): Partial<Inspection> {
  return { task: id, title: values.title, mode: values.mode ?? 'routine', content: values.content };
}

/**
 * Plans inspections in one commit, as one draw or one task brings them about.
 * @returns the records in the order given, or what is wrong with the first that is not right.
 */
export async function createInspections(
  bench: Workbench,
  inputs: readonly InspectionInput[],
): Promise<DocumentAnswer<readonly InspectionRow[]>> {
  if (inputs.length === 0) return ok([]);
  const mutations = inspectionMutations(bench, inputs);
  if (!mutations.ok) return mutations;
  const label = inputs.length === 1 ? '安排检查' : `安排检查${inputs.length}次`;
  const written = await bench.storage.commit({ kind: 'create', label }, mutations.value, bench.session.context());
  return written.ok ? ok(written.value.rows as readonly InspectionRow[]) : err(problemsOfRefusal(written.error));
}

/** The mutations that plan inspections, for a commit that writes more than these. */
export function inspectionMutations(
  bench: Workbench,
  inputs: readonly InspectionInput[],
): DocumentAnswer<readonly Mutation[]> {
  const context = bench.session.context();
  const newId = idsOf(bench);
  const mutations: Mutation[] = [];
  for (const input of inputs) {
    const values: Values = { ...emptyValues(inspection), ...input, status: 'planned' };
    const problems = checkRecord(inspection, values, context);
    if (problems.length > 0) return err(problems);
    mutations.push({ op: 'create', ledger: inspection.id, id: newId(), values });
  }
  return ok(mutations);
}

async function firstOf<V>(bench: Workbench, ledger: string, id: string | null): Promise<LedgerRow<V> | null> {
  if (id === null) return null;
  const [row] = await bench.storage.rows(ledger, [id]);
  return (row as LedgerRow<V> | undefined) ?? null;
}

async function membersOf(bench: Workbench, values: Inspection): Promise<readonly LedgerRow<SupervisionStaff>[]> {
  const ids = [...(values.team ?? [])].sort((a, b) => Number(b === values.leader) - Number(a === values.leader));
  const rows = (await bench.storage.rows(supervisionStaff.id, ids)) as readonly LedgerRow<SupervisionStaff>[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What to look at about a team before it goes out. */
async function teamAdvice(
  bench: Workbench,
  values: Inspection,
  body: LedgerRow<EnforcementEntity> | null,
  members: readonly LedgerRow<SupervisionStaff>[],
): Promise<readonly TeamAdvice[]> {
  if (body === null || members.length === 0) return [];
  const filters = [{ field: 'entity', op: 'equals', value: body.id } as const];
  const officers = (await allRows(bench, {
    ledger: enforcementOfficer.id,
    filters,
  })) as readonly LedgerRow<EnforcementOfficer>[];
  const people = members.map(({ id, values: staff }) => ({ ...staff, id }));
  const day = values.startedOn ?? values.plannedOn ?? bench.session.today();
  const bureau = bench.session.profile?.name ?? '';
  return adviseTeam(people, {
    day,
    bureau,
    body: { name: body.values.name, officers: officers.map((one) => one.values) },
  });
}

/** An inspection with all that belongs to it; null where there is none of that id. */
export async function openInspection(bench: Workbench, id: string): Promise<OpenedInspection | null> {
  const row = await firstOf<Inspection>(bench, inspection.id, id);
  if (row === null) return null;
  const { values } = row;
  const [body, record, notice, task, members] = await Promise.all([
    firstOf<EnforcementEntity>(bench, enforcementEntity.id, values.entity),
    firstOf<InspectionRecord>(bench, inspectionRecord.id, id),
    firstOf<DocumentRow['values']>(bench, officialDocument.id, values.notice),
    firstOf<PlanTask>(bench, planTask.id, values.task),
    membersOf(bench, values),
  ]);
  return {
    row,
    body,
    record,
    notice,
    task,
    members,
    advice: await teamAdvice(bench, values, body, members),
    checks: record === null ? noChecks : readChecks(record.values),
  };
}

/** What a step is called on the button and in the history; null where the state does not lead there. */
export function inspectionStepLabel(from: string, to: string): string | null {
  return stepsFrom(inspection, from).find((one) => one.to === to)?.label ?? null;
}

/** Values that a step sets by itself: an announcement taken back leaves no day of it. */
function impliedBy(to: string): Values {
  return to === 'planned' ? { notifiedOn: null } : {};
}

function missing(values: Values, from: string, to: string): readonly FieldProblem[] {
  const step = stepsFrom(inspection, from).find((one) => one.to === to);
  return (step?.requires ?? [])
    .filter((name) => values[name] === null || values[name] === undefined || values[name] === '')
    .map((name) => ({ field: name, message: `请填写“${inspection.fields[name as keyof Inspection].label}”` }));
}

/**
 * Takes an inspection one step further, or back, with the values that the step asks for.
 * @param row as the person saw it; where somebody was faster nothing is written.
 */
export async function takeInspectionStep(
  bench: Workbench,
  row: InspectionRow,
  to: string,
  values: Values = {},
): Promise<DocumentAnswer<InspectionRow>> {
  const label = inspectionStepLabel(row.values.status, to);
  if (label === null) return err([{ field: null, message: '这次检查的办理环节已变，请看最新的情况再办理' }]);
  const changes = { ...values, ...impliedBy(to), status: to };
  const whole = { ...row.values, ...changes };
  const problems = [
    ...missing(whole, row.values.status, to),
    ...checkRecord(inspection, whole, bench.session.context()),
  ];
  if (problems.length > 0) return err(problems);
  return changeInspection(bench, row, label, changes);
}

/** Writes changes of an inspection and gives it as it is then. */
export async function changeInspection(
  bench: Workbench,
  row: InspectionRow,
  label: string,
  changes: Values,
): Promise<DocumentAnswer<InspectionRow>> {
  const { id, revision } = row;
  const mutation = { op: 'update', ledger: inspection.id, id, revision, changes } as const;
  const written = await bench.storage.commit({ kind: 'edit', label }, [mutation], bench.session.context());
  if (!written.ok) return err(problemsOfRefusal(written.error));
  return ok((written.value.rows[0] ?? row) as InspectionRow);
}
