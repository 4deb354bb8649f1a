import { describe, expect, it } from 'vitest';
import { inspection } from '@/domain/inspection';
import { planTask, supervisionPlan } from '@/domain/supervision-plan';
import { openDocument } from '@/services/documents';
import { voidDocument } from '@/services/document-steps';
import { createInspections } from '@/services/inspections';
import { draftPlanDocument } from '@/services/plan-document';
import { addDuties, addTask, changeTask, dutiesFor, takeTaskStep } from '@/services/plan-tasks';
import { createPlan, openPlan, takePlanStep, type OpenedPlan, type PlanRow } from '@/services/plans';
import { removeRecords, restoreRecords } from '@/services/records';
import type { Workbench } from '@/services/workbench';
import { errorOf, valueOf } from './desk';
import { openDocumentDesk } from './document-desk';

const year = 2026;
const title = '安澜县2026年行政执法监督工作方案';
const basic = { title: '案卷评查', category: 'system', monthFrom: '2026-05', monthTo: '2026-07', leadUnit: '监督股' };
const done = { doneOn: '2026-07-20', outcome: '评查案卷30件。' };

async function desk() {
  const made = await openDocumentDesk();
  const plan = valueOf(await createPlan(made.bench, { year, title, goals: '全面覆盖。', keyAreas: '食品药品' }));
  return { ...made, plan };
}

async function opened(bench: Workbench, plan: PlanRow): Promise<OpenedPlan> {
  const found = await openPlan(bench, plan.id);
  if (!found) throw new Error('no such plan');
  return found;
}

async function approved(bench: Workbench, plan: PlanRow): Promise<PlanRow> {
  const sent = valueOf(await takePlanStep(bench, plan, 'submitted', { submittedOn: '2026-01-08' }));
  return valueOf(
    await takePlanStep(bench, sent, 'approved', { approvedBy: '安澜县人民政府', approvedOn: '2026-01-16' }),
  );
}

describe('a yearly plan', () => {
  it('is named after the bureau, sent in, approved and closed, with what each step asks for', async () => {
    const { bench, plan } = await desk();
    expect(plan.values).toMatchObject({ issuer: '安澜县司法局', status: 'draft' });
    const none = await takePlanStep(bench, plan, 'submitted', { submittedOn: '2026-01-08' });
    expect(errorOf(none)[0]?.message).toContain('还没有任务');
    const task = valueOf(await addTask(bench, plan, basic));
    expect(errorOf(await takePlanStep(bench, plan, 'submitted')).map(({ field }) => field)).toEqual(['submittedOn']);
    const row = await approved(bench, plan);
    const closing = { closedOn: '2026-12-28', summary: '各项任务完成。' };
    const refused = errorOf(await takePlanStep(bench, row, 'closed', closing));
    expect(refused[0]?.message).toBe('还有1项任务没有完成，请先登记完成，或者取消并写明原因：“案卷评查”');
    valueOf(await takeTaskStep(bench, task, 'done', done));
    const closed = valueOf(await takePlanStep(bench, row, 'closed', closing));
    expect(closed.values.status).toBe('closed');
    expect(errorOf(await addTask(bench, closed, { ...basic, title: '补一项' }))[0]?.message).toContain('已经办结');
    expect((await removeRecords(bench, supervisionPlan, [closed.id])).ok).toBe(false);
  });

  it('goes back to the drafter with a reason, and is not changed while it waits for approval', async () => {
    const { bench, plan } = await desk();
    valueOf(await addTask(bench, plan, basic));
    const sent = valueOf(await takePlanStep(bench, plan, 'submitted', { submittedOn: '2026-01-08' }));
    const mutation = { op: 'update', ledger: supervisionPlan.id, id: sent.id, revision: sent.revision } as const;
    const context = bench.session.context();
    const edit = [{ ...mutation, changes: { goals: '改' } }];
    expect((await bench.storage.commit({ kind: 'edit', label: '改' }, edit, context)).ok).toBe(false);
    const leap = [{ ...mutation, changes: { status: 'closed', closedOn: '2026-12-28', summary: '完' } }];
    expect((await bench.storage.commit({ kind: 'edit', label: '改' }, leap, context)).ok).toBe(false);
    expect(errorOf(await takePlanStep(bench, sent, 'draft'))[0]?.field).toBe('returnReason');
    valueOf(await takePlanStep(bench, sent, 'draft', { returnReason: '补充分工' }));
  });

  it('takes its tasks to the recycle bin and back', async () => {
    const { bench, plan } = await desk();
    valueOf(await addTask(bench, plan, basic));
    valueOf(await removeRecords(bench, supervisionPlan, [plan.id]));
    expect(await bench.storage.countRows({ ledger: planTask.id })).toBe(0);
    valueOf(await restoreRecords(bench, supervisionPlan, [plan.id]));
    expect((await opened(bench, plan)).tasks).toHaveLength(1);
  });
});

describe('tasks of a plan', () => {
  it('lie in its year, once under one name, in the order of their months', async () => {
    const { bench, plan } = await desk();
    valueOf(await addTask(bench, plan, basic));
    valueOf(await addTask(bench, plan, { ...basic, title: '统计年报', monthFrom: '2026-01', monthTo: '2026-01' }));
    const outside = await addTask(bench, plan, { ...basic, title: '别年', monthFrom: '2025-12', monthTo: '2026-01' });
    expect(errorOf(outside)[0]).toEqual({ field: 'monthFrom', message: '“开始月份”应在方案年度2026年以内' });
    expect((await addTask(bench, plan, basic)).ok).toBe(false);
    expect((await opened(bench, plan)).tasks.map((task) => task.values.title)).toEqual(['统计年报', '案卷评查']);
  });

  it('are done with day and outcome, taken up again and given up with a reason', async () => {
    const { bench, plan } = await desk();
    const task = valueOf(await addTask(bench, plan, basic));
    const active = valueOf(await takeTaskStep(bench, task, 'active'));
    const half = valueOf(await changeTask(bench, active, { progress: 50 }));
    expect(errorOf(await takeTaskStep(bench, half, 'done')).map(({ field }) => field)).toEqual(['doneOn', 'outcome']);
    const ended = valueOf(await takeTaskStep(bench, half, 'done', done));
    expect(ended.values).toMatchObject({ status: 'done', progress: 100 });
    const again = valueOf(await takeTaskStep(bench, ended, 'active', { reopenReason: '有遗漏' }));
    expect(again.values).toMatchObject({ status: 'active', progress: 90, doneOn: null });
    expect(errorOf(await takeTaskStep(bench, again, 'dropped'))[0]?.field).toBe('dropReason');
    const dropped = valueOf(await takeTaskStep(bench, again, 'dropped', { dropReason: '上级统一组织' }));
    expect((await opened(bench, plan)).progress.whole).toMatchObject({ total: 0, dropped: 1 });
    expect(errorOf(await takeTaskStep(bench, dropped, 'done', done))[0]?.message).toContain('状态已变');
  });

  it('know the inspections that carry them out', async () => {
    const { bench, plan, add } = await desk();
    const task = valueOf(await addTask(bench, plan, basic));
    const values = { name: '安澜县水利局', category: 'organ', level: 'county', status: 'active' };
    const entity = await add('enforcement-entity', values);
    valueOf(await createInspections(bench, [{ title: '检查', entity: entity.id, mode: 'key', task: task.id }]));
    const filters = [{ field: 'task', op: 'equals', value: task.id } as const];
    expect(await bench.storage.countRows({ ledger: inspection.id, filters })).toBe(1);
  });
});

describe('recurring duties', () => {
  it('come in as tasks, and none of them twice', async () => {
    const { bench, plan } = await desk();
    const offered = await dutiesFor(bench, plan);
    const keys = offered.map((one) => one.key);
    expect(valueOf(await addDuties(bench, plan, keys.slice(0, 3)))).toBe(3);
    expect(valueOf(await addDuties(bench, plan, keys))).toBe(keys.length - 3);
    expect(valueOf(await addDuties(bench, plan, keys))).toBe(0);
    expect((await dutiesFor(bench, plan)).every((one) => one.present)).toBe(true);
    expect((await opened(bench, plan)).tasks).toHaveLength(keys.length);
  });
});

describe('the document of a plan', () => {
  it('is drafted from plan and tasks, linked, and once only unless it is void', async () => {
    const { bench, plan } = await desk();
    valueOf(await addTask(bench, plan, basic));
    const row = valueOf(await draftPlanDocument(bench, await opened(bench, plan)));
    const now = await opened(bench, plan);
    expect(now.document?.id).toBe(row.id);
    expect(row.values).toMatchObject({ title, addressee: '各有关单位', issuer: '安澜县司法局' });
    const drafted = await openDocument(bench, row.id);
    expect(drafted?.content?.data['tasks']).toEqual([['案卷评查', '', '', '5月至7月', '监督股', '', '']]);
    expect(errorOf(await draftPlanDocument(bench, now))[0]?.message).toContain('已有印发文件');
    valueOf(await voidDocument(bench, row, { voidReason: '重拟' }));
    valueOf(await draftPlanDocument(bench, await opened(bench, plan)));
  });
});
