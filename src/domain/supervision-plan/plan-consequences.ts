import { err, ok, type Consequences } from '../kernel';

/** What of a plan bears on its tasks. */
interface PlanCourse {
  readonly year: number;
  readonly status: string;
}

/** What of a task bears on its plan. */
interface TaskPlace {
  readonly plan: string;
  readonly monthFrom: string;
  readonly monthTo: string;
}

const openStates: readonly unknown[] = ['planned', 'active'];

/**
 * A plan goes to the government with tasks in it, and ends when each of its tasks is done or given up with its reason. Its
 * year stays as long as tasks lie in it.
 */
export const planConsequences: Consequences<PlanCourse> = {
  ledgers: ['plan-task'],
  of: ({ id, before, after }, find) => {
    if (before === null || after === null) return ok([]);
    const tasks = find.referring('plan-task', 'plan', id);
    if (after.year !== before.year && tasks.length > 0) {
      return err([{ field: 'year', message: `方案中已有${tasks.length}项${before.year}年的任务，年度不能再改` }]);
    }
    if (after.status === before.status) return ok([]);
    if (after.status === 'submitted' && tasks.length === 0) {
      return err([{ field: null, message: '方案中还没有任务，请先添加任务再报批' }]);
    }
    const open = tasks.filter((task) => openStates.includes(task.values['status']));
    if (after.status !== 'closed' || open.length === 0) return ok([]);
    const named = open.map((task) => `“${String(task.values['title'])}”`).join('、');
    return err([
      { field: null, message: `还有${open.length}项任务没有完成，请先登记完成，或者取消并写明原因：${named}` },
    ]);
  },
};

/** A task lies in the year of its plan, and a plan that has ended takes no further change of its tasks. */
export const taskConsequences: Consequences<TaskPlace> = {
  ledgers: ['supervision-plan'],
  of: ({ after }, find) => {
    const plan = after === null ? null : find.byId('supervision-plan', after.plan);
    if (after === null || plan === null) return ok([]);
    if (plan.values['status'] === 'closed') {
      return err([{ field: 'plan', message: '这份方案已经办结，任务不能再增加或者修改' }]);
    }
    const year = String(plan.values['year']);
    const outside = (['monthFrom', 'monthTo'] as const).find((name) => after[name].slice(0, 4) !== year);
    if (!outside) return ok([]);
    const label = outside === 'monthFrom' ? '开始月份' : '完成月份';
    return err([{ field: outside, message: `“${label}”应在方案年度${year}年以内` }]);
  },
};
