import { chineseDate, isDateText, type DateText } from '../kernel';
import { asDeadline, asList, asTable, asText, deadlineText } from './data';
import type { DocumentData, DocumentKind, KindField } from './kind';
import type { KnownWord } from './wording-check';
import type { WordValue } from './wording-fill';

/** What a document is made from beside its data: who issues it to whom, under which number, on which day. */
export interface DocumentFacts {
  readonly bureau: {
    readonly name: string;
    readonly shortName: string;
    readonly government: string | null;
    readonly issuerCode: string;
    readonly governmentCode: string | null;
    readonly address: string | null;
    readonly phone: string | null;
    readonly person: string;
  };
  /** Code of the rule pack in force. */
  readonly pack: string;
  readonly number: string | null;
  readonly signedOn: DateText | null;
  readonly today: DateText;
  readonly addressees: readonly string[];
  /** Supervision staff by record id. */
  readonly staff: Readonly<Record<string, { readonly name: string; readonly certificateNo: string }>>;
  /** Full names by the short names of the register, where somebody looked them up. */
  readonly fullNames?: Readonly<Record<string, string>>;
}

/** A field with what is usual where nothing is said. */
function inputField(field: Pick<KindField, 'name' | 'label' | 'type' | 'help'> & Partial<KindField>): KindField {
  return { required: false, options: [], columns: [], preset: '', least: 0, ahead: false, ...field };
}

/** What every kind asks for, beside its own fields. Wording may name them by their labels. */
export const commonFields: readonly KindField[] = [
  inputField({ name: 'subject', label: '案由', type: 'text', help: '文书所为何事，如：安全生产领域行政执法专项监督' }),
  inputField({
    name: 'urgency',
    label: '紧急程度',
    type: 'choice',
    help: '一般文书不填',
    options: ['特急', '加急'],
  }),
  inputField({ name: 'secrecy', label: '密级', type: 'text', help: '涉密文书才填，如：机密★1年' }),
  inputField({ name: 'copyNo', label: '份号', type: 'text', help: '涉密文书才填，六位数字，如：000001' }),
  inputField({ name: 'copies', label: '抄送', type: 'list', help: '抄送机关全称，每行一个' }),
  inputField({ name: 'attachments', label: '附件', type: 'list', help: '附件名称，每行一个，不写序号' }),
  inputField({ name: 'contact', label: '联系人', type: 'text', help: '不填时为经办人' }),
  inputField({ name: 'contactPhone', label: '联系电话', type: 'text', help: '不填时为单位信息中的电话' }),
];

/** Words that are there for every kind, with what they stand for. */
export const standardWords: readonly { readonly name: string; readonly meaning: string }[] = [
  { name: '本机关全称', meaning: '本局全称' },
  { name: '本机关简称', meaning: '本局简称' },
  { name: '本级政府', meaning: '本级人民政府全称' },
  { name: '发文机关', meaning: '署名的机关：本局，或以政府名义制发时的本级政府' },
  { name: '主送单位', meaning: '主送单位全称' },
  { name: '文书名称', meaning: '文书种类的名称，随适用的地方规定变化' },
  { name: '文号', meaning: '发文字号' },
  { name: '成文日期', meaning: '签发之日' },
  { name: '今天', meaning: '打开文书的日期' },
  { name: '经办人', meaning: '单位信息中的经办人' },
  { name: '单位地址', meaning: '单位信息中的地址' },
];

/** The word that stands for the first deadline of a kind, whatever its label. */
export const deadlineWord = '期限';

function formOf(field: KindField): KnownWord {
  if (field.type === 'table') return { form: 'table', columns: field.columns.map((column) => column.label) };
  if (field.type === 'list' || field.type === 'staff') return { form: 'list' };
  return field.type === 'choice' ? { form: 'text', options: field.options } : { form: 'text' };
}

/** All fields of a kind: what it asks for and what every kind asks for. */
export function fieldsOf(kind: Pick<DocumentKind, 'fields'>): readonly KindField[] {
  const own = new Set(kind.fields.map((field) => field.name));
  return [...kind.fields, ...commonFields.filter((field) => !own.has(field.name))];
}

/** The words that the wording of a kind may name. */
export function knownWords(kind: Pick<DocumentKind, 'fields'>): ReadonlyMap<string, KnownWord> {
  const words = new Map<string, KnownWord>(standardWords.map(({ name }) => [name, { form: 'text' }]));
  if (kind.fields.some((field) => field.type === 'deadline')) words.set(deadlineWord, { form: 'text' });
  for (const field of fieldsOf(kind)) words.set(field.label, formOf(field));
  return words;
}

/** The organ in whose name a kind is issued; empty where the government's name is not known. */
export function organOf(kind: Pick<DocumentKind, 'issuer'>, facts: DocumentFacts): string {
  return kind.issuer === 'government' ? (facts.bureau.government ?? '') : facts.bureau.name;
}

/** A supervisor as documents name one: 沈嘉禾（监督证号：JD-001）. */
function staffText(person: { readonly name: string; readonly certificateNo: string }): string {
  return person.certificateNo === '' ? person.name : `${person.name}（监督证号：${person.certificateNo}）`;
}

function text(value: string | null): WordValue {
  return { form: 'text', text: value ?? '' };
}

function valueOf(field: KindField, data: DocumentData, kind: DocumentKind, facts: DocumentFacts): WordValue {
  const value = data[field.name];
  switch (field.type) {
    case 'list':
      return { form: 'list', items: asList(value) };
    case 'staff':
      return {
        form: 'list',
        items: asList(value).flatMap((id) => (facts.staff[id] ? [staffText(facts.staff[id])] : [])),
      };
    case 'table':
      return {
        form: 'table',
        columns: field.columns.map((column) => column.label),
        rows: asTable(value, field.columns.length),
      };
    case 'date': {
      const day = asText(value);
      return text(isDateText(day) ? chineseDate(day) : '');
    }
    case 'deadline': {
      const choice = asDeadline(value);
      return text(choice ? deadlineText(choice, kind.name) : '');
    }
    case 'text':
    case 'paragraph':
    case 'choice':
    case 'integer':
      return text(asText(value));
  }
}

function standardValues(kind: DocumentKind, facts: DocumentFacts): Map<string, WordValue> {
  const { bureau } = facts;
  return new Map<string, WordValue>([
    ['本机关全称', text(bureau.name)],
    ['本机关简称', text(bureau.shortName)],
    ['本级政府', text(bureau.government)],
    ['发文机关', text(organOf(kind, facts))],
    ['主送单位', text(facts.addressees.join('、'))],
    ['文书名称', text(kind.name)],
    ['文号', text(facts.number)],
    ['成文日期', text(facts.signedOn === null ? '' : chineseDate(facts.signedOn))],
    ['今天', text(chineseDate(facts.today))],
    ['经办人', text(bureau.person)],
    ['单位地址', text(bureau.address)],
  ]);
}

/** What the words of a kind stand for, given data and facts. */
export function wordValues(kind: DocumentKind, data: DocumentData, facts: DocumentFacts): Map<string, WordValue> {
  const words = standardValues(kind, facts);
  const fields = fieldsOf(kind);
  for (const field of fields) words.set(field.label, valueOf(field, data, kind, facts));
  const deadline = fields.find((field) => field.type === 'deadline');
  const due = deadline && words.get(deadline.label);
  if (due && !fields.some((field) => field.label === deadlineWord)) words.set(deadlineWord, due);
  if (asText(data.contact) === '') words.set('联系人', text(facts.bureau.person));
  if (asText(data.contactPhone) === '') words.set('联系电话', text(facts.bureau.phone));
  return words;
}
