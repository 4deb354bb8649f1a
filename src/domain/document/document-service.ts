import { defineLedger, field, type ValuesOf } from '../kernel';
import { serviceInOrder } from './document-rules';
import { serviceConsequences } from './service-consequences';

/** 送达登记: how a document reached whom, and when. The day of receipt starts the deadlines. */
export const documentService = defineLedger({
  id: 'document-service',
  noun: '送达记录',
  title: '送达登记簿',
  purpose: '每份文书何时、以何种方式送达，谁签收或为何未签收；回证扫描件附在记录上，期限从收到之日起算。',
  fields: {
    document: field.reference({
      label: '文书',
      target: 'official-document',
      required: true,
      indexed: true,
      listed: true,
      width: 14,
    }),
    recipient: field.text({ label: '受送达单位', required: true, searchable: true, listed: true, width: 12 }),
    method: field.choice({
      label: '送达方式',
      table: 'service-method',
      required: true,
      indexed: true,
      listed: true,
      width: 6,
    }),
    place: field.text({ label: '送达地点', width: 12 }),
    servedOn: field.date({ label: '发出日期', aliases: ['送出日期'], required: true, listed: true, width: 7 }),
    servers: field.text({ label: '送达人', required: true, width: 8, help: '两人以上用顿号分开' }),
    outcome: field.choice({
      label: '送达结果',
      table: 'service-outcome',
      required: true,
      indexed: true,
      listed: true,
      width: 6,
    }),
    receivedOn: field.date({ label: '收到日期', aliases: ['签收日期'], indexed: true, listed: true, width: 7 }),
    receivedAt: field.text({ label: '收到时间', width: 5, help: '回证上写明时分的填写，如：9时30分' }),
    receiver: field.text({ label: '收件人', aliases: ['签收人'], searchable: true, listed: true, width: 6 }),
    receiverPost: field.text({ label: '收件人职务', width: 6 }),
    witness: field.text({ label: '见证人', width: 6, help: '拒收、留置送达时填写' }),
    reason: field.paragraph({ label: '拒收或未送达原因', width: 12 }),
    trackingNo: field.text({ label: '邮件号码', code: true, width: 9, help: '邮寄送达的填写' }),
    remark: field.paragraph({ label: '备注', width: 12 }),
  },
  titleFields: ['recipient', 'servedOn'],
  naturalKeys: [],
  rules: [serviceInOrder],
  consequences: serviceConsequences,
});

/** Values of a service. */
export type DocumentService = ValuesOf<typeof documentService>;
