import type { ArchiveSink } from '@/domain/kernel';
import { breathe, cancelledMessage, joinBytes, type Work } from '../work';
import type { Entry } from './verifier/container';
import { refuse } from './verifier/refusal';
import { unpack, unpackWhole } from './verifier/unpack';
import type { Verified } from './verifier/verify';

const pieceBytes = 1024 ** 2;
const lineEnd = 10;

/** An NDJSON part in pieces of about 1 MB that end with a line. */
async function* wholeLines(entry: Entry): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of unpack(entry)) {
    const end = piece.lastIndexOf(lineEnd) + 1;
    if (size + end < pieceBytes || end === 0) {
      held.push(piece);
      size += piece.length;
      continue;
    }
    held.push(piece.subarray(0, end));
    yield joinBytes(held);
    const rest = piece.slice(end);
    held = [rest];
    size = rest.length;
  }
  if (size > 0) yield joinBytes(held);
}

/** Hands a verified archive's ledgers, log and attachments to the storage's stage, in the manifest's order. */
export async function stageParts(verified: Verified, sink: ArchiveSink, work: Work): Promise<void> {
  const { facts } = verified.report;
  const entries = facts.parts.flatMap((part) => verified.entries.get(part.path) ?? []);
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  let done = 0;
  await sink.beginStage(facts);
  for (const entry of entries) {
    const attachment = entry.path.startsWith('attachments/');
    const pieces = attachment ? [await unpackWhole(entry)] : wholeLines(entry);
    for await (const piece of pieces) {
      await sink.stagePiece(entry.path, piece);
      done += piece.length;
      work.onProgress({ done, total, stage: '正在装入' });
      await breathe();
      if (work.signal.aborted) refuse(cancelledMessage);
    }
  }
}
