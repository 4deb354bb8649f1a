import { defineLedger, field, identityAgrees, type ValuesOf } from '../kernel';
import {
  birthMonthField,
  educationField,
  genderField,
  identityNumberField,
  personPhoneField,
  politicalStatusField,
} from '../person';

const person = '人员';
const work = '单位和身份';
const check = '资格核查';

/**
 * 特邀、义务、社会监督员 as persons. What they were appointed to, and when, stands in the ledger of terms, so that a
 * renewal is a new record and no date is written over.
 */
export const laySupervisor = defineLedger({
  id: 'lay-supervisor',
  noun: '监督员',
  title: '行政执法监督员名册',
  purpose: '聘请的特邀、义务、社会监督员。聘期、活动、评价和监督卡另行登记，在此一并查看。',
  fields: {
    name: field.text({
      label: '姓名',
      aliases: ['监督员姓名', '监督员'],
      required: true,
      searchable: true,
      indexed: true,
      listed: true,
      width: 5,
      section: person,
    }),
    rosterNo: field.text({
      label: '编号',
      aliases: ['监督员编号', '名册编号'],
      code: true,
      indexed: true,
      searchable: true,
      listed: true,
      width: 6,
      section: person,
      help: '如：J-001',
    }),
    kind: field.choice({
      label: '监督员类别',
      aliases: ['类别', '称谓', '监督员类型'],
      table: 'supervisor-kind',
      indexed: true,
      listed: true,
      width: 10,
      section: person,
    }),
    gender: genderField({ section: person, listed: true }),
    birthMonth: birthMonthField({ section: person }),
    identityNumber: identityNumberField({ section: person }),
    ethnicity: field.choice({ label: '民族', table: 'ethnicity', width: 4, section: person }),
    politicalStatus: politicalStatusField({ section: person }),
    education: educationField({ section: person }),
    major: field.text({ label: '专业', aliases: ['所学专业'], width: 8, section: person }),
    phone: personPhoneField({ section: person, listed: true }),
    employer: field.text({
      label: '工作单位',
      aliases: ['工作单位及职务', '单位及职务', '单位', '所在单位', '单位职务'],
      searchable: true,
      listed: true,
      width: 16,
      section: work,
    }),
    position: field.text({ label: '职务', aliases: ['职务职称', '职称'], width: 8, section: work }),
    sources: field.choices({
      label: '身份类别',
      aliases: ['来源', '身份', '来源构成', '来源构成(原文)', '人员类别'],
      table: 'supervisor-source',
      listed: true,
      width: 9,
      section: work,
    }),
    expertise: field.text({
      label: '擅长领域',
      aliases: ['专业领域', '特长'],
      searchable: true,
      width: 10,
      section: work,
    }),
    recommender: field.text({ label: '推荐单位', searchable: true, width: 10, section: work }),
    disciplineCheck: field.choice({
      label: '处分情况',
      aliases: ['处分核查'],
      table: 'background-check',
      width: 5,
      section: check,
      help: '受过处分、被开除公职的，选“有记录”',
    }),
    criminalCheck: field.choice({
      label: '刑罚、行政拘留情况',
      aliases: ['刑事核查', '违法犯罪记录'],
      table: 'background-check',
      width: 7,
      section: check,
    }),
    creditCheck: field.choice({
      label: '失信情况',
      aliases: ['失信核查', '信用核查'],
      table: 'background-check',
      width: 5,
      section: check,
      help: '是否列为失信被执行人',
    }),
    otherCheck: field.choice({ label: '其他违法违纪情况', table: 'background-check', width: 7, section: check }),
    checkedOn: field.date({ label: '核查日期', width: 7, section: check }),
    checkedBy: field.text({ label: '核查人', width: 5, section: check }),
    remark: field.paragraph({ label: '备注', width: 12, section: check }),
  },
  titleFields: ['name', 'employer'],
  naturalKeys: [
    { fields: ['identityNumber'], unique: true },
    { fields: ['rosterNo'], unique: true },
    { fields: ['name', 'employer'], unique: false },
  ],
  order: [{ field: 'rosterNo' }, { field: 'name' }],
  rules: [identityAgrees],
});

/** Values of a lay supervisor. */
export type LaySupervisor = ValuesOf<typeof laySupervisor>;
