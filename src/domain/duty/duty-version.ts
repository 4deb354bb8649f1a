import { defineLedger, field, type ValuesOf } from '../kernel';
import { issuedHasStart, versionInOrder } from './version-rules';

/** 清单版本: a list of duties as one body approved it, in force from one day to another. */
export const dutyVersion = defineLedger({
  id: 'duty-version',
  noun: '清单版本',
  title: '权责清单版本',
  purpose: '各类权责清单的每一版：谁制定、何时施行、何时废止。事项按版本登记，两版之间可以对比。',
  fields: {
    title: field.text({
      label: '版本名称',
      aliases: ['清单名称', '清单版本', '版本', '名称'],
      required: true,
      searchable: true,
      indexed: true,
      listed: true,
      width: 16,
      help: '写明单位、清单和年份，如：安澜县行政执法协调监督权责清单（2026年版）',
    }),
    kind: field.choice({
      label: '清单种类',
      aliases: ['种类', '清单类型'],
      required: true,
      table: 'duty-list-kind',
      indexed: true,
      listed: true,
      width: 9,
    }),
    issuingBody: field.text({
      label: '制定机关',
      aliases: ['发布机关', '制定单位', '单位'],
      searchable: true,
      listed: true,
      width: 8,
      help: '如：安澜县司法局',
    }),
    approvalDocNo: field.text({
      label: '批准文号',
      aliases: ['文号', '发文字号'],
      listed: true,
      width: 8,
      help: '如：安政办发〔2026〕5号',
    }),
    effectiveFrom: field.date({
      label: '施行日期',
      aliases: ['生效日期', '施行起', '实施日期', '公布日期'],
      listed: true,
      width: 7,
      help: '已公布的版本必须填写',
    }),
    effectiveUntil: field.date({
      label: '施行至',
      aliases: ['失效日期', '废止日期', '施行止'],
      listed: true,
      width: 7,
      help: '仍在施行的不填',
    }),
    status: field.choice({
      label: '清单状态',
      aliases: ['状态'],
      required: true,
      table: 'duty-list-status',
      listed: true,
      width: 5,
    }),
    remark: field.paragraph({ label: '备注', aliases: ['说明'], width: 14 }),
  },
  titleFields: ['title'],
  naturalKeys: [
    { fields: ['title'], unique: true },
    { fields: ['kind', 'issuingBody', 'effectiveFrom'], unique: false },
  ],
  order: [{ field: 'effectiveFrom', descending: true }, { field: 'title' }],
  rules: [issuedHasStart, versionInOrder],
});

/** Values of a version of a duty list. */
export type DutyVersion = ValuesOf<typeof dutyVersion>;
