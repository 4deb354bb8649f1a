import type { States } from '../kernel';

/**
 * 已登记 -> 评分中 -> 待评定 -> 已评定 -> 已反馈 (-> 复核中 -> 已反馈) -> 已办结. A file whose result is from earlier years is entered
 * with it.
 */
export const fileStates = {
  field: 'status',
  initial: ['registered', 'settled'],
  entry: 'registered',
  transitions: [
    {
      from: 'registered',
      to: 'assigned',
      label: '分配评查员',
      requires: ['batch', 'firstReviewer', 'secondReviewer'],
    },
    { from: 'assigned', to: 'registered', label: '撤出评查' },
    { from: 'assigned', to: 'compared', label: '两人评分完毕' },
    { from: 'compared', to: 'assigned', label: '退回评分', requires: ['returnReason'] },
    { from: 'compared', to: 'decided', label: '评定', requires: ['score', 'grade', 'decidedBy', 'reviewedOn'] },
    { from: 'decided', to: 'compared', label: '重新评定', requires: ['returnReason'] },
    { from: 'decided', to: 'feedback', label: '反馈', requires: ['feedback'] },
    { from: 'feedback', to: 'decided', label: '撤回反馈' },
    { from: 'feedback', to: 'appealed', label: '登记复核申请' },
    { from: 'appealed', to: 'feedback', label: '答复复核申请' },
    { from: 'feedback', to: 'settled', label: '办结' },
    { from: 'decided', to: 'settled', label: '办结' },
    { from: 'registered', to: 'settled', label: '补登评查结果', requires: ['score', 'grade', 'reviewedOn'] },
  ],
  fixed: [
    { states: ['feedback', 'settled'], fields: ['score', 'grade', 'veto', 'decidedBy', 'reviewedOn'] },
    {
      states: ['compared', 'decided', 'feedback', 'appealed', 'settled'],
      fields: ['entity', 'batch', 'firstReviewer', 'secondReviewer'],
    },
  ],
  kept: {
    states: ['assigned', 'compared', 'decided', 'feedback', 'appealed', 'settled'],
    message: '已进入评查的案卷不能删除；分错批次的请先撤出评查',
  },
} as const satisfies States;

/** States in which the result of a file stands. */
export const resultStates = ['decided', 'feedback', 'appealed', 'settled'] as const;
