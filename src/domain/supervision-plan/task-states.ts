import type { States } from '../kernel';

const done = ['doneOn', 'outcome'] as const;

/**
 * 未开始 -> 进行中 -> 已完成; a task that is not carried out is given up with its reason and can be taken up again. A task
 * taken over in the course of the year may come in under way or done.
 */
export const taskStates = {
  field: 'status',
  initial: ['planned', 'active', 'done'],
  entry: 'planned',
  transitions: [
    { from: 'planned', to: 'active', label: '开始' },
    { from: 'planned', to: 'done', label: '完成', requires: done },
    { from: 'active', to: 'done', label: '完成', requires: done },
    { from: 'done', to: 'active', label: '重新开展', requires: ['reopenReason'] },
    { from: 'planned', to: 'dropped', label: '取消', requires: ['dropReason'] },
    { from: 'active', to: 'dropped', label: '取消', requires: ['dropReason'] },
    { from: 'dropped', to: 'planned', label: '恢复任务' },
  ],
  fixed: [{ states: ['done'], fields: ['plan', 'title'] }],
} as const satisfies States;
