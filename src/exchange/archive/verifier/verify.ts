import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ArchiveReport } from '../../contract';
import { breathe, cancelledMessage, type Work } from '../../work';
import { chainChecker, type ChainChecker } from './chain';
import { readContainer, type Entry } from './container';
import { lineSplitter } from './lines';
import { checkParts, readManifest, type Manifest, type PartClaim } from './manifest';
import { refuse, useAnother } from './refusal';
import { readSchema, rowChecker } from './rows';
import { isObject, type JsonObject } from './shape';
import { stateChecker, type StateChecker } from './state';
import { unpack, unpackWhole } from './unpack';

/** A verified archive: what it says, and its parts, for staging. */
export interface Verified {
  readonly report: ArchiveReport;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** Checks a line; some checks take their time. */
type LineCheck = (line: string, number: number) => Promise<void> | void;

const largestSchema = 4 * 1024 ** 2;
const breathAfter = 2 * 1024 ** 2;

interface Reading {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly chain: ChainChecker;
  readonly state: StateChecker;
  /** Reports bytes read and lets a cancellation in. */
  readonly advance: (bytes: number) => Promise<void>;
}

function entryOf(reading: Reading, path: string): Entry {
  return reading.entries.get(path) ?? refuse(`备份中缺少“${path}”，${useAnother}`);
}

/** Reads a part from end to end: size, digest, number of lines, and each line. */
async function readPart(reading: Reading, part: PartClaim, check: LineCheck | null): Promise<void> {
  const entry = entryOf(reading, part.path);
  if (entry.size !== part.bytes) refuse(`备份中的“${part.path}”长度与清单不符，${useAnother}`);
  const digest = sha256.create();
  const splitter = check && lineSplitter(part.path);
  let count = check ? 0 : 1;
  for await (const piece of unpack(entry)) {
    digest.update(piece);
    for (const line of splitter?.push(piece) ?? []) {
      const later = check?.(line, (count += 1));
      if (later) await later;
    }
    await reading.advance(piece.length);
  }
  splitter?.end();
  if (bytesToHex(digest.digest()) !== part.sha256) refuse(`备份中的“${part.path}”内容与清单的摘要不符，${useAnother}`);
  if (count !== part.count) refuse(`备份中的“${part.path}”有${count}条，清单写的是${part.count}条，${useAnother}`);
}

async function checkOf(reading: Reading, path: string): Promise<LineCheck | null> {
  if (path === 'log/commits.ndjson') return reading.chain.addCommit;
  if (path === 'log/changes.ndjson') return reading.chain.addChanges;
  const ledger = /^ledgers\/(.+)\.ndjson$/.exec(path)?.[1];
  if (!ledger) return null;
  const schemaPath = `schemas/${ledger}.json`;
  const entry = entryOf(reading, schemaPath);
  if (entry.size > largestSchema) refuse(`备份中的“${schemaPath}”大得不正常，${useAnother}`);
  const schema = readSchema(schemaPath, new TextDecoder().decode(await unpackWhole(entry)));
  return rowChecker(path, schema, (row) => {
    reading.state.record(ledger, row);
    if (ledger === 'attachment') checkAttachment(reading, row);
  });
}

/** Every file that a record describes is in the archive, in its full length. */
function checkAttachment(reading: Reading, row: JsonObject): void {
  const values = isObject(row['values']) ? row['values'] : {};
  const entry = reading.entries.get(`attachments/${String(values['sha256'])}`);
  if (entry?.size !== values['size']) refuse(`备份中缺少附件“${String(row['id'])}”的文件或长度不对，${useAnother}`);
}

/** Headers of the log first, then its changes, then the rest in the manifest's order. */
function readingRank(path: string): number {
  return path === 'log/commits.ndjson' ? 0 : path === 'log/changes.ndjson' ? 1 : 2;
}

function reportOf(manifest: Manifest, bytes: number): ArchiveReport {
  const { format, formatVersion, program, createdAt, schemaVersion, origin, bureau, head } = manifest;
  const parts = manifest.parts
    .filter((part) => !part.path.startsWith('schemas/'))
    .map(({ path, count }) => ({ path, count }));
  return { facts: { schemaVersion, origin, bureau, head, parts }, format, formatVersion, program, createdAt, bytes };
}

function progressOf(total: number, work: Work): (bytes: number) => Promise<void> {
  let done = 0;
  let breathed = 0;
  return async (bytes) => {
    done += bytes;
    if (done - breathed < breathAfter) return;
    breathed = done;
    work.onProgress({ done, total, stage: '正在核对' });
    await breathe();
    if (work.signal.aborted) refuse(cancelledMessage);
  };
}

/**
 * Reads an archive from end to end and checks everything it claims: container, manifest, every part's presence, size,
 * count and SHA-256, every line, every record's envelope and values, the change log's chain up to the head, the records
 * against the log, and the attachments' names and presence. Shares no code with the writer.
 * @throws a refusal with a Chinese sentence.
 */
export async function verify(bytes: Uint8Array, work: Work): Promise<Verified> {
  if (work.signal.aborted) refuse(cancelledMessage);
  const all = readContainer(bytes);
  const manifest = await readManifest(all[0]);
  const entries = checkParts(manifest, all);
  const total = manifest.parts.reduce((sum, part) => sum + part.bytes, 0);
  const state = stateChecker();
  const chain = chainChecker(state.replay);
  const reading = { entries, chain, state, advance: progressOf(total, work) };
  for (const part of [...manifest.parts].sort((a, b) => readingRank(a.path) - readingRank(b.path))) {
    if (part.path.startsWith('attachments/') && part.path !== `attachments/${part.sha256}`) {
      refuse(`备份中的附件“${part.path}”与其摘要不符，${useAnother}`);
    }
    await readPart(reading, part, await checkOf(reading, part.path));
    if (part.path === 'log/changes.ndjson') chain.end(manifest.head);
  }
  state.end();
  return { report: reportOf(manifest, bytes.length), entries };
}
