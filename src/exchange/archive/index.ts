import { err, ok, type ArchiveSink, type ArchiveSource, type Result } from '@/domain/kernel';
import type { ArchiveReport } from '../contract';
import type { Work } from '../work';
import { stageParts } from './stage';
import { refusalMessage, useAnother } from './verifier/refusal';
import { verify } from './verifier/verify';
import { packArchive, type ArchiveStamp } from './writer/pack';

export type { ArchiveStamp } from './writer/pack';

/** Outcome of work on an archive; the message is a Chinese sentence. */
export type ArchiveResult<T> = Result<T, { readonly message: string }>;

async function guarded<T>(work: () => Promise<T>): Promise<ArchiveResult<T>> {
  try {
    return ok(await work());
  } catch (thrown) {
    const message = refusalMessage(thrown);
    if (message === null) throw thrown;
    return err({ message });
  }
}

/** Reads an archive from end to end and checks everything it claims. */
export function verifyArchive(bytes: Uint8Array, work: Work): Promise<ArchiveResult<ArchiveReport>> {
  return guarded(async () => (await verify(bytes, work)).report);
}

/** A full copy of all data as one file, read back by the verifier before it is handed out. */
export async function writeArchive(
  source: ArchiveSource,
  stamp: ArchiveStamp,
  work: Work,
): Promise<ArchiveResult<Uint8Array>> {
  const packed = await packArchive(source, stamp, work);
  if (!packed.ok) return packed;
  const checked = await verifyArchive(packed.value, work);
  if (checked.ok) return packed;
  if (work.signal.aborted) return checked;
  const reason = checked.error.message.replace(`，${useAnother}`, '');
  return err({ message: `这次备份核对没有通过，没有保存，原有的备份都在：${reason}。请先核对数据完整性` });
}

/** Verifies an archive, then hands its parts to the storage's stage. Nothing is staged of an archive that is refused. */
export function stageArchive(bytes: Uint8Array, sink: ArchiveSink, work: Work): Promise<ArchiveResult<ArchiveReport>> {
  return guarded(async () => {
    const verified = await verify(bytes, work);
    await stageParts(verified, sink, work);
    return verified.report;
  });
}
