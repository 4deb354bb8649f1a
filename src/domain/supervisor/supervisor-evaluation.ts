import { defineLedger, field, type ValuesOf } from '../kernel';

/** 监督员年度评价: one a year for each lay supervisor. */
export const supervisorEvaluation = defineLedger({
  id: 'supervisor-evaluation',
  noun: '年度评价',
  title: '监督员年度履职评价',
  purpose: '每名监督员每年一次的履职评价，供续聘时参考。',
  fields: {
    supervisor: field.reference({
      label: '监督员',
      aliases: ['姓名', '监督员姓名'],
      required: true,
      target: 'lay-supervisor',
      searchable: true,
      indexed: true,
      listed: true,
      width: 14,
    }),
    year: field.integer({
      label: '年度',
      aliases: ['评价年度', '年份'],
      required: true,
      min: 1990,
      max: 2199,
      indexed: true,
      listed: true,
      width: 4,
      help: '如：2026',
    }),
    grade: field.choice({
      label: '评价等次',
      aliases: ['等次', '评价结果', '等级'],
      required: true,
      table: 'evaluation-grade',
      listed: true,
      width: 6,
    }),
    score: field.decimal({
      label: '得分',
      aliases: ['评分', '分数'],
      min: 0,
      max: 100,
      listed: true,
      width: 4,
      help: '百分制，可不填',
    }),
    activityCount: field.integer({
      label: '参加活动次数',
      aliases: ['活动次数'],
      min: 0,
      max: 1000,
      listed: true,
      width: 6,
    }),
    opinionCount: field.integer({
      label: '提出意见条数',
      aliases: ['意见条数'],
      min: 0,
      max: 1000,
      listed: true,
      width: 6,
    }),
    comment: field.paragraph({ label: '评语', aliases: ['评价意见', '履职情况'], searchable: true, width: 20 }),
    renewalAdvised: field.flag({ label: '建议续聘', aliases: ['是否建议续聘'], listed: true, width: 5 }),
    evaluatedOn: field.date({ label: '评价日期', width: 7 }),
    evaluator: field.text({ label: '评价人', aliases: ['评价单位'], width: 8 }),
    remark: field.paragraph({ label: '备注', width: 12 }),
  },
  titleFields: ['supervisor', 'year'],
  naturalKeys: [{ fields: ['supervisor', 'year'], unique: true }],
  order: [{ field: 'year', descending: true }],
});

/** Values of a yearly evaluation. */
export type SupervisorEvaluation = ValuesOf<typeof supervisorEvaluation>;
