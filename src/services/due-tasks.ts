import type { Filter, LedgerRow } from '@/domain/kernel';
import { planTask, supervisionPlan, taskEnd, type PlanTask } from '@/domain/supervision-plan';
import {
  appointmentTerm,
  laySupervisor,
  renewalWarnings,
  type AppointmentTerm,
  type LaySupervisor,
} from '@/domain/supervisor';
import { allRows } from './all-rows';
import { livingRows } from './due-rows';
import { gatheredSource, type FoundDue } from './due-source';

/** 计划任务: tasks of plans in force that are neither done nor given up. */
export const planTasks = gatheredSource({
  id: 'plan-task',
  subject: '计划任务',
  ours: true,
  ofBodies: false,
  async gather(bench) {
    const inForce = { field: 'status', op: 'any', values: ['approved', 'imported'] } as const;
    const plans = await bench.storage.ids({ ledger: supervisionPlan.id, filters: [inForce] });
    const filters: readonly Filter[] = [
      { field: 'plan', op: 'any', values: plans },
      { field: 'status', op: 'any', values: ['planned', 'active'] },
    ];
    const rows = (await allRows(bench, { ledger: planTask.id, filters })) as readonly LedgerRow<PlanTask>[];
    return rows.map(({ id, values }): FoundDue => {
      return { id, text: values.title, entity: null, due: taskEnd(values), path: `/plan/${values.plan}` };
    });
  },
});

/** 监督员聘期: the latest term of each supervisor; a renewal takes its place. */
export const supervisorTerms = gatheredSource({
  id: 'appointment-term',
  subject: '监督员聘期',
  ours: true,
  ofBodies: false,
  async gather(bench) {
    const rows = (await allRows(bench, { ledger: appointmentTerm.id })) as readonly LedgerRow<AppointmentTerm>[];
    const terms = rows.map((row) => ({ ...row.values, id: row.id }));
    const whole = { termFirstWarningDays: Infinity, termLastWarningDays: 0 };
    const ending = renewalWarnings(terms, bench.session.today(), whole).map(({ term }) => term);
    const people = await livingRows<LaySupervisor>(
      bench,
      laySupervisor.id,
      ending.map((term) => term.supervisor),
    );
    return ending.flatMap(({ id, supervisor, endsOn }): readonly FoundDue[] => {
      const person = people.get(supervisor);
      if (!person) return [];
      const path = `/register/${laySupervisor.id}/${supervisor}`;
      return [{ id, text: `监督员${person.values.name}的聘期届满`, entity: null, due: endsOn, path }];
    });
  },
});
