import type { States } from '../kernel';

/** States of a finding that was given to its body and is not closed. */
export const underWay = ['issued', 'rectifying', 'submitted', 'verified'] as const;

const closing = ['closedOn', 'closedBy'] as const;
const referring = ['transferredOn', 'transferredTo', 'transferReason'] as const;

/**
 * 登记 -> 交办 -> 整改 -> 核验 -> 销号. A body under vertical management is not given a deadline: its superior department is
 * told (Regulation on Supervision of Administrative Law Enforcement, art. 42). A problem found again by looking back at
 * the same finding goes back to 整改; the same kind of problem in another case is a finding of its own that names the old.
 * What else a step depends on, the other records around a finding, is judged by its consequences.
 */
export const findingStates = {
  field: 'status',
  initial: ['open', 'recorded'],
  entry: 'recorded',
  transitions: [
    { from: 'open', to: 'issued', label: '交办', requires: ['document'] },
    ...underWay.map((from) => ({ from, to: 'open', label: '撤回交办', requires: ['returnReason'] as const })),
    { from: 'open', to: 'rectifying', label: '直接交办', requires: ['requirement', 'dueOn'] },
    { from: 'issued', to: 'rectifying', label: '开始整改', requires: ['leaderInCharge', 'personInCharge'] },
    { from: 'issued', to: 'submitted', label: '提交整改报告', requires: ['submittedOn', 'progress'] },
    { from: 'rectifying', to: 'submitted', label: '提交整改报告', requires: ['submittedOn', 'progress'] },
    { from: 'submitted', to: 'verified', label: '核验通过', requires: ['verifiedOn'] },
    { from: 'submitted', to: 'rectifying', label: '核验不通过', requires: ['returnReason'] },
    { from: 'verified', to: 'rectifying', label: '退回整改', requires: ['returnReason'] },
    { from: 'verified', to: 'closed', label: '销号', requires: closing },
    { from: 'closed', to: 'rectifying', label: '重新挂号', requires: ['reopenedOn', 'returnReason', 'dueOn'] },
    { from: 'open', to: 'informed', label: '告知上级主管部门', requires: ['document', 'informedOn'] },
    { from: 'issued', to: 'informed', label: '告知上级主管部门', requires: ['document', 'informedOn'] },
    { from: 'rectifying', to: 'informed', label: '告知上级主管部门', requires: ['document', 'informedOn'] },
    { from: 'informed', to: 'open', label: '撤回告知', requires: ['returnReason'] },
    { from: 'informed', to: 'issued', label: '撤回告知', requires: ['returnReason'] },
    { from: 'informed', to: 'closed', label: '销号', requires: closing },
    { from: 'open', to: 'transferred', label: '移送', requires: referring },
    { from: 'issued', to: 'transferred', label: '移送', requires: referring },
    { from: 'rectifying', to: 'transferred', label: '移送', requires: referring },
    { from: 'transferred', to: 'closed', label: '销号', requires: closing },
    { from: 'transferred', to: 'open', label: '撤回移送', requires: ['returnReason'] },
    { from: 'transferred', to: 'issued', label: '撤回移送', requires: ['returnReason'] },
    { from: 'open', to: 'unfounded', label: '查否', requires: ['unfoundedReason'] },
    { from: 'issued', to: 'unfounded', label: '查否', requires: ['unfoundedReason'] },
    { from: 'rectifying', to: 'unfounded', label: '查否', requires: ['unfoundedReason'] },
    { from: 'recorded', to: 'rectifying', label: '纳入整改', requires: ['requirement', 'dueOn'] },
    { from: 'recorded', to: 'closed', label: '销号', requires: closing },
  ],
  fixed: [{ states: ['closed'], fields: ['number', 'entity', 'foundOn', 'fact', 'basis', 'source'] }],
  kept: {
    states: ['issued', 'rectifying', 'submitted', 'verified', 'closed', 'transferred', 'informed'],
    message: '已交办的问题不能删除；不成立的请办理“查否”，原因会留在台账中',
  },
} as const satisfies States;
