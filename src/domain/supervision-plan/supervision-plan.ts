import { defineLedger, field, inOrder, type ValuesOf } from '../kernel';
import { planConsequences } from './plan-consequences';
import { planStates } from './plan-states';

const basic = '方案';
const content = '内容';
const approval = '报批';
const end = '总结';

/**
 * 年度监督工作方案: what the bureau supervises in a year, made at its beginning and carried out after the government
 * approved it. Its tasks stand in the ledger plan-task.
 */
export const supervisionPlan = defineLedger({
  id: 'supervision-plan',
  noun: '年度方案',
  title: '年度监督工作方案登记簿',
  purpose: '每年年初制定的行政执法监督工作方案：重点领域、任务分工、报批情况和完成情况。',
  fields: {
    year: field.integer({
      label: '年度',
      aliases: ['方案年度'],
      required: true,
      min: 1990,
      max: 2199,
      indexed: true,
      listed: true,
      width: 4,
      section: basic,
    }),
    title: field.text({
      label: '方案名称',
      aliases: ['名称', '工作方案名称'],
      required: true,
      searchable: true,
      listed: true,
      width: 18,
      section: basic,
      help: '如：安澜县2026年行政执法监督工作方案',
    }),
    issuer: field.text({ label: '制定机关', aliases: ['制定单位'], width: 10, section: basic }),
    status: field.choice({
      label: '方案状态',
      aliases: ['状态'],
      table: 'plan-status',
      required: true,
      indexed: true,
      listed: true,
      derived: true,
      width: 5,
      section: basic,
    }),
    basis: field.paragraph({
      label: '制定依据',
      aliases: ['依据'],
      width: 12,
      section: content,
      help: '每行一条，如：《行政执法监督条例》',
    }),
    goals: field.paragraph({
      label: '工作目标',
      aliases: ['目标', '总体要求'],
      searchable: true,
      width: 14,
      section: content,
    }),
    keyAreas: field.paragraph({
      label: '重点领域',
      aliases: ['监督重点', '重点监督领域'],
      searchable: true,
      listed: true,
      width: 14,
      section: content,
      help: '每行一项；包括国家和省当年部署的专项监督领域',
    }),
    requirements: field.paragraph({
      label: '工作要求',
      aliases: ['保障措施'],
      width: 14,
      section: content,
      help: '每行一项，写成完整的一句',
    }),
    submittedOn: field.date({ label: '报批日期', aliases: ['报送日期'], width: 7, section: approval }),
    approvedBy: field.text({
      label: '批准机关',
      width: 10,
      section: approval,
      help: '一般是本级人民政府',
    }),
    approvalNo: field.text({
      label: '批准文号',
      aliases: ['批复文号'],
      searchable: true,
      width: 10,
      section: approval,
      help: '口头或者会议批准的写明会议名称',
    }),
    approvedOn: field.date({
      label: '批准日期',
      indexed: true,
      listed: true,
      width: 7,
      section: approval,
    }),
    document: field.reference({
      label: '印发文件',
      target: 'official-document',
      indexed: true,
      width: 12,
      section: approval,
    }),
    returnReason: field.paragraph({ label: '退回原因', derived: true, width: 10, section: approval }),
    summary: field.paragraph({
      label: '年终总结',
      aliases: ['完成情况', '总结'],
      searchable: true,
      width: 14,
      section: end,
    }),
    closedOn: field.date({ label: '办结日期', indexed: true, width: 7, section: end }),
    remark: field.paragraph({ label: '备注', width: 12, section: end }),
  },
  titleFields: ['title'],
  naturalKeys: [{ fields: ['year', 'title'], unique: true }],
  order: [{ field: 'year', descending: true }],
  states: planStates,
  rules: [
    (values) =>
      inOrder(
        { label: '报批日期', day: values.submittedOn },
        { field: 'approvedOn', label: '批准日期', day: values.approvedOn },
      ) ??
      inOrder(
        { label: '批准日期', day: values.approvedOn },
        { field: 'closedOn', label: '办结日期', day: values.closedOn },
      ),
  ],
  consequences: planConsequences,
});

/** Values of a yearly plan. */
export type SupervisionPlan = ValuesOf<typeof supervisionPlan>;
