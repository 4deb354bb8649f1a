import { appealConsequences } from './appeal-consequences';
import { defineLedger, field, inOrder, type ValuesOf } from '../kernel';

const asking = '申请';
const answer = '答复';

/** 评查复核: a body's request to look at a result again, and the answer (广东省行政执法案卷评查办法 art. 12 (7)). */
export const reviewAppeal = defineLedger({
  id: 'review-appeal',
  noun: '评查复核',
  title: '案卷评查复核登记簿',
  purpose: '被评查单位对评查结果的复核申请：收到反馈和提出申请的日期、理由、答复期限和复核结果。',
  fields: {
    file: field.reference({
      label: '案卷',
      target: 'case-file',
      required: true,
      indexed: true,
      listed: true,
      width: 12,
      section: asking,
    }),
    feedbackOn: field.date({
      label: '收到反馈日期',
      required: true,
      width: 7,
      section: asking,
      help: '被评查单位收到反馈书的日期，由反馈书的送达回证得出',
    }),
    askBy: field.date({ label: '申请截止日期', derived: true, width: 7, section: asking }),
    askByReason: field.paragraph({ label: '申请期限如何算出', derived: true, width: 14, section: asking }),
    raisedOn: field.date({ label: '申请日期', required: true, indexed: true, listed: true, width: 7, section: asking }),
    receivedOn: field.date({
      label: '收到申请日期',
      required: true,
      width: 7,
      section: asking,
      help: '本机关收到书面申请的日期，答复期限从次日起算',
    }),
    grounds: field.paragraph({
      label: '申请理由',
      aliases: ['复核理由', '理由'],
      required: true,
      searchable: true,
      listed: true,
      width: 12,
      section: asking,
    }),
    lateReason: field.paragraph({
      label: '逾期受理理由',
      width: 12,
      section: asking,
      help: '超过申请期限的不予受理；因不可抗力等正当理由受理的，在这里写明',
    }),
    status: field.choice({
      label: '复核状态',
      table: 'review-appeal-status',
      required: true,
      derived: true,
      indexed: true,
      listed: true,
      width: 5,
      section: asking,
    }),
    deadlineTerms: field.paragraph({ label: '答复期限规定', derived: true, width: 10, section: answer }),
    dueOn: field.date({ label: '答复期限', derived: true, indexed: true, listed: true, width: 7, section: answer }),
    dueReason: field.paragraph({ label: '答复期限如何算出', derived: true, width: 14, section: answer }),
    result: field.choice({
      label: '复核结果',
      table: 'appeal-result',
      indexed: true,
      listed: true,
      width: 6,
      section: answer,
    }),
    scoreBefore: field.decimal({ label: '原得分', min: 0, max: 1000, derived: true, width: 4, section: answer }),
    scoreAfter: field.decimal({ label: '复核后得分', min: 0, max: 1000, width: 5, section: answer }),
    opinion: field.paragraph({ label: '复核意见', searchable: true, width: 14, section: answer }),
    answeredBy: field.text({ label: '答复人', width: 5, section: answer }),
    answeredOn: field.date({ label: '答复日期', listed: true, width: 7, section: answer }),
    remark: field.paragraph({ label: '备注', width: 10, section: answer }),
  },
  titleFields: ['file', 'raisedOn'],
  naturalKeys: [{ fields: ['file', 'raisedOn'], unique: false }],
  order: [{ field: 'raisedOn', descending: true }],
  states: {
    field: 'status',
    initial: ['open', 'answered'],
    entry: 'answered',
    transitions: [
      { from: 'open', to: 'answered', label: '答复', requires: ['result', 'opinion', 'answeredOn'] },
      { from: 'open', to: 'refused', label: '不予复核', requires: ['opinion', 'answeredOn'] },
    ],
    fixed: [
      { states: ['answered', 'refused'], fields: ['file', 'feedbackOn', 'raisedOn', 'receivedOn', 'scoreAfter'] },
    ],
    kept: { states: ['answered', 'refused'], message: '已答复的复核不能删除，应留作评查档案' },
  },
  consequences: appealConsequences,
  rules: [
    (values) =>
      values.status === 'answered' && (values.result === null || values.answeredOn === null)
        ? { field: values.result === null ? 'result' : 'answeredOn', message: '已答复的复核应有“复核结果”和“答复日期”' }
        : null,
    (values) =>
      inOrder(
        { label: '收到反馈日期', day: values.feedbackOn },
        { field: 'raisedOn', label: '申请日期', day: values.raisedOn },
      ) ??
      inOrder(
        { label: '申请日期', day: values.raisedOn },
        { field: 'receivedOn', label: '收到申请日期', day: values.receivedOn },
      ) ??
      inOrder(
        { label: '收到申请日期', day: values.receivedOn },
        { field: 'answeredOn', label: '答复日期', day: values.answeredOn },
      ),
  ],
});

/** Values of a request for re-review. */
export type ReviewAppeal = ValuesOf<typeof reviewAppeal>;
