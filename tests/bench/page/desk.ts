import { shippedCodeTables } from '@/domain/code-tables';
import type { CommitContext, Mutation } from '@/domain/kernel';
import { codeTablesInForce } from '@/domain/workbench';
import { connectStorage, type StorageClient } from '@/storage/client';
import { createGenerator, type Generated } from '../generator';

/** Code tables as shipped. */
export const codes = codeTablesInForce(shippedCodeTables, []);

/** Who commits in a measurement. */
export const context: CommitContext = {
  actor: '测速',
  origin: '620799',
  rules: { 'code-tables': '1' },
  codes,
  today: '2026-11-22',
};

/** An outcome that a measurement relies on; anything else is a fault of the measurement. */
export function must<T>(answer: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (answer.ok) return answer.value;
  throw new Error(`测速中断：${JSON.stringify(answer.error)}`);
}

/** Opens the storage in its worker. */
export async function openStorage(): Promise<StorageClient> {
  const storage = connectStorage();
  must(await storage.open());
  await storage.useCodeTables(codes);
  return storage;
}

/** Mutations that create generated records. */
export function creations(ledger: string, records: readonly Generated<unknown>[]): readonly Mutation[] {
  return records.map(({ id, values }) => ({ op: 'create', ledger, id, values: values as never }));
}

/** Generated bodies and officers, the same in every run. */
export function generateOfficers(count: number) {
  const generator = createGenerator(20261122);
  const entities = generator.entities(200);
  return { entities, officers: generator.officers(count, entities) };
}
