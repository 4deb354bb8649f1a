import { checkDivisionCode, checkPhone, defineLedger, field, type ValuesOf } from '../kernel';

/** 司法所: the bureau's office in a township, which helps to supervise (Regulation, art. 6). */
export const judicialOffice = defineLedger({
  id: 'judicial-office',
  noun: '司法所',
  title: '司法所名录',
  purpose: '设在乡镇、街道的司法所，协助开展行政执法监督；人员配备按所核对。',
  fields: {
    name: field.text({
      label: '司法所名称',
      aliases: ['名称', '司法所', '所名'],
      required: true,
      searchable: true,
      indexed: true,
      listed: true,
      width: 14,
      help: '如：安澜县司法局城关司法所',
    }),
    township: field.text({
      label: '所在乡镇（街道）',
      aliases: ['乡镇', '乡镇（街道）', '所在乡镇', '所在地', '街道'],
      searchable: true,
      listed: true,
      width: 10,
    }),
    divisionCode: field.text({
      label: '乡镇区划代码',
      aliases: ['区划代码', '行政区划代码'],
      code: true,
      check: checkDivisionCode,
      width: 7,
      help: '9位：县6位加乡镇3位，如：320799100',
    }),
    head: field.text({ label: '负责人', aliases: ['所长', '司法所负责人'], searchable: true, listed: true, width: 6 }),
    phone: field.text({
      label: '办公电话',
      aliases: ['联系电话', '电话'],
      code: true,
      check: checkPhone,
      listed: true,
      width: 9,
    }),
    posts: field.integer({ label: '编制数', aliases: ['核定编制', '编制'], min: 0, max: 1000, listed: true, width: 5 }),
    address: field.text({ label: '地址', aliases: ['办公地址'], listed: true, width: 16 }),
    closed: field.flag({ label: '已撤并', aliases: ['是否撤并'], width: 5, help: '撤并后不再核对人员配备' }),
    remark: field.paragraph({ label: '备注', width: 12 }),
  },
  titleFields: ['name'],
  naturalKeys: [{ fields: ['name'], unique: true }],
  order: [{ field: 'divisionCode' }, { field: 'name' }],
});

/** Values of a judicial office. */
export type JudicialOffice = ValuesOf<typeof judicialOffice>;
