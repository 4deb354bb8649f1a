import type { TaskStanding } from '@/domain/supervision-plan';
import type { Tone } from '@/ui/components/table';

/** How strongly the states of plans are marked, everywhere alike. */
export const planTones: Readonly<Record<string, Tone>> = {
  draft: 'still',
  submitted: 'waiting',
  approved: 'active',
  closed: 'done',
  imported: 'still',
};

/** How strongly the states of tasks are marked in the register. */
export const taskTones: Readonly<Record<string, Tone>> = {
  planned: 'still',
  active: 'active',
  done: 'done',
  dropped: 'still',
};

/** The standings of tasks as tags. */
export const standingTones: Readonly<Record<TaskStanding, Tone>> = {
  planned: 'still',
  active: 'active',
  late: 'wrong',
  done: 'done',
  dropped: 'still',
};

/** The standings of tasks in words. */
export const standingWords: Readonly<Record<TaskStanding, string>> = {
  planned: '未开始',
  active: '进行中',
  late: '已逾期',
  done: '已完成',
  dropped: '已取消',
};
