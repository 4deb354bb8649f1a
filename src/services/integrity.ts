import type { CommitHeader } from '@/domain/kernel';
import type { IntegrityReport } from '@/storage/contract';
import type { Workbench } from './workbench';

/** Recomputes every digest of change log, records and attachments. Writes nothing. */
export function checkIntegrity(workbench: Workbench): Promise<IntegrityReport> {
  return workbench.storage.checkIntegrity();
}

/** Digest of all data, hex: equal data give equal digests, so that two computers can be compared by eye. */
export function dataDigest(workbench: Workbench): Promise<string> {
  return workbench.storage.stateDigest();
}

/** Commits, newest first, from a number downwards (null: from the newest). */
export function listCommits(
  workbench: Workbench,
  before: number | null,
  limit: number,
): Promise<readonly CommitHeader[]> {
  return workbench.storage.commits(before, limit);
}
