import { defineLedger, field, type ValuesOf } from '../kernel';
import { documentInOrder } from './document-rules';
import { documentStates } from './document-states';
import { numberConsequences } from './number-consequences';
import { canonicalNumber } from './number-text';

const basic = '文书';
const course = '办理';
const term = '期限';

/** 发文登记簿: every document the bureau issues, from draft to archive. Content in the ledger document-content. */
export const officialDocument = defineLedger({
  id: 'official-document',
  noun: '文书',
  title: '发文登记簿',
  purpose: '本局（或以本级政府名义）制发的文书：文号、主送单位、签发、用印、送达和归档。',
  fields: {
    number: field.text({
      label: '文号',
      aliases: ['发文字号', '文书编号', '发文号'],
      searchable: true,
      indexed: true,
      listed: true,
      width: 12,
      section: basic,
      canonical: canonicalNumber,
      help: '签发时按代字和年度自动编排；补登以前的文书照原件填写，如：安司执监检〔2026〕1号',
    }),
    title: field.text({
      label: '文书标题',
      aliases: ['标题', '文件标题', '文件名称', '文书名称'],
      required: true,
      searchable: true,
      listed: true,
      width: 14,
      section: basic,
    }),
    kind: field.text({ label: '文书种类编号', derived: true, width: 6, section: basic }),
    kindName: field.text({
      label: '文书种类',
      aliases: ['文种'],
      required: true,
      indexed: true,
      width: 10,
      section: basic,
    }),
    status: field.choice({
      label: '办理状态',
      table: 'document-status',
      required: true,
      indexed: true,
      listed: true,
      derived: true,
      width: 6,
      section: basic,
    }),
    issuer: field.text({ label: '发文机关', aliases: ['制发机关'], searchable: true, width: 12, section: basic }),
    entity: field.reference({
      label: '被监督单位',
      target: 'enforcement-entity',
      indexed: true,
      width: 14,
      section: basic,
      help: '名录中的单位；名录外的只写主送机关',
    }),
    addressee: field.text({
      label: '主送机关',
      aliases: ['主送', '主送单位', '受文单位', '收文单位'],
      searchable: true,
      listed: true,
      width: 12,
      longest: 2_000,
      section: basic,
    }),
    subject: field.text({
      label: '案由（事项）',
      aliases: ['案由', '事由'],
      searchable: true,
      width: 14,
      section: basic,
    }),
    batch: field.text({
      label: '批次',
      searchable: true,
      width: 8,
      section: basic,
      help: '一次批量拟制的文书批次相同',
    }),
    corrects: field.reference({ label: '更正的原文书', target: 'official-document', width: 12, section: basic }),
    draftedBy: field.text({ label: '拟稿人', searchable: true, width: 6, section: course }),
    draftedOn: field.date({ label: '拟稿日期', width: 7, section: course }),
    reviewedBy: field.text({ label: '审核人', width: 6, section: course }),
    reviewedOn: field.date({ label: '审核日期', width: 7, section: course }),
    reviewOpinion: field.paragraph({ label: '审核意见', width: 12, section: course }),
    returnReason: field.paragraph({ label: '退回原因', width: 12, section: course }),
    signedBy: field.text({ label: '签发人', searchable: true, width: 6, section: course }),
    signedOn: field.date({
      label: '签发日期',
      aliases: ['成文日期', '发文日期'],
      indexed: true,
      listed: true,
      width: 7,
      section: course,
    }),
    sealedBy: field.text({ label: '用印人', width: 6, section: course }),
    sealedOn: field.date({ label: '用印日期', width: 7, section: course }),
    copies: field.integer({ label: '印制份数', min: 1, max: 10_000, width: 5, section: course }),
    receivedOn: field.date({
      label: '收到日期',
      aliases: ['签收日期', '送达日期'],
      derived: true,
      width: 7,
      section: term,
      help: '以送达回证为准，期限由此起算',
    }),
    deadlineTerms: field.paragraph({ label: '期限规定', derived: true, width: 10, section: term }),
    objectionTerms: field.paragraph({ label: '异议期限规定', derived: true, width: 10, section: term }),
    dueOn: field.date({ label: '办理期限', derived: true, indexed: true, listed: true, width: 7, section: term }),
    dueReason: field.paragraph({ label: '期限如何算出', derived: true, width: 16, section: term }),
    archivedOn: field.date({ label: '归档日期', width: 7, section: course }),
    archiveNo: field.text({ label: '档号', code: true, width: 8, section: course }),
    voidReason: field.paragraph({ label: '作废原因', width: 12, section: course }),
    voidOn: field.date({ label: '作废日期', width: 7, section: course }),
    remark: field.paragraph({ label: '备注', width: 12, section: course }),
  },
  titleFields: ['title', 'number'],
  naturalKeys: [{ fields: ['number'], unique: true }],
  states: documentStates,
  rules: [documentInOrder],
  consequences: numberConsequences,
});

/** Values of a document's entry in the register. */
export type OfficialDocument = ValuesOf<typeof officialDocument>;
