import { defineLedger, field, type ValuesOf } from '../kernel';
import { actionComplete, actionSuspensionInOrder, actionValidityInOrder } from './action-rules';

const what = '办理';
const result = '办理结果';
const suspension = '暂扣';
const review = '年度审验';
const loss = '遗失公告';

/**
 * 证件办理: what was done about an officer's certificate and why (issue, renewal, replacement, suspension, withdrawal,
 * cancellation, annual review, notice of loss). What it does to the officer's record is {@link applyCertificateAction}.
 */
export const certificateAction = defineLedger({
  id: 'certificate-action',
  noun: '证件办理',
  title: '行政执法证件办理台账',
  purpose: '执法证件的申领、换发、补发、暂扣、收回、注销、年审和遗失公告，逐次登记，作为证件状态的来历。',
  fields: {
    officer: field.reference({
      label: '执法人员',
      aliases: ['姓名', '持证人', '人员姓名'],
      required: true,
      target: 'enforcement-officer',
      searchable: true,
      indexed: true,
      listed: true,
      width: 18,
      section: what,
      help: '从执法人员名册选择；同名的看单位和证号',
    }),
    action: field.choice({
      label: '办理事项',
      aliases: ['事项', '业务类型', '办理类型', '办理业务'],
      required: true,
      table: 'certificate-action',
      indexed: true,
      listed: true,
      width: 6,
      section: what,
    }),
    actedOn: field.date({
      label: '办理日期',
      aliases: ['日期', '办理时间', '决定日期'],
      required: true,
      indexed: true,
      listed: true,
      width: 7,
      section: what,
    }),
    docNo: field.text({
      label: '文号',
      aliases: ['文书文号', '决定文号', '依据文号'],
      searchable: true,
      listed: true,
      width: 9,
      section: what,
      help: '如：安司证决〔2026〕2号',
    }),
    reason: field.text({
      label: '原因',
      aliases: ['事由', '办理原因', '理由'],
      listed: true,
      width: 14,
      section: what,
      help: '暂扣、收回、注销、补发必须填写',
    }),
    handler: field.text({ label: '经办人', width: 5, section: what }),
    certificateNo: field.text({
      label: '新证号',
      aliases: ['执法证号', '证件编号', '证号'],
      code: true,
      searchable: true,
      width: 10,
      section: result,
      help: '申领必填；换发、补发换了号的填写',
    }),
    issuer: field.text({ label: '发证机关', width: 10, section: result }),
    issuedOn: field.date({ label: '发证日期', width: 7, section: result, help: '不填按办理日期' }),
    validUntil: field.date({
      label: '新有效期至',
      aliases: ['有效期至', '有效期'],
      listed: true,
      width: 7,
      section: result,
      help: '申领、换发必填',
    }),
    suspendedFrom: field.date({ label: '暂扣起', aliases: ['暂扣日期'], width: 7, section: suspension }),
    suspendedUntil: field.date({ label: '暂扣止', aliases: ['暂扣期满日期'], width: 7, section: suspension }),
    notifiedOn: field.date({
      label: '通知日期',
      aliases: ['通知发证机关日期'],
      width: 7,
      section: suspension,
      help: '通知所在单位和发证机关的日期',
    }),
    reviewYear: field.integer({
      label: '审验年度',
      aliases: ['年审年度'],
      min: 1990,
      max: 2199,
      width: 5,
      section: review,
    }),
    reviewResult: field.choice({
      label: '审验结果',
      aliases: ['年审结果'],
      table: 'review-result',
      width: 6,
      section: review,
    }),
    announcedOn: field.date({ label: '公告日期', width: 7, section: loss }),
    announcedIn: field.text({
      label: '公告媒体',
      aliases: ['公告载体'],
      width: 9,
      section: loss,
      help: '如：安澜县政府网站',
    }),
    remark: field.paragraph({ label: '备注', width: 12, section: loss }),
  },
  titleFields: ['officer', 'action', 'actedOn'],
  naturalKeys: [{ fields: ['officer', 'action', 'actedOn'], unique: false }],
  order: [{ field: 'actedOn', descending: true }],
  rules: [actionComplete, actionValidityInOrder, actionSuspensionInOrder],
});

/** Values of a certificate action. */
export type CertificateAction = ValuesOf<typeof certificateAction>;
