import { checkPhone, defineLedger, field, type ValuesOf } from '../kernel';
import { cardInOrder } from './card-rules';

const issue = '发放';
const use = '使用和反馈';

/** 监督卡: handed to supervisors, liaison points and enterprises, and what came back on it (连政办发〔2024〕9号). */
export const supervisionCard = defineLedger({
  id: 'supervision-card',
  noun: '监督卡',
  title: '行政执法监督卡台账',
  purpose: '发给监督员、联系点和企业的监督卡：发给谁、何时发、何时收、反馈了什么。',
  fields: {
    cardNo: field.text({
      label: '卡号',
      aliases: ['监督卡号', '编号', '监督卡编号'],
      required: true,
      code: true,
      indexed: true,
      searchable: true,
      listed: true,
      width: 7,
      section: issue,
      help: '如：K2026-001',
    }),
    status: field.choice({
      label: '监督卡状态',
      aliases: ['状态', '使用情况'],
      table: 'card-status',
      indexed: true,
      listed: true,
      width: 6,
      section: issue,
    }),
    supervisor: field.reference({
      label: '监督员',
      aliases: ['领用监督员'],
      target: 'lay-supervisor',
      searchable: true,
      indexed: true,
      listed: true,
      width: 12,
      section: issue,
      help: '发给监督员的在此选择',
    }),
    holder: field.text({
      label: '领用人',
      aliases: ['发放对象', '领用单位', '领取人'],
      searchable: true,
      listed: true,
      width: 12,
      section: issue,
      help: '发给联系点、企业的写名称',
    }),
    holderPhone: field.text({
      label: '领用人电话',
      aliases: ['联系电话', '电话'],
      code: true,
      check: checkPhone,
      sensitive: 'phone',
      width: 8,
      section: issue,
    }),
    issuedOn: field.date({ label: '发放日期', aliases: ['领用日期'], listed: true, width: 7, section: issue }),
    returnedOn: field.date({ label: '回收日期', listed: true, width: 7, section: use }),
    entity: field.reference({
      label: '涉及单位',
      aliases: ['反映单位', '被监督单位'],
      target: 'enforcement-entity',
      indexed: true,
      width: 14,
      section: use,
    }),
    feedbackOn: field.date({ label: '反馈日期', width: 7, section: use }),
    feedback: field.paragraph({
      label: '反馈内容',
      aliases: ['反映内容', '反馈'],
      searchable: true,
      width: 20,
      section: use,
    }),
    handling: field.paragraph({ label: '办理情况', aliases: ['处理情况'], width: 16, section: use }),
    remark: field.paragraph({ label: '备注', width: 12, section: use }),
  },
  titleFields: ['cardNo'],
  naturalKeys: [{ fields: ['cardNo'], unique: true }],
  order: [{ field: 'cardNo' }],
  rules: [cardInOrder],
});

/** Values of a supervision card. */
export type SupervisionCard = ValuesOf<typeof supervisionCard>;
