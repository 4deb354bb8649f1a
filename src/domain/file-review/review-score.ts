import { defineLedger, field, type ValuesOf } from '../kernel';
import { scoreConsequences } from './score-consequences';

/**
 * 评分: what one reviewer found in one file, or what the chair decided. A reviewer's own until both have handed in (广东省行政
 * 执法案卷评查办法 art. 10: scored independently, with reasons, in writing).
 */
export const reviewScore = defineLedger({
  id: 'review-score',
  noun: '评分',
  title: '评查评分',
  purpose: '每名评查员对每个案卷的评分、扣分理由和页码，以及组长的评定。',
  internal: true,
  fields: {
    /** Identifier of the case-file. Plain text, so that file and scores go into the recycle bin one by one. */
    file: field.text({ label: '案卷', required: true, indexed: true }),
    role: field.choice({ label: '评分角色', table: 'review-role', required: true }),
    batch: field.text({ label: '评查批次', required: true, indexed: true }),
    reviewer: field.text({ label: '评分人', required: true }),
    status: field.choice({ label: '评分状态', table: 'review-score-status', required: true }),
    /** JSON of {@link ReviewMarks}. */
    marks: field.paragraph({ label: '评分内容', required: true, longest: 200_000 }),
    /** Points left; null before handing in. */
    score: field.decimal({ label: '得分', min: 0, max: 1000 }),
    /** How the chair came to it: mean, or item by item; null for a reviewer. */
    method: field.text({ label: '评定方法' }),
    submittedOn: field.date({ label: '提交日期' }),
    returnReason: field.paragraph({ label: '退回原因' }),
  },
  titleFields: ['reviewer', 'role'],
  naturalKeys: [{ fields: ['file', 'role'], unique: true }],
  states: {
    field: 'status',
    initial: ['draft', 'submitted'],
    transitions: [
      { from: 'draft', to: 'submitted', label: '提交评分', requires: ['score', 'submittedOn'] },
      { from: 'submitted', to: 'draft', label: '退回评分', requires: ['returnReason'] },
    ],
    fixed: [{ states: ['submitted'], fields: ['file', 'role', 'batch', 'reviewer', 'marks', 'score'] }],
  },
  consequences: scoreConsequences,
});

/** Values of a score. */
export type ReviewScore = ValuesOf<typeof reviewScore>;
