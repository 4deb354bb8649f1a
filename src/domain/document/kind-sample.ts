import { addDays, type DateText } from '../kernel';
import type { DataValue, DocumentData, DocumentKind, KindField } from './kind';
import { fieldsOf, type DocumentFacts } from './words';

const samplePeople = {
  'sample-1': { name: '沈嘉禾', certificateNo: 'JD-001' },
  'sample-2': { name: '骆行舟', certificateNo: 'JD-002' },
} as const;

/** What stands behind 如： in the help of a field. */
function exampleOf(field: KindField): string | null {
  const example = /如：([^；]+)/.exec(field.help)?.[1]?.replace(/[。，]$/, '');
  return example ? example : null;
}

/** The preset without blanks that somebody has to fill in; null where it has none of its own. */
function presetOf(field: KindField): string | null {
  return field.preset === '' ? null : field.preset.replace(/〔(?!\d{4}〕)[^〔〕]*〕/g, '××');
}

function textFor(field: KindField): string {
  if (field.name === 'copyNo') return '000001';
  return presetOf(field) ?? exampleOf(field) ?? `${field.label}内容`;
}

function tableFor(field: KindField): readonly (readonly string[])[] {
  return ['甲', '乙'].map((mark) => field.columns.map((column) => `${column.label}${mark}`));
}

function valueFor(field: KindField, place: number, today: DateText): DataValue {
  switch (field.type) {
    case 'text':
      return textFor(field);
    case 'paragraph':
      return presetOf(field) ?? `${field.label}的内容写在这里。`;
    case 'list':
      return presetOf(field)?.split('\n') ?? [`${field.label}第一项。`, `${field.label}第二项。`];
    case 'choice':
      return field.preset === '' ? (field.options[0] ?? '') : field.preset;
    case 'date':
      return addDays(today, (field.ahead ? 10 : -60) + place);
    case 'integer':
      return 3;
    case 'table':
      return tableFor(field);
    case 'staff':
      return Object.keys(samplePeople);
    case 'deadline':
      return { amount: 30, unit: 'working-day', on: null, source: '' };
  }
}

/** Every field of a kind filled in with examples, for the preview of its wording. Secret and urgent it is not. */
export function sampleData(kind: Pick<DocumentKind, 'fields'>, today: DateText): DocumentData {
  const left = ['urgency', 'secrecy', 'copyNo', 'copies', 'attachments', 'contact', 'contactPhone'];
  const own = new Set(kind.fields.map((field) => field.name));
  const fields = fieldsOf(kind).filter((field) => own.has(field.name) || !left.includes(field.name));
  return Object.fromEntries(fields.map((field, place) => [field.name, valueFor(field, place, today)]));
}

/** Facts for such a preview: the bureau's own with an example of a number, addressee and people. */
export function sampleFacts(
  kind: Pick<DocumentKind, 'code' | 'issuer' | 'addressee'>,
  bureau: DocumentFacts['bureau'],
  today: DateText,
): DocumentFacts {
  const government = bureau.government ?? '安澜县人民政府';
  const prefix = kind.issuer === 'government' ? (bureau.governmentCode ?? '安政') : bureau.issuerCode;
  const who = kind.addressee === 'person' ? '王××' : '安澜县市场监督管理局';
  return {
    bureau: { ...bureau, government, phone: bureau.phone ?? '0599-6780000' },
    pack: '',
    number: kind.code === '' ? null : `${prefix}${kind.code}〔${today.slice(0, 4)}〕1号`,
    signedOn: today,
    today,
    addressees: kind.addressee === 'none' ? [] : [who],
    staff: samplePeople,
  };
}
