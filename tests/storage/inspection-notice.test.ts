import { describe, expect, it } from 'vitest';
import { officialDocument } from '@/domain/document';
import { inspection } from '@/domain/inspection';
import { recordService, reviseService } from '@/services/document-serving';
import { signDocument } from '@/services/document-signing';
import { takeStep, voidDocument } from '@/services/document-steps';
import { openDocument, saveDraft, type DocumentRow } from '@/services/documents';
import { draftNotice } from '@/services/inspection-notice';
import { takeInspectionStep } from '@/services/inspections';
import { removeRecords, undoCommit } from '@/services/records';
import type { Workbench } from '@/services/workbench';
import { errorOf, valueOf } from './desk';
import {
  openedInspection as opened,
  openInspectionDesk as desk,
  plannedInspection as planned,
  site,
  type InspectionDesk,
} from './inspection-desk';

const received = {
  recipient: '安澜县城市管理局',
  method: 'direct',
  servers: '俞明澈、文鸢',
  servedOn: '2026-11-22',
  outcome: 'received',
  receivedOn: '2026-11-23',
  receiver: '周倩',
};

/** The notice of an inspection, sealed: all that is left is its service. */
async function sealedNotice({ bench }: InspectionDesk, id: string): Promise<DocumentRow> {
  const draft = valueOf(await draftNotice(bench, await opened(bench, id)));
  const text = await openDocument(bench, draft.id);
  if (!text?.content) throw new Error('no content');
  const { entity, addressee, subject } = draft.values;
  const { data } = text.content;
  const whole = { entity, addressee: addressee ?? '', subject: subject ?? '', data };
  const saved = valueOf(await saveDraft(bench, text, whole));
  const reviewed = valueOf(await takeStep(bench, saved, 'review'));
  const approved = valueOf(await takeStep(bench, reviewed, 'approved'));
  const ready = await openDocument(bench, approved.id);
  if (!ready) throw new Error('no document');
  const number = { prefix: '安司执监检', year: 2026, choice: 'next' as const };
  const signed = valueOf(await signDocument(bench, ready, { signedBy: '王局长', signedOn: '2026-11-22', number }));
  return valueOf(await takeStep(bench, signed, 'sealed', { sealedOn: '2026-11-22' }));
}

async function statusOf(bench: Workbench, id: string) {
  const { status, notifiedOn, returnReason } = (await opened(bench, id)).row.values;
  return { status, notifiedOn, returnReason };
}

async function proofOf(bench: Workbench, id: string) {
  const [proof] = (await openDocument(bench, id))?.services ?? [];
  if (!proof) throw new Error('no proof of service');
  return proof;
}

describe('service of the notice', () => {
  const content = { content: '公示情况。', place: '城管局会议室', method: ['files'] };

  it('announces the inspection in the same commit, with an entry in its history', async () => {
    const made = await desk();
    const { bench } = made;
    const row = await planned(made, content);
    const notice = await sealedNotice(made, row.id);
    const [before] = await bench.storage.commits(null, 1);
    valueOf(await recordService(bench, notice, received));
    const [after] = await bench.storage.commits(null, 1);
    expect(after?.seq).toBe((before?.seq ?? 0) + 1);
    expect(await statusOf(bench, row.id)).toMatchObject({ status: 'notified', notifiedOn: '2026-11-23' });
    const [entry] = await bench.storage.history(inspection.id, row.id);
    expect(entry?.header).toMatchObject({ seq: after?.seq, intent: { label: '登记送达' } });
  });

  it('moves the day with a corrected proof', async () => {
    const made = await desk();
    const { bench } = made;
    const row = await planned(made, content);
    const notice = await sealedNotice(made, row.id);
    valueOf(await recordService(bench, notice, received));
    valueOf(await reviseService(bench, await proofOf(bench, notice.id), { receivedOn: '2026-11-24' }));
    expect(await statusOf(bench, row.id)).toMatchObject({ status: 'notified', notifiedOn: '2026-11-24' });
  });

  it('is taken back when the notice becomes void, unless the inspection has begun', async () => {
    const made = await desk();
    const { bench } = made;
    const [first, second] = [await planned(made, content), await planned(made, { ...content, title: '第二次检查' })];
    for (const { id } of [first, second]) valueOf(await recordService(bench, await sealedNotice(made, id), received));
    const begun = await opened(bench, second.id);
    valueOf(await takeInspectionStep(bench, begun.row, 'onsite', site));
    for (const { id } of [first, second]) {
      const { notice } = await opened(bench, id);
      if (!notice) throw new Error('no notice');
      valueOf(await voidDocument(bench, notice, { voidReason: '改期', voidOn: '2026-11-24' }));
    }
    expect(await statusOf(bench, first.id)).toMatchObject({
      status: 'planned',
      returnReason: '检查通知书已作废：改期',
    });
    expect(await statusOf(bench, second.id)).toMatchObject({ status: 'onsite', notifiedOn: '2026-11-23' });
  });

  it('is recorded also where no team is named; the inspection then waits for its team', async () => {
    const made = await desk();
    const { bench } = made;
    const row = await planned(made, content);
    const notice = await sealedNotice(made, row.id);
    const linked = (await opened(bench, row.id)).row;
    const changes = { team: null, leader: null };
    const mutation = { op: 'update', ledger: 'inspection', id: row.id, revision: linked.revision, changes } as const;
    valueOf(await bench.storage.commit({ kind: 'edit', label: '改' }, [mutation], bench.session.context()));
    expect(valueOf(await recordService(bench, notice, received)).values.status).toBe('served');
    expect(await statusOf(bench, row.id)).toMatchObject({ status: 'planned', notifiedOn: null });
  });

  it('is undone as a whole', async () => {
    const made = await desk();
    const { bench } = made;
    const row = await planned(made, content);
    valueOf(await recordService(bench, await sealedNotice(made, row.id), received));
    const [last] = await bench.storage.commits(null, 1);
    expect((await undoCommit(bench, last?.seq ?? 0)).ok).toBe(true);
    expect(await statusOf(bench, row.id)).toMatchObject({ status: 'planned', notifiedOn: null });
  });

  it('needs no notice any more where its draft was removed', async () => {
    const made = await desk();
    const { bench } = made;
    const row = await planned(made, content);
    const draft = valueOf(await draftNotice(bench, await opened(bench, row.id)));
    valueOf(await removeRecords(bench, officialDocument, [draft.id]));
    expect((await opened(bench, row.id)).row.values.notice).toBeNull();
  });

  it('can be taken back by hand, with a reason', async () => {
    const made = await desk();
    const row = await planned(made);
    const notified = valueOf(await takeInspectionStep(made.bench, row, 'notified', { notifiedOn: '2026-11-22' }));
    expect(errorOf(await takeInspectionStep(made.bench, notified, 'planned'))[0]?.field).toBe('returnReason');
    const back = valueOf(await takeInspectionStep(made.bench, notified, 'planned', { returnReason: '对方改期' }));
    expect(back.values).toMatchObject({ status: 'planned', notifiedOn: null });
  });
});
