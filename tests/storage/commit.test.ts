import { describe, expect, it } from 'vitest';
import type { Mutation, Values } from '@/domain/kernel';
import type { Storage } from '@/storage/contract';
import { context, createDesk, errorOf, openDesk, valueOf } from './desk';

const create = { kind: 'create', label: '登记' } as const;
const edit = { kind: 'edit', label: '修改' } as const;
const remove = { kind: 'remove', label: '删除' } as const;

async function store(storage: Storage, ledger: string, ...records: readonly Values[]): Promise<readonly string[]> {
  const mutations = records.map((values) => ({ op: 'create', ledger, values }) as const);
  return valueOf(await storage.commit(create, mutations, context)).rows.map((row) => row.id);
}

describe('commit', () => {
  it('writes what was given and gives it back after a restart', async () => {
    const { storage, reopen } = await openDesk();
    const values = { name: '甲县公安局', code: 'A1' };
    const receipt = valueOf(await storage.commit(create, [{ op: 'create', ledger: 'organ', values }], context));
    expect(receipt.rows[0]).toMatchObject({ revision: 1, origin: '320723', createdBy: '李经办', deletedAt: null });
    await storage.close();
    const again = reopen();
    await again.useCodeTables(context.codes);
    expect(valueOf(await again.open()).counts).toMatchObject({ organ: 1, person: 0 });
    const page = await again.page({ ledger: 'organ' }, 0, 50);
    expect(page.total).toBe(1);
    expect(page.rows[0]?.values).toEqual({ ...values, superior: null, kinds: null });
  });

  it('refuses a record that its definition refuses, and writes none of the others', async () => {
    const { storage } = await openDesk();
    const mutations = [
      { op: 'create', ledger: 'organ', values: { name: '甲' } },
      { op: 'create', ledger: 'person', values: { name: '张三', kind: 'x' } },
    ] as const;
    const refusal = errorOf(await storage.commit(create, mutations, context));
    expect(refusal).toMatchObject({ kind: 'invalid', ledger: 'person', at: 1, problems: [{ field: 'kind' }] });
    expect(await storage.counts()).toMatchObject({ organ: 0, person: 0 });
    expect(await storage.commits(null, 9)).toEqual([]);
  });

  it('refuses a change to a record that somebody changed in between', async () => {
    const { storage } = await openDesk();
    const [id = ''] = await store(storage, 'organ', { name: '甲' });
    const change = { op: 'update', ledger: 'organ', id, revision: 1 } as const;
    valueOf(await storage.commit(edit, [{ ...change, changes: { name: '乙' } }], context));
    expect(errorOf(await storage.commit(edit, [{ ...change, changes: { name: '丙' } }], context)).kind).toBe(
      'conflict',
    );
    expect((await storage.rows('organ', [id]))[0]?.values.name).toBe('乙');
  });

  it('writes nothing where nothing changes', async () => {
    const { storage } = await openDesk();
    const [id = ''] = await store(storage, 'organ', { name: '甲', kinds: ['a', 'b'] });
    const same: Mutation = {
      op: 'update',
      ledger: 'organ',
      id,
      revision: 1,
      changes: { name: '甲', kinds: ['b', 'a'] },
    };
    const receipt = valueOf(await storage.commit(edit, [same], context));
    expect(receipt).toMatchObject({ seq: 1, count: 0, rows: [{ id, revision: 1 }] });
  });

  it('carries out commits one behind another', async () => {
    const { storage } = await openDesk();
    const names = Array.from({ length: 12 }, (_, at) => `机关${at}`);
    const receipts = await Promise.all(
      names.map((name) => storage.commit(create, [{ op: 'create', ledger: 'organ', values: { name } }], context)),
    );
    expect(receipts.map((receipt) => valueOf(receipt).seq)).toEqual(names.map((_, at) => at + 1));
    expect((await storage.checkIntegrity()).faults).toEqual([]);
  });
});

describe('natural keys', () => {
  it('names the field, the value and the other record, and hides what is sensitive', async () => {
    const { storage } = await openDesk();
    const [id] = await store(storage, 'person', { name: '张三', number: '320723199001011234' });
    const twin: Mutation = { op: 'create', ledger: 'person', values: { name: '李四', number: '320723199001011234' } };
    const refusal = errorOf(await storage.commit(create, [twin], context));
    expect(refusal).toMatchObject({ kind: 'duplicate', existingId: id });
    expect(refusal).toHaveProperty('message', expect.stringMatching(/“身份证号”为“320\*+34”的人员已有“张三”/));
  });

  it('are free again when their record is in the recycle bin, and are checked when it comes back', async () => {
    const { storage } = await openDesk();
    const [id = ''] = await store(storage, 'organ', { name: '甲', code: 'A' });
    valueOf(await storage.commit(remove, [{ op: 'remove', ledger: 'organ', id }], context));
    await store(storage, 'organ', { name: '甲', code: 'B' });
    const back = await storage.commit(
      { kind: 'restore-record', label: '恢复' },
      [{ op: 'restore', ledger: 'organ', id }],
      context,
    );
    expect(errorOf(back).kind).toBe('duplicate');
  });

  it('may be swapped between two records in one commit, and not doubled in one', async () => {
    const { storage } = await openDesk();
    const [a = '', b = ''] = await store(storage, 'organ', { name: '甲', code: 'A' }, { name: '乙', code: 'B' });
    const set = (id: string, code: string): Mutation => ({
      op: 'update',
      ledger: 'organ',
      id,
      revision: 1,
      changes: { code },
    });
    expect(errorOf(await storage.commit(edit, [set(a, 'C'), set(b, 'C')], context)).kind).toBe('duplicate');
    expect(valueOf(await storage.commit(edit, [set(a, 'B'), set(b, 'A')], context)).count).toBe(2);
  });

  it('do not differ by width, case or white space alone', async () => {
    const { storage } = await openDesk();
    await store(storage, 'organ', { name: '甲（一）局', code: 'a1' });
    const twin: Mutation = { op: 'create', ledger: 'organ', values: { name: '甲(一)局 ', code: 'Ａ1' } };
    expect(errorOf(await storage.commit(create, [twin], context)).kind).toBe('duplicate');
  });
});

describe('references', () => {
  it('must point at living records, those of the same commit included', async () => {
    const { storage } = await openDesk();
    const person: Mutation = { op: 'create', ledger: 'person', values: { name: '张三', organ: 'o1' } };
    const refusal = errorOf(await storage.commit(create, [person], context));
    expect(refusal).toMatchObject({ kind: 'missing', at: 0 });
    expect(refusal).toHaveProperty('message', expect.stringContaining('“所属机关”所选的机关不存在'));
    const organ: Mutation = { op: 'create', ledger: 'organ', id: 'o1', values: { name: '甲' } };
    expect(valueOf(await storage.commit(create, [person, organ], context)).count).toBe(2);
  });

  it('keep the record they point at from being removed, unless they go with it', async () => {
    const { storage } = await openDesk();
    const [organ = ''] = await store(storage, 'organ', { name: '甲' });
    const people = await store(storage, 'person', { name: '张三', organ }, { name: '李四', organs: [organ], organ });
    const goes: Mutation = { op: 'remove', ledger: 'organ', id: organ };
    const refusal = errorOf(await storage.commit(remove, [goes], context));
    expect(refusal).toMatchObject({ kind: 'referenced', message: '还有2条人员引用“甲”，请先修改或删除它们' });
    const all = [goes, ...people.map((id) => ({ op: 'remove', ledger: 'person', id }) as const)];
    expect(valueOf(await storage.commit(remove, all, context)).count).toBe(3);
  });
});

describe('recycle bin', () => {
  it('keeps removed records until they are purged, and the log keeps them even then', async () => {
    const { storage } = await openDesk();
    const [id = ''] = await store(storage, 'note', { about: '来访' });
    const purge: Mutation = { op: 'purge', ledger: 'note', id };
    expect(errorOf(await storage.commit({ kind: 'purge', label: '清除' }, [purge], context)).kind).toBe('missing');
    valueOf(await storage.commit(remove, [{ op: 'remove', ledger: 'note', id }], context));
    expect((await storage.page({ ledger: 'note' }, 0, 9)).total).toBe(0);
    expect((await storage.page({ ledger: 'note', deleted: true }, 0, 9)).rows[0]).toMatchObject({
      id,
      deletedBy: '李经办',
    });
    valueOf(await storage.commit({ kind: 'purge', label: '清除' }, [purge], context));
    expect((await storage.page({ ledger: 'note', deleted: true }, 0, 9)).total).toBe(0);
    const history = await storage.history('note', id);
    expect(history.map((item) => item.header.seq)).toEqual([3, 2, 1]);
    expect(history[0]?.entry).toMatchObject({ before: { values: { about: '来访' } }, after: null });
    expect((await storage.checkIntegrity()).faults).toEqual([]);
  });
});

describe('attachments', () => {
  it('are stored under the digest of their bytes, in one commit with their description', async () => {
    const { storage } = await openDesk();
    const [id = ''] = await store(storage, 'note', { about: '来访' });
    const owner = { ledger: 'note', id };
    const file = { name: '照片.png', mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
    valueOf(await storage.attach(owner, file, context));
    const [info] = await storage.attachments('note', id);
    expect(info).toMatchObject({ name: '照片.png', size: 3, addedBy: '李经办' });
    expect(await storage.attachmentBytes(info?.sha256 ?? '')).toEqual(file.bytes);
    expect(await storage.attachmentBytes('0'.repeat(64))).toBeNull();
    expect(errorOf(await storage.attach({ ledger: 'note', id: 'none' }, file, context)).kind).toBe('missing');
  });
});

describe('one window', () => {
  it('is refused the data that another holds', async () => {
    const { storage } = createDesk(undefined, undefined, async () => null);
    const refusal = errorOf(await storage.open());
    expect(refusal).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('已在另一个窗口打开') as unknown,
    });
  });
});
