import { defineLedger, field, type ValuesOf } from '../kernel';
import { endComplete, endInOrder, termInOrder } from './term-rules';

const appointment = '聘任';
const papers = '聘书和证件';
const end = '离任';

/** 聘期: one term of a lay supervisor. A renewal is a new term. */
export const appointmentTerm = defineLedger({
  id: 'appointment-term',
  noun: '聘期',
  title: '监督员聘任台账',
  purpose: '每一次聘任一条，续聘也新建一条；到期前90天和30天提醒。',
  fields: {
    supervisor: field.reference({
      label: '监督员',
      aliases: ['姓名', '监督员姓名'],
      required: true,
      target: 'lay-supervisor',
      searchable: true,
      indexed: true,
      listed: true,
      width: 13,
      section: appointment,
    }),
    termNo: field.text({
      label: '届次',
      aliases: ['聘任届次'],
      listed: true,
      width: 5,
      section: appointment,
      help: '如：第三届',
    }),
    kind: field.choice({
      label: '聘任方式',
      aliases: ['聘任类型', '方式'],
      table: 'term-kind',
      listed: true,
      width: 5,
      section: appointment,
    }),
    docNo: field.text({
      label: '聘任文号',
      aliases: ['文号', '聘任文件'],
      searchable: true,
      listed: true,
      width: 8,
      section: appointment,
      help: '如：安政办发〔2026〕8号',
    }),
    startsOn: field.date({
      label: '聘期起',
      aliases: ['聘任日期', '聘期开始', '起始日期', '聘任时间', '聘期起始'],
      required: true,
      listed: true,
      width: 7,
      section: appointment,
    }),
    endsOn: field.date({
      label: '聘期止',
      aliases: ['聘期结束', '截止日期', '到期日期', '聘期截止', '聘期至'],
      required: true,
      indexed: true,
      listed: true,
      width: 7,
      section: appointment,
    }),
    status: field.choice({
      label: '任期状态',
      aliases: ['状态', '聘任状态'],
      required: true,
      table: 'term-status',
      indexed: true,
      listed: true,
      width: 5,
      section: appointment,
      help: '期满由日期推算；中途离任的改为解聘或辞任',
    }),
    letterNo: field.text({
      label: '聘书编号',
      aliases: ['聘书号'],
      code: true,
      indexed: true,
      searchable: true,
      listed: true,
      width: 7,
      section: papers,
    }),
    badgeNo: field.text({
      label: '监督员证号',
      aliases: ['监督员证编号', '监督证号', '证件编号'],
      code: true,
      indexed: true,
      searchable: true,
      width: 8,
      section: papers,
    }),
    issuedOn: field.date({ label: '聘书印发日期', aliases: ['发证日期', '颁发日期'], width: 7, section: papers }),
    endedOn: field.date({ label: '离任日期', aliases: ['解聘日期', '辞任日期'], width: 7, section: end }),
    endReason: field.choice({
      label: '离任原因',
      aliases: ['解聘原因'],
      table: 'dismissal-reason',
      width: 7,
      section: end,
    }),
    endDocNo: field.text({ label: '离任文号', aliases: ['解聘文号'], width: 9, section: end }),
    remark: field.paragraph({ label: '备注', width: 12, section: end }),
  },
  titleFields: ['supervisor', 'startsOn', 'endsOn'],
  naturalKeys: [
    { fields: ['letterNo'], unique: true },
    { fields: ['supervisor', 'startsOn'], unique: false },
  ],
  order: [{ field: 'endsOn', descending: true }],
  rules: [termInOrder, endInOrder, endComplete],
});

/** Values of a term. */
export type AppointmentTerm = ValuesOf<typeof appointmentTerm>;
