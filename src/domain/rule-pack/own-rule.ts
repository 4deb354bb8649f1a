import { defineLedger, field, type DeadlineUnit, type FieldProblem, type ValuesOf } from '../kernel';

/** Month ends and fixed dates belong to single duties; a rule that starts with an event counts. */
const counted: readonly string[] = ['working-day', 'calendar-day', 'hour', 'month'] satisfies readonly DeadlineUnit[];

function unitCounts({ unit }: { readonly unit: string }): FieldProblem | null {
  return counted.includes(unit)
    ? null
    : { field: 'unit', message: '期限规定按工作日、自然日、小时或者月计算，固定日期请在文书中直接填写' };
}

/** The bureau's own deadlines, laid over the rule pack in force: confirmed units, numbers the national rules leave open. */
export const ownDeadlineRule = defineLedger({
  id: 'deadline-rule',
  noun: '期限规定',
  title: '本地期限规定',
  purpose: '各类文书和事项的办理期限的本地规定。随软件提供的地方规定不在此列，登记后以本表为准；已经确定的期限不变。',
  fields: {
    instrument: field.choice({
      label: '文书或事项',
      aliases: ['文书', '事项'],
      required: true,
      table: 'supervision-instrument',
      listed: true,
      width: 9,
    }),
    purpose: field.choice({ label: '期限事项', required: true, table: 'deadline-purpose', listed: true, width: 8 }),
    amount: field.integer({ label: '数量', required: true, min: 1, max: 3660, listed: true, width: 5 }),
    unit: field.choice({ label: '单位', required: true, table: 'deadline-unit', listed: true, width: 6 }),
    from: field.choice({
      label: '起算',
      aliases: ['起算点'],
      required: true,
      table: 'start-event',
      listed: true,
      width: 7,
    }),
    exactEnd: field.flag({
      label: '届满不顺延',
      width: 6,
      help: '最后一日是休息日时一般顺延到下一个工作日；本地规定不顺延的填“是”',
    }),
    source: field.text({
      label: '依据',
      required: true,
      searchable: true,
      listed: true,
      width: 22,
      help: '写明文件和条款，如：《某省行政执法监督办法》第二十条',
    }),
    remark: field.paragraph({ label: '备注', width: 12 }),
  },
  titleFields: ['instrument', 'purpose'],
  naturalKeys: [{ fields: ['instrument', 'purpose'], unique: true }],
  order: [{ field: 'instrument' }, { field: 'purpose' }],
  rules: [unitCounts],
});

/** Values of a bureau's own deadline. */
export type OwnDeadlineRule = ValuesOf<typeof ownDeadlineRule>;
