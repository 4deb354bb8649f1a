import type { ChangeEntry, CommitHeader, LedgerRow } from '@/domain/kernel';
import { attachment, type AttachmentValues } from '@/domain/workbench';
import type { Table } from 'dexie';
import { headerHash, readEntry } from './change-log';
import type { IntegrityReport } from './contract';
import { emptyHead, readHead, type BureauDatabase, type ChangePart } from './database';
import { runningDigest, sha256Hex } from './digest';
import type { LedgerSet } from './ledger-set';
import { recordKey } from './plan';
import { completeRow, rowText, stateText } from './row-text';

const namedFaults = 50;

/** Gives all items of a store in the order of their keys, a chunk at a time. */
export async function* inOrder<T, K extends string | number | [number, number]>(
  table: Table<T, K>,
  keyOf: (item: T) => K,
  chunk: number,
): AsyncGenerator<T> {
  let items = await table.toCollection().limit(chunk).toArray();
  while (items.length > 0) {
    yield* items;
    const last = items.at(-1);
    if (last === undefined || items.length < chunk) return;
    items = await table.where(':id').above(keyOf(last)).limit(chunk).toArray();
  }
}

/** A commit with its parts as they stand in the database or an archive. */
export interface LoggedCommit {
  readonly header: CommitHeader;
  readonly parts: readonly ChangePart[];
}

/** All commits with their parts; parts without a commit come with none and are named by `orphan`. */
export async function* loggedCommits(
  database: BureauDatabase,
  orphan: (part: ChangePart) => void,
): AsyncGenerator<LoggedCommit> {
  const parts = inOrder(database.changes, (part) => [part.seq, part.part], 100);
  let next = await parts.next();
  for await (const header of inOrder(database.commits, (item) => item.seq, 500)) {
    const own: ChangePart[] = [];
    while (!next.done && next.value.seq <= header.seq) {
      if (next.value.seq === header.seq) own.push(next.value);
      else orphan(next.value);
      next = await parts.next();
    }
    yield { header, parts: own };
  }
  for (; !next.done; next = await parts.next()) orphan(next.value);
}

/** Checks the chain and replays it: what every record should be by the log. */
export interface ChainCheck {
  /** Takes the next commit; gives what is wrong with it as Chinese sentences. */
  readonly next: (commit: LoggedCommit) => readonly string[];
  /** By record: digest of its row as the log left it. */
  readonly expected: ReadonlyMap<string, string>;
  readonly head: () => { readonly seq: number; readonly hash: string };
}

function partFaults({ header, parts }: LoggedCommit): string[] {
  const digests = parts.map((part) => sha256Hex(part.text));
  const right = digests.length === header.parts.length && digests.every((digest, at) => digest === header.parts[at]);
  return right ? [] : [`第${header.seq}次操作的内容与摘要不符，可能被改动、删去或调换`];
}

function headFaults(header: CommitHeader, head: { readonly seq: number; readonly hash: string }): string[] {
  const faults: string[] = [];
  if (header.seq !== head.seq + 1) faults.push(`第${head.seq}次操作之后缺少记录，下一条是第${header.seq}次`);
  if (header.previous !== head.hash) faults.push(`第${header.seq}次操作与前一次接不上，可能有操作被改动、删去或调换`);
  if (headerHash(header) !== header.hash) faults.push(`第${header.seq}次操作的记录被改动`);
  return faults;
}

/** Starts at the beginning of a log. */
export function createChainCheck(ledgers: LedgerSet): ChainCheck {
  const expected = new Map<string, string>();
  let head: { readonly seq: number; readonly hash: string } = emptyHead;
  const digest = (ledger: string, row: LedgerRow): string => sha256Hex(rowText(ledgers.get(ledger), row));
  function replay(seq: number, { ledger, id, before, after }: ChangeEntry): string[] {
    if (!ledgers.has(ledger)) return [`第${seq}次操作涉及未知的登记簿`];
    const key = recordKey(ledger, id);
    const right = expected.get(key) === (before ? digest(ledger, before) : undefined);
    if (after) expected.set(key, digest(ledger, after));
    else expected.delete(key);
    return right ? [] : [`第${seq}次操作记下的原内容与之前的操作不符`];
  }
  function entriesOf(parts: readonly ChangePart[]): ChangeEntry[] {
    return parts.flatMap((part) => part.text.split('\n').map((line) => readEntry(ledgers, line)));
  }
  return {
    next: ({ header, parts }) => {
      const faults = [...headFaults(header, head), ...partFaults({ header, parts })];
      head = { seq: header.seq, hash: header.hash };
      if (faults.length > 0) return faults;
      try {
        const entries = entriesOf(parts);
        if (entries.length !== header.count) faults.push(`第${header.seq}次操作的条数不符`);
        return [...faults, ...entries.flatMap((entry) => replay(header.seq, entry))];
      } catch {
        return [`第${header.seq}次操作的内容无法读出`];
      }
    },
    expected,
    head: () => head,
  };
}

async function checkRows(
  database: BureauDatabase,
  ledgers: LedgerSet,
  expected: ReadonlyMap<string, string>,
  fault: (text: string) => void,
): Promise<number> {
  const left = new Map(expected);
  let records = 0;
  for (const ledger of ledgers.all) {
    for await (const row of inOrder(database.rows(ledger.id), (item) => item.id, 1_000)) {
      records += 1;
      const key = recordKey(ledger.id, row.id);
      const logged = left.get(key);
      left.delete(key);
      if (logged === undefined) fault(`${ledger.noun}中有一条记录不在操作日志中（编号${row.id}）`);
      else if (sha256Hex(rowText(ledger, completeRow(ledger, row))) !== logged) {
        fault(`${ledger.noun}中有一条记录与操作日志不符（编号${row.id}）`);
      }
    }
  }
  for (const key of left.keys()) fault(`操作日志中的一条记录不见了（${key}）`);
  return records;
}

async function checkBlobs(database: BureauDatabase, fault: (text: string) => void): Promise<number> {
  const sizes = new Map<string, number>();
  for await (const blob of inOrder(database.blobs, (item) => item.sha256, 20)) {
    sizes.set(blob.sha256, blob.bytes.length);
    if (sha256Hex(blob.bytes) !== blob.sha256) fault(`一个附件的内容与摘要不符（${blob.sha256.slice(0, 12)}）`);
  }
  if (!database.dexie.tables.some((table) => table.name === attachment.id)) return sizes.size;
  for await (const row of inOrder(database.rows(attachment.id), (item) => item.id, 1_000)) {
    const { sha256, size } = row.values as AttachmentValues;
    if (sizes.get(sha256) !== size) fault(`一个附件的内容缺失或大小不符（编号${row.id}）`);
  }
  return sizes.size;
}

/**
 * Recomputes every digest of a database: the chain of commits, every record against the log, every attachment.
 * @returns numbers and faults as Chinese sentences, at most the first 50 and how many more there are.
 */
export async function checkDatabase(database: BureauDatabase, ledgers: LedgerSet): Promise<IntegrityReport> {
  const faults: string[] = [];
  let more = 0;
  const fault = (text: string): void => {
    if (faults.length < namedFaults) faults.push(text);
    else more += 1;
  };
  const check = createChainCheck(ledgers);
  let commits = 0;
  const orphan = (part: ChangePart): void => fault(`第${part.seq}次操作只有内容而没有记录，可能被删去`);
  for await (const commit of loggedCommits(database, orphan)) {
    commits += 1;
    check.next(commit).forEach(fault);
  }
  const head = await readHead(database);
  if (head.seq !== check.head().seq || head.hash !== check.head().hash)
    fault('操作日志的末尾与登记的不符，可能有操作被删去');
  const records = await checkRows(database, ledgers, check.expected, fault);
  const attachments = await checkBlobs(database, fault);
  return { commits, records, attachments, faults: more > 0 ? [...faults, `另有${more}处问题`] : faults };
}

/**
 * Digest of a database's whole state: every record of every ledger in the order of identifiers, without revision and last
 * change. Equal states give equal digests whatever the order of writing.
 */
export async function digestState(database: BureauDatabase, ledgers: LedgerSet): Promise<string> {
  const digest = runningDigest();
  for (const ledger of [...ledgers.all].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for await (const row of inOrder(database.rows(ledger.id), (item) => item.id, 1_000)) {
      digest.add(`${ledger.id} ${stateText(ledger, completeRow(ledger, row))}\n`);
    }
  }
  return digest.hex();
}
