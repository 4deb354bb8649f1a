import {
  err,
  type CommitContext,
  type CommitReceipt,
  type CommitRefusal,
  type LedgerRow,
  type Result,
} from '@/domain/kernel';
import { attachment, type AttachmentValues } from '@/domain/workbench';
import { runCommit, type CommitDesk } from './commit';
import type { AttachmentInfo } from './contract';
import { sha256Hex } from './digest';

/** A file to be attached. */
export interface NewFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

function infoOf(row: LedgerRow): AttachmentInfo {
  const values = row.values as AttachmentValues;
  const { name, mediaType, size, sha256 } = values;
  return { id: row.id, name, mediaType, size, sha256, addedAt: row.createdAt, addedBy: row.createdBy };
}

/** Files of a record, oldest first. */
export async function readAttachments(
  desk: CommitDesk,
  owner: { readonly ledger: string; readonly id: string },
): Promise<readonly AttachmentInfo[]> {
  const rows = await desk.database.rows(attachment.id).where('values.ownerId').equals(owner.id).toArray();
  return rows
    .filter((row) => (row.deletedAt ?? null) === null && row.values.ownerLedger === owner.ledger)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(infoOf);
}

/**
 * Stores a file's bytes under their SHA-256 and its description, in one commit. Bytes stay when the description is purged:
 * the change log still speaks of them, and other records may share them.
 */
export async function attachFile(
  desk: CommitDesk,
  owner: { readonly ledger: string; readonly id: string },
  file: NewFile,
  context: CommitContext,
): Promise<Result<CommitReceipt, CommitRefusal>> {
  const { table } = await desk.tables.load(owner.ledger);
  const row = table.get(owner.id);
  if (!row || row.deletedAt !== null) {
    const message = `要添加附件的${desk.ledgers.get(owner.ledger).noun}不存在或已在回收站，请刷新后再试`;
    return err({ kind: 'missing', ledger: owner.ledger, at: 0, message });
  }
  const sha256 = sha256Hex(file.bytes);
  const values = {
    ownerLedger: owner.ledger,
    ownerId: owner.id,
    name: file.name,
    mediaType: file.mediaType,
    size: file.bytes.length,
    sha256,
  };
  return runCommit(desk, {
    intent: { kind: 'attach', label: '添加附件' },
    mutations: [{ op: 'create', ledger: attachment.id, values }],
    context,
    blobs: [{ sha256, bytes: file.bytes }],
  });
}

/** Bytes of an attachment, or null where there are none under this digest. */
export async function readAttachmentBytes(desk: CommitDesk, sha256: string): Promise<Uint8Array | null> {
  return (await desk.database.blobs.get(sha256))?.bytes ?? null;
}
