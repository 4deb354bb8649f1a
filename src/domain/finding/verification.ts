import { verificationConsequences } from './verification-consequences';
import { defineLedger, field, type ValuesOf } from '../kernel';

/** 整改核验: whether what a body reports is true, on paper, on site, or by looking back after the close-out. */
export const verification = defineLedger({
  id: 'verification',
  noun: '核验记录',
  title: '整改核验登记簿',
  purpose: '对整改情况的核验：方式、日期、核验人、结果和意见；销号后的“回头看”也在这里登记。',
  fields: {
    finding: field.reference({
      label: '问题',
      target: 'finding',
      required: true,
      indexed: true,
      listed: true,
      width: 12,
    }),
    method: field.choice({
      label: '核验方式',
      aliases: ['方式'],
      table: 'verification-method',
      required: true,
      indexed: true,
      listed: true,
      width: 6,
    }),
    verifiedOn: field.date({
      label: '核验日期',
      aliases: ['核验时间'],
      required: true,
      indexed: true,
      listed: true,
      width: 7,
    }),
    verifiers: field.text({
      label: '核验人',
      aliases: ['核验人员'],
      required: true,
      searchable: true,
      listed: true,
      width: 8,
      help: '两人以上用顿号分开',
    }),
    result: field.choice({
      label: '核验结果',
      aliases: ['结果'],
      table: 'verification-result',
      required: true,
      indexed: true,
      listed: true,
      width: 5,
    }),
    opinion: field.paragraph({
      label: '核验意见',
      aliases: ['意见'],
      required: true,
      searchable: true,
      listed: true,
      width: 16,
      help: '核验了什么材料或现场，是否整改到位；不通过的写明还要做什么',
    }),
  },
  titleFields: ['verifiedOn', 'verifiers'],
  naturalKeys: [{ fields: ['finding', 'verifiedOn', 'method'], unique: false }],
  consequences: verificationConsequences,
});

/** Values of a verification. */
export type Verification = ValuesOf<typeof verification>;
