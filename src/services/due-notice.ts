import { dueLevelLabels, type DueLevel } from '@/domain/due';
import type { ShellRequest } from '@/shell/contract';
import { limitsOf } from './due-limits';
import { duesPath, listDues, type Due } from './dues';
import type { Workbench } from './workbench';

/** Levels that a notice tells of, the most urgent first. */
const told: readonly DueLevel[] = ['overdue', 'today', 'three'];

/** Deadlines that are past, due today or within 3 working days. */
export async function pressingDues(bench: Workbench): Promise<readonly Due[]> {
  const { three } = await limitsOf(bench);
  return listDues(bench, { to: three });
}

/** A deadline's own sign, for telling which were told before. */
export function keyOf({ source, id, due }: Due): string {
  return `${source} ${id} ${due}`;
}

/**
 * What a notice says of deadlines: numbers only, never who or what, since others may look at the screen.
 * @param fresh whether these came up in the course of the day.
 * @returns null where there is nothing to tell.
 */
export function noticeOf(dues: readonly Due[], fresh: boolean): ShellRequest<'notify'> | null {
  const counts = told
    .map((level) => ({ level, count: dues.filter((due) => due.level === level).length }))
    .filter(({ count }) => count > 0);
  const [first] = counts;
  if (!first) return null;
  const words = counts.map(({ level, count }) => `${dueLevelLabels[level]}${count}项`).join('，');
  return {
    title: fresh ? '新的到期提醒' : '今天的期限提醒',
    body: `${words}。点击查看。`,
    path: duesPath({ level: first.level }),
  };
}
