import { err, type ArchiveSink, type ArchiveSource, type Result } from '@/domain/kernel';
import type { ArchiveReport } from '../contract';
import type { Work } from '../work';

/** The ending of an archive's file name. */
export const archiveEnding = '.sdz';

/** Who wrote an archive, and when. */
export interface ArchiveStamp {
  /** Version of the program. */
  readonly program: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
}

/** Outcome of work on an archive; the message is a Chinese sentence. */
export type ArchiveResult<T> = Result<T, { readonly message: string }>;

/** A full copy of all data as one file, read back by the verifier before it is handed out. */
export async function writeArchive(
  _source: ArchiveSource,
  _stamp: ArchiveStamp,
  _work: Work,
): Promise<ArchiveResult<Uint8Array>> {
  return err({ message: '尚未完成' });
}

/** Reads an archive from end to end and checks everything it claims. */
export async function verifyArchive(_bytes: Uint8Array, _work: Work): Promise<ArchiveResult<ArchiveReport>> {
  return err({ message: '尚未完成' });
}

/** Verifies an archive, then hands its parts to the storage's stage. */
export async function stageArchive(
  _bytes: Uint8Array,
  _sink: ArchiveSink,
  _work: Work,
): Promise<ArchiveResult<ArchiveReport>> {
  return err({ message: '尚未完成' });
}
