import { extensionConsequences } from './extension-consequences';
import { defineLedger, field, inOrder, type FieldProblem, type ValuesOf } from '../kernel';

function decidedWhole(values: {
  readonly result: string | null;
  readonly approvedBy: string | null;
  readonly approvedOn: string | null;
  readonly grantedUntil: string | null;
}): FieldProblem | null {
  const { result, approvedBy, approvedOn, grantedUntil } = values;
  if (result === null) {
    return grantedUntil === null ? null : { field: 'result', message: '延至日期须经批准，请先填写“审批结果”' };
  }
  if (approvedBy === null) return { field: 'approvedBy', message: '请填写“审批人”' };
  if (approvedOn === null) return { field: 'approvedOn', message: '请填写“审批日期”' };
  if (result === 'granted' && grantedUntil === null) {
    return { field: 'grantedUntil', message: '请填写“延至日期”' };
  }
  return null;
}

/** 整改延期: who asked for more time, why, and what was decided. */
export const deadlineExtension = defineLedger({
  id: 'deadline-extension',
  noun: '延期申请',
  title: '整改延期审批登记簿',
  purpose: '整改期限的延长：申请日期和理由、申请延至哪一天、谁批准、批准延至哪一天。',
  fields: {
    finding: field.reference({
      label: '问题',
      target: 'finding',
      required: true,
      indexed: true,
      listed: true,
      width: 12,
    }),
    askedOn: field.date({ label: '申请日期', required: true, indexed: true, listed: true, width: 7 }),
    reason: field.paragraph({
      label: '延期理由',
      aliases: ['理由', '申请理由'],
      required: true,
      searchable: true,
      listed: true,
      width: 14,
    }),
    until: field.date({ label: '申请延至', aliases: ['申请延至日期'], required: true, listed: true, width: 7 }),
    hours: field.integer({
      label: '申请延长小时数',
      min: 1,
      max: 3660,
      width: 6,
      help: '期限按小时计算的填写，从原来届满的时刻接着数',
    }),
    result: field.choice({
      label: '审批结果',
      aliases: ['是否同意'],
      table: 'extension-result',
      indexed: true,
      listed: true,
      width: 5,
    }),
    approvedBy: field.text({ label: '审批人', aliases: ['批准人'], searchable: true, listed: true, width: 6 }),
    approvedOn: field.date({ label: '审批日期', aliases: ['批准日期'], listed: true, width: 7 }),
    grantedHours: field.integer({ label: '批准延长小时数', min: 1, max: 3660, width: 6 }),
    /** As the approval names it; the day below is the working day on which it ends. */
    namedUntil: field.date({ label: '批准书写明的日期', derived: true, width: 7 }),
    grantedUntil: field.date({ label: '延至日期', aliases: ['批准延至'], width: 7, help: '批准后的最后一天' }),
    opinion: field.paragraph({ label: '审批意见', width: 12 }),
    explanation: field.paragraph({ label: '期限如何算出', derived: true, width: 14 }),
  },
  titleFields: ['askedOn', 'reason'],
  naturalKeys: [{ fields: ['finding', 'askedOn'], unique: true }],
  rules: [
    (values) =>
      inOrder(
        { label: '申请日期', day: values.askedOn },
        { field: 'approvedOn', label: '审批日期', day: values.approvedOn },
      ),
    decidedWhole,
  ],
  consequences: extensionConsequences,
});

/** Values of an extension. */
export type DeadlineExtensionRecord = ValuesOf<typeof deadlineExtension>;
