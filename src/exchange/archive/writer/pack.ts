import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import {
  canonicalJson,
  err,
  jsonSchemaOf,
  ok,
  type ArchiveFacts,
  type ArchivePart,
  type ArchiveSource,
  type Result,
} from '@/domain/kernel';
import { ledgerOf } from '@/domain/registry';
import { cancelledMessage, joinBytes, type Work } from '../../work';

/** Who writes an archive, and when. */
export interface ArchiveStamp {
  /** Version of the program. */
  readonly program: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
}

/** A part as the manifest lists it. */
interface ListedPart extends ArchivePart {
  readonly bytes: number;
  readonly sha256: string;
}

/** Higher levels take half as long again and save nothing on such text. */
const level = 4;
/** A container without 64-bit records holds 65,535 entries and 4 GiB. */
const mostParts = 65_000;
const mostBytes = 4_000_000_000;

type ZipPart = ZipDeflate | ZipPassThrough;

/**
 * Opens a part of the container. All carry the same day, so that equal data give equal bytes; attachments are mostly
 * compressed already and are stored as they are.
 */
function openPart(zip: Zip, path: string): ZipPart {
  const part = path.startsWith('attachments/') ? new ZipPassThrough(path) : new ZipDeflate(path, { level });
  part.mtime = new Date(2000, 0, 1);
  zip.add(part);
  return part;
}

async function copyPart(source: ArchiveSource, part: ArchivePart, target: ZipPart, work: Work): Promise<ListedPart> {
  const digest = sha256.create();
  let bytes = 0;
  let offset = 0;
  for (let piece = await source.readPiece(part.path, 0); piece; piece = await source.readPiece(part.path, offset)) {
    if (work.signal.aborted) break;
    digest.update(piece.bytes);
    target.push(piece.bytes);
    bytes += piece.bytes.length;
    offset = piece.next;
  }
  target.push(new Uint8Array(), true);
  return { path: part.path, count: part.count, bytes, sha256: bytesToHex(digest.digest()) };
}

function addText(zip: Zip, path: string, text: string): ListedPart {
  const bytes = strToU8(text);
  openPart(zip, path).push(bytes, true);
  return { path, count: 1, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) };
}

function addSchemas(zip: Zip, facts: ArchiveFacts): ListedPart[] {
  return facts.parts.flatMap((part) => {
    const ledger = /^ledgers\/(.+)\.ndjson$/.exec(part.path)?.[1];
    return ledger ? [addText(zip, `schemas/${ledger}.json`, canonicalJson(jsonSchemaOf(ledgerOf(ledger))))] : [];
  });
}

function manifestText(stamp: ArchiveStamp, facts: ArchiveFacts, parts: readonly ListedPart[]): string {
  const { schemaVersion, origin, bureau, head } = facts;
  const format = { format: 'supervision-desk-archive', formatVersion: 1 };
  return canonicalJson({ ...format, ...stamp, schemaVersion, origin, bureau, head, parts });
}

async function packParts(
  source: ArchiveSource,
  stamp: ArchiveStamp,
  facts: ArchiveFacts,
  work: Work,
): Promise<Result<Uint8Array, { readonly message: string }>> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  // The manifest is opened first and filled last: the container keeps back what follows until it is complete.
  const manifest = openPart(zip, 'manifest.json');
  const listed: ListedPart[] = addSchemas(zip, facts);
  const total = facts.parts.reduce((sum, part) => sum + part.count, 0);
  let done = 0;
  let bytes = 0;
  for (const part of facts.parts) {
    const copied = await copyPart(source, part, openPart(zip, part.path), work);
    if (work.signal.aborted) return err({ message: cancelledMessage });
    listed.push(copied);
    done += part.count;
    bytes += copied.bytes;
    if (bytes > mostBytes) return err({ message: '数据和附件合计超过4GB，一个备份文件放不下，请先清理较大的附件' });
    work.onProgress({ done, total, stage: '正在备份' });
  }
  manifest.push(strToU8(manifestText(stamp, facts, listed)), true);
  zip.end();
  return ok(joinBytes(pieces));
}

/**
 * Packs all data into one archive: a zip whose first entry is manifest.json with count, size and SHA-256 of every other
 * part; then JSON Schemas, one NDJSON file per ledger, the change log, and attachments named by their digest.
 * The source is asked for one state: no commit takes place between beginCopy and endCopy.
 */
export async function packArchive(
  source: ArchiveSource,
  stamp: ArchiveStamp,
  work: Work,
): Promise<Result<Uint8Array, { readonly message: string }>> {
  const facts = await source.beginCopy();
  try {
    if (facts.parts.length > mostParts) {
      return err({ message: `附件超过${mostParts}个，一个备份文件放不下，请先清理不用的附件` });
    }
    return await packParts(source, stamp, facts, work);
  } finally {
    await source.endCopy();
  }
}
