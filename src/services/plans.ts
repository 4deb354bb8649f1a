import { officialDocument } from '@/domain/document';
import { inspection } from '@/domain/inspection';
import {
  checkRecord,
  emptyValues,
  err,
  ok,
  stepsFrom,
  type FieldProblem,
  type Ledger,
  type LedgerRow,
  type Mutation,
  type Values,
} from '@/domain/kernel';
import {
  planProgress,
  planTask,
  supervisionPlan,
  type PlanProgress,
  type PlanTask,
  type SupervisionPlan,
} from '@/domain/supervision-plan';
import { allRows } from './all-rows';
import { problemsOfRefusal, type DocumentAnswer, type DocumentRow } from './documents';
import type { Workbench } from './workbench';

/** A yearly plan with its record. */
export type PlanRow = LedgerRow<SupervisionPlan>;
/** A task with its record. */
export type TaskRow = LedgerRow<PlanTask>;

/** A plan with all that belongs to it. */
export interface OpenedPlan {
  readonly row: PlanRow;
  /** In the order of their months. */
  readonly tasks: readonly TaskRow[];
  readonly progress: PlanProgress;
  /** The document in which it was issued; null where none was drafted. */
  readonly document: DocumentRow | null;
  /** Number of inspections that carry out a task, by the task's id. */
  readonly inspections: Readonly<Record<string, number>>;
}

/** Writes mutations and gives the first row that they left. */
export async function writeRow<V>(
  bench: Workbench,
  label: string,
  mutations: readonly Mutation[],
): Promise<DocumentAnswer<LedgerRow<V>>> {
  const kind = mutations[0]?.op === 'create' ? 'create' : 'edit';
  const written = await bench.storage.commit({ kind, label }, mutations, bench.session.context());
  if (!written.ok) return err(problemsOfRefusal(written.error));
  const [row] = written.value.rows;
  if (!row) throw new Error('a commit left no row');
  return ok(row as LedgerRow<V>);
}

/** Begins a plan for a year, in the name of the bureau where nobody else is named. */
export async function createPlan(bench: Workbench, given: Values): Promise<DocumentAnswer<PlanRow>> {
  const issuer = given['issuer'] ?? bench.session.profile?.name ?? null;
  const values = { ...emptyValues(supervisionPlan), ...given, issuer, status: 'draft' };
  const problems = checkRecord(supervisionPlan, values, bench.session.context());
  if (problems.length > 0) return err(problems);
  return writeRow(bench, '编制年度方案', [{ op: 'create', ledger: supervisionPlan.id, values }]);
}

/** Tasks of a plan, in the order of their months. */
export async function tasksOf(bench: Workbench, plan: string): Promise<readonly TaskRow[]> {
  const filters = [{ field: 'plan', op: 'equals', value: plan } as const];
  const rows = (await allRows(bench, { ledger: planTask.id, filters })) as readonly TaskRow[];
  const placeOf = ({ values }: TaskRow): string => `${values.monthFrom} ${values.monthTo} ${values.dueOn ?? '9'}`;
  return rows.toSorted((a, b) =>
    placeOf(a) === placeOf(b) ? (a.id < b.id ? -1 : 1) : placeOf(a) < placeOf(b) ? -1 : 1,
  );
}

async function inspectionsOf(bench: Workbench, tasks: readonly TaskRow[]): Promise<Readonly<Record<string, number>>> {
  if (tasks.length === 0) return {};
  const filters = [{ field: 'task', op: 'any', values: tasks.map((task) => task.id) } as const];
  const counts: Record<string, number> = {};
  for (const { values } of await allRows(bench, { ledger: inspection.id, filters })) {
    const task = String(values['task']);
    counts[task] = (counts[task] ?? 0) + 1;
  }
  return counts;
}

/** A plan with tasks, progress and document; null where there is none of that id. */
export async function openPlan(bench: Workbench, id: string): Promise<OpenedPlan | null> {
  const [found] = await bench.storage.rows(supervisionPlan.id, [id]);
  if (!found) return null;
  const row = found as PlanRow;
  const tasks = await tasksOf(bench, id);
  const { document, year } = row.values;
  const [issued] = document === null ? [] : await bench.storage.rows(officialDocument.id, [document]);
  const values = tasks.map((task) => task.values);
  return {
    row,
    tasks,
    progress: planProgress(year, values, bench.session.today()),
    document: (issued as DocumentRow | undefined) ?? null,
    inspections: await inspectionsOf(bench, tasks),
  };
}

/** What the fields of a step lack: required ones that are empty after it. */
export function missingFor(ledger: Ledger, values: Values, from: string, to: string): readonly FieldProblem[] {
  const step = stepsFrom(ledger, from).find((one) => one.to === to);
  return (step?.requires ?? [])
    .filter((name) => values[name] === null || values[name] === undefined || values[name] === '')
    .map((name) => ({ field: name, message: `请填写“${ledger.fields[name]?.label ?? name}”` }));
}

/** Changes a record of a ledger as the person saw it; where somebody was faster nothing is written. */
export async function changeRow<V>(
  bench: Workbench,
  { ledger, row }: { readonly ledger: Ledger; readonly row: LedgerRow },
  label: string,
  changes: Values,
): Promise<DocumentAnswer<LedgerRow<V>>> {
  const problems = checkRecord(ledger, { ...row.values, ...changes }, bench.session.context());
  if (problems.length > 0) return err(problems);
  const { id, revision } = row;
  return writeRow(bench, label, [{ op: 'update', ledger: ledger.id, id, revision, changes }]);
}

/** Takes a plan one step further, or back, with the values that the step asks for. */
export async function takePlanStep(
  bench: Workbench,
  row: PlanRow,
  to: string,
  values: Values = {},
): Promise<DocumentAnswer<PlanRow>> {
  const step = stepsFrom(supervisionPlan, row.values.status).find((one) => one.to === to);
  if (!step) return err([{ field: null, message: '这份方案的办理环节已变，请看最新的情况再办理' }]);
  const missing = missingFor(supervisionPlan, { ...row.values, ...values }, row.values.status, to);
  if (missing.length > 0) return err(missing);
  return changeRow(bench, { ledger: supervisionPlan, row }, step.label, { ...values, status: to });
}
