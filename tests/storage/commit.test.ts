import { describe, expect, it } from 'vitest';
import { context, errorOf, openDesk, valueOf } from './desk';

const create = { kind: 'create', label: '登记' } as const;
const edit = { kind: 'edit', label: '修改' } as const;

describe('commit', () => {
  it('writes what was given and gives it back after a restart', async () => {
    const { storage, reopen } = await openDesk();
    const receipt = valueOf(
      await storage.commit(
        create,
        [{ op: 'create', ledger: 'organ', values: { name: '甲县公安局', code: 'A1' } }],
        context,
      ),
    );
    expect(receipt.rows[0]).toMatchObject({ revision: 1, origin: '320723', createdBy: '李经办', deletedAt: null });
    await storage.close();
    const again = reopen();
    await again.useCodeTables(context.codes);
    expect(valueOf(await again.open()).counts).toMatchObject({ organ: 1, person: 0 });
    const page = await again.page({ ledger: 'organ' }, 0, 50);
    expect(page.total).toBe(1);
    expect(page.rows[0]?.values).toEqual({ name: '甲县公安局', code: 'A1', superior: null, kinds: null });
  });

  it('refuses a change to a record that somebody changed in between', async () => {
    const { storage } = await openDesk();
    const row = valueOf(
      await storage.commit(create, [{ op: 'create', ledger: 'organ', values: { name: '甲' } }], context),
    ).rows[0];
    const id = row?.id ?? '';
    const change = { op: 'update', ledger: 'organ', id, revision: 1 } as const;
    valueOf(await storage.commit(edit, [{ ...change, changes: { name: '乙' } }], context));
    const refusal = errorOf(await storage.commit(edit, [{ ...change, changes: { name: '丙' } }], context));
    expect(refusal.kind).toBe('conflict');
    expect((await storage.rows('organ', [id]))[0]?.values.name).toBe('乙');
  });
});
