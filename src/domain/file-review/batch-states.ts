import type { States } from '../kernel';

/**
 * 筹备 -> 评查中 -> 已报告 -> 已办结. What else a step depends on, the files of the batch, is judged by the service that takes
 * it. A batch of earlier years is entered as closed from the start.
 */
export const batchStates = {
  field: 'status',
  initial: ['preparing', 'closed'],
  entry: 'preparing',
  transitions: [
    { from: 'preparing', to: 'scoring', label: '开始评查', requires: ['sheet', 'chair', 'startedOn'] },
    { from: 'scoring', to: 'preparing', label: '退回筹备', requires: ['returnReason'] },
    { from: 'scoring', to: 'reported', label: '形成报告', requires: ['reportedOn', 'summary'] },
    { from: 'reported', to: 'scoring', label: '退回评查', requires: ['returnReason'] },
    { from: 'reported', to: 'closed', label: '办结', requires: ['closedOn'] },
    { from: 'preparing', to: 'closed', label: '补登为已办结', requires: ['closedOn', 'summary'] },
  ],
  fixed: [{ states: ['scoring', 'reported', 'closed'], fields: ['sheet', 'sheetName'] }],
  kept: {
    states: ['scoring', 'reported', 'closed'],
    message: '已开始的评查批次不能删除；开错的请先退回筹备',
  },
} as const satisfies States;
