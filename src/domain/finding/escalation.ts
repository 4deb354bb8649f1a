import { defineLedger, field, type ValuesOf } from '../kernel';
import { escalationConsequences } from './ladder';

/** 升级措施: what followed where a body did not correct what it had to. */
export const escalation = defineLedger({
  id: 'escalation',
  noun: '升级措施',
  title: '督促升级登记簿',
  purpose:
    '逾期未整改或整改不到位时采取的措施：通知书、意见书、决定书、约谈、通报、移送，由轻到重；垂直管理单位告知其上级主管部门。',
  fields: {
    finding: field.reference({
      label: '问题',
      target: 'finding',
      required: true,
      indexed: true,
      listed: true,
      width: 12,
    }),
    step: field.choice({
      label: '措施',
      aliases: ['升级措施', '督促措施'],
      table: 'escalation-step',
      required: true,
      indexed: true,
      listed: true,
      width: 8,
    }),
    on: field.date({ label: '日期', aliases: ['措施日期'], required: true, indexed: true, listed: true, width: 7 }),
    reason: field.paragraph({
      label: '原因',
      aliases: ['升级原因'],
      required: true,
      searchable: true,
      listed: true,
      width: 16,
    }),
    document: field.reference({
      label: '文书',
      target: 'official-document',
      indexed: true,
      listed: true,
      width: 12,
    }),
    /** Where the document took the finding over, the one that carried it until then. */
    former: field.reference({ label: '原文书', target: 'official-document', derived: true, width: 12 }),
  },
  titleFields: ['on', 'step'],
  naturalKeys: [{ fields: ['finding', 'step', 'on'], unique: false }],
  consequences: escalationConsequences,
});

/** Values of an escalation. */
export type Escalation = ValuesOf<typeof escalation>;
