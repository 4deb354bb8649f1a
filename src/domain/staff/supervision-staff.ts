import { defineLedger, field, identityAgrees, type ValuesOf } from '../kernel';
import {
  birthMonthField,
  educationField,
  genderField,
  identityNumberField,
  personPhoneField,
  politicalStatusField,
} from '../person';
import { officeNamed, staffCertificateInOrder } from './staff-rules';

const person = '人员';
const post = '单位和岗位';
const qualification = '资格和证件';

/** 监督工作人员: who in the bureau and its offices carries out supervision (staffing: 连政办发〔2024〕9号, part 2 (4) 1). */
export const supervisionStaff = defineLedger({
  id: 'supervision-staff',
  noun: '监督工作人员',
  title: '行政执法监督工作人员名册',
  purpose: '本局和各司法所从事行政执法监督工作的人员及其资格，用于核对配备是否达标。',
  fields: {
    name: field.text({
      label: '姓名',
      aliases: ['人员姓名'],
      required: true,
      searchable: true,
      indexed: true,
      listed: true,
      width: 5,
      section: person,
    }),
    gender: genderField({ section: person }),
    identityNumber: identityNumberField({ section: person }),
    birthMonth: birthMonthField({ section: person }),
    politicalStatus: politicalStatusField({ section: person }),
    education: educationField({ section: person }),
    major: field.text({ label: '专业', aliases: ['所学专业'], width: 8, section: person }),
    phone: personPhoneField({ section: person }),
    unit: field.choice({
      label: '所在机构类别',
      aliases: ['机构类别', '单位类别'],
      required: true,
      table: 'staff-unit',
      indexed: true,
      listed: true,
      width: 5,
      section: post,
      help: '司法所的人员还要选择所在司法所',
    }),
    office: field.reference({
      label: '所在司法所',
      aliases: ['司法所', '所在所'],
      target: 'judicial-office',
      searchable: true,
      indexed: true,
      listed: true,
      width: 12,
      section: post,
    }),
    department: field.text({
      label: '科室',
      aliases: ['部门', '股室', '内设机构', '所在科室'],
      searchable: true,
      listed: true,
      width: 10,
      section: post,
      help: '如：行政执法协调监督股',
    }),
    position: field.text({ label: '职务', aliases: ['职务职级', '岗位'], listed: true, width: 6, section: post }),
    staffing: field.choice({
      label: '编制性质',
      aliases: ['人员性质', '编制'],
      table: 'staffing-type',
      width: 6,
      section: post,
    }),
    mode: field.choice({
      label: '专兼职',
      aliases: ['专职/兼职', '专职或兼职', '是否专职'],
      table: 'duty-mode',
      width: 4,
      section: post,
    }),
    since: field.month({
      label: '从事监督工作时间',
      aliases: ['从事监督工作起始时间', '到岗时间'],
      width: 6,
      section: post,
    }),
    postStatus: field.choice({
      label: '在岗状态',
      aliases: ['是否在岗', '人员状态'],
      table: 'post-status',
      indexed: true,
      listed: true,
      width: 5,
      section: post,
      help: '不填按在岗计',
    }),
    legallyQualified: field.flag({
      label: '取得法律职业资格',
      aliases: ['是否取得法律职业资格', '法律职业资格', '是否具有法律职业资格'],
      listed: true,
      width: 5,
      section: qualification,
    }),
    legalQualificationNo: field.text({
      label: '法律职业资格证号',
      aliases: ['法律职业资格证书编号', '资格证号'],
      code: true,
      width: 10,
      section: qualification,
    }),
    lawBackground: field.flag({
      label: '法律专业背景',
      aliases: ['是否法律专业', '法律专业'],
      width: 6,
      section: qualification,
    }),
    certificateNo: field.text({
      label: '监督证号',
      aliases: ['行政执法监督证号', '监督证件编号', '证件编号', '执法监督证号'],
      code: true,
      indexed: true,
      searchable: true,
      listed: true,
      width: 8,
      section: qualification,
    }),
    certificateIssuedOn: field.date({ label: '发证日期', aliases: ['领证日期'], width: 7, section: qualification }),
    certificateValidUntil: field.date({
      label: '监督证有效期至',
      aliases: ['有效期至', '证件有效期'],
      indexed: true,
      width: 7,
      section: qualification,
    }),
    remark: field.paragraph({ label: '备注', width: 12, section: qualification }),
  },
  titleFields: ['name', 'office', 'certificateNo'],
  naturalKeys: [
    { fields: ['identityNumber'], unique: true },
    { fields: ['certificateNo'], unique: true },
    { fields: ['name', 'office'], unique: false },
  ],
  order: [{ field: 'unit' }, { field: 'office' }, { field: 'name' }],
  rules: [identityAgrees, officeNamed, staffCertificateInOrder],
});

/** Values of a member of staff. */
export type SupervisionStaff = ValuesOf<typeof supervisionStaff>;
