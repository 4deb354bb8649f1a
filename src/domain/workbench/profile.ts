import { checkDivisionCode, defineLedger, field, type ValuesOf } from '../kernel';

/** The bureau at this desk. One record; the first run writes it. */
export const bureauProfile = defineLedger({
  id: 'bureau-profile',
  noun: '单位信息',
  title: '本单位信息',
  purpose: '本单位名称、区划代码和经办人，用于文书抬头、表头和上报。',
  internal: true,
  fields: {
    name: field.text({ label: '单位全称', required: true, help: '如：灌云县司法局' }),
    shortName: field.text({ label: '单位简称', required: true, help: '用于界面和统计表，如：灌云司法局' }),
    issuerCode: field.text({ label: '发文机关代字', required: true, help: '文号开头的代字，如：灌司' }),
    divisionCode: field.text({
      label: '行政区划代码',
      required: true,
      code: true,
      check: checkDivisionCode,
      help: '6位数字，如：320723',
    }),
    level: field.choice({ label: '单位层级', required: true, table: 'bureau-level' }),
    government: field.text({ label: '本级人民政府全称', help: '以政府名义制发的文书用，如：灌云县人民政府' }),
    governmentCode: field.text({ label: '政府发文代字', help: '以政府名义制发的文书文号用，如：灌政' }),
    address: field.text({ label: '单位地址', help: '写在文书和送达回证上' }),
    phone: field.text({ label: '联系电话', help: '写在文书上，如：0518-88800000' }),
    superior: field.text({ label: '上级司法行政机关', help: '如：连云港市司法局' }),
    rulePack: field.choice({ label: '适用的地方规定', required: true, table: 'rule-pack' }),
    person: field.text({ label: '经办人', required: true, help: '您的姓名，写入每一次修改的记录' }),
  },
  titleFields: ['name'],
  naturalKeys: [],
});

/** Values of the bureau's profile. */
export type BureauProfile = ValuesOf<typeof bureauProfile>;
