import type { ArchiveFacts } from '@/domain/kernel';
import type { Storage } from '@/storage/contract';

/** A full copy of some data, part by part. */
export interface Copy {
  readonly facts: ArchiveFacts;
  readonly parts: Map<string, Uint8Array[]>;
}

/** Copies all data out of a storage. */
export async function copyOf(storage: Storage): Promise<Copy> {
  const facts = await storage.beginCopy();
  const parts = new Map<string, Uint8Array[]>();
  for (const { path } of facts.parts) {
    const pieces: Uint8Array[] = [];
    for (let piece = await storage.readPiece(path, 0); piece; piece = await storage.readPiece(path, piece.next)) {
      pieces.push(piece.bytes);
    }
    parts.set(path, pieces);
  }
  await storage.endCopy();
  return { facts, parts };
}

/** Puts a copy into the stage of a storage. */
export async function stage(storage: Storage, { facts, parts }: Copy): Promise<void> {
  await storage.beginStage(facts);
  for (const [path, pieces] of parts) {
    if (path.startsWith('attachments/')) await storage.stagePiece(path, join(pieces));
    else for (const piece of pieces) await storage.stagePiece(path, piece);
  }
}

/** Pieces put together. */
export function join(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
