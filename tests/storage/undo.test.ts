import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mutation, Values } from '@/domain/kernel';
import type { Storage } from '@/storage/contract';
import { context, errorOf, openDesk, valueOf } from './desk';

const intent = { kind: 'edit', label: '改动' } as const;

/** A wish: what to do to which of the records known so far; whether it can be carried out shows when it is tried. */
interface Wish {
  readonly op: Mutation['op'];
  readonly pick: number;
  readonly organ: number;
  readonly text: string;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  op: fc.constantFrom('create', 'create', 'update', 'update', 'remove', 'restore', 'purge'),
  pick: fc.nat(20),
  organ: fc.nat(3),
  text: fc.constantFrom('甲', '乙', '丙', '丁', '戊'),
});

async function allIds(storage: Storage, ledger: string): Promise<readonly string[]> {
  const living = await storage.ids({ ledger });
  return [...living, ...(await storage.ids({ ledger, deleted: true }))].sort();
}

async function mutationOf(storage: Storage, { op, pick, organ, text }: Wish): Promise<Mutation> {
  const ledger = pick % 3 === 0 ? 'organ' : 'person';
  const ids = await allIds(storage, ledger);
  const id = ids[pick % Math.max(ids.length, 1)] ?? 'none';
  const organs = await storage.ids({ ledger: 'organ' });
  const values: Values =
    ledger === 'organ' ? { name: text } : { name: text, organ: organs[organ] ?? null, kinds: ['a'] };
  if (op === 'create') return { op, ledger, values };
  const revision = (await storage.rows(ledger, [id]))[0]?.revision ?? 0;
  return op === 'update' ? { op, ledger, id, changes: values, revision } : { op, ledger, id };
}

/** Tries a commit of several wishes; gives its number, or null where it was refused or changed nothing. */
async function attempt(storage: Storage, wishes: readonly Wish[]): Promise<number | null> {
  const mutations: Mutation[] = [];
  for (const item of wishes) mutations.push(await mutationOf(storage, item));
  const done = await storage.commit(intent, mutations, context);
  return done.ok && done.value.count > 0 ? done.value.seq : null;
}

describe('undo', () => {
  it('gives back the same state after any commit, and undoing the undo the state after it', async () => {
    const history = fc.array(fc.array(wish, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(history, async (commits) => {
        const { storage } = await openDesk();
        for (const wishes of commits) {
          const before = await storage.stateDigest();
          const seq = await attempt(storage, wishes);
          if (seq === null) {
            expect(await storage.stateDigest()).toBe(before);
            continue;
          }
          const after = await storage.stateDigest();
          const undone = valueOf(await storage.undo(seq, context));
          expect(await storage.stateDigest()).toBe(before);
          valueOf(await storage.undo(undone.seq, context));
          expect(await storage.stateDigest()).toBe(after);
        }
        expect((await storage.checkIntegrity()).faults).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('is refused with the records that were changed since', async () => {
    const { storage } = await openDesk();
    const names = ['甲', '乙'].map((name) => ({ op: 'create', ledger: 'organ', values: { name } }) as const);
    const made = valueOf(await storage.commit(intent, names, context));
    const id = made.rows[1]?.id ?? '';
    const change = { op: 'update', ledger: 'organ', id, revision: 1, changes: { code: 'B' } } as const;
    const changed = valueOf(await storage.commit(intent, [change], context));
    const refusal = errorOf(await storage.undo(made.seq, context));
    expect(refusal).toMatchObject({ kind: 'changed-since', records: [{ ledger: 'organ', id, title: '乙' }] });
    valueOf(await storage.undo(changed.seq, context));
    expect(errorOf(await storage.undo(made.seq, context)).kind).toBe('changed-since');
    expect(errorOf(await storage.undo(changed.seq, context)).kind).toBe('changed-since');
  });

  it('never takes away a record that others refer to', async () => {
    const { storage } = await openDesk();
    const organ = { op: 'create', ledger: 'organ', values: { name: '甲' } } as const;
    const made = valueOf(await storage.commit(intent, [organ], context));
    const person = { op: 'create', ledger: 'person', values: { name: '张三', organ: made.rows[0]?.id ?? '' } } as const;
    valueOf(await storage.commit(intent, [person], context));
    expect(errorOf(await storage.undo(made.seq, context)).kind).toBe('referenced');
  });

  it('lets revisions grow and says in the log what it undid', async () => {
    const { storage } = await openDesk();
    const made = valueOf(
      await storage.commit(intent, [{ op: 'create', ledger: 'note', values: { about: '甲' } }], context),
    );
    const id = made.rows[0]?.id ?? '';
    const undone = valueOf(await storage.undo(made.seq, context));
    const redone = valueOf(await storage.undo(undone.seq, context));
    expect(redone.rows[0]).toMatchObject({ id, revision: 2 });
    const headers = await storage.commits(null, 9);
    expect(headers.map(({ undoes, intent: { label } }) => [undoes, label])).toEqual([
      [2, '重做：改动'],
      [1, '撤销：改动'],
      [null, '改动'],
    ]);
    expect(await storage.commits(3, 1)).toMatchObject([{ seq: 2 }]);
  });
});
