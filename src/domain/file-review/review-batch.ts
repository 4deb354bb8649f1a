import { defineLedger, field, inOrder, type ValuesOf } from '../kernel';
import { batchConsequences } from './batch-consequences';
import { batchStates } from './batch-states';

const basic = '批次';
const people = '评查人员';
const end = '报告和办结';

/**
 * 评查批次: one round of case-file review (案卷评查) with its scoring sheet, group of reviewers and report. Sources: 广东省
 * 行政执法案卷评查办法 art. 8-13; 行政执法监督机构协调联动工作指引 (full, key, cross and random review).
 */
export const reviewBatch = defineLedger({
  id: 'review-batch',
  noun: '评查批次',
  title: '行政执法案卷评查批次登记簿',
  purpose: '每次案卷评查的范围、评分标准、评查人员、进度和评查报告。',
  fields: {
    name: field.text({
      label: '批次名称',
      aliases: ['评查名称', '评查工作名称', '名称'],
      required: true,
      searchable: true,
      listed: true,
      width: 14,
      section: basic,
      help: '如：2026年度行政处罚案卷评查',
    }),
    year: field.integer({
      label: '年度',
      aliases: ['评查年度'],
      required: true,
      min: 1990,
      max: 2199,
      indexed: true,
      listed: true,
      width: 4,
      section: basic,
    }),
    mode: field.choice({
      label: '评查方式',
      aliases: ['方式'],
      table: 'review-mode',
      required: true,
      indexed: true,
      listed: true,
      width: 6,
      section: basic,
    }),
    scope: field.paragraph({
      label: '评查范围',
      aliases: ['范围'],
      searchable: true,
      width: 16,
      section: basic,
      help: '如：2025年度已办结的行政处罚、行政许可案卷；引发复议、诉讼、检察监督的必查',
    }),
    task: field.reference({
      label: '方案任务',
      aliases: ['年度方案任务', '对应任务'],
      target: 'plan-task',
      indexed: true,
      width: 12,
      section: basic,
      help: '落实年度监督工作方案哪一项任务；方案以外的评查不填',
    }),
    sheetName: field.text({ label: '评分标准', derived: true, listed: true, width: 10, section: basic }),
    sheet: field.text({ label: '评分标准编号', code: true, derived: true, width: 10, section: basic }),
    startedOn: field.date({
      label: '开始日期',
      aliases: ['评查开始日期'],
      indexed: true,
      listed: true,
      width: 7,
      section: basic,
    }),
    status: field.choice({
      label: '批次状态',
      table: 'review-batch-status',
      required: true,
      indexed: true,
      listed: true,
      derived: true,
      width: 5,
      section: basic,
    }),
    chair: field.reference({
      label: '评查组长',
      aliases: ['组长'],
      target: 'supervision-staff',
      indexed: true,
      listed: true,
      width: 8,
      section: people,
    }),
    reviewers: field.references({
      label: '评查员',
      aliases: ['评查人员', '评查工作人员'],
      target: 'supervision-staff',
      width: 12,
      section: people,
      help: '每个案卷由两人分别评分',
    }),
    experts: field.references({
      label: '评查专家',
      aliases: ['专家'],
      target: 'expert',
      width: 12,
      section: people,
      help: '从监督专家库选择，按登记的单位核对回避',
    }),
    supervisors: field.references({
      label: '评查监督员',
      target: 'lay-supervisor',
      width: 12,
      section: people,
      help: '从监督员名册选择，按登记的单位核对回避',
    }),
    invited: field.text({
      label: '邀请的评查员',
      aliases: ['特邀评查员', '邀请人员'],
      searchable: true,
      width: 12,
      section: people,
      help: '人大代表、政协委员、专家、其他单位执法人员，用顿号分开，同名的加单位，如：周敏（律师）',
    }),
    reportedOn: field.date({ label: '报告日期', width: 7, section: end }),
    summary: field.paragraph({
      label: '总体评价',
      width: 16,
      section: end,
      help: '总体情况、主要问题的概括，印在评查报告中',
    }),
    advice: field.paragraph({ label: '整改建议', width: 16, section: end, help: '每行一条，印在评查报告和反馈书中' }),
    returnReason: field.paragraph({ label: '退回原因', derived: true, width: 10, section: end }),
    closedOn: field.date({ label: '办结日期', width: 7, section: end }),
    remark: field.paragraph({ label: '备注', width: 10, section: end }),
  },
  titleFields: ['name'],
  naturalKeys: [{ fields: ['name'], unique: true }],
  order: [
    { field: 'year', descending: true },
    { field: 'startedOn', descending: true },
  ],
  states: batchStates,
  consequences: batchConsequences,
  rules: [
    (values) =>
      values.status === 'closed' && values.closedOn === null
        ? { field: 'closedOn', message: '请填写“办结日期”' }
        : null,
    (values) =>
      inOrder(
        { label: '开始日期', day: values.startedOn },
        { field: 'reportedOn', label: '报告日期', day: values.reportedOn },
      ) ??
      inOrder(
        { label: '报告日期', day: values.reportedOn },
        { field: 'closedOn', label: '办结日期', day: values.closedOn },
      ),
  ],
});

/** Values of a batch. */
export type ReviewBatch = ValuesOf<typeof reviewBatch>;
