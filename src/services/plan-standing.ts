import { countStandings, supervisionPlan, taskStanding, type StandingCounts } from '@/domain/supervision-plan';
import { tasksOf, type PlanRow, type TaskRow } from './plans';
import type { Workbench } from './workbench';

/** How far the plan of the present year is. */
export interface PlanStanding {
  readonly plan: PlanRow;
  readonly counts: StandingCounts;
  /** Tasks whose last day has passed, the earliest first. */
  readonly late: readonly TaskRow[];
}

/** The plan of this year that is in force, else the one being made, with its progress; null where there is none. */
export async function planOfYear(bench: Workbench): Promise<PlanStanding | null> {
  const today = bench.session.today();
  const year = { field: 'year', op: 'equals', value: Number(today.slice(0, 4)) } as const;
  const { rows } = await bench.storage.page({ ledger: supervisionPlan.id, filters: [year] }, 0, 20);
  const order = ['approved', 'imported', 'closed', 'submitted', 'draft'];
  const [plan] = (rows as readonly PlanRow[]).toSorted(
    (a, b) => order.indexOf(a.values.status) - order.indexOf(b.values.status),
  );
  if (!plan) return null;
  const tasks = await tasksOf(bench, plan.id);
  const counts = countStandings(
    tasks.map((task) => task.values),
    today,
  );
  return { plan, counts, late: tasks.filter((task) => taskStanding(task.values, today) === 'late') };
}
