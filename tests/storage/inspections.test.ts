import { describe, expect, it } from 'vitest';
import { itemKey } from '@/domain/inspection';
import { changeInspection, createInspections, takeInspectionStep } from '@/services/inspections';
import { ceilingOf } from '@/services/enterprise-ceiling';
import { saveCheckEntries, takeChecklists } from '@/services/inspection-checks';
import { draftNotice } from '@/services/inspection-notice';
import { openDocument } from '@/services/documents';
import { removeRecords, restoreRecords } from '@/services/records';
import { voidDocument } from '@/services/document-steps';
import { inspection } from '@/domain/inspection';
import { errorOf, valueOf } from './desk';
import {
  openedInspection as opened,
  openInspectionDesk as desk,
  plannedInspection as planned,
  record,
  site,
} from './inspection-desk';

describe('an inspection', () => {
  it('goes from plan to end, with what each step asks for', async () => {
    const made = await desk();
    const { bench } = made;
    const row = await planned(made);
    expect(errorOf(await takeInspectionStep(bench, row, 'recorded'))[0]?.message).toContain('办理环节已变');
    const notified = valueOf(await takeInspectionStep(bench, row, 'notified', { notifiedOn: '2026-11-22' }));
    expect(errorOf(await takeInspectionStep(bench, notified, 'onsite')).map(({ field }) => field)).toEqual([
      'startedOn',
      'place',
    ]);
    const onsite = valueOf(await takeInspectionStep(bench, notified, 'onsite', site));
    const recorded = valueOf(await takeInspectionStep(bench, onsite, 'recorded', record));
    const closing = { closedOn: '2026-11-28', closedBy: '祝以恒', opinion: '限期改正。' };
    const closed = valueOf(await takeInspectionStep(bench, recorded, 'closed', closing));
    expect(closed.values.status).toBe('closed');
    expect((await removeRecords(bench, inspection, [closed.id])).ok).toBe(false);
  });

  it('does not go out with one inspector, and says how many are missing', async () => {
    const made = await desk();
    const row = await planned(made, { team: [made.leader] });
    const answer = await takeInspectionStep(made.bench, row, 'onsite', site);
    expect(errorOf(answer)[0]?.message).toBe('检查组只有1名监督工作人员，至少要有2名，还缺1名');
  });

  it('cannot be written into a later state by whatever way', async () => {
    const made = await desk();
    const row = await planned(made);
    const changes = { ...site, ...record, status: 'recorded' };
    const mutation = { op: 'update', ledger: 'inspection', id: row.id, revision: row.revision, changes } as const;
    const context = made.bench.session.context();
    const written = await made.bench.storage.commit({ kind: 'edit', label: '改' }, [mutation], context);
    expect(written.ok).toBe(false);
  });

  it('is planned for many bodies in one commit, or for none where one is wrong', async () => {
    const made = await desk();
    const input = { title: '抽查', entity: made.entity.id, mode: 'routine' };
    expect(valueOf(await createInspections(made.bench, [input, { ...input, title: '再查' }]))).toHaveLength(2);
    const wrong = await createInspections(made.bench, [input, { ...input, title: '' }]);
    expect(errorOf(wrong)[0]?.field).toBe('title');
    expect(await made.bench.storage.countRows({ ledger: 'inspection' })).toBe(2);
  });
});

describe('check lists of an inspection', () => {
  async function withLists() {
    const made = await desk();
    const row = await planned(made);
    valueOf(await takeChecklists(made.bench, await opened(made.bench, row.id), ['discretion', 'three-systems']));
    return { ...made, id: row.id };
  }

  it('are taken several at once, entered and counted in the register', async () => {
    const { bench, id } = await withLists();
    const now = await opened(bench, id);
    expect(now.checks.lists.map((list) => list.id)).toEqual(['three-systems', 'discretion']);
    const [list] = now.checks.lists;
    const [first, second] = list?.items ?? [];
    if (!list || !first || !second) throw new Error('no items');
    const entries = {
      [itemKey(list, first)]: { result: 'met', note: '' },
      [itemKey(list, second)]: { result: 'failed', note: '没有出示证件' },
    } as const;
    valueOf(await saveCheckEntries(bench, now, entries));
    const after = await opened(bench, id);
    expect(after.row.values).toMatchObject({ itemsChecked: 2, itemsFailed: 1 });
    expect(after.checks.entries).toEqual(entries);
    const refused = await takeChecklists(bench, after, ['discretion']);
    expect(errorOf(refused)[0]?.message).toContain('“三项制度”清单已经填写了结果');
  });

  it('are not written over what somebody else entered meanwhile', async () => {
    const { bench, id } = await withLists();
    const stale = await opened(bench, id);
    valueOf(await saveCheckEntries(bench, stale, { 'three-systems/01': { result: 'met', note: '' } }));
    const answer = await saveCheckEntries(bench, stale, { 'three-systems/01': { result: 'failed', note: '' } });
    expect(answer.ok).toBe(false);
  });

  it('are frozen when the inspection is closed', async () => {
    const { bench, id } = await withLists();
    const { row } = await opened(bench, id);
    const onsite = valueOf(await takeInspectionStep(bench, row, 'onsite', site));
    const recorded = valueOf(await takeInspectionStep(bench, onsite, 'recorded', record));
    const closing = { closedOn: '2026-11-28', closedBy: '祝以恒', opinion: '限期改正。' };
    valueOf(await takeInspectionStep(bench, recorded, 'closed', closing));
    const closed = await opened(bench, id);
    expect(closed.record?.values.status).toBe('frozen');
    const late = await saveCheckEntries(bench, closed, { 'three-systems/01': { result: 'met', note: '' } });
    expect(errorOf(late)[0]?.message).toContain('不能再改');
  });

  it('leave and come back with the inspection', async () => {
    const { bench, id } = await withLists();
    valueOf(await removeRecords(bench, inspection, [id]));
    expect(await bench.storage.countRows({ ledger: 'inspection-record' })).toBe(0);
    valueOf(await restoreRecords(bench, inspection, [id]));
    expect((await opened(bench, id)).checks.lists).toHaveLength(2);
  });
});

describe('the notice of an inspection', () => {
  it('is drafted from it and linked in one commit; a second only after the first is void', async () => {
    const made = await desk();
    const { bench } = made;
    const row = await planned(made, { content: '公示情况。' });
    const document = valueOf(await draftNotice(bench, await opened(bench, row.id)));
    expect(document.values).toMatchObject({ status: 'draft', kind: 'supervision-inspection-notice' });
    const text = await openDocument(bench, document.id);
    expect(text?.content?.data).toMatchObject({ method: '重点监督', content: ['公示情况。'], team: made.team });
    const linked = await opened(bench, row.id);
    expect(linked.notice?.id).toBe(document.id);
    expect(errorOf(await draftNotice(bench, linked))[0]?.message).toContain('已有检查通知书');
    valueOf(await voidDocument(bench, document, { voidReason: '改期', voidOn: '2026-11-22' }));
    expect((await draftNotice(bench, await opened(bench, row.id))).ok).toBe(true);
  });
});

describe('an inspection that visits an enterprise', () => {
  const enterprise = { enterprise: '青禾食品公司', enterpriseCode: null };

  it('counts against the yearly ceiling of the enterprise once it begins, in the same commit and only once', async () => {
    const made = await desk();
    const { bench } = made;
    const named = { enterprise: '青禾食品公司', uscc: null };
    const row = await planned(made, enterprise);
    expect((await ceilingOf(bench, named, '2026')).counted).toBe(0);
    const onsite = valueOf(await takeInspectionStep(bench, row, 'onsite', site));
    expect(await ceilingOf(bench, named, '2026')).toMatchObject({ counted: 1, level: 'near' });
    const [visit] = (await bench.storage.page({ ledger: 'enterprise-visit' }, 0, 10)).rows;
    expect(visit?.values).toMatchObject({ inspection: row.id, visitedOn: '2026-11-25', matter: '三项制度检查' });
    const recorded = valueOf(await takeInspectionStep(bench, onsite, 'recorded', record));
    valueOf(await takeInspectionStep(bench, recorded, 'onsite', { returnReason: '补充取证' }));
    expect((await ceilingOf(bench, named, '2026')).counted).toBe(1);
    const second = await planned(made, { ...enterprise, title: '再次检查' });
    valueOf(await takeInspectionStep(bench, second, 'onsite', site));
    const { message } = await ceilingOf(bench, named, '2026');
    expect(message).toBe(
      '青禾食品公司2026年已计入检查2次，年度上限2次，已达到上限：再检查就会超过，确有必要的须经批准并写明原因',
    );
  });

  it('is registered as a visit also when the enterprise is named during it, and never without one', async () => {
    const made = await desk();
    const { bench } = made;
    const row = valueOf(await takeInspectionStep(bench, await planned(made), 'onsite', site));
    expect(await bench.storage.countRows({ ledger: 'enterprise-visit' })).toBe(0);
    valueOf(await changeInspection(bench, row, '修改检查安排', enterprise));
    expect(await bench.storage.countRows({ ledger: 'enterprise-visit' })).toBe(1);
  });
});
