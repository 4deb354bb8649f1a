import { describe, expect, it } from 'vitest';
import { draw, enterpriseVisit, type DrawLists } from '@/domain/draw';
import type { LedgerRow } from '@/domain/kernel';
import { candidatesOf, weighted } from '@/services/draw-objects';
import { inspectDrawn } from '@/services/draw-inspections';
import { crewOf } from '@/services/draw-people';
import {
  openDraw,
  prepareDraw,
  recheckDraw,
  takeDraw,
  voidDraw,
  type DrawPlan,
  type OpenedDraw,
} from '@/services/draws';
import { ceilingOf, ceilingWarnings } from '@/services/enterprise-ceiling';
import { undoCommit } from '@/services/records';
import type { Workbench } from '@/services/workbench';
import { openDocumentDesk, type DocumentDesk } from './document-desk';
import { valueOf } from './desk';

const nobody = { 'supervision-staff': [], 'lay-supervisor': [], expert: [] } as const;

async function addBodies({ add }: DocumentDesk, count: number): Promise<readonly LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (let at = 1; at <= count; at += 1) {
    rows.push(await add('enforcement-entity', { name: `安澜县第${at}执法局`, category: 'organ', level: 'county' }));
  }
  return rows;
}

function addStaff({ add }: DocumentDesk, name: string, identityNumber: string | null = null): Promise<LedgerRow> {
  return add('supervision-staff', { name, unit: 'bureau', identityNumber });
}

async function addMany(desk: DocumentDesk, count: number): Promise<readonly LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (let at = 1; at <= count; at += 1) rows.push(await addStaff(desk, `监督${at}`));
  return rows;
}

async function listsOf(bench: Workbench, bodies: readonly LedgerRow[], staff: readonly LedgerRow[]) {
  const candidates = await candidatesOf(
    bench,
    'enforcement-entity',
    bodies.map(({ id }) => id),
  );
  const chosen = { ...nobody, 'supervision-staff': staff.map(({ id }) => id) };
  const crew = await crewOf(bench, chosen, candidates, []);
  return {
    title: '年度专项检查随机抽取',
    source: 'enforcement-entity',
    objects: [...weighted(candidates, 'equal', new Map())],
    people: crew.map(({ person }) => person),
    objectCount: 5,
    inspectorsEach: 2,
  } satisfies DrawLists;
}

function planOf(lists: DrawLists): DrawPlan {
  return { lists, drawer: '陈静', witness: '周岚', words: '霜降', remark: null, task: null };
}

async function opened(bench: Workbench, id: string): Promise<OpenedDraw> {
  const found = await openDraw(bench, id);
  if (!found) throw new Error('no such draw');
  return found;
}

async function prepared(desk: DocumentDesk, bodies = 40): Promise<OpenedDraw> {
  const lists = await listsOf(desk.bench, await addBodies(desk, bodies), await addMany(desk, 8));
  const row = valueOf(await prepareDraw(desk.bench, planOf(lists)));
  return opened(desk.bench, row.id);
}

describe('a draw', () => {
  it('of 5 out of 40 bodies and 2 inspectors each is repeated from its record with the same result', async () => {
    const desk = await openDocumentDesk();
    const before = await prepared(desk);
    expect(before.row.values).toMatchObject({ status: 'prepared', objectTotal: 40, drawnOn: null });
    expect(before.row.values.seed).toMatch(/^[0-9a-f]{32} 霜降$/);
    expect(before.result).toBeNull();
    valueOf(await takeDraw(desk.bench, before));
    const after = await opened(desk.bench, before.row.id);
    expect(after.row.values.status).toBe('drawn');
    expect(after.row.values.digest).toBe(before.row.values.digest);
    expect(after.result?.drawn).toHaveLength(5);
    for (const { inspectors } of after.result?.drawn ?? []) expect(inspectors).toHaveLength(2);
    const checks = await recheckDraw(after);
    expect(checks.map(({ label, right }) => [label, right])).toEqual([
      ['算法', true],
      ['名单摘要', true],
      ['抽取结果', true],
      ['结果摘要', true],
    ]);
  });

  it('is found out when a list or the seed was changed afterwards', async () => {
    const desk = await openDocumentDesk();
    const { row } = await prepared(desk);
    valueOf(await takeDraw(desk.bench, await opened(desk.bench, row.id)));
    const whole = await opened(desk.bench, row.id);
    const seed = { ...whole, row: { ...whole.row, values: { ...whole.row.values, seed: 'f'.repeat(32) } } };
    expect((await recheckDraw(seed)).find(({ label }) => label === '抽取结果')?.right).toBe(false);
    if (!whole.record) throw new Error('no record');
    const values = { ...whole.record.values, lists: whole.record.values.lists.replace('第1执法局', '第1执法所') };
    const list = { ...whole, record: { ...whole.record, values } };
    expect((await recheckDraw(list)).find(({ label }) => label === '名单摘要')?.right).toBe(false);
  });

  it('is never drawn twice, changed, removed or undone; it is voided with a reason', async () => {
    const desk = await openDocumentDesk();
    const { bench } = desk;
    const before = await prepared(desk, 10);
    valueOf(await takeDraw(bench, before));
    expect((await takeDraw(bench, before)).ok).toBe(false);
    const { row } = await opened(bench, before.row.id);
    const intent = { kind: 'edit', label: '改' } as const;
    const changes = { drawnObjects: '别的单位' };
    const same = { ledger: draw.id, id: row.id, revision: row.revision };
    const context = bench.session.context();
    expect((await bench.storage.commit(intent, [{ op: 'update', ...same, changes }], context)).ok).toBe(false);
    expect((await bench.storage.commit(intent, [{ op: 'remove', ...same }], context)).ok).toBe(false);
    const [last] = await bench.storage.commits(null, 1);
    expect((await undoCommit(bench, last?.seq ?? 0)).ok).toBe(false);
    expect((await voidDraw(bench, row, {})).ok).toBe(false);
    valueOf(await voidDraw(bench, row, { voidReason: '人员变动' }));
    expect((await opened(bench, row.id)).row.values).toMatchObject({ status: 'void', voidReason: '人员变动' });
  });

  it('cannot be written as drawn without its record', async () => {
    const { bench, add } = await openDocumentDesk();
    await expect(
      add(draw.id, { title: '假的', source: 'enforcement-entity', status: 'drawn', drawer: '甲' }),
    ).rejects.toThrow();
    const given = { title: '假的', source: 'enforcement-entity', drawer: '甲', witness: '乙' };
    const proof = { seed: 's', digest: 'd', algorithm: 'a', objectTotal: 3, objectCount: 1 };
    await expect(add(draw.id, { ...given, ...proof, status: 'prepared' })).rejects.toThrow('抽取记录一起写入');
    await expect(add(draw.id, { ...given, ...proof, status: 'imported' })).rejects.toThrow('补登的抽取没有种子');
    expect((await add(draw.id, { ...given, status: 'imported' })).values['status']).toBe('imported');
    expect(await bench.storage.countRows({ ledger: draw.id })).toBe(1);
  });

  it('is refused with an empty list, and with too few inspectors, saying how many are missing where', async () => {
    const desk = await openDocumentDesk();
    const empty = await listsOf(desk.bench, [], []);
    const refused = await prepareDraw(desk.bench, planOf({ ...empty, objectCount: 1 }));
    expect(JSON.stringify(refused)).toContain('对象名单是空的');
    const bodies = await addBodies(desk, 6);
    const lists = await listsOf(desk.bench, bodies, await addMany(desk, 1));
    const short = await prepareDraw(desk.bench, planOf(lists));
    expect(short.ok ? 0 : short.error.length).toBe(6);
    expect(JSON.stringify(short)).toContain('需要2人，名单1人中能参加的只有1人，还缺1人');
    const enough = await listsOf(desk.bench, bodies, await addMany(desk, 2));
    const alone = await prepareDraw(desk.bench, { ...planOf(enough), witness: '陈静' });
    expect(JSON.stringify(alone)).toContain('见证人不能就是抽取人');
  });

  it('opens one inspection for each drawn body with the drawn team, once', async () => {
    const desk = await openDocumentDesk();
    const before = await prepared(desk, 12);
    valueOf(await takeDraw(desk.bench, before));
    const after = await opened(desk.bench, before.row.id);
    const asked = { title: '年度专项检查', mode: 'special', method: null, content: null, plannedOn: '2026-12-01' };
    expect((await inspectDrawn(desk.bench, after, { ...asked, title: null })).ok).toBe(false);
    const made = valueOf(await inspectDrawn(desk.bench, after, asked));
    expect(made.map(({ values }) => values.entity)).toEqual(after.result?.drawn.map(({ id }) => id));
    expect(made.every(({ values }) => values.draw === after.row.id && values.team?.length === 2)).toBe(true);
    expect((await inspectDrawn(desk.bench, await opened(desk.bench, after.row.id), asked)).ok).toBe(false);
  });
});

describe('people of a draw', () => {
  const id = '320799198803120016';

  it('stand aside from their own unit, from units of the past two years, and for a declared interest', async () => {
    const desk = await openDocumentDesk();
    const { bench, add } = desk;
    const bodies = await addBodies(desk, 3);
    const [own, former, third] = bodies;
    if (!own || !former || !third) throw new Error('no bodies');
    const officer = await add('enforcement-officer', { name: '郑重', entity: former.id, identityNumber: id });
    const changes = { entity: own.id };
    const mutation = { op: 'update', ledger: 'enforcement-officer', id: officer.id } as const;
    const intent = { kind: 'edit', label: '调动' } as const;
    valueOf(await bench.storage.commit(intent, [{ ...mutation, changes, revision: 1 }], bench.session.context()));
    const staff = await addStaff(desk, '郑重', id);
    const candidates = await candidatesOf(
      bench,
      'enforcement-entity',
      bodies.map((body) => body.id),
    );
    const chosen = { ...nobody, 'supervision-staff': [staff.id] };
    const declared = [{ person: staff.id, object: third.id, reason: '近亲属在该单位任职' }];
    const [crew] = await crewOf(bench, chosen, candidates, declared);
    const found = Object.fromEntries(crew?.person.recusals.map(({ object, kind }) => [object, kind]) ?? []);
    expect(found).toEqual({ [own.id]: 'own-unit', [former.id]: 'worked', [third.id]: 'declared' });
  });

  it('named alike are told apart by unit and number in list, result and inspection', async () => {
    const desk = await openDocumentDesk();
    const { bench, add } = desk;
    const bodies = await addBodies(desk, 1);
    const first = await add('supervision-staff', { name: '王伟', unit: 'bureau', certificateNo: 'LJJD0799001' });
    const second = await add('supervision-staff', { name: '王伟', unit: 'bureau', certificateNo: 'LJJD0799002' });
    const lists = { ...(await listsOf(bench, bodies, [first, second])), objectCount: 1 };
    expect(lists.people.map(({ name }) => name)).toEqual([
      '王伟（安澜县司法局，LJJD0799001）',
      '王伟（安澜县司法局，LJJD0799002）',
    ]);
    const { id } = valueOf(await prepareDraw(bench, planOf(lists)));
    valueOf(await takeDraw(bench, await opened(bench, id)));
    const drawn = (await opened(bench, id)).row.values.drawnInspectors ?? '';
    expect(drawn).toContain('LJJD0799001');
    expect(drawn).toContain('LJJD0799002');
    const hits = await bench.storage.suggest('supervision-staff', '王伟', 10);
    expect(new Set(hits.map(({ title }) => title)).size).toBe(2);
  });

  it('who are lay supervisors are left out with the reason when their term has ended', async () => {
    const desk = await openDocumentDesk();
    const [serving, ended, without] = [
      await desk.add('lay-supervisor', { name: '左原' }),
      await desk.add('lay-supervisor', { name: '方远' }),
      await desk.add('lay-supervisor', { name: '林同' }),
    ];
    const term = { kind: 'first', status: 'serving', startsOn: '2024-01-01' };
    await desk.add('appointment-term', { ...term, supervisor: serving.id, endsOn: '2026-12-31' });
    await desk.add('appointment-term', { ...term, supervisor: ended.id, endsOn: '2025-12-31' });
    const chosen = { ...nobody, 'lay-supervisor': [serving.id, ended.id, without.id] };
    const crew = await crewOf(desk.bench, chosen, [], []);
    expect(crew.map(({ person, unavailable }) => [person.name, unavailable])).toEqual([
      ['左原', null],
      ['方远', '聘期2025-12-31已满'],
      ['林同', '没有登记聘期，请先在监督员名册中登记'],
    ]);
  });

  it('of the same name without identity number are pointed out, and those away are left out', async () => {
    const desk = await openDocumentDesk();
    const bodies = await addBodies(desk, 1);
    await desk.add('enforcement-officer', { name: '林同', entity: bodies[0]?.id ?? '' });
    const alike = await addStaff(desk, '林同');
    const away = await desk.add('supervision-staff', { name: '方远', unit: 'bureau', postStatus: 'away' });
    const over = await desk.add('expert', { name: '左原', validUntil: '2026-01-01' });
    const candidates = await candidatesOf(
      desk.bench,
      'enforcement-entity',
      bodies.map((body) => body.id),
    );
    const chosen = { ...nobody, 'supervision-staff': [alike.id, away.id], expert: [over.id] };
    const crew = await crewOf(desk.bench, chosen, candidates, []);
    expect(crew[0]?.person.recusals).toEqual([]);
    expect(crew[0]?.hints.join()).toContain('同名，请核对是不是同一人');
    expect(crew.map(({ unavailable }) => unavailable)).toEqual([null, '登记为不在岗', '在库期限2026-01-01已满']);
  });
});

describe('visits to an enterprise', () => {
  it('are counted by year and warned of before and at the ceiling', async () => {
    const { bench, add } = await openDocumentDesk();
    const visit = { enterprise: '青禾食品公司', kind: 'routine' };
    expect((await ceilingOf(bench, { ...visit, uscc: null }, '2026')).message).toBeNull();
    await add(enterpriseVisit.id, { ...visit, visitedOn: '2025-12-31' });
    await add(enterpriseVisit.id, { ...visit, visitedOn: '2026-02-01' });
    expect((await ceilingOf(bench, { ...visit, uscc: null }, '2026')).level).toBe('near');
    await add(enterpriseVisit.id, { ...visit, visitedOn: '2026-05-01' });
    await add(enterpriseVisit.id, {
      ...visit,
      visitedOn: '2026-06-01',
      countsToCeiling: false,
      notCountedReason: '上级部署',
    });
    const [warning] = await ceilingWarnings(bench);
    expect(warning).toMatchObject({ counted: 2, uncounted: 1, ceiling: 2, level: 'reached' });
    await expect(
      add(enterpriseVisit.id, { ...visit, visitedOn: '2026-07-01', countsToCeiling: false }),
    ).rejects.toThrow('不计入的原因');
  });
});
