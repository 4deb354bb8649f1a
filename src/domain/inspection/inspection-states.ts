import type { States } from '../kernel';

const closing = ['closedOn', 'closedBy', 'opinion'] as const;
const cancelling = ['cancelledOn', 'cancelReason'] as const;
const site = ['startedOn', 'place', 'leader', 'team'] as const;
const record = ['endedOn', 'present', 'course', 'summary'] as const;

/**
 * 拟检查 -> 已通知 -> 检查中 -> 已记录 -> 已办结. Service of its notice announces it by itself (notice-follow.ts). An
 * inspection may begin without a notice (暗访, 跟随执法); one that is not held is cancelled with its reason. 补登 is an inspection held before, entered whole.
 */
export const inspectionStates = {
  field: 'status',
  initial: ['planned', 'imported'],
  entry: 'imported',
  transitions: [
    { from: 'planned', to: 'notified', label: '登记已通知', requires: ['notifiedOn', 'leader', 'team'] },
    { from: 'notified', to: 'planned', label: '撤回通知', requires: ['returnReason'] },
    { from: 'planned', to: 'onsite', label: '开始检查', requires: site },
    { from: 'notified', to: 'onsite', label: '开始检查', requires: site },
    { from: 'onsite', to: 'recorded', label: '完成现场记录', requires: record },
    { from: 'recorded', to: 'onsite', label: '退回补充', requires: ['returnReason'] },
    { from: 'recorded', to: 'closed', label: '办结', requires: closing },
    { from: 'imported', to: 'closed', label: '办结', requires: closing },
    { from: 'planned', to: 'cancelled', label: '取消检查', requires: cancelling },
    { from: 'notified', to: 'cancelled', label: '取消检查', requires: cancelling },
    { from: 'onsite', to: 'cancelled', label: '终止检查', requires: cancelling },
  ],
  fixed: [
    {
      states: ['closed', 'cancelled'],
      fields: ['entity', 'team', 'leader', 'startedOn', 'endedOn', 'place', 'course', 'summary', 'opinion', 'present'],
    },
  ],
  kept: {
    states: ['onsite', 'recorded', 'closed'],
    message: '已经开展的检查不能删除；没有做完的请办理“终止检查”，原因会留在登记簿中',
  },
} as const satisfies States;
