import { checkUscc, defineLedger, field, type ValuesOf } from '../kernel';

/** 涉企检查登记: every visit to an enterprise, counted against its yearly ceiling (国办发〔2024〕54号). */
export const enterpriseVisit = defineLedger({
  id: 'enterprise-visit',
  noun: '涉企检查',
  title: '涉企检查登记簿',
  purpose: '到企业开展或陪同开展的每一次检查，按企业和年度计数，接近和达到年度上限时提醒。',
  fields: {
    enterprise: field.text({
      label: '企业名称',
      aliases: ['企业', '被检查企业', '单位名称'],
      required: true,
      searchable: true,
      indexed: true,
      listed: true,
      width: 16,
    }),
    uscc: field.text({
      label: '统一社会信用代码',
      aliases: ['社会信用代码', '信用代码'],
      code: true,
      check: checkUscc,
      searchable: true,
      indexed: true,
      listed: true,
      width: 11,
      help: '填写后按代码计数，企业改名也不漏',
    }),
    entity: field.reference({
      label: '检查单位',
      aliases: ['执法主体', '检查机关', '实施机关'],
      target: 'enforcement-entity',
      indexed: true,
      listed: true,
      width: 11,
      help: '实施检查的执法主体；本局自行到企业核实的留空',
    }),
    kind: field.choice({
      label: '检查类型',
      aliases: ['类型'],
      required: true,
      table: 'enterprise-visit-kind',
      indexed: true,
      listed: true,
      width: 5,
    }),
    visitedOn: field.date({
      label: '检查日期',
      aliases: ['入企日期', '检查时间'],
      required: true,
      indexed: true,
      listed: true,
      width: 7,
    }),
    matter: field.text({ label: '检查事项', aliases: ['检查内容'], searchable: true, width: 12 }),
    countsToCeiling: field.flag({
      label: '计入年度上限',
      aliases: ['是否计入上限', '计入上限'],
      listed: true,
      width: 5,
      help: '不填按计入；上级部署的专项、因投诉举报等线索的检查，按本地规定可以不计',
    }),
    notCountedReason: field.text({ label: '不计入的原因', width: 10, help: '写明文件或线索' }),
    approver: field.text({ label: '审批人', aliases: ['批准人'], searchable: true, width: 5 }),
    approvedOn: field.date({ label: '审批日期', width: 7 }),
    inspection: field.reference({ label: '监督检查', target: 'inspection', indexed: true, width: 12 }),
    remark: field.paragraph({ label: '备注', width: 10 }),
  },
  titleFields: ['enterprise', 'visitedOn'],
  naturalKeys: [
    { fields: ['uscc', 'visitedOn', 'entity'], unique: false },
    { fields: ['enterprise', 'visitedOn', 'entity'], unique: false },
  ],
  rules: [
    ({ countsToCeiling, notCountedReason }) =>
      countsToCeiling === false && notCountedReason === null
        ? { field: 'notCountedReason', message: '不计入年度上限的，请填写“不计入的原因”' }
        : null,
  ],
});

/** Values of a visit to an enterprise. */
export type EnterpriseVisit = ValuesOf<typeof enterpriseVisit>;
