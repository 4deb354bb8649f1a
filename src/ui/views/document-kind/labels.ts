import type { DocumentKind, KindField, Layout } from '@/domain/document';

/** Names of the layouts. */
export const layoutLabels: Readonly<Record<Layout, string>> = {
  letter: '信函格式',
  form: '文书式',
  file: '文件格式',
  minutes: '纪要格式',
};

/** Who issues a kind. */
export const issuerLabels: Readonly<Record<DocumentKind['issuer'], string>> = {
  bureau: '本局',
  government: '本级人民政府',
};

/** To whom a kind is addressed. */
export const addresseeLabels: Readonly<Record<DocumentKind['addressee'], string>> = {
  entity: '被监督单位',
  organ: '其他机关',
  person: '个人',
  none: '没有主送',
};

/** Kinds of input as the form of a document offers them. */
export const fieldTypeLabels: Readonly<Record<KindField['type'], string>> = {
  text: '一行文字',
  paragraph: '多行文字',
  date: '日期',
  integer: '整数',
  choice: '单选',
  list: '分条填写',
  table: '表格',
  staff: '监督工作人员',
  deadline: '期限',
};
