import { daysInMonth, type DateText } from '../kernel';
import type { PlanTask } from './plan-task';

/** How a task stands on a day. */
export const taskStandings = ['planned', 'active', 'late', 'done', 'dropped'] as const;
/** One of {@link taskStandings}. */
export type TaskStanding = (typeof taskStandings)[number];

/** Number of tasks by standing, and how far they are on the whole. */
export interface StandingCounts extends Readonly<Record<TaskStanding, number>> {
  /** Tasks to be carried out: without those given up. */
  readonly total: number;
  /** Mean progress of these, in whole percent; 0 without any. */
  readonly percent: number;
}

/** Progress of one category or one month. */
export interface ProgressLine extends StandingCounts {
  /** Code of the category, or month YYYY-MM in which the tasks are due. */
  readonly key: string;
}

/** A plan measured on a day. */
export interface PlanProgress {
  readonly whole: StandingCounts;
  /** Categories that have tasks, in the order of the first. */
  readonly categories: readonly ProgressLine[];
  /** All twelve months, by the month in which a task is due. */
  readonly months: readonly ProgressLine[];
}

/** The last day of a task: its day, or the end of its last month. */
export function taskEnd(task: Pick<PlanTask, 'dueOn' | 'monthTo'>): DateText {
  if (task.dueOn !== null) return task.dueOn;
  const [year = 0, month = 1] = task.monthTo.split('-').map(Number);
  return `${task.monthTo}-${String(daysInMonth(year, month)).padStart(2, '0')}`;
}

type Measured = Pick<PlanTask, 'status' | 'dueOn' | 'monthTo' | 'monthFrom' | 'progress' | 'category'>;

/** How a task stands: late where its last day has passed and it is neither done nor given up. */
export function taskStanding(task: Pick<Measured, 'status' | 'dueOn' | 'monthTo'>, today: DateText): TaskStanding {
  if (task.status === 'done' || task.status === 'dropped') return task.status;
  if (taskEnd(task) < today) return 'late';
  return task.status === 'active' ? 'active' : 'planned';
}

/** Counts tasks by standing. */
export function countStandings(tasks: readonly Measured[], today: DateText): StandingCounts {
  const counts = { planned: 0, active: 0, late: 0, done: 0, dropped: 0 };
  for (const task of tasks) counts[taskStanding(task, today)] += 1;
  const kept = tasks.filter((task) => task.status !== 'dropped');
  const sum = kept.reduce((all, task) => all + (task.status === 'done' ? 100 : (task.progress ?? 0)), 0);
  return { ...counts, total: kept.length, percent: kept.length === 0 ? 0 : Math.round(sum / kept.length) };
}

/** Measures a plan's tasks by category and by the month in which they are due. */
export function planProgress(year: number, tasks: readonly Measured[], today: DateText): PlanProgress {
  const categories = [...new Set(tasks.map((task) => task.category))];
  const months = Array.from({ length: 12 }, (_, at) => `${String(year)}-${String(at + 1).padStart(2, '0')}`);
  return {
    whole: countStandings(tasks, today),
    categories: categories.map((key) => ({
      key,
      ...countStandings(
        tasks.filter((task) => task.category === key),
        today,
      ),
    })),
    months: months.map((key) => ({
      key,
      ...countStandings(
        tasks.filter((task) => task.monthTo === key),
        today,
      ),
    })),
  };
}
