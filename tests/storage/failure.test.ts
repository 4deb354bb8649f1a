import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { context, errorOf, openDesk, valueOf } from './desk';
import { dump, settled, tamper } from './raw';

const create = { kind: 'create', label: '登记' } as const;

function organs(from: number, count: number) {
  return Array.from({ length: count }, (_, at) => ({
    op: 'create' as const,
    ledger: 'organ',
    values: { name: `机关${from + at}` },
  }));
}

/** Lets a number of writes through and fails the next with the given error. */
function failAfter(writes: number, name: string): void {
  let left = writes;
  for (const verb of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[verb];
    vi.spyOn(IDBObjectStore.prototype, verb).mockImplementation(function (this: IDBObjectStore, ...given) {
      left -= 1;
      if (left < 0) throw new DOMException('injected', name);
      return write.apply(this, given) as IDBRequest<IDBValidKey>;
    });
  }
}

afterEach(() => vi.restoreAllMocks());

describe('a commit that fails half-way', () => {
  it.each([0, 3, 8, 10, 11, 12])('leaves nothing behind on disk or in memory (write %i fails)', async (writes) => {
    const { storage, indexedDB } = await openDesk();
    valueOf(await storage.commit(create, organs(0, 3), context));
    const before = await dump(indexedDB, 'bureau-1');
    const listed = await storage.page({ ledger: 'organ', sort: [{ field: 'name' }] }, 0, 99);
    failAfter(writes, 'QuotaExceededError');
    const refusal = errorOf(await storage.commit(create, organs(3, 10), context));
    vi.restoreAllMocks();
    expect(refusal).toMatchObject({
      kind: 'storage-full',
      message: expect.stringContaining('磁盘空间不足') as unknown,
    });
    expect(await dump(indexedDB, 'bureau-1')).toEqual(before);
    expect(await storage.page({ ledger: 'organ', sort: [{ field: 'name' }] }, 0, 99)).toEqual(listed);
    expect(await storage.counts()).toMatchObject({ organ: 3 });
    expect(valueOf(await storage.commit(create, organs(3, 10), context)).seq).toBe(2);
    expect((await storage.checkIntegrity()).faults).toEqual([]);
  });

  it('names any other failure by its code only', async () => {
    const { storage } = await openDesk();
    failAfter(0, 'UnknownError');
    const refusal = errorOf(await storage.commit(create, organs(0, 1), context));
    expect(refusal).toMatchObject({
      kind: 'storage-failed',
      message: expect.stringContaining('UnknownError') as unknown,
    });
  });

  it('is refused where the browser took the database away, and no empty one is made in its place', async () => {
    const { storage, indexedDB, reopen } = await openDesk();
    valueOf(await storage.commit(create, organs(0, 1), context));
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await settled(indexedDB.deleteDatabase('bureau-1'));
    expect(errorOf(await storage.commit(create, organs(1, 1), context)).kind).toBe('storage-failed');
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['bureau-pointer']);
    await storage.close();
    expect(errorOf(await reopen().open()).kind).toBe('failed');
  });

  it('is refused where another program wrote in between', async () => {
    const { storage, indexedDB } = await openDesk();
    valueOf(await storage.commit(create, organs(0, 1), context));
    await tamper(indexedDB, 'bureau-1', 'meta', (meta) => void meta.put({ key: 'head', seq: 9, hash: 'x' }));
    const refusal = errorOf(await storage.commit(create, organs(1, 1), context));
    expect(refusal).toMatchObject({
      kind: 'storage-failed',
      message: expect.stringContaining('另一个程序') as unknown,
    });
  });
});
