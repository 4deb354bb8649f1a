import { describe, expect, it } from 'vitest';
import { createBatch, stepBatch, type BatchWork } from '@/services/document-batch';
import { verifyDocument } from '@/services/document-signing';
import type { Workbench } from '@/services/workbench';
import { errorOf, valueOf } from './desk';
import { benchOn, facts, openDocumentDesk, opinion, serials, signed, type DocumentDesk } from './document-desk';

const calm: BatchWork = { progress: () => undefined, cancelled: () => false };

async function bodies({ bench }: DocumentDesk, count: number): Promise<readonly string[]> {
  const values = Array.from({ length: count }, (_, at) => ({
    name: `安澜县第${at + 1}执法局`,
    category: 'organ',
    status: 'active',
  }));
  const mutations = values.map((one) => ({ op: 'create', ledger: 'enforcement-entity', values: one }) as const);
  const intent = { kind: 'create', label: '准备数据' } as const;
  const { rows } = valueOf(await bench.storage.commit(intent, mutations, bench.session.context()));
  return rows.map((row) => row.id);
}

async function commits(bench: Workbench): Promise<number> {
  return (await bench.storage.commits(null, 1))[0]?.seq ?? 0;
}

const order = { kind: opinion, subject: '公示检查', data: facts };
const sign = { to: 'signed', signedBy: '王局长', signedOn: '2026-11-22' } as const;

async function ready(desk: DocumentDesk, count: number): Promise<readonly string[]> {
  const { bench } = desk;
  const made = valueOf(await createBatch(bench, { ...order, entities: await bodies(desk, count) }, calm));
  const ids = made.rows.map((row) => row.id);
  expect(valueOf(await stepBatch(bench, ids, { to: 'review', values: {} }, calm))).toBe(count);
  expect(valueOf(await stepBatch(bench, ids, { to: 'approved', values: {} }, calm))).toBe(count);
  return ids;
}

describe('a batch', () => {
  it('is drafted to 30 bodies in one commit and signed in one commit with numbers in their order', async () => {
    const desk = await openDocumentDesk();
    const { bench } = desk;
    const entities = await bodies(desk, 30);
    const before = await commits(bench);
    const told: string[] = [];
    const work = { ...calm, progress: (done: number, total: number) => void told.push(`${done}/${total}`) };
    const made = valueOf(await createBatch(bench, { ...order, entities }, work));
    expect(await commits(bench)).toBe(before + 1);
    expect(told).toHaveLength(30);
    expect(told.at(-1)).toBe('30/30');
    expect(new Set(made.rows.map((row) => row.values.batch))).toEqual(new Set([made.batch]));
    const ids = made.rows.map((row) => row.id);
    valueOf(await stepBatch(bench, ids, { to: 'review', values: {} }, calm));
    valueOf(await stepBatch(bench, ids, { to: 'approved', values: {} }, calm));
    const unsigned = await commits(bench);
    expect(valueOf(await stepBatch(bench, ids, sign, calm))).toBe(30);
    expect(await commits(bench)).toBe(unsigned + 1);
    const rows = await bench.storage.rows('official-document', ids);
    expect(rows.map((row) => row.values['number'])).toEqual(ids.map((_, at) => `安司执监意〔2026〕${at + 1}号`));
    expect(rows.map((row) => row.values['addressee'])).toEqual(ids.map((_, at) => `安澜县第${at + 1}执法局`));
    expect(await verifyDocument(bench, ids[29] ?? '')).toMatchObject({ intact: true });
  });

  it('that is stopped writes nothing', async () => {
    const desk = await openDocumentDesk();
    const { bench } = desk;
    const ids = await ready(desk, 3);
    const before = await commits(bench);
    const entities = await bench.storage.ids({ ledger: 'enforcement-entity' });
    let looks = 0;
    const stopping = { ...calm, cancelled: () => (looks += 1) > 2 };
    expect(errorOf(await createBatch(bench, { ...order, entities }, stopping))).toEqual({ kind: 'cancelled' });
    looks = 0;
    expect(errorOf(await stepBatch(bench, ids, sign, stopping))).toEqual({ kind: 'cancelled' });
    expect(await commits(bench)).toBe(before);
    expect(await serials(bench)).toEqual([]);
  });

  it('in which one document is not ready names it and numbers none', async () => {
    const desk = await openDocumentDesk();
    const { bench } = desk;
    const ids = await ready(desk, 2);
    const draft = valueOf(
      await createBatch(bench, { ...order, entities: await bodiesNamed(desk, '安澜县林业局') }, calm),
    );
    const stop = errorOf(await stepBatch(bench, [...ids, draft.rows[0]?.id ?? ''], sign, calm));
    expect(stop).toMatchObject({ kind: 'refused', title: expect.stringContaining('安澜县林业局') });
    expect(await serials(bench)).toEqual([]);
  });

  it('and a single document signed at the same time share no number', async () => {
    const desk = await openDocumentDesk();
    const ids = await ready(desk, 5);
    const other = await benchOn(desk.bench.storage);
    const [batch, single] = await Promise.all([stepBatch(desk.bench, ids, sign, calm), signed(other)]);
    expect(batch.ok && single.values.number).toBeTruthy();
    expect(await serials(desk.bench)).toEqual([1, 2, 3, 4, 5, 6].map((serial) => `${serial} used`));
  });
});

async function bodiesNamed({ add }: DocumentDesk, name: string): Promise<readonly string[]> {
  return [(await add('enforcement-entity', { name, category: 'organ', status: 'active' })).id];
}
