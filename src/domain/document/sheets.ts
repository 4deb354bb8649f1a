import { chineseDate } from '../kernel';
import { asDeadline, asText, deadlineText } from './data';
import type { DocumentData, DocumentKind } from './kind';
import type { FormSheet } from './model';
import { organOf, type DocumentFacts } from './words';

/** What the sheets beside a document repeat of it. */
export interface SheetFacts {
  readonly kind: DocumentKind;
  readonly data: DocumentData;
  readonly facts: DocumentFacts;
  readonly title: string;
}

const day = '　　年　　月　　日';

/** 送达回证 for a document, with everything filled in but what is written at service (domain 1.5, no. 19). */
export function receiptOf({ kind, facts, title }: SheetFacts): FormSheet {
  const organ = organOf(kind, facts);
  const document = title.includes(kind.name) ? title : `${kind.name}（${title}）`;
  return {
    title: '送达回证',
    organ,
    number: facts.number ?? '',
    rows: [
      { cells: [{ label: '送达文书', value: document }], lines: 2 },
      { cells: [{ label: '文书文号', value: facts.number ?? '' }], lines: 1 },
      { cells: [{ label: '受送达单位（人）', value: facts.addressees.join('、') }], lines: 2 },
      {
        cells: [
          { label: '送达方式', value: '' },
          { label: '送达地点', value: '' },
        ],
        lines: 2,
      },
      {
        cells: [
          { label: '收件人（签名、盖章）', value: '' },
          { label: '收件人职务', value: '' },
        ],
        lines: 3,
      },
      { cells: [{ label: '收到时间', value: `${day}　　时　　分` }], lines: 2 },
      {
        cells: [
          { label: '送达人（签名）', value: '' },
          { label: '送达日期', value: day },
        ],
        lines: 3,
      },
      { cells: [{ label: '拒收事由、见证人', value: '' }], lines: 3 },
      { cells: [{ label: '备注', value: '' }], lines: 2 },
    ],
    notes: ['收件人签名并写明收到时间后，将本回证交还送达人。办理期限自收到之日起算。'],
  };
}

/** 存根 of a document, kept by the office. */
export function counterfoilOf({ kind, data, facts, title }: SheetFacts): FormSheet {
  const field = kind.fields.find((one) => one.type === 'deadline');
  const choice = field ? asDeadline(data[field.name]) : null;
  const signed = facts.signedOn === null ? day : chineseDate(facts.signedOn);
  const due = choice ? [{ cells: [{ label: '办理期限', value: deadlineText(choice, kind.name) }], lines: 2 }] : [];
  return {
    title: `${kind.name}（存根）`,
    organ: organOf(kind, facts),
    number: facts.number ?? '',
    rows: [
      { cells: [{ label: '文书标题', value: title }], lines: 2 },
      { cells: [{ label: '主送单位（人）', value: facts.addressees.join('、') }], lines: 2 },
      { cells: [{ label: '案由（事项）', value: asText(data.subject) }], lines: 2 },
      ...due,
      {
        cells: [
          { label: '经办人', value: facts.bureau.person },
          { label: '成文日期', value: signed },
        ],
        lines: 2,
      },
      {
        cells: [
          { label: '审核人（签名）', value: '' },
          { label: '签发人（签名）', value: '' },
        ],
        lines: 3,
      },
      { cells: [{ label: '备注', value: '' }], lines: 3 },
    ],
    notes: [],
  };
}
