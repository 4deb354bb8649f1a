import { canonicalJson, type ArchiveFacts, type ArchivePart, type ArchiveSource } from '@/domain/kernel';
import { bureauProfile, type BureauProfile } from '@/domain/workbench';
import type { CommitDesk } from './commit';
import { utf8 } from './digest';
import type { House } from './house';
import { completeRow, rowText } from './row-text';
import { schemaVersion } from './schema';

/** Size of a piece, in bytes: reading stops once it is reached. */
const pieceBytes = 700_000;
const attachmentPiece = 1_000_000;

/** Paths of the parts in an archive. */
export const archivePaths = {
  ledger: (id: string) => `ledgers/${id}.ndjson`,
  commits: 'log/commits.ndjson',
  changes: 'log/changes.ndjson',
  attachment: (sha256: string) => `attachments/${sha256}`,
} as const;

/** A ledger's id or an attachment's digest out of a path, or null where the path is of another kind. */
export function nameInPath(path: string, kind: 'ledger' | 'attachment'): string | null {
  const pattern = kind === 'ledger' ? /^ledgers\/([a-z-]+)\.ndjson$/ : /^attachments\/([0-9a-f]{64})$/;
  return pattern.exec(path)?.[1] ?? null;
}

async function listParts({ database, ledgers }: CommitDesk): Promise<readonly ArchivePart[]> {
  const registers = ledgers.all.map(async ({ id }) => ({
    path: archivePaths.ledger(id),
    count: await database.rows(id).count(),
  }));
  const blobs = await database.blobs.toCollection().primaryKeys();
  return [
    ...(await Promise.all(registers)),
    { path: archivePaths.commits, count: await database.commits.count() },
    { path: archivePaths.changes, count: await database.changes.count() },
    ...blobs.map((sha256) => ({ path: archivePaths.attachment(sha256), count: 1 })),
  ];
}

async function factsOf(desk: CommitDesk): Promise<ArchiveFacts> {
  const known = desk.ledgers.has(bureauProfile.id);
  const profiles = known ? await desk.database.rows(bureauProfile.id).toArray() : [];
  const row = profiles.find((profile) => (profile.deletedAt ?? null) === null);
  const profile = row?.values as BureauProfile | undefined;
  return {
    schemaVersion,
    origin: profile?.divisionCode ?? '',
    bureau: profile?.name ?? '',
    head: desk.head,
    parts: await listParts(desk),
  };
}

interface Piece {
  readonly bytes: Uint8Array;
  readonly next: number;
}

/** Reads lines by their number until a piece is full; null at the end. */
async function readLines(
  offset: number,
  batch: number,
  read: (from: number, count: number) => Promise<readonly string[]>,
): Promise<Piece | null> {
  const lines: string[] = [];
  let length = 0;
  for (;;) {
    const more = await read(offset + lines.length, batch);
    // Chinese takes three bytes in UTF-8, the frame of a line one each: two is near enough.
    for (const line of more) length += line.length * 2;
    lines.push(...more);
    if (more.length < batch || length >= pieceBytes) break;
  }
  return lines.length === 0 ? null : { bytes: utf8(`${lines.join('\n')}\n`), next: offset + lines.length };
}

/** Keys of a store in their order, read once for a copy. */
type Keys = Map<string, readonly (string | readonly [number, number])[]>;

/** Reads the pieces of all parts of one copy. */
function createPieceReader(desk: CommitDesk) {
  const { database, ledgers } = desk;
  const keys: Keys = new Map();
  async function rowLines(id: string, from: number, count: number): Promise<readonly string[]> {
    const ids = keys.get(id) ?? (await database.rows(id).toCollection().primaryKeys());
    keys.set(id, ids);
    const first = ids[from];
    if (typeof first !== 'string') return [];
    const rows = await database.rows(id).where(':id').aboveOrEqual(first).limit(count).toArray();
    const ledger = ledgers.get(id);
    return rows.map((row) => rowText(ledger, completeRow(ledger, row)));
  }
  async function changeLines(from: number, count: number): Promise<readonly string[]> {
    const all = keys.get(archivePaths.changes) ?? (await database.changes.toCollection().primaryKeys());
    keys.set(archivePaths.changes, all);
    const first = all[from];
    if (typeof first !== 'object') return [];
    const parts = await database.changes.where(':id').aboveOrEqual(first).limit(count).toArray();
    return parts.map(({ part, seq, text }) => canonicalJson({ part, seq, text }));
  }
  async function commitLines(from: number, count: number): Promise<readonly string[]> {
    const headers = await database.commits.where(':id').above(from).limit(count).toArray();
    return headers.map(canonicalJson);
  }
  async function readBlob(sha256: string, offset: number): Promise<Piece | null> {
    const bytes = (await database.blobs.get(sha256))?.bytes;
    if (!bytes || offset >= bytes.length) return null;
    const end = Math.min(bytes.length, offset + attachmentPiece);
    return { bytes: bytes.slice(offset, end), next: end };
  }
  return async (path: string, offset: number): Promise<Piece | null> => {
    const ledger = nameInPath(path, 'ledger');
    if (ledger !== null) return readLines(offset, 500, (from, count) => rowLines(ledger, from, count));
    if (path === archivePaths.commits) return readLines(offset, 250, commitLines);
    if (path === archivePaths.changes) return readLines(offset, 4, changeLines);
    const sha256 = nameInPath(path, 'attachment');
    if (sha256 === null) throw new Error('no such part');
    return readBlob(sha256, offset);
  };
}

/** Hands out all data at one state; commits wait from the first begin to the last end. */
export function createArchiveSource(house: House): ArchiveSource {
  let readers = 0;
  let held: Promise<() => void> | null = null;
  let read: ReturnType<typeof createPieceReader> | null = null;
  return {
    beginCopy: async () => {
      readers += 1;
      held ??= house.queue.hold();
      await held;
      read ??= createPieceReader(house.desk());
      return factsOf(house.desk());
    },
    readPiece: (path, offset) => {
      if (!read) throw new Error('no copy was begun');
      return read(path, offset);
    },
    endCopy: async () => {
      readers = Math.max(0, readers - 1);
      if (readers > 0 || !held) return;
      const holding = held;
      held = null;
      read = null;
      (await holding)();
    },
  };
}
