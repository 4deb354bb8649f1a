import { incomingDocument, officialDocument } from '@/domain/document';
import { dutyItem } from '@/domain/duty';
import { caseFile } from '@/domain/file-review';
import { finding } from '@/domain/finding';
import { inspection } from '@/domain/inspection';
import type { Filter, Ledger, ListQuery, SortKey } from '@/domain/kernel';
import { enforcementOfficer } from '@/domain/officer';

/** One kind of record that belongs to a body, as its page lists it. */
export interface BodyPart {
  readonly name: string;
  readonly title: string;
  readonly ledger: Ledger;
  /** Field that names the body. */
  readonly field: string;
  /** Which of them belong here. */
  readonly filters: readonly Filter[];
  readonly sort: readonly SortKey[];
  readonly columns: readonly string[];
  /** Sentence where there is none. */
  readonly empty: string;
}

/** Sources of findings that came from outside: people, the press, courts, procurators and higher departments. */
export const outsideSources = [
  'complaint',
  'hotline',
  'reconsideration',
  'lawsuit',
  'procuratorial',
  'supervisory',
  'congress',
  'media',
  'superior',
] as const;

const newest = (field: string): readonly SortKey[] => [{ field, descending: true }];

/** Everything that the page of a body lists, by name. */
export const bodyParts = {
  officers: {
    name: 'officers',
    title: '执法人员',
    ledger: enforcementOfficer,
    field: 'entity',
    filters: [],
    sort: [{ field: 'name' }],
    columns: ['name', 'department', 'position', 'certificateNo', 'certificateStatus', 'validUntil', 'postStatus'],
    empty: '名册中还没有该单位的执法人员。',
  },
  inspections: {
    name: 'inspections',
    title: '监督检查',
    ledger: inspection,
    field: 'entity',
    filters: [],
    sort: [],
    columns: ['title', 'mode', 'plannedOn', 'startedOn', 'itemsFailed', 'status'],
    empty: '还没有检查过该单位。',
  },
  findings: {
    name: 'findings',
    title: '问题整改',
    ledger: finding,
    field: 'entity',
    filters: [],
    sort: newest('foundOn'),
    columns: ['number', 'summary', 'source', 'foundOn', 'dueOn', 'personInCharge', 'status'],
    empty: '没有发现过该单位的问题。',
  },
  documents: {
    name: 'documents',
    title: '监督文书',
    ledger: officialDocument,
    field: 'entity',
    filters: [],
    sort: [],
    columns: ['title', 'number', 'signedOn', 'receivedOn', 'dueOn', 'status'],
    empty: '还没有发给该单位的文书。',
  },
  files: {
    name: 'files',
    title: '评查案卷',
    ledger: caseFile,
    field: 'entity',
    filters: [],
    sort: newest('reviewedOn'),
    columns: ['number', 'title', 'kind', 'decidedOn', 'reviewedOn', 'score', 'grade', 'status'],
    empty: '该单位的案卷还没有评查过。',
  },
  outside: {
    name: 'outside',
    title: '外部反映的问题',
    ledger: finding,
    field: 'entity',
    filters: [{ field: 'source', op: 'any', values: [...outsideSources] }],
    sort: newest('foundOn'),
    columns: ['number', 'summary', 'source', 'foundOn', 'dueOn', 'status'],
    empty: '没有从投诉举报、热线、复议诉讼等来源反映的问题。',
  },
  letters: {
    name: 'letters',
    title: '有关来文',
    ledger: incomingDocument,
    field: 'entity',
    filters: [{ field: 'replyTo', op: 'empty' }],
    sort: newest('receivedOn'),
    columns: ['serial', 'receivedOn', 'sender', 'title', 'handler', 'dueOn', 'doneOn'],
    empty: '没有转办单、投诉信等有关来文；对本局文书的答复列在各文书中。',
  },
  duties: {
    name: 'duties',
    title: '权责清单',
    ledger: dutyItem,
    field: 'entity',
    filters: [],
    sort: [{ field: 'seq' }],
    columns: ['itemCode', 'itemName', 'powerType', 'responsibleOffice', 'status'],
    empty: '权责清单中没有关联到该单位的事项；在权责事项的“关联执法主体”中选择后，就列在这里。',
  },
} as const satisfies Readonly<Record<string, BodyPart>>;

/** Name of a part. */
export type BodyPartName = keyof typeof bodyParts;

/** Conditions under which a register shows just a part of a body's page. */
export function partFilters({ field, filters }: BodyPart, body: string): readonly Filter[] {
  return [{ field, op: 'equals', value: body }, ...filters];
}

/** The list of a part. */
export function partQuery(part: BodyPart, body: string): ListQuery {
  return { ledger: part.ledger.id, filters: partFilters(part, body), sort: part.sort };
}
