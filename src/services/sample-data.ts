import { sampleMutations } from '@/domain/sample';
import {
  createIdFactory,
  ok,
  type CommitReceipt,
  type CommitRefusal,
  type Mutation,
  type Result,
} from '@/domain/kernel';
import type { Workbench } from './workbench';

/** Puts the sample data in, all marked as such, in one commit. */
export function addSampleData(workbench: Workbench): Promise<Result<CommitReceipt, CommitRefusal>> {
  const { clock, session, storage } = workbench;
  const newId = createIdFactory(clock, (target) => crypto.getRandomValues(target as Uint8Array<ArrayBuffer>));
  const mutations = sampleMutations(newId, session.today());
  return storage.commit(
    { kind: 'sample-data', label: `放入示例数据${mutations.length}条` },
    mutations,
    session.context(true),
  );
}

/**
 * Takes every record marked as sample data away for good, those in the recycle bin included, in one commit. Refused as a
 * whole where a record of the person's own refers to a sample record.
 */
export async function removeSampleData(workbench: Workbench): Promise<Result<CommitReceipt, CommitRefusal>> {
  const { session, storage } = workbench;
  const records = await storage.sampleRecords();
  if (records.length === 0) return ok({ seq: 0, rows: [], count: 0 });
  const living = records.filter((record) => !record.deleted);
  const mutations: Mutation[] = [
    ...living.map(({ ledger, id }): Mutation => ({ op: 'remove', ledger, id })),
    ...records.map(({ ledger, id }): Mutation => ({ op: 'purge', ledger, id })),
  ];
  const label = `清除示例数据${records.length}条`;
  return storage.commit({ kind: 'sample-data', label }, mutations, session.context());
}
