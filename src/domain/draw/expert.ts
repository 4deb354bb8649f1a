import { defineLedger, field, identityAgrees, type ValuesOf } from '../kernel';
import { birthMonthField, genderField, identityNumberField, personPhoneField } from '../person';

const person = '人员';
const work = '单位和专长';

/** 专家库: who is invited to inspections and reviews for what he or she knows. */
export const expert = defineLedger({
  id: 'expert',
  noun: '专家',
  title: '行政执法监督专家库',
  purpose: '可以邀请参加监督检查、案卷评查的专家，随机抽取检查人员时可以选用。',
  fields: {
    name: field.text({
      label: '姓名',
      aliases: ['专家姓名'],
      required: true,
      searchable: true,
      indexed: true,
      listed: true,
      width: 5,
      section: person,
    }),
    gender: genderField({ section: person, listed: true }),
    birthMonth: birthMonthField({ section: person }),
    identityNumber: identityNumberField({ section: person }),
    phone: personPhoneField({ section: person, listed: true }),
    employer: field.text({
      label: '工作单位',
      aliases: ['单位', '所在单位'],
      searchable: true,
      listed: true,
      width: 14,
      section: work,
      help: '与执法主体名称一致的，抽取时自动回避该单位',
    }),
    position: field.text({ label: '职务职称', aliases: ['职务', '职称'], listed: true, width: 8, section: work }),
    formerEmployers: field.text({
      label: '近两年工作过的单位',
      aliases: ['曾任职单位', '近2年工作单位'],
      searchable: true,
      width: 12,
      section: work,
      help: '多个单位用顿号分开，抽取时自动回避',
    }),
    fields: field.choices({
      label: '擅长领域',
      aliases: ['专业领域', '执法领域'],
      table: 'enforcement-field',
      listed: true,
      width: 10,
      section: work,
    }),
    expertise: field.text({ label: '专长说明', aliases: ['专长', '特长'], searchable: true, width: 12, section: work }),
    joinedOn: field.date({ label: '入库日期', aliases: ['聘任日期'], listed: true, width: 7, section: work }),
    validUntil: field.date({ label: '在库期限至', aliases: ['聘期至'], indexed: true, width: 7, section: work }),
    left: field.flag({ label: '已出库', aliases: ['是否出库'], width: 4, section: work, help: '出库后不再参加抽取' }),
    remark: field.paragraph({ label: '备注', width: 12, section: work }),
  },
  titleFields: ['name', 'employer'],
  naturalKeys: [
    { fields: ['identityNumber'], unique: true },
    { fields: ['name', 'employer'], unique: false },
  ],
  order: [{ field: 'name' }],
  rules: [identityAgrees],
});

/** Values of an expert. */
export type Expert = ValuesOf<typeof expert>;
