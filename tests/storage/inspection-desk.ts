import type { Inspection } from '@/domain/inspection';
import type { LedgerRow } from '@/domain/kernel';
import { createInspections, openInspection, type InspectionRow, type OpenedInspection } from '@/services/inspections';
import type { Workbench } from '@/services/workbench';
import { valueOf } from './desk';
import { openDocumentDesk, type DocumentDesk } from './document-desk';

/** A desk with one body and two people to inspect it. */
export interface InspectionDesk extends DocumentDesk {
  readonly entity: LedgerRow;
  readonly team: readonly string[];
  readonly leader: string;
}

export async function openInspectionDesk(): Promise<InspectionDesk> {
  const made = await openDocumentDesk();
  const entity = await made.add('enforcement-entity', {
    name: '安澜县城市管理局',
    category: 'organ',
    level: 'county',
    status: 'active',
  });
  const one = await made.add('supervision-staff', { name: '俞明澈', unit: 'bureau', certificateNo: 'LJJD0799001' });
  const two = await made.add('supervision-staff', { name: '文鸢', unit: 'bureau', certificateNo: 'LJJD0799002' });
  return { ...made, entity, team: [one.id, two.id], leader: one.id };
}

/** The inspection as it stands, with what belongs to it. */
export async function openedInspection(bench: Workbench, id: string): Promise<OpenedInspection> {
  const found = await openInspection(bench, id);
  if (!found) throw new Error('no such inspection');
  return found;
}

/** An inspection planned for the body, with the team. */
export async function plannedInspection(
  { bench, entity, team, leader }: InspectionDesk,
  values: Partial<Inspection> = {},
): Promise<InspectionRow> {
  const crew = { team: [...team], leader };
  const input = { title: '三项制度检查', entity: entity.id, mode: 'key', ...crew, plannedOn: '2026-11-25' };
  const [row] = valueOf(await createInspections(bench, [{ ...input, ...values }]));
  if (!row) throw new Error('nothing was planned');
  return row;
}

/** What 开始检查 and 完成现场记录 ask for. */
export const site = { startedOn: '2026-11-25', place: '城管局会议室' };
export const record = {
  endedOn: '2026-11-25',
  present: '周明（副局长）',
  course: '查阅案卷10件。',
  summary: '有不符合项。',
};
