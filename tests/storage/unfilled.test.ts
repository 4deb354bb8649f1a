import { beforeEach, expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import type { CommitReceipt, Mutation } from '@/domain/kernel';
import { ledgers } from '@/domain/registry';
import { codeTablesInForce } from '@/domain/workbench';
import type { Storage } from '@/storage/contract';
import { createCounty } from '../bench/county';
import { context as somebody, createDesk, valueOf, type TestDesk } from './desk';

const codes = codeTablesInForce(shippedCodeTables, []);
const context = { ...somebody, codes };
const openOnes = { ledger: 'finding', filters: [{ field: 'closedOn', op: 'empty' }] } as const;

let desk: TestDesk;

beforeEach(async () => {
  desk = createDesk(ledgers);
  const { storage } = desk;
  await storage.useCodeTables(codes);
  valueOf(await storage.open());
  for (const commit of createCounty(5, { bodies: 10, officers: 20, inspections: 80, findings: 600 }).commits) {
    valueOf(await storage.commit({ kind: 'import', label: '生成' }, commit, context));
  }
  await storage.close();
});

/** Right after a start, when no ledger is in memory. */
async function started(): Promise<Storage> {
  const storage = desk.reopen();
  await storage.useCodeTables(codes);
  valueOf(await storage.open());
  return storage;
}

/** What is answered after a start, and what a look at every record gives. */
async function bothAnswers() {
  const storage = await started();
  const quick = [...(await storage.ids(openOnes))].sort();
  const rows = await storage.rows('finding', await storage.ids({ ledger: 'finding' }));
  const plain = rows.filter((row) => row.values['closedOn'] === null).map((row) => row.id);
  return { storage, quick, plain: plain.sort() };
}

async function write(mutations: readonly Mutation[]): Promise<CommitReceipt> {
  const storage = await started();
  const receipt = valueOf(await storage.commit({ kind: 'edit', label: '修改' }, mutations, context));
  await storage.close();
  return receipt;
}

it('what is not filled is right after each start, whatever was written, removed, restored or undone since the last look', async () => {
  const first = await bothAnswers();
  expect(first.quick).toEqual(first.plain);
  expect(first.plain.length).toBeGreaterThan(5);
  const [row] = await first.storage.rows('finding', [first.plain[0] ?? '']);
  const values = { ...row?.values, status: 'open', document: null, dueOn: null, dueReason: null, closedOn: null };
  await first.storage.close();

  const create = (number: string): Mutation => ({ op: 'create', ledger: 'finding', values: { ...values, number } });
  const { rows } = await write([create('WT-9999-1'), create('WT-9999-2')]);
  const [gone = '', recalled = ''] = rows.map(({ id }) => id);
  const second = await bothAnswers();
  expect(second.quick).toEqual(second.plain);
  expect(second.quick).toEqual([...first.plain, gone, recalled].sort());
  await second.storage.close();

  const removed = [gone, recalled].map((id) => ({ op: 'remove', ledger: 'finding', id }) as const);
  await write(removed);
  const third = await bothAnswers();
  expect(third.quick).toEqual(first.plain);
  await third.storage.close();

  const { seq } = await write([{ op: 'restore', ledger: 'finding', id: recalled }]);
  await write([{ op: 'purge', ledger: 'finding', id: gone }]);
  const fourth = await bothAnswers();
  expect(fourth.quick).toEqual([...first.plain, recalled].sort());
  valueOf(await fourth.storage.undo(seq, context));
  await fourth.storage.close();

  const fifth = await bothAnswers();
  expect(fifth.quick).toEqual(first.plain);
  await fifth.storage.close();
});
