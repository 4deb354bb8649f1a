import { beforeEach, describe, expect, it } from 'vitest';
import type { LedgerRow, Values } from '@/domain/kernel';
import { dueSources } from '@/services/due-sources';
import { countDues, listDues, nearLevels, type Due } from '@/services/dues';
import { raiseAppeal } from '@/services/review-appeals';
import { decideFile, openComparison } from '@/services/review-deciding';
import { draftFeedback } from '@/services/review-report';
import type { Workbench } from '@/services/workbench';
import { valueOf } from './desk';
import { openDocumentDesk } from './document-desk';
import { handIn, marked, openReviewDesk, serveDocument } from './review-desk';

// Today is Sunday 22 November 2026; 23 to 25 are the next three working days, 1 December is the seventh.
const past = '2026-11-20';
const soon = '2026-11-25';

interface County {
  readonly bench: Workbench;
  readonly add: (ledger: string, values: Values) => Promise<LedgerRow>;
  readonly water: string;
  readonly market: string;
}

const findingBase = { fact: '未公示检查标准', source: 'inspection', foundOn: '2026-09-01' };
const documentBase = { kindName: '监督意见书', status: 'recorded' };

async function openCounty(): Promise<County> {
  const { bench, add } = await openDocumentDesk();
  const water = (await add('enforcement-entity', { name: '安澜县水利局' })).id;
  const market = (await add('enforcement-entity', { name: '安澜县市场监督管理局' })).id;
  return { bench, add, water, market };
}

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

async function only(source: string, entity?: string): Promise<readonly Due[]> {
  return listDues(county.bench, {}, { sources: [source], ...(entity === undefined ? {} : { entity }) });
}

/** Stores a record and takes it along its states. */
async function taken(ledger: string, values: Values, steps: readonly Values[]): Promise<LedgerRow> {
  let row = await county.add(ledger, values);
  for (const changes of steps) {
    const { id, revision } = row;
    const made = await county.bench.storage.commit(
      { kind: 'edit', label: '办理' },
      [{ op: 'update', ledger, id, revision, changes }],
      county.bench.session.context(),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    row = made.value.rows.find((one) => one.id === id) ?? row;
  }
  return row;
}

function servedDocument(values: Values): Promise<LedgerRow> {
  return taken(
    'official-document',
    { ...documentBase, status: 'draft', draftedBy: '陈静', draftedOn: past, ...values },
    [
      { status: 'review' },
      { status: 'approved', reviewedBy: '陈静', reviewedOn: past },
      { status: 'signed', signedBy: '王局长', signedOn: past },
      { status: 'sealed', sealedBy: '陈静', sealedOn: past },
      { status: 'served', receivedOn: past, dueOn: soon },
    ],
  );
}

describe('deadlines', () => {
  it('of findings run until the report comes, whatever their history, and end with the close-out', async () => {
    const { add, water } = county;
    await add('finding', { ...findingBase, entity: water, number: 'WT-1', status: 'recorded', dueOn: past });
    const closed = { closedOn: '2026-11-19', closedBy: '王局长' };
    await add('finding', { ...findingBase, fact: '旧', entity: water, status: 'recorded', dueOn: past, ...closed });
    expect(await only('finding')).toMatchObject([
      {
        subject: '问题整改',
        level: 'overdue',
        ours: false,
        entity: water,
        body: '安澜县水利局',
        text: 'WT-1 未公示检查标准',
      },
    ]);
  });

  it('of measures run while they are not done and their finding still runs', async () => {
    const { add, water, market } = county;
    const open = await add('finding', { ...findingBase, entity: water, number: 'WT-1', status: 'recorded' });
    const other = { ...findingBase, fact: '旧', entity: market, closedOn: past, closedBy: '王局长' };
    const closed = await add('finding', { ...other, status: 'recorded' });
    await add('rectification-measure', { finding: open.id, measure: '补充公示', dueOn: soon });
    await add('rectification-measure', {
      finding: open.id,
      measure: '培训',
      dueOn: soon,
      doneOn: past,
      result: '已做',
    });
    await add('rectification-measure', { finding: closed.id, measure: '整改', dueOn: soon });
    const expected = [{ text: 'WT-1 补充公示', level: 'three', entity: water, path: `/finding/${open.id}` }];
    expect(await only('rectification-measure')).toMatchObject(expected);
    expect(await only('rectification-measure', water)).toMatchObject(expected);
    expect(await only('rectification-measure', market)).toEqual([]);
  });

  it('of requests for more time are the bureau’s own, by the deadline that they want to move', async () => {
    const { add, water } = county;
    const row = await add('finding', { ...findingBase, entity: water, status: 'recorded', dueOn: soon });
    const asked = { finding: row.id, askedOn: past, reason: '设备未到', until: '2026-12-30' };
    await add('deadline-extension', asked);
    const decided = { result: 'refused', approvedBy: '王局长', approvedOn: past, askedOn: '2026-11-01' };
    await add('deadline-extension', { ...asked, ...decided });
    expect(await only('deadline-extension')).toMatchObject([
      { subject: '延期审批', ours: true, due: soon, entity: water },
    ]);
  });

  it('of documents run until an answer comes, and not beside those of the findings that they carry', async () => {
    const { add, water } = county;
    const bare = await servedDocument({ title: '请说明情况', entity: water });
    const answered = await servedDocument({ title: '请报送材料', entity: water });
    const carrying = await servedDocument({ title: '责令整改', entity: water });
    const letter = { serial: '1', receivedOn: past, sender: '水利局', title: '答复', doneOn: past };
    await add('incoming-document', { ...letter, replyTo: answered.id });
    await add('finding', { ...findingBase, entity: water, status: 'recorded', document: carrying.id });
    expect(await only('official-document')).toMatchObject([
      { id: bare.id, level: 'three', path: `/document/${bare.id}` },
    ]);
  });

  it('of objections and of incoming documents run until they are decided and done', async () => {
    const { add, water } = county;
    const document = await servedDocument({ title: '监督意见', entity: water, dueOn: null });
    const raised = { document: document.id, applicant: '安澜县水利局', raisedOn: past, grounds: '事实不清' };
    await add('document-objection', { ...raised, dueOn: soon });
    await add('document-objection', { ...raised, dueOn: soon, result: 'upheld', decidedOn: past });
    await add('incoming-document', { serial: '1', receivedOn: past, sender: '市局', title: '交办函', dueOn: soon });
    await add('incoming-document', {
      serial: '2',
      receivedOn: past,
      sender: '市局',
      title: '旧函',
      dueOn: soon,
      doneOn: past,
    });
    expect(await only('objection')).toMatchObject([{ subject: '异议答复', ours: true, entity: water }]);
    expect(await only('incoming-document')).toMatchObject([{ text: '1 交办函', ours: true }]);
  });

  it('of inspections run until they begin', async () => {
    const { add, water } = county;
    const base = { entity: water, mode: 'special', plannedOn: soon };
    await add('inspection', { ...base, title: '案卷检查', status: 'planned' });
    const reason = { cancelledOn: past, cancelReason: '合并' };
    await taken('inspection', { ...base, title: '取消的检查', status: 'planned' }, [
      { status: 'cancelled', ...reason },
    ]);
    expect(await only('inspection')).toMatchObject([{ subject: '监督检查', text: '案卷检查', due: soon, ours: true }]);
  });

  it('of tasks are their day, or the end of their last month, once the plan is in force', async () => {
    const { add } = county;
    const plan = await add('supervision-plan', { year: 2026, title: '2026年方案', status: 'imported' });
    const draft = await add('supervision-plan', { year: 2026, title: '2026年补充方案', status: 'draft' });
    const task = { category: 'system', monthFrom: '2026-03', monthTo: '2026-11', leadUnit: '监督股' };
    await add('plan-task', { ...task, plan: plan.id, title: '整月', status: 'planned' });
    await add('plan-task', { ...task, plan: plan.id, title: '定日', status: 'active', dueOn: '2026-11-20' });
    const done = { status: 'done', progress: 100, doneOn: past, outcome: '完成' };
    await add('plan-task', { ...task, plan: plan.id, title: '已做', ...done });
    await add('plan-task', { ...task, plan: draft.id, title: '草案', status: 'planned' });
    expect((await only('plan-task')).map(({ text, due, level }) => [text, due, level])).toEqual([
      ['定日', '2026-11-20', 'overdue'],
      ['整月', '2026-11-30', 'seven'],
    ]);
  });

  it('of reviews are the days in which a body may ask again, and then those of the answer', async () => {
    const { bench, batch, files, bodies, open } = await openReviewDesk();
    for (const file of files) {
      await handIn(bench, file, 'first', marked(1));
      await handIn(bench, file, 'second', marked(1));
      valueOf(await decideFile(bench, valueOf(await openComparison(bench, file)), { method: 'mean' }, '祝以恒'));
    }
    valueOf(await draftFeedback(bench, await open(), { entity: bodies[0], rectifyOn: '2026-12-31' }));
    const listed = () => listDues(bench, {}, { sources: ['appeal-window'] });
    expect(await listed()).toEqual([]);
    const fed = (await open()).files.find(({ row }) => row.values.status === 'feedback');
    await serveDocument(bench, fed?.row.values.feedback ?? '', past);
    const common = { entity: bodies[0], path: `/review/${batch}` };
    expect(await listed()).toMatchObject([{ ...common, due: '2026-12-04', level: 'later', ours: false }]);

    const asking = (await open()).files.find(({ row }) => row.values.status === 'feedback')?.row;
    if (!asking) throw new Error('nothing was fed back');
    const request = { raisedOn: '2026-11-21', receivedOn: '2026-11-22', grounds: '第二十页有记录' };
    valueOf(await raiseAppeal(bench, asking, request));
    expect(await listed()).toEqual([]);
    const answers = await listDues(bench, {}, { sources: ['review-appeal'] });
    expect(answers).toMatchObject([{ ...common, due: '2026-12-04', ours: true, subject: '复核答复' }]);
  });

  it('of certificates and terms are their last days, unless they were given back, renewed or ended', async () => {
    const { add, water } = county;
    const officer = { entity: water, certificateStatus: 'valid', validUntil: soon };
    await add('enforcement-officer', { ...officer, name: '甲', certificateNo: 'A1' });
    await add('enforcement-officer', { ...officer, name: '乙', certificateNo: 'A2', certificateStatus: null });
    await add('enforcement-officer', { ...officer, name: '丙', certificateNo: 'A3', certificateStatus: 'cancelled' });
    await add('supervision-staff', { name: '丁', unit: 'bureau', certificateNo: 'J1', certificateValidUntil: soon });
    await add('expert', { name: '戊', validUntil: soon, left: true });
    await add('expert', { name: '己', validUntil: soon });
    const supervisor = await add('lay-supervisor', { name: '庚' });
    const term = { supervisor: supervisor.id, status: 'serving', startsOn: '2024-11-26' };
    await add('appointment-term', { ...term, endsOn: soon });
    expect((await only('certificate')).map(({ text }) => text)).toEqual([
      '乙的执法证件（A2）到期',
      '甲的执法证件（A1）到期',
    ]);
    expect(await only('staff-certificate')).toHaveLength(1);
    expect((await only('expert')).map(({ text }) => text)).toEqual(['专家己的在库期限届满']);
    expect(await only('appointment-term')).toMatchObject([{ text: '监督员庚的聘期届满', due: soon }]);
    await add('appointment-term', { ...term, startsOn: '2026-11-26', endsOn: '2028-11-25' });
    expect((await only('appointment-term')).map(({ due }) => due)).toEqual([]);
  });
});

describe('counts of deadlines', () => {
  it('equal the list, level by level and source by source', async () => {
    const { add, water, market, bench } = county;
    const days = ['2026-10-01', past, '2026-11-22', '2026-11-23', soon, '2026-11-26', '2026-12-01', '2026-12-02', null];
    for (const [at, dueOn] of days.entries()) {
      const entity = at % 2 === 0 ? water : market;
      const fact = `问题${String(at)}`;
      const row = await add('finding', { ...findingBase, fact, entity, status: 'recorded', dueOn });
      await add('rectification-measure', { finding: row.id, measure: '整改', dueOn });
      const officer = { name: fact, certificateNo: `A${String(at)}`, validUntil: dueOn };
      await add('enforcement-officer', { ...officer, entity, certificateStatus: at % 3 === 0 ? null : 'valid' });
    }
    const counts = await countDues(bench);
    const listed = (await listDues(bench, {})).filter((due) => due.level !== 'later');
    for (const { id } of dueSources) {
      for (const level of nearLevels) {
        const counted = counts.find((one) => one.source === id && one.level === level)?.count ?? 0;
        expect([id, level, counted]).toEqual([
          id,
          level,
          listed.filter((due) => due.source === id && due.level === level).length,
        ]);
      }
    }
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(listed.length);
    expect(listed.length).toBe(21);
  });

  it('of one body are a part of the whole, and a limit keeps the earliest', async () => {
    const { add, water, market, bench } = county;
    for (const [at, entity] of [water, market, water].entries()) {
      const dueOn = `2026-11-2${String(at)}`;
      await add('finding', { ...findingBase, fact: `问题${String(at)}`, entity, status: 'recorded', dueOn });
    }
    expect((await listDues(bench, {}, { entity: water })).map(({ due }) => due)).toEqual(['2026-11-20', '2026-11-22']);
    expect((await listDues(bench, {}, { limit: 1 })).map(({ due }) => due)).toEqual(['2026-11-20']);
    expect(await listDues(bench, { from: '2026-11-21', to: '2026-11-21' })).toHaveLength(1);
  });
});
