import { defineLedger, field, type ValuesOf } from '../kernel';

/** 监督员活动: what a lay supervisor took part in, said and achieved. */
export const supervisorActivity = defineLedger({
  id: 'supervisor-activity',
  noun: '监督员活动',
  title: '监督员活动记录',
  purpose: '监督员参加的检查、评查、会议、调研，提出的意见和采纳情况，是年度评价的依据。',
  fields: {
    supervisor: field.reference({
      label: '监督员',
      aliases: ['姓名', '监督员姓名'],
      required: true,
      target: 'lay-supervisor',
      searchable: true,
      indexed: true,
      listed: true,
      width: 12,
    }),
    date: field.date({
      label: '日期',
      aliases: ['活动日期', '时间', '活动时间'],
      required: true,
      indexed: true,
      listed: true,
      width: 7,
    }),
    kind: field.choice({
      label: '活动类型',
      aliases: ['类型', '活动类别'],
      required: true,
      table: 'activity-kind',
      listed: true,
      width: 6,
    }),
    subject: field.text({
      label: '事项',
      aliases: ['活动内容', '内容', '活动名称', '主题'],
      required: true,
      searchable: true,
      listed: true,
      width: 18,
      help: '如：参加烟花爆竹专项执法检查',
    }),
    entity: field.reference({
      label: '涉及单位',
      aliases: ['被监督单位', '单位'],
      target: 'enforcement-entity',
      indexed: true,
      width: 14,
    }),
    opinion: field.paragraph({
      label: '意见内容',
      aliases: ['意见建议', '意见', '提出的意见'],
      searchable: true,
      width: 20,
    }),
    adoption: field.choice({ label: '采纳情况', aliases: ['是否采纳'], table: 'adoption', listed: true, width: 6 }),
    feedback: field.paragraph({
      label: '反馈情况',
      aliases: ['办理情况', '反馈'],
      width: 16,
      help: '向监督员反馈的内容和日期',
    }),
    remark: field.paragraph({ label: '备注', width: 12 }),
  },
  titleFields: ['date', 'subject'],
  naturalKeys: [{ fields: ['supervisor', 'date', 'subject'], unique: false }],
  order: [{ field: 'date', descending: true }],
});

/** Values of an activity. */
export type SupervisorActivity = ValuesOf<typeof supervisorActivity>;
