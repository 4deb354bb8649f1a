import { defineLedger, field, type ValuesOf } from '../kernel';

/** The bureau's own values for the parameters of the rules, laid over what the application ships. */
export const ruleSetting = defineLedger({
  id: 'rule-setting',
  noun: '规则参数',
  title: '本地规则参数',
  purpose: '年龄、期限、人数等规则数值的本地修改。随软件提供的数值不在此列，登记后以本表为准。',
  fields: {
    parameter: field.choice({ label: '参数', required: true, table: 'rule-parameter', listed: true, width: 24 }),
    value: field.decimal({ label: '数值', required: true, min: 0, max: 1000, listed: true, width: 6 }),
    source: field.text({
      label: '依据',
      required: true,
      searchable: true,
      listed: true,
      width: 24,
      help: '写明文件和条款，如：安政办发〔2026〕8号第三条',
    }),
  },
  titleFields: ['parameter'],
  naturalKeys: [{ fields: ['parameter'], unique: true }],
  order: [{ field: 'parameter' }],
});

/** Values of a rule setting. */
export type RuleSetting = ValuesOf<typeof ruleSetting>;
