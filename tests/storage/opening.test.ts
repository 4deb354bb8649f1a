import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { schemaVersion, storesOf } from '@/storage/schema';
import { readStanding } from '@/storage/gate';
import { codes, context, createDesk, errorOf, openDesk, testLedgers, valueOf } from './desk';
import { dump, openRaw, tamper } from './raw';

const create = { kind: 'create', label: '登记' } as const;
const organ = { op: 'create', ledger: 'organ', values: { name: '甲' } } as const;

async function filledFactory(): Promise<IDBFactory> {
  const { storage, indexedDB } = await openDesk();
  valueOf(await storage.commit(create, [organ], context));
  await storage.close();
  return indexedDB;
}

async function names(indexedDB: IDBFactory): Promise<readonly (string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name).sort();
}

describe('opening', () => {
  it('begins empty where there is nothing', async () => {
    const { storage, indexedDB } = createDesk();
    const report = valueOf(await storage.open());
    expect(report.head).toEqual({ seq: 0, hash: '0'.repeat(64) });
    expect(Object.values(report.counts).every((count) => count === 0)).toBe(true);
    expect(await names(indexedDB)).toEqual(['bureau-1', 'bureau-pointer']);
  });

  it('refuses data of a newer program and leaves every byte as it is', async () => {
    const indexedDB = await filledFactory();
    const database = await openRaw(indexedDB, 'bureau-1', (schemaVersion + 1) * 10, (upgraded) => {
      upgraded.createObjectStore('of-the-future', { keyPath: 'id' });
    });
    database.close();
    const before = await dump(indexedDB, 'bureau-1');
    const pointer = await dump(indexedDB, 'bureau-pointer');
    const refusal = errorOf(await createDesk(testLedgers, indexedDB).storage.open());
    expect(refusal).toMatchObject({ kind: 'newer', dataVersion: schemaVersion + 1, programVersion: schemaVersion });
    expect(refusal.message).toContain('请安装新版软件');
    expect(await dump(indexedDB, 'bureau-1')).toEqual(before);
    expect(await dump(indexedDB, 'bureau-pointer')).toEqual(pointer);
    // This is why the gate is needed: Dexie by itself opens the newer data without complaint.
    const dexie = new Dexie('bureau-1', { indexedDB, IDBKeyRange });
    dexie.version(schemaVersion).stores(storesOf(testLedgers));
    await expect(dexie.open()).resolves.toBe(dexie);
    dexie.close();
  });

  it('refuses data that say inside that they are newer, whatever the native version', async () => {
    const indexedDB = await filledFactory();
    await tamper(indexedDB, 'bureau-1', 'meta', (meta) => void meta.put({ key: 'schema', version: schemaVersion + 3 }));
    const refusal = errorOf(await createDesk(testLedgers, indexedDB).storage.open());
    expect(refusal).toMatchObject({ kind: 'newer', dataVersion: schemaVersion + 3 });
  });

  it('looks at a missing database without making it', async () => {
    const indexedDB = new IDBFactory();
    expect(await readStanding(indexedDB, 'bureau-1')).toEqual({ kind: 'absent' });
    expect(await names(indexedDB)).toEqual([]);
  });

  it('takes a lost database for loss, never for a first run', async () => {
    const indexedDB = await filledFactory();
    await new Dexie('bureau-1', { indexedDB, IDBKeyRange }).delete();
    const refusal = errorOf(await createDesk(testLedgers, indexedDB).storage.open());
    expect(refusal).toMatchObject({ kind: 'failed', message: expect.stringContaining('备份') as unknown });
    expect(await names(indexedDB)).toEqual(['bureau-pointer']);
  });

  it('takes data without a pointer for loss, never for a first run', async () => {
    const indexedDB = await filledFactory();
    await new Dexie('bureau-pointer', { indexedDB, IDBKeyRange }).delete();
    const before = await dump(indexedDB, 'bureau-1');
    expect(errorOf(await createDesk(testLedgers, indexedDB).storage.open()).kind).toBe('failed');
    expect(await names(indexedDB)).toEqual(['bureau-1']);
    expect(await dump(indexedDB, 'bureau-1')).toEqual(before);
  });

  it('answers a database that cannot be read as a refusal', async () => {
    const indexedDB = await filledFactory();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const refusal = errorOf(await createDesk(testLedgers, indexedDB).storage.open());
    expect(refusal).toMatchObject({ kind: 'failed', message: expect.stringContaining('UnknownError') as unknown });
  });

  it('fills what an older program did not know with empty values', async () => {
    const older = testLedgers.filter((ledger) => ledger.id !== 'person');
    const { storage, indexedDB } = createDesk(older);
    await storage.useCodeTables(codes);
    valueOf(await storage.open());
    const made = valueOf(await storage.commit(create, [organ], context));
    await storage.close();
    await tamper(indexedDB, 'bureau-1', 'organ', (objects) => {
      const [row] = made.rows;
      objects.put({ ...row, values: { name: '甲' } });
    });
    const again = createDesk(older, indexedDB).storage;
    await again.useCodeTables(codes);
    valueOf(await again.open());
    const [row] = await again.rows(
      'organ',
      made.rows.map(({ id }) => id),
    );
    expect(row?.values).toEqual({ name: '甲', code: null, superior: null, kinds: null });
    expect((await again.checkIntegrity()).faults).toEqual([]);
  });
});

describe('durability', () => {
  it('asks for strict durability in every writing transaction', async () => {
    const asked: unknown[] = [];
    const indexedDB = new IDBFactory();
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((name: string, version?: number) => {
      const request = open(name, version);
      request.addEventListener('success', () => {
        const database = request.result;
        const begin = database.transaction.bind(database);
        database.transaction = (stores, mode, options) => {
          if (mode === 'readwrite') asked.push(options?.durability);
          return begin(stores, mode, options);
        };
      });
      return request;
    });
    const { storage } = createDesk(testLedgers, indexedDB);
    await storage.useCodeTables(codes);
    valueOf(await storage.open());
    valueOf(await storage.commit(create, [organ], context));
    expect(asked.length).toBeGreaterThan(1);
    expect(new Set(asked)).toEqual(new Set(['strict']));
  });
});
