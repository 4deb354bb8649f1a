import type { DocumentData } from '@/domain/document';
import { emptyValues, type Values } from '@/domain/kernel';
import { ledgerOf } from '@/domain/registry';
import { signDocument } from '@/services/document-signing';
import { recordService } from '@/services/document-serving';
import { takeStep } from '@/services/document-steps';
import { openDocument, saveDraft, type DocumentRow } from '@/services/documents';
import {
  createFindings,
  openFinding,
  type FindingInput,
  type FindingRow,
  type OpenedFinding,
} from '@/services/findings';
import type { Workbench } from '@/services/workbench';
import { valueOf } from './desk';
import { openDocumentDesk, type DocumentDesk } from './document-desk';

/** A desk with one body of the county, one under vertical management and one under double management. */
export interface FindingDesk extends DocumentDesk {
  readonly bodies: { readonly market: string; readonly tax: string; readonly ecology: string };
}

export async function openFindingDesk(): Promise<FindingDesk> {
  const desk = await openDocumentDesk();
  const body = async (values: Values): Promise<string> => (await desk.add('enforcement-entity', values)).id;
  const market = await body({ name: '安澜县市场监督管理局', management: 'local' });
  const superior = '国家税务总局澜江市税务局';
  const tax = await body({ name: '国家税务总局安澜县税务局', management: 'vertical', superior });
  const ecology = await body({ name: '澜江市安澜生态环境局', management: 'dual', superior: '澜江市生态环境局' });
  return { ...desk, bodies: { market, tax, ecology } };
}

/** What a finding of a body is registered with. */
export function inputFor(entity: string, more: Partial<FindingInput> = {}): FindingInput {
  return {
    entity,
    summary: '未告知陈述申辩权',
    fact: '安市监罚〔2026〕12号案，作出处罚决定前没有告知陈述、申辩的权利。',
    basis: '《中华人民共和国行政处罚法》第四十四条',
    source: 'inspection',
    foundOn: '2026-11-20',
    requirement: '依法重新处理该案。',
    ...more,
  };
}

/** Findings of a body with different facts. */
export async function found(bench: Workbench, entity: string, count: number): Promise<readonly FindingRow[]> {
  const inputs = Array.from({ length: count }, (_, at) => inputFor(entity, { fact: `第${at + 1}个问题的事实。` }));
  return valueOf(await createFindings(bench, inputs));
}

/** The finding as it stands, with what belongs to it. */
export async function now(bench: Workbench, id: string): Promise<OpenedFinding> {
  const opened = await openFinding(bench, id);
  if (!opened) throw new Error('no such finding');
  return opened;
}

/** What a drafter still has to fill in, by the names that the shipped kinds use. */
const filled = {
  reason: '上述行为违反法定程序。',
  basis: ['《吉林省行政执法监督条例》第二十八条'],
  opinions: ['依法重新处理该案。'],
  suggestions: ['请依法督促纠正。'],
  remedy: '如有异议，可以自收到之日起十五个工作日内申请复查。',
};

/** Takes a draft that came out of findings to the desk of its addressee, received on a day. */
export async function serve(
  bench: Workbench,
  draft: DocumentRow,
  receivedOn = '2026-11-24',
  own: { readonly data?: DocumentData; readonly proof?: Values } = {},
): Promise<DocumentRow> {
  const opened = await openDocument(bench, draft.id);
  if (!opened?.content) throw new Error('no such draft');
  const { entity, addressee, subject } = draft.values;
  const { kind, data } = opened.content;
  const names = new Set(kind.fields.map((field) => field.name));
  const more = Object.fromEntries(Object.entries(filled).filter(([name]) => names.has(name)));
  const whole = { ...data, ...more, ...own.data };
  const input = { entity, addressee: addressee ?? '', subject: subject ?? '', data: whole };
  const saved = valueOf(await saveDraft(bench, opened, input));
  const reviewed = valueOf(await takeStep(bench, saved, 'review'));
  const approved = valueOf(await takeStep(bench, reviewed, 'approved'));
  const again = await openDocument(bench, approved.id);
  if (!again) throw new Error('no such document');
  const number = { prefix: `安司${kind.code}`, year: 2026, choice: 'next' } as const;
  const signed = valueOf(await signDocument(bench, again, { signedBy: '王局长', signedOn: '2026-11-22', number }));
  const sealed = valueOf(await takeStep(bench, signed, 'sealed'));
  return valueOf(
    await recordService(bench, sealed, {
      recipient: sealed.values.addressee,
      method: 'direct',
      servedOn: receivedOn,
      servers: '陈静、文鸢',
      outcome: 'received',
      receivedOn,
      receiver: '签收人',
      ...own.proof,
    }),
  );
}

/** Values of a record with all fields. */
export function whole(ledger: string, values: Values): Values {
  return { ...emptyValues(ledgerOf(ledger)), ...values };
}
