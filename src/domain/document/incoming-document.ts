import { defineLedger, field, inOrder, type ValuesOf } from '../kernel';

const basic = '来文';
const handling = '办理';

/** 收文登记簿: documents that came in, and what became of them. */
export const incomingDocument = defineLedger({
  id: 'incoming-document',
  noun: '收文',
  title: '收文登记簿',
  purpose: '收到的来文、整改报告、反馈表和交办件：何时收到、谁承办、何时办结。',
  fields: {
    serial: field.text({
      label: '收文编号',
      aliases: ['收文号', '顺序号'],
      required: true,
      code: true,
      indexed: true,
      searchable: true,
      listed: true,
      width: 6,
      section: basic,
      help: '本局收文的顺序号，如：2026-15',
    }),
    receivedOn: field.date({
      label: '收文日期',
      aliases: ['收到日期', '来文日期'],
      required: true,
      indexed: true,
      listed: true,
      width: 7,
      section: basic,
    }),
    sender: field.text({
      label: '来文单位',
      aliases: ['来文机关', '发文单位'],
      required: true,
      searchable: true,
      listed: true,
      width: 12,
      section: basic,
    }),
    entity: field.reference({
      label: '名录中的单位',
      target: 'enforcement-entity',
      indexed: true,
      width: 14,
      section: basic,
    }),
    number: field.text({
      label: '来文文号',
      aliases: ['来文字号', '文号'],
      searchable: true,
      listed: true,
      width: 9,
      section: basic,
    }),
    title: field.text({
      label: '来文标题',
      aliases: ['标题', '文件标题', '内容'],
      required: true,
      searchable: true,
      listed: true,
      width: 14,
      section: basic,
    }),
    secrecy: field.text({ label: '密级', width: 5, section: basic }),
    urgency: field.text({ label: '紧急程度', width: 5, section: basic }),
    copies: field.integer({ label: '份数', min: 1, max: 10_000, width: 4, section: basic }),
    replyTo: field.reference({
      label: '答复的本局文书',
      target: 'official-document',
      indexed: true,
      width: 16,
      section: handling,
      help: '整改报告、情况说明等填写所答复的文书',
    }),
    opinion: field.paragraph({ label: '拟办意见', width: 14, section: handling }),
    instruction: field.paragraph({ label: '领导批示', width: 14, section: handling }),
    handler: field.text({ label: '承办人', searchable: true, listed: true, width: 5, section: handling }),
    dueOn: field.date({ label: '办结期限', indexed: true, listed: true, width: 7, section: handling }),
    doneOn: field.date({ label: '办结日期', width: 7, section: handling }),
    result: field.paragraph({ label: '办理结果', width: 14, section: handling }),
    remark: field.paragraph({ label: '备注', width: 10, section: handling }),
  },
  titleFields: ['serial', 'title'],
  naturalKeys: [{ fields: ['serial'], unique: true }],
  order: [{ field: 'receivedOn', descending: true }],
  rules: [
    (values) =>
      inOrder(
        { label: '收文日期', day: values.receivedOn },
        { field: 'doneOn', label: '办结日期', day: values.doneOn },
      ),
  ],
});

/** Values of an incoming document. */
export type IncomingDocument = ValuesOf<typeof incomingDocument>;
