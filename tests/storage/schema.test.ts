import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, it, vi } from 'vitest';
import { ledgers } from '@/domain/registry';
import { schemaVersion } from '@/storage/schema';
import { context, createDesk, openDesk, testLedgers, valueOf } from './desk';
import { dump } from './raw';
import { compareShapes, shapeOf, type SchemaShape } from './schema-shape';

const file = new URL('./schema-snapshot.json', import.meta.url);
const recording = process.env.RECORD_SCHEMA === '1';

function typeOf(value: unknown): string {
  if (value instanceof Uint8Array) return 'bytes';
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

/** What really stands around the values in the database after ordinary work. */
async function writtenMembers(): Promise<SchemaShape['members']> {
  const { storage, indexedDB } = await openDesk();
  const made = valueOf(
    await storage.commit(
      { kind: 'create', label: '登记' },
      [{ op: 'create', ledger: 'organ', values: { name: '甲' } }],
      context,
    ),
  );
  const owner = { ledger: 'organ', id: made.rows[0]?.id ?? '' };
  valueOf(await storage.attach(owner, { name: 'a', mediaType: 'b/c', bytes: new Uint8Array([1]) }, context));
  const { stores } = await dump(indexedDB, 'bureau-1');
  const members = ['organ', 'commits', 'changes', 'blobs', 'meta'].map((store) => {
    const [, items] = stores[store] as [unknown, readonly object[]];
    const types = items.flatMap((item) => Object.entries(item).map(([name, value]) => [name, typeOf(value)] as const));
    return [store === 'organ' ? 'every ledger' : store, Object.fromEntries(types.sort(([a], [b]) => (a < b ? -1 : 1)))];
  });
  return Object.fromEntries(members) as SchemaShape['members'];
}

function recorded(): SchemaShape | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SchemaShape) : null;
}

/** Written only by RECORD_SCHEMA=1 npx vitest run tests/storage/schema.test.ts; after a release never over something broken. */
async function record(now: SchemaShape): Promise<void> {
  writeFileSync(file, await format(JSON.stringify(now), { parser: 'json', printWidth: 120 }));
}

describe('the form of the data', () => {
  it('only grows, and every growth is recorded in schema-snapshot.json', async () => {
    const old = recorded();
    const now = shapeOf(ledgers, await writtenMembers(), old?.released === true && old.version === schemaVersion);
    const findings = old ? compareShapes(old, now) : [];
    expect(recording ? findings.filter(({ kind }) => kind === 'broken' && old?.released) : findings).toEqual([]);
    if (recording) await record(now);
    expect(recorded()).toEqual(now);
  });

  it('is what the database has: nothing is added to it without a word', async () => {
    const warned = vi.spyOn(console, 'warn');
    const { storage, reopen, indexedDB } = createDesk(ledgers);
    valueOf(await storage.open());
    await storage.close();
    valueOf(await reopen().open());
    expect(warned).not.toHaveBeenCalled();
    const { stores } = await dump(indexedDB, 'bureau-1');
    expect(Object.keys(stores).sort()).toEqual(Object.keys(shapeOf(ledgers, {}, false).stores).sort());
  });

  it('grows by a new ledger and index while older data stay', async () => {
    const older = testLedgers.filter((ledger) => ledger.id !== 'note');
    const { storage, reopen } = createDesk(older);
    await storage.useCodeTables(context.codes);
    valueOf(await storage.open());
    valueOf(
      await storage.commit(
        { kind: 'create', label: '登记' },
        [{ op: 'create', ledger: 'organ', values: { name: '甲' } }],
        context,
      ),
    );
    const digest = await storage.stateDigest();
    await storage.close();
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const newer = reopen(testLedgers);
    await newer.useCodeTables(context.codes);
    expect(valueOf(await newer.open()).counts).toMatchObject({ organ: 1, note: 0 });
    expect(await newer.stateDigest()).toBe(digest);
    expect((await newer.checkIntegrity()).faults).toEqual([]);
  });
});

describe('the checker of the form', () => {
  const text = { type: 'string', maxLength: 500 };
  const orNull = (schema: object): object => ({ anyOf: [schema, { type: 'null' }] });
  const old: SchemaShape = {
    version: 2,
    released: false,
    stores: { organ: { key: 'id', indexes: ['deletedAt', 'values.code'] } },
    rows: { organ: { name: text, code: orNull(text) } },
    members: { organ: { id: 'string' } },
  };
  const organ = { key: 'id', indexes: ['deletedAt', 'values.code'] };

  it('lets the same form pass', () => {
    expect(compareShapes(old, structuredClone(old))).toEqual([]);
  });

  it.each<[string, Partial<SchemaShape>, RegExp]>([
    ['a store that is gone', { stores: {} }, /store organ was taken away/],
    ['another key', { stores: { organ: { ...organ, key: 'code' } } }, /another key/],
    [
      'an index that is gone',
      { stores: { organ: { key: 'id', indexes: ['deletedAt'] } } },
      /values\.code was taken away/,
    ],
    [
      'an index of another kind',
      { stores: { organ: { key: 'id', indexes: ['deletedAt', '*values.code'] } } },
      /values\.code was taken away/,
    ],
    ['a ledger that is gone', { rows: {} }, /field of organ: name was taken away/],
    ['a field that is gone', { rows: { organ: { name: text } } }, /code was taken away/],
    [
      'a field of another type',
      { rows: { organ: { name: { type: 'number' }, code: orNull(text) } } },
      /name no longer takes/,
    ],
    [
      'a shorter text',
      { rows: { organ: { name: { type: 'string', maxLength: 50 }, code: orNull(text) } } },
      /name no longer takes/,
    ],
    ['a field that became required', { rows: { organ: { name: text, code: text } } }, /code no longer takes/],
    [
      'a new field that is required',
      { rows: { organ: { ...old.rows.organ, kind: text } } },
      /kind is new and required/,
    ],
    ['a member that is gone', { members: { organ: {} } }, /id was taken away/],
    ['a member of another type', { members: { organ: { id: 'number' } } }, /id of organ has another type/],
    ['a version that went back', { version: 1 }, /went back/],
  ])('flags %s as broken', (_, change, text_) => {
    const broken = compareShapes(old, { ...old, ...change }).filter(({ kind }) => kind === 'broken');
    expect(broken.map((finding) => finding.text).join()).toMatch(text_);
  });

  it.each<[string, Partial<SchemaShape>]>([
    ['a new store', { stores: { organ, person: organ } }],
    ['a new index', { stores: { organ: { key: 'id', indexes: [...organ.indexes, 'values.name'] } } }],
    ['a new field that may be empty', { rows: { organ: { ...old.rows.organ, kind: orNull(text) } } }],
    ['a longer text', { rows: { organ: { name: { type: 'string', maxLength: 900 }, code: orNull(text) } } }],
    ['a field that may be empty now', { rows: { organ: { name: orNull(text), code: orNull(text) } } }],
    ['a new version', { version: 3 }],
  ])('asks for %s to be recorded, and after a release for a new version too', (_, change) => {
    const now = { ...old, ...change };
    const findings = compareShapes(old, now);
    expect(findings.map(({ kind }) => kind)).toEqual(['unrecorded']);
    const released = compareShapes({ ...old, released: true }, now).filter(({ kind }) => kind === 'broken');
    expect(released).toHaveLength('version' in change ? 0 : 1);
  });
});
