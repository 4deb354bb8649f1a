import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportRow, Values } from '@/domain/kernel';
import type { ImportFate, Storage } from '@/storage/contract';
import { context, openDesk, valueOf } from './desk';

const create = { kind: 'create', label: '登记' } as const;

let storage: Storage;

beforeEach(async () => {
  ({ storage } = await openDesk());
});

function sheet(...rows: readonly Values[]): ImportRow[] {
  return rows.map((values, at) => ({
    sheetRow: at + 2,
    values,
    problems: [],
    cells: Object.values(values).map(String),
  }));
}

async function store(ledger: string, ...records: readonly Values[]): Promise<readonly string[]> {
  const mutations = records.map((values) => ({ op: 'create', ledger, values }) as const);
  return valueOf(await storage.commit(create, mutations, context)).rows.map((row) => row.id);
}

async function plan(ledger: string, ...rows: readonly Values[]): Promise<string> {
  const id = await storage.beginImport(ledger, context);
  await storage.addRows(id, sheet(...rows));
  return id;
}

async function fates(planId: string): Promise<readonly (readonly [number, ImportFate, string])[]> {
  const all: ImportFate[] = ['created', 'changed', 'unchanged', 'rejected'];
  const lists = await Promise.all(all.map((fate) => storage.importOutcomes(planId, fate, 0, 100)));
  return lists
    .flat()
    .map(({ sheetRow, fate, problems }) => [sheetRow, fate, problems.map(({ message }) => message).join()] as const)
    .sort(([a], [b]) => a - b);
}

describe('import', () => {
  it('tells new, changed, unchanged and rejected rows apart and names old and new values', async () => {
    await store('organ', { name: '甲局', code: 'A' }, { name: '乙局', code: 'B' });
    const id = await plan(
      'organ',
      { name: '甲局', code: 'A' },
      { name: '乙县局', code: 'B' },
      { name: '丙局', code: 'C' },
      { name: null, code: 'D' },
    );
    expect(await storage.importSummary(id)).toEqual({ total: 4, created: 1, changed: 1, unchanged: 1, rejected: 1 });
    const [changed] = await storage.importOutcomes(id, 'changed', 0, 10);
    expect(changed).toMatchObject({ sheetRow: 3, values: { name: '乙县局' }, previous: { name: '乙局' } });
    expect(changed?.previous).not.toHaveProperty('code');
    const [rejected] = await storage.importOutcomes(id, 'rejected', 0, 10);
    expect(rejected).toMatchObject({ sheetRow: 5, problems: [{ field: 'name', message: '请填写“全称”' }] });
    const receipt = valueOf(await storage.commitImport(id, '导入机关2行'));
    expect(receipt.count).toBe(2);
    expect((await storage.page({ ledger: 'organ' }, 0, 9)).total).toBe(3);
  });

  it('finds the record by a weaker key when the stronger one is not given', async () => {
    await store('organ', { name: '甲局', code: 'A' });
    expect(await fates(await plan('organ', { name: '甲局', code: null }))).toEqual([[2, 'unchanged', '']]);
  });

  it('does not erase a stored value by an empty cell', async () => {
    await store('organ', { name: '甲局', code: 'A', kinds: ['a'] });
    const id = await plan('organ', { name: '甲局', code: '', kinds: null });
    expect(await storage.importSummary(id)).toMatchObject({ unchanged: 1 });
  });

  it('does not take two people of one name with different numbers for one', async () => {
    await store('person', { name: '张伟', number: '1' });
    expect(await fates(await plan('person', { name: '张伟', number: '2' }))).toEqual([[2, 'created', '']]);
  });

  it('rejects a name that several records share and says what to add', async () => {
    await store('person', { name: '张伟', number: '1' }, { name: '张伟', number: '2' });
    const [[, fate, message] = []] = await fates(await plan('person', { name: '张伟', remark: '新' }));
    expect(fate).toBe('rejected');
    expect(message).toContain('有多条同名记录，请补充“身份证号”');
  });

  it('rejects the second row of one key and names the first', async () => {
    const id = await plan(
      'organ',
      { name: '甲局', code: 'A' },
      { name: '乙局', code: 'A' },
      { name: '甲局', code: null },
    );
    const [, second, third] = await fates(id);
    expect(second?.[2]).toContain('与第2行重复：“代码”相同');
    expect(third?.[1]).toBe('rejected');
    expect(third?.[2]).toContain('与第2行重复');
  });

  it('resolves references by title, by key and by identifier, and names what is not registered', async () => {
    const [a = '', b = ''] = await store('organ', { name: '甲局', code: 'A' }, { name: '乙局', code: 'B' });
    const id = await plan(
      'person',
      { name: '一', organ: '甲局' },
      { name: '二', organ: 'B' },
      { name: '三', organ: a },
      { name: '四', organ: '丁局' },
      { name: '五', organs: '甲 局、B' },
    );
    const created = await storage.importOutcomes(id, 'created', 0, 9);
    expect(created.map((outcome) => outcome.values.organ)).toEqual([a, b, a, null]);
    expect(created[3]?.values.organs).toEqual([a, b]);
    const [rejected] = await storage.importOutcomes(id, 'rejected', 0, 9);
    expect(rejected?.problems).toMatchObject([{ field: 'organ', text: '丁局' }]);
    expect(rejected?.problems[0]?.message).toContain('“所属机关”中的“丁局”没有登记，请先在“机关”中增加');
  });

  it('lets a row name a record that a later row of the same file brings', async () => {
    const id = await plan(
      'organ',
      { name: '丙所', superior: '乙局' },
      { name: '乙局', superior: '甲局' },
      { name: '甲局' },
      { name: '丁所', superior: '没有的局' },
    );
    expect(await storage.importSummary(id)).toMatchObject({ created: 3, rejected: 1 });
    valueOf(await storage.commitImport(id, '导入'));
    const page = await storage.page(
      { ledger: 'organ', filters: [{ field: 'name', op: 'equals', value: '丙所' }] },
      0,
      9,
    );
    expect(Object.values(page.titles)).toEqual(['乙局']);
  });

  it('brings the same list in twice without a difference, even where nothing tells its rows apart', async () => {
    const rows = [
      { about: '会议', day: '2026-01-05' },
      { about: '会议', day: '2026-01-05' },
      { about: '来访', day: null },
    ];
    valueOf(await storage.commitImport(await plan('note', ...rows), '导入'));
    expect(await storage.importSummary(await plan('note', ...rows))).toMatchObject({ unchanged: 3, created: 0 });
  });

  it('takes back a whole import at once', async () => {
    await store('organ', { name: '甲局', code: 'A' });
    const before = await storage.stateDigest();
    const id = await plan('organ', { name: '甲县局', code: 'A' }, { name: '乙局', code: 'B' });
    const { seq } = valueOf(await storage.commitImport(id, '导入'));
    expect(await storage.stateDigest()).not.toBe(before);
    valueOf(await storage.undo(seq, context));
    expect(await storage.stateDigest()).toBe(before);
  });

  it('refuses to write over what was changed after the comparison, as a whole', async () => {
    const [a = ''] = await store('organ', { name: '甲局', code: 'A' });
    const id = await plan('organ', { name: '甲县局', code: 'A' }, { name: '乙局', code: 'B' });
    const change = { op: 'update', ledger: 'organ', id: a, changes: { kinds: ['a'] }, revision: 1 } as const;
    valueOf(await storage.commit({ kind: 'edit', label: '改' }, [change], context));
    const done = await storage.commitImport(id, '导入');
    expect(done).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect((await storage.page({ ledger: 'organ' }, 0, 9)).total).toBe(1);
  });
});
