import type { States } from '../kernel';

const content = [
  'kind',
  'kindName',
  'title',
  'entity',
  'addressee',
  'issuer',
  'number',
  'signedBy',
  'signedOn',
  'corrects',
  'deadlineTerms',
  'objectionTerms',
] as const;

const voidable = ['draft', 'review', 'approved', 'signed', 'sealed', 'served', 'objected'] as const;

/**
 * 拟稿 -> 审核 -> 签发 -> 用印 -> 送达 -> (异议 -> 复查) -> 归档, or 作废 with a reason. From sign-off on the content is fixed; a
 * corrected document is a new one that names the old.
 */
export const documentStates = {
  field: 'status',
  initial: ['draft', 'recorded'],
  entry: 'recorded',
  transitions: [
    { from: 'draft', to: 'review', label: '提交审核', requires: ['draftedBy', 'draftedOn'] },
    { from: 'review', to: 'approved', label: '审核通过', requires: ['reviewedBy', 'reviewedOn'] },
    { from: 'review', to: 'draft', label: '退回修改', requires: ['returnReason'] },
    { from: 'approved', to: 'draft', label: '退回修改', requires: ['returnReason'] },
    { from: 'approved', to: 'signed', label: '签发', requires: ['signedBy', 'signedOn'] },
    { from: 'signed', to: 'sealed', label: '用印', requires: ['sealedBy', 'sealedOn'] },
    { from: 'signed', to: 'archived', label: '归档', requires: ['archivedOn'] },
    { from: 'sealed', to: 'served', label: '送达' },
    { from: 'sealed', to: 'archived', label: '归档', requires: ['archivedOn'] },
    { from: 'served', to: 'objected', label: '登记异议' },
    { from: 'objected', to: 'served', label: '复查完毕' },
    { from: 'served', to: 'archived', label: '归档', requires: ['archivedOn'] },
    ...voidable.map((from) => ({ from, to: 'void', label: '作废', requires: ['voidReason', 'voidOn'] as const })),
  ],
  fixed: [{ states: ['signed', 'sealed', 'served', 'objected', 'archived', 'void'], fields: content }],
  kept: {
    states: ['signed', 'sealed', 'served', 'objected', 'archived', 'void'],
    message: '文书签发后不能删除；不再使用的请办理作废，文号和原因会留在登记簿中',
  },
} as const satisfies States;
