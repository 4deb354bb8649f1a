import { beforeEach, describe, expect, it } from 'vitest';
import { officialDocument } from '@/domain/document';
import { decideExtension, requestExtension } from '@/services/finding-extensions';
import { escalate, groupIntoDocument, kindsForFindings } from '@/services/finding-documents';
import {
  closeOut,
  orderDirectly,
  recordMeasure,
  reopenFinding,
  submitRectification,
  takeFindingStep,
  verifyFinding,
} from '@/services/finding-steps';
import { createFindings, type FindingRow } from '@/services/findings';
import { raiseObjection, decideObjection } from '@/services/document-objections';
import { reviseService } from '@/services/document-serving';
import { openDocument } from '@/services/documents';
import { removeRecords, saveRecord } from '@/services/records';
import { finding } from '@/domain/finding';
import type { EnforcementEntity } from '@/domain/entity';
import type { Values } from '@/domain/kernel';
import { errorOf, valueOf } from './desk';
import { found, inputFor, now, openFindingDesk, serve, whole, type FindingDesk } from './finding-desk';

let desk: FindingDesk;
beforeEach(async () => {
  desk = await openFindingDesk();
});

async function issued(count = 1): Promise<FindingRow> {
  const rows = await found(desk.bench, desk.bodies.market, count);
  const ids = rows.map((row) => row.id);
  await serve(desk.bench, valueOf(await groupIntoDocument(desk.bench, ids, 'supervision-opinion')));
  return (await now(desk.bench, ids[0] ?? '')).row;
}

async function reported(row: FindingRow): Promise<FindingRow> {
  const values = { submittedOn: '2026-12-20', progress: '已重新处理该案。' };
  return valueOf(await submitRectification(desk.bench, row, values));
}

const passed = {
  method: 'paper',
  verifiedOn: '2026-12-24',
  verifiers: '陈静、文鸢',
  result: 'passed',
  opinion: '到位。',
};
const approval = { closedOn: '2026-12-28', closedBy: '王局长', closeOpinion: '同意销号。' };

async function closed(): Promise<FindingRow> {
  const verified = valueOf(await verifyFinding(desk.bench, await reported(await issued()), passed));
  return valueOf(await closeOut(desk.bench, verified, approval));
}

describe('findings', () => {
  it('are numbered within the year, one after another', async () => {
    const first = await found(desk.bench, desk.bodies.market, 2);
    const [third] = await found(desk.bench, desk.bodies.tax, 1);
    expect([...first, third].map((row) => row?.values.number)).toEqual(['WT-2026-1', 'WT-2026-2', 'WT-2026-3']);
  });

  it('of one body stand in one document and take state and deadline from its service', async () => {
    const rows = await found(desk.bench, desk.bodies.market, 3);
    const ids = rows.map((row) => row.id);
    const draft = valueOf(await groupIntoDocument(desk.bench, ids, 'supervision-opinion'));
    const content = (await openDocument(desk.bench, draft.id))?.content;
    expect(content?.data['problems']).toHaveLength(3);
    expect((await now(desk.bench, ids[0] ?? '')).row.values).toMatchObject({ status: 'open', document: draft.id });
    const document = await serve(desk.bench, draft);
    for (const id of ids) {
      const { values } = (await now(desk.bench, id)).row;
      expect(values).toMatchObject({
        status: 'issued',
        dueOn: document.values.dueOn,
        documentNo: document.values.number,
      });
      expect(values.dueReason).toContain('第30个工作日');
    }
  });

  it('of two bodies are not put into one document', async () => {
    const [one] = await found(desk.bench, desk.bodies.market, 1);
    const [other] = await found(desk.bench, desk.bodies.ecology, 1);
    const answer = await groupIntoDocument(desk.bench, [one?.id ?? '', other?.id ?? ''], 'supervision-opinion');
    expect(errorOf(answer)[0]?.message).toContain('2个单位');
  });

  it('follow a corrected receipt with their deadline', async () => {
    const row = await issued();
    const document = await openDocument(desk.bench, row.values.document ?? '');
    const [service] = document?.services ?? [];
    if (!service) throw new Error('was not served');
    valueOf(await reviseService(desk.bench, service, { servedOn: '2026-11-30', receivedOn: '2026-11-30' }));
    const after = (await now(desk.bench, row.id)).row.values;
    expect(after.dueOn ?? '').toBe((await openDocument(desk.bench, document?.row.id ?? ''))?.row.values.dueOn);
    expect((after.dueOn ?? '') > (row.values.dueOn ?? '')).toBe(true);
  });

  it('are free again when their draft goes to the recycle bin', async () => {
    const [row] = await found(desk.bench, desk.bodies.market, 1);
    const draft = valueOf(await groupIntoDocument(desk.bench, [row?.id ?? ''], 'supervision-opinion'));
    valueOf(await removeRecords(desk.bench, officialDocument, [draft.id]));
    expect((await now(desk.bench, row?.id ?? '')).row.values).toMatchObject({ status: 'open', document: null });
  });

  it('are free again when the review of an objection withdraws their document', async () => {
    const row = await issued();
    const opened = await openDocument(desk.bench, row.values.document ?? '');
    if (!opened) throw new Error('no document');
    const grounds = { applicant: '安澜县市场监督管理局', raisedOn: '2026-11-26', grounds: '事实有出入。' };
    valueOf(await raiseObjection(desk.bench, opened.row, grounds));
    const [objection] = (await now(desk.bench, row.id)).objections;
    if (!objection) throw new Error('no objection');
    valueOf(
      await decideObjection(desk.bench, objection, { result: 'withdrawn', decidedOn: '2026-11-30', opinion: '撤销。' }),
    );
    expect((await now(desk.bench, row.id)).row.values).toMatchObject({ status: 'open', document: null, dueOn: null });
  });
});

describe('an illegal step', () => {
  it('is refused with the names of both states', async () => {
    const [row] = await found(desk.bench, desk.bodies.market, 1);
    if (!row) throw new Error('none');
    const answer = await takeFindingStep(desk.bench, row, 'closed', approval);
    expect(errorOf(answer)[0]?.message).toContain('“待处理”');
  });

  it('is refused by the storage too, whoever asks', async () => {
    const [row] = await found(desk.bench, desk.bodies.market, 1);
    if (!row) throw new Error('none');
    const values = { ...row.values, ...approval, status: 'closed' };
    expect(errorOf(await saveRecord(desk.bench, { ledger: finding, base: row, values }))).toMatchObject({
      kind: 'invalid',
    });
  });

  it('moves no deadline that a document set', async () => {
    const row = await issued();
    const values = { ...row.values, dueOn: '2027-06-30' };
    const refusal = errorOf(await saveRecord(desk.bench, { ledger: finding, base: row, values }));
    expect(refusal.kind === 'invalid' && refusal.problems[0]?.message).toContain('延期审批');
  });

  it('asks for the values that it needs', async () => {
    const row = await issued();
    expect(errorOf(await submitRectification(desk.bench, row, {})).map((one) => one.field)).toEqual([
      'submittedOn',
      'progress',
    ]);
  });
});

describe('history that comes in whole', () => {
  it('is taken as it is, and into the course with the deadline it had', async () => {
    const values = whole('finding', { ...inputFor(desk.bodies.market), status: 'recorded', dueOn: '2026-11-21' });
    const row = (await desk.add('finding', { ...values, foundOn: '2026-10-08' })) as FindingRow;
    const late = { requirement: '改正', dueOn: '2026-11-21' };
    const taken = valueOf(await orderDirectly(desk.bench, row, late));
    expect(taken.values).toMatchObject({ status: 'rectifying', dueOn: '2026-11-21', startedOn: '2026-10-08' });
    const early = { requirement: '改正', dueOn: '2026-10-01' };
    expect(errorOf(await orderDirectly(desk.bench, row, early))[0]?.field).toBe('dueOn');
  });
});

describe('an extension', () => {
  it('moves the deadline only when it is approved, and is explained', async () => {
    const row = await issued();
    const asked = { askedOn: '2026-11-30', reason: '案件需要重新取证', until: '2027-02-26' };
    valueOf(await requestExtension(desk.bench, row, asked));
    const opened = await now(desk.bench, row.id);
    expect(opened.row.values.dueOn).toBe(row.values.dueOn);
    const [extension] = opened.extensions;
    if (!extension) throw new Error('none');
    const decision = { result: 'granted', approvedBy: '王局长', approvedOn: '2026-12-01', grantedUntil: '2027-02-26' };
    const after = valueOf(await decideExtension(desk.bench, extension, decision));
    expect(after.values.dueOn).toBe('2027-02-26');
    expect(after.values.dueReason).toContain('经批准延长至');
    expect(after.values.dueReason).toContain('案件需要重新取证');
  });

  it('that is refused leaves the deadline', async () => {
    const row = await issued();
    valueOf(await requestExtension(desk.bench, row, { askedOn: '2026-11-30', reason: '忙', until: '2027-02-26' }));
    const [extension] = (await now(desk.bench, row.id)).extensions;
    if (!extension) throw new Error('none');
    const decision = { result: 'refused', approvedBy: '王局长', approvedOn: '2026-12-01' };
    expect(valueOf(await decideExtension(desk.bench, extension, decision)).values.dueOn).toBe(row.values.dueOn);
  });

  it('asks for a reason and a day beyond the deadline', async () => {
    const row = await issued();
    const early = { askedOn: '2026-11-30', reason: '忙', until: '2026-12-01' };
    expect(errorOf(await requestExtension(desk.bench, row, early))[0]?.field).toBe('until');
    const bare = { askedOn: '2026-11-30', until: '2027-02-26' };
    expect(errorOf(await requestExtension(desk.bench, row, bare))[0]?.field).toBe('reason');
  });
});

describe('records of a finding that come in by themselves', () => {
  async function importOne(ledger: string, values: Values): Promise<string> {
    const { bench } = desk;
    const plan = await bench.storage.beginImport(ledger, bench.session.context());
    await bench.storage.addRows(plan, [{ sheetRow: 2, values: whole(ledger, values), problems: [], cells: [] }]);
    const rejected = await bench.storage.importOutcomes(plan, 'rejected', 0, 9);
    return rejected.flatMap((one) => one.problems.map((problem) => problem.message)).join();
  }

  it('grant no extension beside the deadline that it moves', async () => {
    const { id } = await issued();
    const granted = { result: 'granted', approvedBy: '王局长', approvedOn: '2026-11-22', grantedUntil: '2027-03-01' };
    const asked = { finding: id, askedOn: '2026-11-22', reason: '忙', until: '2027-03-01' };
    expect(await importOne('deadline-extension', { ...asked, ...granted })).toContain('整改期限才会随之改变');
  });

  it('verify nothing that was not reported', async () => {
    const { id } = await issued();
    expect(await importOne('verification', { ...passed, finding: id })).toContain('报告整改情况以后才能核验');
  });

  it('take no step of the ladder that is milder than what was done', async () => {
    const { id } = await issued();
    const entry = { finding: id, on: '2026-11-22', reason: '逾期' };
    expect(await importOne('escalation', { ...entry, step: 'notice' })).toContain('已采取过同样或更重的措施');
    expect(await importOne('escalation', { ...entry, step: 'decision' })).toBe('');
    const row = await closed();
    expect(await importOne('escalation', { ...entry, finding: row.id, step: 'decision' })).toContain('不需要再升级');
  });
});

describe('closing', () => {
  it('comes after a verification that passed', async () => {
    expect((await closed()).values).toMatchObject({ status: 'closed', closedBy: '王局长', verifiers: '陈静、文鸢' });
  });

  it('is refused with the list of unfinished measures', async () => {
    const row = await issued();
    valueOf(
      await recordMeasure(desk.bench, row, { measure: '重新作出决定', responsible: '简宁', dueOn: '2026-12-30' }),
    );
    valueOf(await recordMeasure(desk.bench, row, { measure: '开展培训' }));
    const verified = valueOf(await verifyFinding(desk.bench, await reported(row), passed));
    const message = errorOf(await closeOut(desk.bench, verified, approval))[0]?.message;
    expect(message).toContain('还有2项整改措施没有完成');
    expect(message).toContain('重新作出决定（责任人简宁，时限2026-12-30）');
    expect(message).toContain('开展培训');
    const values = { ...verified.values, ...approval, status: 'closed' };
    const refusal = errorOf(await saveRecord(desk.bench, { ledger: finding, base: verified, values }));
    expect(refusal.kind === 'invalid' && refusal.problems[0]?.message).toContain('开展培训');
  });

  it('leads back to work where the verification fails', async () => {
    const failed = { ...passed, result: 'failed', opinion: '还缺送达回证。' };
    const row = valueOf(await verifyFinding(desk.bench, await reported(await issued()), failed));
    expect(row.values).toMatchObject({ status: 'rectifying', returnReason: '还缺送达回证。' });
  });

  it('leaves nothing to change but opening the finding anew, with a new deadline', async () => {
    const row = await closed();
    const values = { ...row.values, closedBy: '别人' };
    expect(errorOf(await saveRecord(desk.bench, { ledger: finding, base: row, values }))).toMatchObject({
      kind: 'invalid',
    });
    const again = { returnReason: '同一案件又出现同样问题', dueOn: '2027-03-01' };
    const reopened = valueOf(await reopenFinding(desk.bench, row, again));
    expect(reopened.values).toMatchObject({
      status: 'rectifying',
      recurred: true,
      closedOn: null,
      dueOn: '2027-03-01',
    });
  });

  it('is looked back at: confirmed, or opened anew', async () => {
    const row = await closed();
    const look = { ...passed, method: 'follow-up', verifiedOn: '2027-03-01' };
    expect(valueOf(await verifyFinding(desk.bench, row, look)).values.status).toBe('closed');
    const back = {
      ...look,
      verifiedOn: '2027-04-01',
      result: 'recurred',
      opinion: '又没有告知。',
      dueOn: '2027-05-07',
    };
    expect(valueOf(await verifyFinding(desk.bench, row, back)).values).toMatchObject({
      status: 'rectifying',
      recurred: true,
    });
    expect((await now(desk.bench, row.id)).verifications).toHaveLength(3);
  });

  it('of one does not keep the same kind of problem from being registered again, naming the old', async () => {
    const row = await closed();
    valueOf(await createFindings(desk.bench, [inputFor(desk.bodies.market, { recurrenceOf: row.id })]));
    expect((await now(desk.bench, row.id)).recurrences).toHaveLength(1);
  });
});

describe('a body under vertical management', () => {
  it('is told of through its superior department, never directed (Decree 825, article 42)', async () => {
    const { bench, bodies } = desk;
    const [row] = await found(bench, bodies.tax, 1);
    if (!row) throw new Error('none');
    const [body] = await bench.storage.rows('enforcement-entity', [bodies.tax]);
    const kinds = await kindsForFindings(bench, body?.values as EnforcementEntity);
    expect(kinds.map((kind) => kind.id)).toEqual(['superior-notice']);
    const refused = errorOf(await groupIntoDocument(bench, [row.id], 'supervision-decision'));
    expect(refused[0]?.message).toContain('第四十二条');
    const direct = { requirement: '改正', dueOn: '2026-12-30' };
    expect(errorOf(await orderDirectly(bench, row, direct))[0]?.message).toContain('第四十二条');
    const document = await serve(bench, valueOf(await groupIntoDocument(bench, [row.id], 'superior-notice')));
    expect(document.values.addressee).toBe('国家税务总局澜江市税务局');
    const informed = (await now(bench, row.id)).row;
    expect(informed.values).toMatchObject({ status: 'informed', informedOn: '2026-11-24', dueOn: null });
    expect(valueOf(await closeOut(bench, informed, approval)).values.status).toBe('closed');
  });

  it('is not escalated against, not even by a record written from elsewhere', async () => {
    const { bench, bodies } = desk;
    const [row] = await found(bench, bodies.tax, 1);
    const order = { step: 'decision', on: '2026-11-22', reason: '拒不整改' } as const;
    expect(errorOf(await escalate(bench, [row?.id ?? ''], order))[0]?.message).toContain('第四十二条');
    const values = { finding: row?.id ?? '', ...order, document: null };
    const intent = { kind: 'create', label: '新增' } as const;
    const mutation = { op: 'create', ledger: 'escalation', values } as const;
    expect(errorOf(await bench.storage.commit(intent, [mutation], bench.session.context()))).toMatchObject({
      kind: 'invalid',
    });
  });
});

describe('escalation', () => {
  it('goes upward only, and the new document takes over with its own deadline', async () => {
    const row = await issued();
    const back = { step: 'notice', on: '2026-11-22', reason: '逾期未整改' } as const;
    expect(errorOf(await escalate(desk.bench, [row.id], back))[0]?.field).toBe('step');
    const draft = valueOf(await escalate(desk.bench, [row.id], { ...back, step: 'decision' }));
    expect(draft.values.kind).toBe('supervision-decision');
    const opened = await now(desk.bench, row.id);
    expect(opened.row.values.document).toBe(row.values.document);
    expect(opened.escalations[0]?.values).toMatchObject({ step: 'decision', document: draft.id });
    expect(opened.documents).toHaveLength(2);
  });

  it('that was only drafted goes with its draft', async () => {
    const row = await issued();
    const order = { step: 'interview', on: '2026-11-22', reason: '逾期未整改' } as const;
    const draft = valueOf(await escalate(desk.bench, [row.id], order));
    valueOf(await removeRecords(desk.bench, officialDocument, [draft.id]));
    expect((await now(desk.bench, row.id)).escalations).toEqual([]);
  });
});
