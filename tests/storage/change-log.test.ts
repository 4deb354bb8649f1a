import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type CommitHeader, type FieldValue, type LedgerRow } from '@/domain/kernel';
import { entryText, rowText } from '@/storage/row-text';
import type { ChangePart } from '@/storage/database';
import { context, openDesk, person, valueOf, type TestDesk } from './desk';
import { settled, tamper } from './raw';

const intent = { kind: 'edit', label: '改动' } as const;

/** Eight commits; the second of 450 records, thus of several parts. */
async function deskWithHistory(): Promise<TestDesk> {
  const desk = await openDesk();
  const { storage } = desk;
  const first = valueOf(
    await storage.commit(intent, [{ op: 'create', ledger: 'organ', values: { name: '甲' } }], context),
  );
  const people = Array.from({ length: 450 }, (_, at) => ({
    op: 'create' as const,
    ledger: 'person',
    values: { name: `人${at}`, organ: first.rows[0]?.id ?? '' },
  }));
  valueOf(await storage.commit(intent, people, context));
  for (let revision = 1; revision <= 6; revision += 1) {
    const change = { op: 'update', ledger: 'organ', id: first.rows[0]?.id ?? '', revision } as const;
    valueOf(await storage.commit(intent, [{ ...change, changes: { code: `C${revision}` } }], context));
  }
  return desk;
}

async function faults({ storage }: TestDesk): Promise<readonly string[]> {
  return (await storage.checkIntegrity()).faults;
}

async function allParts(desk: TestDesk): Promise<readonly ChangePart[]> {
  let parts: ChangePart[] = [];
  await tamper(desk.indexedDB, 'bureau-1', 'changes', async (objects) => {
    parts = (await settled(objects.getAll())) as ChangePart[];
  });
  return parts;
}

function putParts(desk: TestDesk, ...parts: readonly ChangePart[]): Promise<void> {
  return tamper(desk.indexedDB, 'bureau-1', 'changes', (objects) => {
    for (const part of parts) objects.put(part);
  });
}

function putHeaders(desk: TestDesk, ...headers: readonly CommitHeader[]): Promise<void> {
  return tamper(desk.indexedDB, 'bureau-1', 'commits', (objects) => {
    for (const header of headers) objects.put(header);
  });
}

describe('the chain of the change log', () => {
  it('is whole after ordinary work', async () => {
    const desk = await deskWithHistory();
    expect(await desk.storage.checkIntegrity()).toMatchObject({ commits: 8, records: 451, faults: [] });
  });

  it('shows any altered sign of any change', async () => {
    const desk = await deskWithHistory();
    const parts = await allParts(desk);
    await fc.assert(
      fc.asyncProperty(fc.nat(parts.length - 1), fc.double({ min: 0, max: 1, noNaN: true }), async (which, where) => {
        const part = parts[which];
        if (!part) return;
        const at = Math.min(part.text.length - 1, Math.floor(where * part.text.length));
        const sign = part.text.charAt(at) === '7' ? '8' : '7';
        await putParts(desk, { ...part, text: part.text.slice(0, at) + sign + part.text.slice(at + 1) });
        expect(await faults(desk)).not.toEqual([]);
        await putParts(desk, part);
      }),
      { numRuns: 12 },
    );
    expect(await faults(desk)).toEqual([]);
  });

  it('shows any change that was taken out, with or without its commit', async () => {
    const desk = await deskWithHistory();
    const headers = await desk.storage.commits(null, 99);
    for (const part of await allParts(desk)) {
      await tamper(desk.indexedDB, 'bureau-1', 'changes', (objects) => void objects.delete([part.seq, part.part]));
      expect(await faults(desk)).not.toEqual([]);
      const header = headers.find(({ seq }) => seq === part.seq);
      await tamper(desk.indexedDB, 'bureau-1', 'commits', (objects) => void objects.delete(part.seq));
      expect(await faults(desk)).not.toEqual([]);
      if (header) await putHeaders(desk, header);
      await putParts(desk, part);
    }
    expect(await faults(desk)).toEqual([]);
  });

  it('shows changes and commits that were put in another order', async () => {
    const desk = await deskWithHistory();
    const parts = await allParts(desk);
    const headers = [...(await desk.storage.commits(null, 99))].reverse();
    await fc.assert(
      fc.asyncProperty(fc.nat(6), fc.nat(6), async (one, step) => {
        const other = (one + 1 + (step % 6)) % 7;
        const [a, b] = [parts[one], parts[other]];
        const [c, d] = [headers[one], headers[other]];
        if (!a || !b || !c || !d || one === other) return;
        await putParts(desk, { ...a, seq: b.seq, part: b.part }, { ...b, seq: a.seq, part: a.part });
        expect(await faults(desk)).not.toEqual([]);
        await putParts(desk, a, b);
        await putHeaders(desk, { ...c, seq: d.seq }, { ...d, seq: c.seq });
        expect(await faults(desk)).not.toEqual([]);
        await putHeaders(desk, c, d);
      }),
      { numRuns: 8 },
    );
    expect(await faults(desk)).toEqual([]);
  });

  it('shows a record that was changed, added or taken away behind the log', async () => {
    const desk = await deskWithHistory();
    const [row] = await desk.storage.rows('organ', await desk.storage.ids({ ledger: 'organ' }));
    if (!row) throw new Error('no row');
    const put = (changed: LedgerRow): Promise<void> =>
      tamper(desk.indexedDB, 'bureau-1', 'organ', (objects) => void objects.put(changed));
    await put({ ...row, values: { ...row.values, name: '乙' } });
    expect(await faults(desk)).toEqual([`机关中有一条记录与操作日志不符（编号${row.id}）`]);
    await put(row);
    await put({ ...row, id: 'zz' });
    expect(await faults(desk)).toEqual(['机关中有一条记录不在操作日志中（编号zz）']);
    await tamper(desk.indexedDB, 'bureau-1', 'organ', (objects) => void objects.clear());
    expect(await faults(desk)).toEqual([`操作日志中的一条记录不见了（organ/${row.id}）`]);
  });

  it('shows the bytes of an attachment that were altered', async () => {
    const desk = await openDesk();
    const made = valueOf(
      await desk.storage.commit(intent, [{ op: 'create', ledger: 'note', values: { about: '甲' } }], context),
    );
    const file = { name: 'a', mediaType: 'text/plain', bytes: new Uint8Array([1, 2, 3]) };
    valueOf(await desk.storage.attach({ ledger: 'note', id: made.rows[0]?.id ?? '' }, file, context));
    expect(await faults(desk)).toEqual([]);
    const [info] = await desk.storage.attachments('note', made.rows[0]?.id ?? '');
    const sha256 = info?.sha256 ?? '';
    await tamper(
      desk.indexedDB,
      'bureau-1',
      'blobs',
      (objects) => void objects.put({ sha256, bytes: new Uint8Array([1, 2, 4]) }),
    );
    expect(await faults(desk)).toMatchObject([expect.stringContaining('附件的内容与摘要不符')]);
    await tamper(desk.indexedDB, 'bureau-1', 'blobs', (objects) => void objects.clear());
    expect(await faults(desk)).toMatchObject([expect.stringContaining('附件的内容缺失')]);
  });
});

describe('the text of a change', () => {
  it('is the canonical JSON of the kernel, whatever the values hold', () => {
    const value: fc.Arbitrary<FieldValue> = fc.oneof(
      fc.constant(null),
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
    );
    const row: fc.Arbitrary<LedgerRow> = fc.record({
      id: fc.uuid(),
      revision: fc.nat(),
      origin: fc.string(),
      createdAt: fc.string(),
      createdBy: fc.string({ unit: 'binary' }),
      updatedAt: fc.string(),
      updatedBy: fc.string(),
      rules: fc.dictionary(fc.string(), fc.string()),
      deletedAt: fc.option(fc.string()),
      deletedBy: fc.option(fc.string()),
      sample: fc.boolean(),
      values: fc.record(Object.fromEntries(Object.keys(person.fields).map((name) => [name, value]))),
    });
    fc.assert(
      fc.property(row, fc.option(row), (after, before) => {
        expect(rowText(person, after)).toBe(canonicalJson(after));
        const entry = { ledger: person.id, id: after.id, before, after };
        expect(entryText(person, entry)).toBe(canonicalJson(entry));
      }),
    );
  });
});
