import { describe, expect, it } from 'vitest';
import { documentService } from '@/domain/document';
import type { Values } from '@/domain/kernel';
import { decideObjection, objectionDeadline, raiseObjection } from '@/services/document-objections';
import { refreshDueDays } from '@/services/deadline-refresh';
import { recordService, removeService, reviseService } from '@/services/document-serving';
import { signDocument } from '@/services/document-signing';
import { archiveDocument, takeStep } from '@/services/document-steps';
import { createDraft, type DocumentRow } from '@/services/documents';
import { editRecords, removeRecords } from '@/services/records';
import type { Workbench } from '@/services/workbench';
import { errorOf, valueOf } from './desk';
import { approved, body, facts, openDocumentDesk, opened, opinion, order, serials, signed } from './document-desk';

const proof: Values = {
  recipient: body,
  method: 'direct',
  servers: '陈静、李想',
  servedOn: '2026-11-22',
  outcome: 'received',
  receivedOn: '2026-11-23',
  receiver: '周明',
};

async function sealed(bench: Workbench, row?: DocumentRow): Promise<DocumentRow> {
  return valueOf(await takeStep(bench, row ?? (await signed(bench)), 'sealed', { sealedOn: '2026-11-22' }));
}

describe('service', () => {
  it('starts the deadline from the receipt and says why the last day is that day', async () => {
    const { bench } = await openDocumentDesk();
    const row = await sealed(bench);
    expect(row.values).toMatchObject({ dueOn: null });
    expect(JSON.parse(row.values.deadlineTerms ?? '')).toMatchObject({ amount: 30, packId: 'jilin-2021' });
    const served = valueOf(await recordService(bench, row, proof));
    expect(served.values).toMatchObject({ status: 'served', receivedOn: '2026-11-23' });
    // 30 working days after 23 November 2026: New Year's Day off, the notice of 2027 not yet known.
    expect(served.values.dueOn).toBe('2027-01-05');
    expect(served.values.dueReason).toContain('2026年11月23日收到，次日起算');
    expect(served.values.dueReason).toContain('第30个工作日');
    expect((await opened(bench, row.id)).services).toHaveLength(1);
  });

  it('is asked for before 送达, and comes after the seal', async () => {
    const { bench } = await openDocumentDesk();
    const fresh = await signed(bench);
    expect(errorOf(await recordService(bench, fresh, proof))[0]?.message).toContain('用印');
    const row = await sealed(bench, fresh);
    expect(errorOf(await takeStep(bench, row, 'served'))[0]?.message).toContain('送达成功的记录');
    const failed = { ...proof, outcome: 'unserved', receivedOn: null, reason: '大门紧锁' };
    const after = valueOf(await recordService(bench, row, failed));
    expect(after.values).toMatchObject({ status: 'sealed', receivedOn: null, dueOn: null });
    expect(errorOf(await takeStep(bench, after, 'served'))[0]?.message).toContain('送达成功的记录');
    const again = valueOf(await recordService(bench, after, { ...proof, method: 'mail', receivedOn: '2026-11-26' }));
    expect(again.values).toMatchObject({ status: 'served', receivedOn: '2026-11-26' });
  });

  it('has its bad inputs told at their fields, and writes nothing then', async () => {
    const { bench } = await openDocumentDesk();
    const row = await sealed(bench);
    const digest = await bench.storage.stateDigest();
    const wrong: readonly (readonly [Values, string, string])[] = [
      [{ ...proof, receivedOn: null }, 'receivedOn', '请填写“收到日期”'],
      [{ ...proof, receivedOn: '2026-11-21' }, 'receivedOn', '早于'],
      [{ ...proof, servedOn: '2026-11-20' }, 'servedOn', '早于“签发日期”'],
      [{ ...proof, recipient: null }, 'recipient', '受送达单位'],
    ];
    for (const [values, field, says] of wrong) {
      const [problem] = errorOf(await recordService(bench, row, values));
      expect(problem).toMatchObject({ field, message: expect.stringContaining(says) });
    }
    expect(await bench.storage.stateDigest()).toBe(digest);
  });

  it('counts the first receipt of each recipient and the last of several recipients', async () => {
    const { bench } = await openDocumentDesk();
    const two = `${body}、安澜县水利局`;
    const draft = valueOf(
      await createDraft(bench, { kind: opinion, entity: null, addressee: two, subject: '', data: facts }),
    );
    const { id } = valueOf(await takeStep(bench, valueOf(await takeStep(bench, draft, 'review')), 'approved'));
    const row = await sealed(bench, valueOf(await signDocument(bench, await opened(bench, id), order())));
    const first = valueOf(await recordService(bench, row, proof));
    expect(first.values).toMatchObject({ status: 'sealed', receivedOn: '2026-11-23' });
    const second = valueOf(await recordService(bench, first, { ...proof, receivedOn: '2026-11-25' }));
    expect(second.values).toMatchObject({ status: 'sealed', receivedOn: '2026-11-23' });
    const other = { ...proof, recipient: '安澜县水利局', receivedOn: '2026-11-27' };
    const all = valueOf(await recordService(bench, second, other));
    expect(all.values).toMatchObject({ status: 'served', receivedOn: '2026-11-27' });
    expect(all.values.dueReason).toContain('共2个单位签收，从最后收到的安澜县水利局起算');
  });

  it('moves receipt and deadline when it is corrected, and keeps one receipt of a served document', async () => {
    const { bench } = await openDocumentDesk();
    const served = valueOf(await recordService(bench, await sealed(bench), proof));
    const [service] = (await opened(bench, served.id)).services;
    if (!service) throw new Error('no service');
    const moved = valueOf(await reviseService(bench, service, { receivedOn: '2026-11-24' }));
    expect(moved.values).toMatchObject({ receivedOn: '2026-11-24', dueOn: '2027-01-06' });
    const [now] = (await opened(bench, served.id)).services;
    if (!now) throw new Error('no service');
    expect(errorOf(await removeService(bench, now))[0]?.message).toContain('至少要留一条');
    expect(valueOf(await refreshDueDays(bench))).toEqual({ documents: 0, findings: 0, answers: 0 });
  });

  it('is not changed behind the deadline in the general register', async () => {
    const { bench } = await openDocumentDesk();
    const served = valueOf(await recordService(bench, await sealed(bench), proof));
    const [service] = (await opened(bench, served.id)).services;
    const ids = [service?.id ?? ''];
    const edit = errorOf(await editRecords(bench, documentService, ids, { receivedOn: '2026-11-30' }));
    expect(edit).toMatchObject({ kind: 'invalid', problems: [{ message: expect.stringContaining('请打开文书') }] });
    expect(valueOf(await editRecords(bench, documentService, ids, { remark: '回证已归档' })).count).toBe(1);
    expect((await removeRecords(bench, documentService, ids)).ok).toBe(false);
  });

  it('of a recorded document sets its day of receipt by itself', async () => {
    const { bench, add } = await openDocumentDesk();
    const old = await add('official-document', { title: '旧通知', kindName: '通知', status: 'recorded' });
    await add('document-service', { ...proof, document: old.id, servedOn: '2020-01-02', receivedOn: '2020-01-03' });
    expect((await opened(bench, old.id)).row.values).toMatchObject({ receivedOn: '2020-01-03', dueOn: null });
  });
});

describe('deadlines', () => {
  it('end on the day that the document names, known at sign-off', async () => {
    const { bench } = await openDocumentDesk();
    const deadline = { amount: null, unit: 'working-day', on: '2026-12-31', source: '' } as const;
    const ready = await approved(bench, opinion, { ...facts, deadline });
    const row = valueOf(await signDocument(bench, ready, order()));
    expect(row.values).toMatchObject({ dueOn: '2026-12-31', dueReason: expect.stringContaining('截止日为') });
    const served = valueOf(await recordService(bench, await sealed(bench, row), proof));
    expect(served.values).toMatchObject({ receivedOn: '2026-11-23', dueOn: '2026-12-31' });
  });

  it('before the day of the document are refused at their field, and nothing is numbered', async () => {
    const { bench } = await openDocumentDesk();
    const deadline = { amount: null, unit: 'working-day', on: '2026-11-22', source: '' } as const;
    const ready = await approved(bench, opinion, { ...facts, deadline });
    const early = { ...deadline, on: '2026-11-01' };
    const content = ready.content && { ...ready.content, data: { ...facts, deadline: early } };
    const [problem] = errorOf(await signDocument(bench, { ...ready, content }, order()));
    expect(problem).toMatchObject({ field: 'deadline', message: expect.stringContaining('早于文书日期') });
    expect(await serials(bench)).toEqual([]);
  });

  it('keep the terms that the drafter set, whatever the pack says', async () => {
    const { bench } = await openDocumentDesk();
    const deadline = { amount: 10, unit: 'calendar-day', on: null, source: '' } as const;
    const row = valueOf(await signDocument(bench, await approved(bench, opinion, { ...facts, deadline }), order()));
    const terms = {
      amount: 10,
      unit: 'calendar-day',
      from: 'received',
      rollOver: true,
      source: '文书载明',
      packId: null,
    };
    expect(JSON.parse(row.values.deadlineTerms ?? '')).toMatchObject(terms);
    const served = valueOf(await recordService(bench, await sealed(bench, row), proof));
    expect(served.values.dueOn).toBe('2026-12-03');
  });
});

describe('objections', () => {
  it('hold the document until they are decided, with the day by which they are to be answered', async () => {
    const { bench, add } = await openDocumentDesk();
    const served = valueOf(await recordService(bench, await sealed(bench), proof));
    // What was kept at sign-off stands, whatever the rules say later.
    const rule = { instrument: 'opinion', purpose: 'objection', amount: 3, unit: 'working-day', from: 'received' };
    await add('deadline-rule', { ...rule, source: '本县规定第二条' });
    expect((await objectionDeadline(bench, await opened(bench, served.id)))?.due).toBe('2026-12-14');
    const raised = { applicant: body, raisedOn: '2026-11-30', grounds: '已公示' };
    const objected = valueOf(await raiseObjection(bench, served, raised));
    expect(objected.values.status).toBe('objected');
    expect(errorOf(await takeStep(bench, objected, 'served'))[0]?.message).toContain('复查结果');
    const [objection] = (await opened(bench, served.id)).objections;
    if (!objection) throw new Error('no objection');
    expect(objection.values.dueOn).toBe('2026-12-21');
    expect(errorOf(await decideObjection(bench, objection, {}))).toMatchObject([
      { field: 'result' },
      { field: 'decidedOn' },
    ]);
    const decided = valueOf(await decideObjection(bench, objection, { result: 'upheld', decidedOn: '2026-12-10' }));
    expect(decided.values.status).toBe('served');
    const filed = valueOf(await archiveDocument(bench, decided, { archivedOn: '2026-12-20', archiveNo: '2026-W-1' }));
    expect(filed.values.status).toBe('archived');
  });

  it('come no earlier than the receipt; a document withdrawn on review becomes void with its number', async () => {
    const { bench } = await openDocumentDesk();
    const row = await sealed(bench);
    const raised = { applicant: body, raisedOn: '2026-11-23', grounds: '事实不符' };
    expect(errorOf(await raiseObjection(bench, row, raised))[0]?.message).toContain('送达后');
    const served = valueOf(await recordService(bench, row, proof));
    const early = errorOf(await raiseObjection(bench, served, { ...raised, raisedOn: '2026-11-20' }));
    expect(early).toMatchObject([{ field: 'raisedOn' }]);
    valueOf(await raiseObjection(bench, served, raised));
    const [objection] = (await opened(bench, served.id)).objections;
    if (!objection) throw new Error('no objection');
    const decision = { result: 'withdrawn', decidedOn: '2026-11-30', opinion: '认定事实有误' };
    const gone = valueOf(await decideObjection(bench, objection, decision));
    expect(gone.values).toMatchObject({ status: 'void', voidReason: '复查后撤销：认定事实有误' });
    expect(await serials(bench)).toEqual(['1 void']);
  });
});
