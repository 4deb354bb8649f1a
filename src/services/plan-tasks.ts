import { checkRecord, emptyValues, err, ok, stepsFrom, type Mutation, type Values } from '@/domain/kernel';
import { offeredDuties, planTask, type OfferedDuty } from '@/domain/supervision-plan';
import { problemsOfRefusal, type DocumentAnswer } from './documents';
import { changeRow, missingFor, tasksOf, writeRow, type PlanRow, type TaskRow } from './plans';
import { rulePackOfBureau } from './rule-pack';
import type { Workbench } from './workbench';

/** Adds a task to a plan. */
export async function addTask(bench: Workbench, plan: PlanRow, given: Values): Promise<DocumentAnswer<TaskRow>> {
  const values = { ...emptyValues(planTask), progress: 0, ...given, plan: plan.id, status: 'planned' };
  const problems = checkRecord(planTask, values, bench.session.context());
  if (problems.length > 0) return err(problems);
  return writeRow(bench, '增加方案任务', [{ op: 'create', ledger: planTask.id, values }]);
}

/** Changes a task. */
export async function changeTask(bench: Workbench, row: TaskRow, changes: Values): Promise<DocumentAnswer<TaskRow>> {
  return changeRow(bench, { ledger: planTask, row }, '修改方案任务', changes);
}

/** Values that a step sets by itself. */
function impliedBy(row: TaskRow, to: string): Values {
  if (to === 'done') return { progress: 100 };
  if (row.values.status === 'done') return { progress: 90, doneOn: null };
  return {};
}

/**
 * Takes a task one step: begun, done with day and outcome, given up with its reason, taken up again. Done is all of its
 * progress; taken up again it is set back below that.
 */
export async function takeTaskStep(
  bench: Workbench,
  row: TaskRow,
  to: string,
  values: Values = {},
): Promise<DocumentAnswer<TaskRow>> {
  const step = stepsFrom(planTask, row.values.status).find((one) => one.to === to);
  if (!step) return err([{ field: null, message: '这项任务的状态已变，请看最新的情况再办理' }]);
  const changes = { ...impliedBy(row, to), ...values, status: to };
  const missing = missingFor(planTask, { ...row.values, ...changes }, row.values.status, to);
  if (missing.length > 0) return err(missing);
  return changeRow(bench, { ledger: planTask, row }, `${step.label}方案任务`, changes);
}

/** The recurring duties of the plan's year under the rule pack in force, with those that the plan has already. */
export async function dutiesFor(bench: Workbench, plan: PlanRow): Promise<readonly OfferedDuty[]> {
  const [pack, tasks] = await Promise.all([rulePackOfBureau(bench), tasksOf(bench, plan.id)]);
  const { year } = plan.values;
  const leadUnit = bench.session.profile?.name ?? '本局';
  return offeredDuties({ plan: plan.id, year, pack, leadUnit, tasks: tasks.map((task) => task.values) });
}

/**
 * Adds chosen recurring duties to a plan, in one commit. What the plan has by now is left out, so that nothing comes in
 * twice.
 * @returns how many were added.
 */
export async function addDuties(
  bench: Workbench,
  plan: PlanRow,
  keys: readonly string[],
): Promise<DocumentAnswer<number>> {
  const wanted = new Set(keys);
  const chosen = (await dutiesFor(bench, plan)).filter((one) => wanted.has(one.key) && !one.present);
  if (chosen.length === 0) return ok(0);
  const mutations = chosen.map(({ values }): Mutation => ({ op: 'create', ledger: planTask.id, values }));
  const intent = { kind: 'create', label: `增加例行工作${chosen.length}项` } as const;
  const written = await bench.storage.commit(intent, mutations, bench.session.context());
  return written.ok ? ok(chosen.length) : err(problemsOfRefusal(written.error));
}
