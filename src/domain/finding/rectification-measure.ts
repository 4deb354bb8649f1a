import { defineLedger, field, type ValuesOf } from '../kernel';

/** 整改措施: what a body does about a finding, by whom and until when. */
export const rectificationMeasure = defineLedger({
  id: 'rectification-measure',
  noun: '整改措施',
  title: '整改措施清单',
  purpose: '每个问题的整改措施、责任人和完成时限；全部完成后才能销号。',
  fields: {
    finding: field.reference({
      label: '问题',
      target: 'finding',
      required: true,
      indexed: true,
      listed: true,
      width: 12,
    }),
    measure: field.paragraph({
      label: '整改措施',
      aliases: ['具体工作措施', '具体措施', '措施'],
      required: true,
      searchable: true,
      listed: true,
      width: 18,
    }),
    responsible: field.text({ label: '责任人', aliases: ['责任人员'], searchable: true, listed: true, width: 6 }),
    dueOn: field.date({ label: '完成时限', aliases: ['时限'], indexed: true, listed: true, width: 7 }),
    doneOn: field.date({ label: '完成日期', aliases: ['完成时间'], indexed: true, listed: true, width: 7 }),
    result: field.paragraph({
      label: '完成情况',
      aliases: ['整改结果', '成效'],
      searchable: true,
      listed: true,
      width: 12,
      help: '写明做了什么、形成了什么材料；不再实施的写明原因，并填完成日期',
    }),
  },
  titleFields: ['measure'],
  naturalKeys: [{ fields: ['finding', 'measure'], unique: false }],
  rules: [
    (values) =>
      values.doneOn !== null && values.result === null
        ? { field: 'result', message: '请填写“完成情况”：做了什么、形成了什么材料' }
        : null,
  ],
});

/** Values of a measure. */
export type RectificationMeasure = ValuesOf<typeof rectificationMeasure>;
