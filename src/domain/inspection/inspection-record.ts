import { defineLedger, field, type ValuesOf } from '../kernel';

/** The check lists of an inspection with their results; frozen when the inspection is closed. */
export const inspectionRecord = defineLedger({
  id: 'inspection-record',
  noun: '检查清单记录',
  title: '检查清单记录',
  purpose: '一次检查使用的检查清单和逐项结果。',
  internal: true,
  fields: {
    /** Identifier of the inspection, which is the record's own too. Plain text, so that both leave and come back one by one. */
    inspection: field.text({ label: '检查', required: true, indexed: true }),
    status: field.choice({ label: '定稿状态', table: 'document-content-status', required: true }),
    /** JSON of the check lists as they were when they were taken: a later version of a list does not reach it. */
    lists: field.paragraph({ label: '检查清单', required: true, longest: 1_000_000 }),
    /** JSON of the results by list and item. */
    results: field.paragraph({ label: '逐项结果', required: true, longest: 1_000_000 }),
  },
  titleFields: ['inspection'],
  naturalKeys: [{ fields: ['inspection'], unique: true }],
  states: {
    field: 'status',
    initial: ['open'],
    transitions: [{ from: 'open', to: 'frozen', label: '定稿' }],
    fixed: [{ states: ['frozen'], fields: ['inspection', 'lists', 'results', 'status'] }],
    kept: { states: ['frozen'], message: '已办结检查的清单记录不能删除' },
  },
});

/** Values of an inspection's record. */
export type InspectionRecord = ValuesOf<typeof inspectionRecord>;
