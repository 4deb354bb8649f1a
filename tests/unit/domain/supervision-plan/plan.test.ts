import { describe, expect, it } from 'vitest';
import data from '#resources/recurring-duties.json';
import { shippedCodeTables } from '@/domain/code-tables';
import { compileDocument, plainText, startData } from '@/domain/document';
import { checkRecord, emptyValues, type FieldProblem } from '@/domain/kernel';
import { rulePackInForce, rulePackOf, shippedRulePacks } from '@/domain/rule-pack';
import {
  offeredDuties,
  planData,
  planKindFor,
  planProgress,
  planTask,
  recurringDuties,
  supervisionPlan,
  taskEnd,
  taskStanding,
  type PlanTask,
  type SupervisionPlan,
} from '@/domain/supervision-plan';
import { codeTablesInForce } from '@/domain/workbench';
import { factsFor, shipped } from '../document/facts';

const codes = codeTablesInForce(shippedCodeTables, []);
const today = '2026-06-15';

function task(values: Partial<PlanTask>): PlanTask {
  const base = { plan: 'p', title: '任务', category: 'system', status: 'planned', progress: 0 };
  const months = { monthFrom: '2026-05', monthTo: '2026-06' };
  return { ...(emptyValues(planTask) as PlanTask), ...base, ...months, ...values };
}

function problems(values: Partial<PlanTask>): readonly FieldProblem[] {
  return checkRecord(planTask, task(values), { codes, today });
}

function offered(pack: string, tasks: readonly Pick<PlanTask, 'title' | 'recurring'>[] = []) {
  const inForce = rulePackInForce(rulePackOf(pack));
  return offeredDuties({ plan: 'p', year: 2026, pack: inForce, leadUnit: '安澜县司法局', tasks });
}

describe('a task', () => {
  it('ends on its day or on the last day of its last month', () => {
    expect(taskEnd({ dueOn: '2026-12-20', monthTo: '2026-12' })).toBe('2026-12-20');
    expect(taskEnd({ dueOn: null, monthTo: '2026-02' })).toBe('2026-02-28');
    expect(taskEnd({ dueOn: null, monthTo: '2028-02' })).toBe('2028-02-29');
  });

  it('is late from the day after its last one, unless it is done or given up', () => {
    const due = { dueOn: null, monthTo: '2026-05' };
    expect(taskStanding({ ...due, status: 'planned' }, '2026-05-31')).toBe('planned');
    expect(taskStanding({ ...due, status: 'planned' }, '2026-06-01')).toBe('late');
    expect(taskStanding({ ...due, status: 'active' }, '2026-06-01')).toBe('late');
    expect(taskStanding({ ...due, status: 'done' }, '2026-06-01')).toBe('done');
    expect(taskStanding({ ...due, status: 'dropped' }, '2026-06-01')).toBe('dropped');
  });

  it('has months and day in order, and is done only as a whole', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ monthTo: '2026-04' })[0]?.message).toBe('“完成月份”不能早于“开始月份”');
    expect(problems({ dueOn: '2026-07-01' })[0]?.field).toBe('dueOn');
    expect(problems({ progress: 100 })[0]?.field).toBe('progress');
    expect(problems({ doneOn: today })[0]?.field).toBe('doneOn');
    expect(problems({ status: 'done', progress: 100 })[0]?.field).toBe('doneOn');
    expect(problems({ status: 'done', progress: 90, doneOn: today, outcome: '完成。' })[0]?.field).toBe('progress');
    expect(problems({ status: 'done', progress: 100, doneOn: today, outcome: '完成。' })).toEqual([]);
  });
});

describe('progress of a plan', () => {
  it('counts by category and by month due, and leaves out what was given up', () => {
    const tasks = [
      task({ status: 'done', progress: 100, monthTo: '2026-06' }),
      task({ status: 'active', progress: 50, monthTo: '2026-05' }),
      task({ category: 'subject', monthTo: '2026-09' }),
      task({ category: 'subject', status: 'dropped', progress: 80 }),
    ];
    const { whole, categories, months } = planProgress(2026, tasks, today);
    expect(whole).toEqual({ planned: 1, active: 0, late: 1, done: 1, dropped: 1, total: 3, percent: 50 });
    expect(categories.map((line) => [line.key, line.total, line.percent])).toEqual([
      ['system', 2, 75],
      ['subject', 1, 0],
    ]);
    expect(months).toHaveLength(12);
    expect(months.filter((line) => line.total > 0).map((line) => line.key)).toEqual(['2026-05', '2026-06', '2026-09']);
  });

  it('is nothing for a plan without tasks', () => {
    expect(planProgress(2026, [], today).whole).toMatchObject({ total: 0, percent: 0 });
  });
});

describe('recurring duties', () => {
  it('name codes that exist, and yearly rules that some pack has', () => {
    const yearly = shippedRulePacks.flatMap((pack) => rulePackInForce(pack).yearly.map((rule) => rule.id));
    for (const one of recurringDuties.parse(data).duties) {
      expect(codes['duty-category']?.entries.map((entry) => entry.code)).toContain(one.category);
      for (const method of one.methods) {
        expect(codes['duty-method']?.entries.map((entry) => entry.code)).toContain(method);
      }
      if (one.yearly === null) expect(one.source, one.id).toMatch(/./);
      else expect(yearly).toContain(one.yearly);
      expect(one.yearly === null, one.id).toBe(one.days.length > 0);
    }
  });

  it('are offered on the days of the pack, quarter by quarter, each a task without mistakes', () => {
    const found = offered('national-2026');
    const meetings = found.filter((one) => one.key.startsWith('joint-meeting/'));
    expect(meetings.map((one) => [one.values.title, one.values.dueOn])).toEqual([
      ['召开第一季度行政执法协调监督联席会议', '2026-03-31'],
      ['召开第二季度行政执法协调监督联席会议', '2026-06-30'],
      ['召开第三季度行政执法协调监督联席会议', '2026-09-30'],
      ['召开第四季度行政执法协调监督联席会议', '2026-12-31'],
    ]);
    const special = found.find((one) => one.key === 'special-supervision/03-31');
    expect(special?.values).toMatchObject({ monthFrom: '2026-01', monthTo: '2026-03', mode: 'special' });
    for (const { values } of found) expect(checkRecord(planTask, values, { codes, today })).toEqual([]);
    expect(new Set(found.map((one) => one.values.title)).size).toBe(found.length);
  });

  it('of one place are offered only under its rule pack', () => {
    expect(offered('liaoning-2010').map((one) => one.key)).toContain('inspection-proposal/12-31');
    expect(offered('jilin-2021').map((one) => one.key)).not.toContain('inspection-proposal/12-31');
    const bare = { plan: 'p', year: 2026, pack: { yearly: [] }, leadUnit: '安澜县司法局', tasks: [] };
    expect(offeredDuties(bare).map((one) => one.key)).not.toContain('certificate-report/12-20');
  });

  it('are all that a year asks for: statistics, special supervision, meetings each quarter, reports in December', () => {
    const days = offered('jilin-2021').map(({ values }) => `${values.dueOn ?? ''} ${values.title}`);
    expect(days).toEqual(
      expect.arrayContaining([
        '2026-01-31 公开并报送上年度行政执法统计年报',
        '2026-03-31 对上年度复议、诉讼纠错集中的部门开展专项监督',
        '2026-03-31 召开第一季度行政执法协调监督联席会议',
        '2026-06-30 召开第二季度行政执法协调监督联席会议',
        '2026-09-30 召开第三季度行政执法协调监督联席会议',
        '2026-12-31 召开第四季度行政执法协调监督联席会议',
        '2026-12-20 报送行政执法证件和监督卡管理年度报告',
        '2026-12-31 收集各部门年度行政执法监督工作报告',
      ]),
    );
  });

  it('hold every yearly duty of the pack in force, also one that no shipped duty describes', () => {
    for (const { id } of shippedRulePacks) {
      const pack = rulePackInForce(rulePackOf(id));
      const own = { id: 'training-plan', name: '收集各部门年度培训计划', days: ['03-31'], verified: false };
      const yearly = [...pack.yearly, { ...own, source: '本县规定', note: '' }];
      const setting = { plan: 'p', year: 2026, leadUnit: '安澜县司法局', tasks: [] };
      const duties = offeredDuties({ ...setting, pack: { yearly } });
      for (const rule of yearly) {
        const there = duties.filter((one) => one.source === rule.source && rule.days.includes(one.key.slice(-5)));
        expect(there.length, rule.id).toBeGreaterThanOrEqual(rule.days.length);
      }
      const training = duties.find(({ key }) => key === 'yearly-training-plan/03-31');
      expect(training?.values).toMatchObject({ title: '收集各部门年度培训计划', dueOn: '2026-03-31' });
      expect(checkRecord(planTask, training?.values ?? {}, { codes, today })).toEqual([]);
    }
  });

  it('say which of them the plan has, by their origin or their name', () => {
    const found = offered('national-2026', [
      { title: '改过名的统计年报', recurring: 'statistics/01-31' },
      { title: '召开第二季度行政执法协调监督联席会议', recurring: null },
    ]);
    expect(found.filter((one) => one.present).map((one) => one.key)).toEqual([
      'statistics/01-31',
      'joint-meeting/06-30',
    ]);
  });
});

describe('the document of a plan', () => {
  const plan: SupervisionPlan = {
    ...(emptyValues(supervisionPlan) as SupervisionPlan),
    year: 2026,
    title: '安澜县2026年行政执法监督工作方案',
    goals: '全面覆盖。',
    keyAreas: '食品药品\n涉企检查',
    approvedBy: '安澜县人民政府',
    approvedOn: '2026-01-16',
    status: 'approved',
  };

  it('holds goals, areas and a table of the tasks that stand', () => {
    const kind = shipped('supervision-plan');
    const tasks = [
      task({ title: '案卷评查', content: '评查上年度案卷', leadUnit: '监督股', result: '报告' }),
      task({ title: '不做的任务', status: 'dropped' }),
      task({ title: '统计年报', monthFrom: '2026-01', monthTo: '2026-01', dueOn: '2026-01-31' }),
    ];
    const facts = factsFor(kind);
    const compiled = compileDocument(kind, { ...startData(kind), ...planData(plan, tasks) }, facts);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    const text = plainText(compiled.value);
    expect(compiled.value.title).toBe(plan.title);
    expect(text).toContain('本方案已经安澜县人民政府2026年1月16日批准。');
    expect(text).toContain('（一）案卷评查。评查上年度案卷。');
    expect(text).not.toContain('不做的任务');
    const [sheet] = compiled.value.enclosures;
    const [table] = sheet?.blocks ?? [];
    expect(table?.kind === 'table' ? table.rows : []).toEqual([
      ['1', '案卷评查', '', '5月至6月', '监督股', '', '报告'],
      ['2', '统计年报', '', '1月31日前', '', '', ''],
    ]);
  });

  it('is issued by the government where the plan is the government’s', () => {
    const kind = shipped('supervision-plan');
    expect(planKindFor(kind, '安澜县人民政府', '安澜县人民政府').issuer).toBe('government');
    expect(planKindFor(kind, '安澜县司法局', '安澜县人民政府').issuer).toBe('bureau');
    expect(planKindFor(kind, null, null).issuer).toBe('bureau');
  });
});
