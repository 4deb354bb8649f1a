import type { States } from '../kernel';

const approval = ['approvedBy', 'approvedOn'] as const;
const decided = ['year', 'title', 'issuer', 'basis', 'goals', 'keyAreas', 'requirements', ...approval] as const;

/**
 * 拟稿 -> 已报批 -> 已批准 -> 已办结. The yearly plan is carried out once the people's government has approved it
 * (连政办发〔2024〕9号). 补登 is a plan approved outside, entered whole.
 */
export const planStates = {
  field: 'status',
  initial: ['draft', 'imported'],
  entry: 'imported',
  transitions: [
    { from: 'draft', to: 'submitted', label: '报批', requires: ['submittedOn'] },
    { from: 'submitted', to: 'approved', label: '登记批准', requires: approval },
    { from: 'submitted', to: 'draft', label: '退回修改', requires: ['returnReason'] },
    { from: 'approved', to: 'closed', label: '年终办结', requires: ['closedOn', 'summary'] },
    { from: 'imported', to: 'closed', label: '年终办结', requires: ['closedOn', 'summary'] },
  ],
  fixed: [
    { states: ['submitted', 'approved', 'closed'], fields: ['year', 'title', 'issuer', 'basis', 'goals', 'keyAreas'] },
    { states: ['approved', 'closed'], fields: [...decided, 'approvalNo', 'submittedOn'] },
    { states: ['closed'], fields: ['summary', 'closedOn'] },
  ],
  kept: {
    states: ['approved', 'closed'],
    message: '已经批准的方案不能删除；情况变化的，取消有关任务并写明原因，或者增加任务',
  },
} as const satisfies States;
