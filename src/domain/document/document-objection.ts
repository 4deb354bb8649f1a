import { defineLedger, field, inOrder, type ValuesOf } from '../kernel';

/** 异议和复查: what a supervised body holds against a document, and what was decided. */
export const documentObjection = defineLedger({
  id: 'document-objection',
  noun: '异议复查',
  title: '异议复查登记簿',
  purpose: '被监督单位对文书提出的异议、复查机关、复查结果和答复。',
  fields: {
    document: field.reference({
      label: '文书',
      target: 'official-document',
      required: true,
      indexed: true,
      listed: true,
      width: 14,
    }),
    applicant: field.text({ label: '提出单位', required: true, searchable: true, listed: true, width: 12 }),
    raisedOn: field.date({ label: '提出日期', required: true, listed: true, width: 7 }),
    acceptedOn: field.date({ label: '收到日期', width: 7 }),
    grounds: field.paragraph({ label: '异议理由', required: true, searchable: true, listed: true, width: 14 }),
    reviewer: field.text({ label: '复查机关', width: 12 }),
    dueOn: field.date({ label: '答复期限', indexed: true, width: 7 }),
    deadlineTerms: field.paragraph({ label: '答复期限规定', derived: true, width: 10 }),
    dueReason: field.paragraph({ label: '答复期限如何算出', derived: true, width: 14 }),
    result: field.choice({ label: '复查结果', table: 'objection-result', indexed: true, listed: true, width: 6 }),
    decidedOn: field.date({ label: '复查决定日期', listed: true, width: 7 }),
    opinion: field.paragraph({ label: '复查意见', width: 18 }),
    replyNumber: field.text({ label: '答复文号', width: 10 }),
    remark: field.paragraph({ label: '备注', width: 12 }),
  },
  titleFields: ['applicant', 'raisedOn'],
  naturalKeys: [],
  rules: [
    (values) =>
      inOrder(
        { label: '提出日期', day: values.raisedOn },
        { field: 'decidedOn', label: '复查决定日期', day: values.decidedOn },
      ),
  ],
});

/** Values of an objection. */
export type DocumentObjection = ValuesOf<typeof documentObjection>;
