import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import {
  canonicalJson,
  type ArchiveFacts,
  type ArchiveSource,
  type ChangeEntry,
  type CommitHeader,
  type LedgerRow,
  type Values,
} from '@/domain/kernel';
import { writeArchive } from '@/exchange/archive';
import type { Work } from '@/exchange/work';

/** SHA-256 in hex, by the machine's own means. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Work that nobody watches. */
export function quiet(): Work {
  return { signal: new AbortController().signal, onProgress: () => undefined };
}

/** A record of the register of entities. */
export function row(number: number, values: Values = {}): LedgerRow {
  return {
    id: `01939a00-0000-7000-8000-${String(number).padStart(12, '0')}`,
    revision: 1,
    origin: '320723',
    createdAt: '2026-11-22T01:02:03.004Z',
    createdBy: '经办人',
    updatedAt: '2026-11-22T01:02:03.004Z',
    updatedBy: '经办人',
    rules: { 'code-tables': '2026.1' },
    deletedAt: null,
    deletedBy: null,
    sample: false,
    values: { name: `第${number}执法大队`, ...values },
  };
}

/** A change log in the form the storage writes: one commit for each list of records, entries in parts of two. */
function logOf(commits: readonly (readonly LedgerRow[])[]): { commits: string[]; changes: string[]; hash: string } {
  const log = { commits: [] as string[], changes: [] as string[], hash: '0'.repeat(64) };
  commits.forEach((rows, at) => {
    const seq = at + 1;
    const lines = rows.map((after): ChangeEntry => ({
      ledger: 'enforcement-entity',
      id: after.id,
      before: null,
      after,
    }));
    const texts: string[] = [];
    for (let first = 0; first < lines.length; first += 2) {
      texts.push(
        lines
          .slice(first, first + 2)
          .map(canonicalJson)
          .join('\n'),
      );
    }
    const open: Omit<CommitHeader, 'hash'> = {
      seq,
      at: '2026-11-22T01:02:03.004Z',
      actor: '经办人',
      intent: { kind: 'import', label: `导入${rows.length}行` },
      count: rows.length,
      undoes: null,
      parts: texts.map(sha256),
      previous: log.hash,
    };
    log.hash = sha256(canonicalJson(open));
    log.commits.push(canonicalJson({ ...open, hash: log.hash }));
    texts.forEach((text, part) => log.changes.push(canonicalJson({ seq, part, text })));
  });
  return log;
}

/** All data of a small bureau, as the storage hands them out. */
export function sampleSource(
  commits: readonly (readonly LedgerRow[])[] = [[row(1), row(2), row(3)], [row(4)]],
  attachments: readonly Uint8Array[] = [strToU8('一份扫描件'), new Uint8Array([0, 1, 2, 255])],
): ArchiveSource & { readonly state: { open: boolean } } {
  const log = logOf(commits);
  const lines = (list: readonly string[]): Uint8Array => strToU8(list.map((line) => `${line}\n`).join(''));
  const rows = commits.flat().map(canonicalJson);
  const contents = new Map<string, { count: number; bytes: Uint8Array }>([
    ['ledgers/enforcement-entity.ndjson', { count: rows.length, bytes: lines(rows) }],
    ['ledgers/saved-view.ndjson', { count: 0, bytes: new Uint8Array() }],
    ['log/commits.ndjson', { count: log.commits.length, bytes: lines(log.commits) }],
    ['log/changes.ndjson', { count: log.changes.length, bytes: lines(log.changes) }],
    ...attachments.map((bytes) => [`attachments/${sha256(bytes)}`, { count: 1, bytes }] as const),
  ]);
  const facts: ArchiveFacts = {
    schemaVersion: 1,
    origin: '320723',
    bureau: '灌云县司法局',
    head: { seq: commits.length, hash: log.hash },
    parts: [...contents].map(([path, { count }]) => ({ path, count })),
  };
  const state = { open: false };
  return {
    state,
    beginCopy: async () => {
      state.open = true;
      return facts;
    },
    readPiece: async (path, offset) => {
      const all = contents.get(path)?.bytes ?? new Uint8Array();
      const bytes = all.slice(offset, offset + Math.max(300, all.length / 20));
      return bytes.length === 0 ? null : { bytes, next: offset + bytes.length };
    },
    endCopy: async () => {
      state.open = false;
    },
  };
}

/** A valid archive of the sample data. */
export async function sampleArchive(source: ArchiveSource = sampleSource()): Promise<Uint8Array> {
  const result = await writeArchive(source, { program: '0.1.0', createdAt: '2026-11-22T08:00:00.000Z' }, quiet());
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The manifest as a test may change it. */
export interface LooseManifest {
  [name: string]: unknown;
  head: { seq: number; hash: string };
  parts: { path: string; count: number; bytes: number; sha256: string }[];
}

/** An archive taken apart. */
export interface Opened {
  manifest: LooseManifest;
  readonly files: Map<string, Uint8Array>;
  readonly text: (path: string) => string;
  /** Replaces a part and makes the manifest agree with it, as a clever forger would. */
  readonly put: (path: string, text: string) => void;
}

/** Takes an archive apart, lets the test change it, and packs it again with the manifest first. */
export function altered(archive: Uint8Array, change: (opened: Opened) => void): Uint8Array {
  const files = new Map(Object.entries(unzipSync(archive)));
  const manifest = JSON.parse(strFromU8(files.get('manifest.json') ?? new Uint8Array())) as LooseManifest;
  files.delete('manifest.json');
  const opened: Opened = {
    manifest,
    files,
    text: (path) => strFromU8(files.get(path) ?? new Uint8Array()),
    put: (path, text) => {
      const bytes = strToU8(text);
      files.set(path, bytes);
      const part = opened.manifest.parts.find((one) => one.path === path);
      if (part) Object.assign(part, { bytes: bytes.length, sha256: sha256(bytes), count: text.split('\n').length - 1 });
    },
  };
  change(opened);
  const all: Zippable = { 'manifest.json': strToU8(JSON.stringify(opened.manifest)) };
  for (const [path, bytes] of files) all[path] = bytes;
  return zipSync(all);
}
