import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/domain/kernel';
import { sha256Hex } from '@/storage/digest';
import { schemaVersion } from '@/storage/schema';
import { copyOf, join, stage, type Copy } from './copies';
import { codes, context, createDesk, errorOf, openDesk, valueOf, type TestDesk } from './desk';
import { dump } from './raw';

const intent = { kind: 'create', label: '登记' } as const;
const profile = {
  name: '某县司法局',
  shortName: '某县司法局',
  issuerCode: '某司',
  divisionCode: '320723',
  level: 'county',
  rulePack: 'national',
  person: '李经办',
};

function textOf(pieces: readonly Uint8Array[] | undefined): string {
  return new TextDecoder().decode(join(pieces ?? []));
}

/** Registers of every kind, something in the recycle bin, attachments, an undone commit. */
async function filledDesk(): Promise<TestDesk> {
  const desk = await openDesk();
  const { storage } = desk;
  valueOf(await storage.commit(intent, [{ op: 'create', ledger: 'bureau-profile', values: profile }], context));
  const organs = Array.from({ length: 620 }, (_, at) => ({
    op: 'create' as const,
    ledger: 'organ',
    values: { name: `机关${at}`, code: `C${at}`, kinds: at % 2 === 0 ? ['a', 'b'] : null },
  }));
  const made = valueOf(await storage.commit(intent, organs, context));
  const [first, second, third] = made.rows;
  const person = {
    op: 'create',
    ledger: 'person',
    values: { name: '张“三”\n', organ: first?.id ?? '', score: 0.1 },
  } as const;
  const written = valueOf(await storage.commit(intent, [person], context));
  valueOf(await storage.commit(intent, [{ op: 'remove', ledger: 'organ', id: second?.id ?? '' }], context));
  valueOf(await storage.commit(intent, [{ op: 'remove', ledger: 'organ', id: third?.id ?? '' }], context));
  valueOf(await storage.undo(5, context));
  const owner = { ledger: 'person', id: written.rows[0]?.id ?? '' };
  for (const size of [0, 3, 1_500_000]) {
    const bytes = new Uint8Array(size).fill(7);
    valueOf(await storage.attach(owner, { name: `${size}.bin`, mediaType: 'x/y', bytes }, context));
  }
  return desk;
}

describe('a full copy', () => {
  it('restored into an empty profile gives the same state, digest for digest', async () => {
    const source = await filledDesk();
    const digest = await source.storage.stateDigest();
    const copy = await copyOf(source.storage);
    expect(copy.facts).toMatchObject({ schemaVersion, origin: '320723', bureau: '某县司法局' });
    const target = await openDesk();
    await stage(target.storage, copy);
    expect(valueOf(await target.storage.verifyStage())).toEqual(copy.facts);
    expect(valueOf(await target.storage.swapStage()).head).toEqual(copy.facts.head);
    expect(await target.storage.stateDigest()).toBe(digest);
    expect(await target.storage.checkIntegrity()).toEqual(await source.storage.checkIntegrity());
    expect((await target.storage.checkIntegrity()).faults).toEqual([]);
    const again = await copyOf(target.storage);
    expect([...again.parts].map(([path, pieces]) => [path, sha256Hex(join(pieces))])).toEqual(
      [...copy.parts].map(([path, pieces]) => [path, sha256Hex(join(pieces))]),
    );
    const undone = await target.storage.undo(6, context);
    expect(undone.ok).toBe(true);
  });

  it('writes canonical lines in the order of their keys, and says how many', async () => {
    const { storage } = await filledDesk();
    const { facts, parts } = await copyOf(storage);
    for (const { path, count } of facts.parts) {
      if (path.startsWith('attachments/')) continue;
      const lines = textOf(parts.get(path)).split('\n').slice(0, -1);
      expect([path, lines.length]).toEqual([path, count]);
      for (const line of lines) expect(canonicalJson(JSON.parse(line))).toBe(line);
    }
    const ids = textOf(parts.get('ledgers/organ.ndjson')).match(/"id":"[^"]+"/g) ?? [];
    expect(ids).toEqual([...ids].sort());
    expect(facts.parts.find(({ path }) => path === 'ledgers/organ.ndjson')?.count).toBe(620);
    expect(facts.parts.filter(({ path }) => path.startsWith('attachments/'))).toHaveLength(3);
  });

  it('holds back commits until it is done, and then lets them through', async () => {
    const { storage } = await openDesk();
    const first = await storage.beginCopy();
    const second = await storage.beginCopy();
    let written = false;
    const commit = storage
      .commit(intent, [{ op: 'create', ledger: 'organ', values: { name: '甲' } }], context)
      .then((done) => (written = done.ok));
    await storage.endCopy();
    expect(await storage.readPiece('ledgers/organ.ndjson', 0)).toBeNull();
    expect([first.head.seq, second.head.seq, written]).toEqual([0, 0, false]);
    await storage.endCopy();
    await commit;
    expect(written).toBe(true);
  });
});

describe('a restore', () => {
  it('can be undone, and its undoing too', async () => {
    const copy = await copyOf((await filledDesk()).storage);
    const { storage, reopen } = await openDesk();
    valueOf(await storage.commit(intent, [{ op: 'create', ledger: 'organ', values: { name: '原有' } }], context));
    const before = await storage.stateDigest();
    expect(await storage.canUndoRestore()).toBe(false);
    expect(await storage.undoRestore()).toBeNull();
    await stage(storage, copy);
    valueOf(await storage.verifyStage());
    valueOf(await storage.swapStage());
    const restored = await storage.stateDigest();
    await storage.close();
    const again = reopen();
    await again.useCodeTables(codes);
    valueOf(await again.open());
    expect(await again.stateDigest()).toBe(restored);
    expect(await again.canUndoRestore()).toBe(true);
    const back = await again.undoRestore();
    expect(back?.ok).toBe(true);
    expect(await again.stateDigest()).toBe(before);
    expect((await again.undoRestore())?.ok).toBe(true);
    expect(await again.stateDigest()).toBe(restored);
  });

  it('keeps the one database before it and discards older ones and unfinished stages at the next start', async () => {
    const copy = await copyOf((await filledDesk()).storage);
    const { storage, indexedDB, reopen } = await openDesk();
    for (let round = 0; round < 2; round += 1) {
      await stage(storage, copy);
      valueOf(await storage.verifyStage());
      valueOf(await storage.swapStage());
    }
    await storage.beginStage(copy.facts);
    await storage.close();
    const all = async (): Promise<unknown> => (await indexedDB.databases()).map(({ name }) => name).sort();
    expect(await all()).toContain('bureau-4');
    const again = reopen();
    valueOf(await again.open());
    expect(await all()).toEqual(['bureau-2', 'bureau-3', 'bureau-pointer']);
  });

  it('changes nothing where the copy is not what its facts say', async () => {
    const copy = await copyOf((await filledDesk()).storage);
    const { storage, indexedDB } = await openDesk();
    const before = await dump(indexedDB, 'bureau-1');
    const broken: [string, Copy][] = [
      ['a part is missing', { ...copy, parts: without(copy, 'ledgers/organ.ndjson') }],
      ['an attachment is missing', { ...copy, parts: without(copy, [...copy.parts.keys()].at(-1) ?? '') }],
      ['a record was altered', altered(copy, 'ledgers/organ.ndjson', '机关7', '机关八')],
      ['the log was altered', altered(copy, 'log/changes.ndjson', '机关7', '机关八')],
      ['a header was altered', altered(copy, 'log/commits.ndjson', '李经办', '王经办')],
      ['a line is not JSON', altered(copy, 'ledgers/organ.ndjson', '{', '')],
      ['a value has another form', altered(copy, 'ledgers/person.ndjson', '"score":0.1', '"score":"0.1"')],
      ['a field is unknown', altered(copy, 'ledgers/person.ndjson', '"score"', '"scores"')],
      [
        'the head is another',
        { ...copy, facts: { ...copy.facts, head: { ...copy.facts.head, hash: 'f'.repeat(64) } } },
      ],
      ['it is newer', { ...copy, facts: { ...copy.facts, schemaVersion: schemaVersion + 1 } }],
    ];
    for (const [fault, wrong] of broken) {
      await stage(storage, wrong);
      const refusal = await storage.verifyStage();
      expect([fault, refusal.ok]).toEqual([fault, false]);
      expect(errorOf(await storage.swapStage()).kind).toBe('failed');
    }
    expect(await dump(indexedDB, 'bureau-1')).toEqual(before);
  });

  it('asks for a stage before it verifies or swaps', async () => {
    const { storage } = createDesk();
    valueOf(await storage.open());
    expect(errorOf(await storage.verifyStage()).message).toContain('没有待恢复的备份');
    expect(errorOf(await storage.swapStage()).message).toContain('尚未核对');
  });
});

function without(copy: Copy, path: string): Copy['parts'] {
  return new Map([...copy.parts].filter(([name]) => name !== path));
}

function altered(copy: Copy, path: string, from: string, to: string): Copy {
  const text = textOf(copy.parts.get(path));
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return { ...copy, parts: new Map(copy.parts).set(path, [new TextEncoder().encode(text.replace(from, to))]) };
}
