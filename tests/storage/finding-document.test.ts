import { beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '@/domain/finding';
import type { Mutation, Values } from '@/domain/kernel';
import { orderDirectly } from '@/services/finding-steps';
import { openFinding, stepsTaken, type FindingRow } from '@/services/findings';
import { valueOf } from './desk';
import { found, now, openFindingDesk, whole, type FindingDesk } from './finding-desk';

let desk: FindingDesk;
beforeEach(async () => {
  desk = await openFindingDesk();
});

/** Writes as a step of the application does; throws where it is refused. */
async function write(...mutations: readonly Mutation[]): Promise<void> {
  const { bench } = desk;
  valueOf(await bench.storage.commit({ kind: 'document-step', label: '办理' }, mutations, bench.session.context()));
}

async function revisionOf(ledger: string, id: string): Promise<number> {
  const [row] = await desk.bench.storage.rows(ledger, [id]);
  return row?.revision ?? 0;
}

async function change(ledger: string, id: string, changes: Values): Promise<void> {
  await write({ op: 'update', ledger, id, revision: await revisionOf(ledger, id), changes });
}

/** Values that the steps of a document ask for, in its course. */
const course: readonly Values[] = [
  { status: 'review' },
  { status: 'approved', reviewedBy: '陈静', reviewedOn: '2026-11-20' },
  { status: 'signed', signedBy: '王局长', signedOn: '2026-11-20' },
  { status: 'sealed', sealedBy: '陈静', sealedOn: '2026-11-20' },
];

interface Paper {
  readonly kind: string;
  readonly kindName: string;
  readonly addressee?: string;
  readonly corrects?: string;
}

const notice: Paper = { kind: 'supervision-notice', kindName: '行政执法监督通知书' };
const decision: Paper = { kind: 'supervision-decision', kindName: '行政执法监督决定书' };
const telling: Paper = { kind: 'superior-notice', kindName: '告知上级主管部门函', addressee: '澜江市生态环境局' };
const letter: Paper = { kind: 'clue-transfer', kindName: '问题线索移送函', addressee: '安澜县纪委监委' };

async function draft(paper: Paper): Promise<string> {
  const plain = { title: paper.kindName, draftedBy: '陈静', draftedOn: '2026-11-19', status: 'draft' };
  return (await desk.add('official-document', { ...plain, ...paper })).id;
}

async function sign(id: string): Promise<void> {
  for (const values of course) await change('official-document', id, values);
}

async function serve(id: string, dueOn: string | null): Promise<void> {
  const dueReason = dueOn === null ? null : '按文书载明的日期';
  await change('official-document', id, { status: 'served', receivedOn: '2026-11-22', dueOn, dueReason });
}

async function voidIt(id: string): Promise<void> {
  await change('official-document', id, { status: 'void', voidReason: '事实有误', voidOn: '2026-11-22' });
}

async function one(entity = desk.bodies.market): Promise<FindingRow> {
  const [row] = await found(desk.bench, entity, 1);
  if (!row) throw new Error('none');
  return row;
}

async function valuesOf({ id }: FindingRow): Promise<Finding> {
  return (await now(desk.bench, id)).row.values;
}

/** A finding given to its body by a notice that was served. */
async function issued(entity?: string): Promise<{ row: FindingRow; paper: string }> {
  const row = await one(entity);
  const paper = await draft(notice);
  await change('finding', row.id, { document: paper });
  await sign(paper);
  await serve(paper, '2026-12-22');
  return { row, paper };
}

async function pressed(row: FindingRow, step: string, document: string): Promise<void> {
  const entry = { finding: row.id, step, on: '2026-11-22', reason: '逾期未整改', document };
  await write({ op: 'create', ledger: 'escalation', values: whole('escalation', entry) });
}

describe('a finding and the document that carries it', () => {
  it('waits while the document is drafted and signed, and is given out when it is served', async () => {
    const row = await one();
    const paper = await draft(notice);
    await change('finding', row.id, { document: paper });
    await sign(paper);
    expect(await valuesOf(row)).toMatchObject({ status: 'open', dueOn: null });
    await serve(paper, '2026-12-22');
    expect(await valuesOf(row)).toMatchObject({ status: 'issued', startedOn: '2026-11-22', dueOn: '2026-12-22' });
  });

  it('keeps what was ordered directly when a draft about it goes, and takes the deadline of a document that arrives', async () => {
    const order = { requirement: '改正', dueOn: '2026-12-01' };
    const row = valueOf(await orderDirectly(desk.bench, await one(), order));
    const gone = await draft(notice);
    await change('finding', row.id, { document: gone });
    await write({ op: 'remove', ledger: 'official-document', id: gone });
    expect(await valuesOf(row)).toMatchObject({ status: 'rectifying', document: null, dueOn: '2026-12-01' });
    const paper = await draft(notice);
    await change('finding', row.id, { document: paper });
    await sign(paper);
    await serve(paper, '2026-12-31');
    expect(await valuesOf(row)).toMatchObject({ status: 'rectifying', document: paper, dueOn: '2026-12-31' });
  });

  it('keeps the day that was ordered where the document sets none', async () => {
    const row = valueOf(await orderDirectly(desk.bench, await one(), { requirement: '改正', dueOn: '2026-12-01' }));
    const paper = await draft(notice);
    await change('finding', row.id, { document: paper });
    await sign(paper);
    await serve(paper, null);
    expect(await valuesOf(row)).toMatchObject({ status: 'rectifying', dueOn: '2026-12-01' });
  });

  it.each(['issued', 'submitted'])(
    'goes back to wait, with the reason, when a served document is void (%s)',
    async (state) => {
      const { row, paper } = await issued();
      if (state === 'submitted') {
        await change('finding', row.id, { status: 'submitted', submittedOn: '2026-11-22', progress: '已改' });
      }
      await voidIt(paper);
      const back = { status: 'open', document: null, dueOn: null, submittedOn: null };
      expect(await valuesOf(row)).toMatchObject({ ...back, returnReason: expect.stringContaining('作废：事实有误') });
    },
  );

  it('stays as it is when the document is put into the archive', async () => {
    const { row, paper } = await issued();
    await change('official-document', paper, { status: 'archived', archivedOn: '2026-11-22' });
    expect(await valuesOf(row)).toMatchObject({ status: 'issued', dueOn: '2026-12-22' });
  });

  it('is carried by the corrected document from the day it arrives', async () => {
    const { row, paper } = await issued();
    const better = await draft({ ...notice, corrects: paper });
    await sign(better);
    expect(await valuesOf(row)).toMatchObject({ document: paper });
    await serve(better, '2027-01-05');
    await voidIt(paper);
    expect(await valuesOf(row)).toMatchObject({ status: 'issued', document: better, dueOn: '2027-01-05' });
  });

  it('waits for the corrected document where the first was made void before', async () => {
    const { row, paper } = await issued();
    const better = await draft({ ...notice, corrects: paper });
    await voidIt(paper);
    expect(await valuesOf(row)).toMatchObject({ status: 'open', document: better });
    await sign(better);
    await serve(better, '2027-01-05');
    expect(await valuesOf(row)).toMatchObject({ status: 'issued', dueOn: '2027-01-05' });
  });
});

describe('a document issued as an escalation', () => {
  it('takes over when it is served; made void, the former carries the finding again with its own deadline', async () => {
    const { row, paper } = await issued();
    const graver = await draft(decision);
    await pressed(row, 'decision', graver);
    await sign(graver);
    expect(await valuesOf(row)).toMatchObject({ document: paper });
    await serve(graver, '2026-12-05');
    expect(await valuesOf(row)).toMatchObject({ status: 'issued', document: graver, dueOn: '2026-12-05' });
    await voidIt(graver);
    expect(await valuesOf(row)).toMatchObject({ status: 'issued', document: paper, dueOn: '2026-12-22' });
    const opened = await openFinding(desk.bench, row.id);
    expect(opened ? stepsTaken(opened) : []).toEqual(['notice']);
  });

  it('passes a lead on when it is served, and calls it back when it is void', async () => {
    const { row, paper } = await issued();
    const passing = await draft(letter);
    await pressed(row, 'transfer', passing);
    await sign(passing);
    await serve(passing, null);
    const there = { status: 'transferred', transferredOn: '2026-11-22', transferredTo: '安澜县纪委监委' };
    expect(await valuesOf(row)).toMatchObject({ ...there, transferReason: '逾期未整改', document: paper });
    await voidIt(passing);
    expect(await valuesOf(row)).toMatchObject({ status: 'issued', transferredTo: null, dueOn: '2026-12-22' });
  });

  it('tells the superior department of a body under double management, and leaves the order standing when it is void', async () => {
    const { row, paper } = await issued(desk.bodies.ecology);
    const told = await draft(telling);
    await pressed(row, 'inform', told);
    await sign(told);
    await serve(told, null);
    const informed = { status: 'informed', informedOn: '2026-11-22', document: told, dueOn: null };
    expect(await valuesOf(row)).toMatchObject(informed);
    await voidIt(told);
    expect(await valuesOf(row)).toMatchObject({ status: 'issued', document: paper, dueOn: '2026-12-22' });
  });
});

describe('a letter to the superior department', () => {
  it('ends a direct order to a body under double management; void, the finding waits again', async () => {
    const order = { requirement: '改正', dueOn: '2026-12-01' };
    const row = valueOf(await orderDirectly(desk.bench, await one(desk.bodies.ecology), order));
    const told = await draft(telling);
    await change('finding', row.id, { document: told });
    await sign(told);
    await serve(told, null);
    expect(await valuesOf(row)).toMatchObject({ status: 'informed', informedOn: '2026-11-22', dueOn: null });
    await voidIt(told);
    expect(await valuesOf(row)).toMatchObject({ status: 'open', informedOn: null, document: null });
  });
});
