import { describe, expect, it } from 'vitest';
import { defineLedger, field, ok, type ImportRow, type Mutation, type Values } from '@/domain/kernel';
import type { Storage } from '@/storage/contract';
import { codes, context, createDesk, errorOf, testLedgers, valueOf } from './desk';

/** A ledger with a life: open, then closed with a reason; what is closed stays as it is and cannot be removed. */
const matter = defineLedger({
  id: 'matter',
  noun: '事项',
  title: '事项',
  purpose: '测试用。',
  fields: {
    name: field.text({ label: '名称', required: true }),
    state: field.choice({ label: '状态', table: 'matter-state', required: true }),
    reason: field.text({ label: '原因' }),
  },
  titleFields: ['name'],
  naturalKeys: [{ fields: ['name'], unique: true }],
  states: {
    field: 'state',
    initial: ['open', 'old'],
    entry: 'old',
    transitions: [
      { from: 'open', to: 'closed', label: '办结', requires: ['reason'] },
      { from: 'open', to: 'held', label: '挂起' },
      { from: 'held', to: 'open', label: '恢复' },
    ],
    fixed: [{ states: ['closed'], fields: ['name', 'reason'] }],
    kept: { states: ['closed'], message: '办结的事项不能删除' },
  },
  // Every matter leaves a trace under its name.
  consequences: {
    ledgers: ['trace'],
    of: ({ before, after }, find) => {
      if (after === null || before !== null || find.byKey('trace', { name: after.name })) return ok([]);
      return ok([{ op: 'create', ledger: 'trace', values: { name: after.name } }]);
    },
  },
});

/** Records that never go away. */
const trace = defineLedger({
  id: 'trace',
  noun: '痕迹',
  title: '痕迹',
  purpose: '测试用。',
  fields: { name: field.text({ label: '名称', required: true }), gone: field.flag({ label: '已撤' }) },
  titleFields: ['name'],
  naturalKeys: [{ fields: ['name'], unique: true }],
  permanent: {
    message: '痕迹不能去掉',
    left: (values) => (values.name.startsWith('严') ? null : { ...values, gone: true }),
  },
});

const states = {
  id: 'matter-state',
  title: '状态',
  version: '1',
  source: '测试',
  entries: [
    { code: 'open', label: '在办' },
    { code: 'held', label: '挂起' },
    { code: 'closed', label: '办结' },
    { code: 'old', label: '补登' },
  ],
};
const known = { ...context, codes: { ...codes, 'matter-state': states } };
const intent = { kind: 'edit', label: '改动' } as const;

async function openMatters(): Promise<Storage> {
  const { storage } = createDesk([...testLedgers, matter, trace]);
  await storage.useCodeTables(known.codes);
  valueOf(await storage.open());
  return storage;
}

function create(name: string, state = 'open', reason: string | null = null): Mutation {
  return { op: 'create', ledger: 'matter', values: { name, state, reason } };
}

async function write(storage: Storage, mutations: readonly Mutation[], sample = false) {
  return storage.commit(intent, mutations, { ...known, sample });
}

async function stored(storage: Storage, ...mutations: readonly Mutation[]) {
  const { rows, seq } = valueOf(await write(storage, mutations));
  return { seq, change: (at: number, changes: Values): Mutation => updated(rows[at], changes), rows };
}

function updated(row: { id: string; revision: number } | undefined, changes: Values): Mutation {
  return { op: 'update', ledger: 'matter', id: row?.id ?? '', revision: row?.revision ?? 0, changes };
}

describe('the life of records', () => {
  it('begins in a state for beginning', async () => {
    const storage = await openMatters();
    const refusal = errorOf(await write(storage, [create('甲', 'closed', '完')]));
    expect(refusal).toMatchObject({
      kind: 'invalid',
      problems: [{ field: 'state', message: '新的事项只能是“在办”或“补登”，不能直接写成“办结”' }],
    });
  });

  it('takes only permitted steps, with what they ask for, whether one record is changed or many', async () => {
    const storage = await openMatters();
    const { change } = await stored(storage, create('甲'), create('乙'));
    expect(errorOf(await write(storage, [change(0, { state: 'closed' })]))).toMatchObject({
      problems: [{ field: 'reason', message: '请填写“原因”' }],
    });
    expect(errorOf(await write(storage, [change(0, { state: 'old' })]))).toMatchObject({
      problems: [{ field: 'state', message: '事项不能从“在办”直接变为“补登”，请按办理环节进行' }],
    });
    const both = [change(0, { state: 'closed', reason: '完' }), change(1, { state: 'old' })];
    expect(errorOf(await write(storage, both))).toMatchObject({ kind: 'invalid', at: 1 });
    expect((await storage.page({ ledger: 'matter' }, 0, 9)).rows.map((row) => row.revision)).toEqual([1, 1]);
    expect((await write(storage, [change(0, { state: 'held' })])).ok).toBe(true);
  });

  it('keeps what a state fixed, also in the step out of it and under undo', async () => {
    const storage = await openMatters();
    const { change } = await stored(storage, create('甲'));
    const closed = await write(storage, [change(0, { state: 'closed', reason: '完' })]);
    const [row] = valueOf(closed).rows;
    expect(errorOf(await write(storage, [updated(row, { name: '乙' })]))).toMatchObject({
      problems: [{ field: 'name', message: expect.stringContaining('已定稿') }],
    });
    expect(errorOf(await storage.undo(valueOf(closed).seq, known))).toMatchObject({
      kind: 'invalid',
      problems: [{ field: 'reason' }],
    });
  });

  it('lets a step that fixed nothing be undone', async () => {
    const storage = await openMatters();
    const { change } = await stored(storage, create('甲'));
    const held = valueOf(await write(storage, [change(0, { state: 'held' })]));
    expect((await storage.undo(held.seq, known)).ok).toBe(true);
  });

  it('keeps a record that its state keeps, unless it is sample data', async () => {
    const storage = await openMatters();
    const { change, rows } = await stored(storage, create('甲'));
    valueOf(await write(storage, [change(0, { state: 'closed', reason: '完' })]));
    const remove = { op: 'remove', ledger: 'matter', id: rows[0]?.id ?? '' } as const;
    expect(errorOf(await write(storage, [remove]))).toMatchObject({
      kind: 'referenced',
      message: '办结的事项不能删除',
    });
    expect((await write(storage, [remove, { ...remove, op: 'purge' }])).ok).toBe(false);
    const sample = valueOf(await write(storage, [create('示例')], true)).rows[0];
    valueOf(await write(storage, [updated(sample, { state: 'closed', reason: '完' })]));
    const id = sample?.id ?? '';
    const away: readonly Mutation[] = [
      { op: 'remove', ledger: 'matter', id },
      { op: 'purge', ledger: 'matter', id },
    ];
    expect((await write(storage, away)).ok).toBe(true);
  });
});

describe('an import', () => {
  it('is refused row by row: a fixed field, a taken name; the others come in', async () => {
    const storage = await openMatters();
    const { change } = await stored(storage, create('甲'));
    valueOf(await write(storage, [change(0, { state: 'closed', reason: '完' })]));
    const plan = await storage.beginImport('matter', known);
    const row = (sheetRow: number, values: Values): ImportRow => ({ sheetRow, values, problems: [], cells: [] });
    await storage.addRows(plan, [
      row(2, { name: '甲', reason: '另一个原因' }),
      row(3, { name: '乙', reason: '旧事' }),
      row(4, { name: '丙', state: 'closed' }),
    ]);
    const rejected = await storage.importOutcomes(plan, 'rejected', 0, 9);
    expect(rejected.map(({ sheetRow, problems }) => [sheetRow, problems[0]?.message])).toEqual([
      [2, expect.stringContaining('已定稿')],
      [4, expect.stringContaining('新的事项只能是')],
    ]);
    const [entered] = valueOf(await storage.commitImport(plan, '导入')).rows;
    expect(entered?.values).toMatchObject({ name: '乙', state: 'old' });
  });
});

describe('what follows from a record', () => {
  it('is written in the same commit, counted apart, and stays where it is permanent', async () => {
    const storage = await openMatters();
    const made = valueOf(await write(storage, [create('甲'), create('乙')]));
    expect(made.count).toBe(2);
    expect((await storage.commits(null, 1))[0]).toMatchObject({ seq: made.seq, count: 4 });
    const traces = async () =>
      (await storage.page({ ledger: 'trace', sort: [{ field: 'name' }] }, 0, 9)).rows.map(({ values }) => values);
    expect(await traces()).toMatchObject([{ name: '甲' }, { name: '乙' }]);
    const undone = valueOf(await storage.undo(made.seq, known));
    expect(await storage.ids({ ledger: 'matter' })).toEqual([]);
    expect(await traces()).toMatchObject([{ gone: true }, { gone: true }]);
    valueOf(await storage.undo(undone.seq, known));
    expect(await traces()).toMatchObject([{ gone: null }, { gone: null }]);
    expect((await storage.checkIntegrity()).faults).toEqual([]);
  });

  it('refuses the undoing where nothing of it may be taken back', async () => {
    const storage = await openMatters();
    const made = valueOf(await write(storage, [create('严')]));
    expect(errorOf(await storage.undo(made.seq, known))).toMatchObject({ message: '痕迹不能去掉' });
    const [id] = await storage.ids({ ledger: 'trace' });
    const remove = { op: 'remove', ledger: 'trace', id: id ?? '' } as const;
    expect(errorOf(await write(storage, [remove]))).toMatchObject({ message: '痕迹不能去掉' });
    const plan = await storage.beginImport('matter', known);
    await storage.addRows(plan, [{ sheetRow: 2, values: { name: '严二' }, problems: [], cells: [] }]);
    const { seq } = valueOf(await storage.commitImport(plan, '导入'));
    expect(errorOf(await storage.undo(seq, known))).toMatchObject({ message: '痕迹不能去掉' });
  });
});
