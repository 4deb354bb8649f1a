import {
  err,
  ok,
  type CommitContext,
  type CommitReceipt,
  type CommitRefusal,
  type Intent,
  type NewId,
  type Result,
} from '@/domain/kernel';
import { sealCommit, type LogRecord } from './change-log';
import { planConsequences } from './consequences';
import { readHead, type Blob256, type BureauDatabase } from './database';
import { judgePlan, neededLedgers, referringLedgers } from './judge';
import type { LedgerSet } from './ledger-set';
import { planChanges, type AnyMutation, type Plan, type PlanContext } from './plan';
import { storedRow } from './row-text';
import type { Tables } from './tables';

const writeChunk = 1_000;
const receiptRows = 1_000;

/** Everything that a commit works with. */
export interface CommitDesk {
  readonly database: BureauDatabase;
  readonly ledgers: LedgerSet;
  readonly tables: Tables;
  readonly newId: NewId;
  readonly clock: () => number;
  /** Head of the log in memory; moves on with each commit. */
  head: { readonly seq: number; readonly hash: string };
}

/** What is to be written. */
export interface CommitOrder {
  readonly intent: Intent;
  readonly mutations: readonly AnyMutation[];
  readonly context: CommitContext;
  /** Number of the commit that this one undoes. */
  readonly undoes?: number;
  /** Values were checked before, row by row. */
  readonly checked?: boolean;
  /** Bytes of attachments, written in the same transaction. */
  readonly blobs?: readonly Blob256[];
}

/** The log in the database does not stand where this engine left it: another program wrote. */
class HeadMoved extends Error {}

async function writeRows(database: BureauDatabase, plan: Plan): Promise<void> {
  const byLedger = new Map<string, Plan>();
  for (const [key, change] of plan) {
    const group = byLedger.get(change.ledger) ?? new Map();
    byLedger.set(change.ledger, group.set(key, change));
  }
  for (const [ledger, changes] of byLedger) {
    const table = database.rows(ledger);
    const rows = [...changes.values()].flatMap((change) => (change.after ? storedRow(change.after) : []));
    const gone = [...changes.values()].filter((change) => !change.after).map((change) => change.id);
    for (let at = 0; at < rows.length; at += writeChunk) await table.bulkPut(rows.slice(at, at + writeChunk));
    if (gone.length > 0) await table.bulkDelete(gone);
  }
}

/** One transaction for rows, log and head: all of it or nothing. Resolves when it is on disk. */
async function writeAll(desk: CommitDesk, plan: Plan, log: LogRecord, blobs: readonly Blob256[]): Promise<void> {
  const { database } = desk;
  const ledgers = [...new Set([...plan.values()].map((change) => change.ledger))];
  const stores = [...ledgers.map(database.rows), database.commits, database.changes, database.blobs, database.meta];
  await database.dexie.transaction('rw', stores, async () => {
    const head = await readHead(database);
    if (head.seq !== desk.head.seq || head.hash !== desk.head.hash) throw new HeadMoved();
    await writeRows(database, plan);
    await database.changes.bulkAdd([...log.parts]);
    await database.commits.add(log.header);
    if (blobs.length > 0) await database.blobs.bulkPut([...blobs]);
    await database.meta.put({ key: 'head', seq: log.header.seq, hash: log.header.hash });
  });
}

/** Names of an error and of those it carries, outermost first. */
export function namesOf(error: unknown): readonly string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { name, inner, failures } = error as { name?: unknown; inner?: unknown; failures?: unknown };
  const nested = Array.isArray(failures) ? failures.flatMap(namesOf) : [];
  return [String(name), ...(inner === error ? [] : namesOf(inner)), ...nested];
}

/** What a failed transaction means to the person. Nothing was written. */
export function refusalOfFailure(error: unknown): CommitRefusal {
  if (error instanceof HeadMoved) {
    return { kind: 'storage-failed', message: '数据已被另一个程序改动，本次未保存；请关闭其他窗口后重新打开本软件' };
  }
  if (namesOf(error).includes('QuotaExceededError')) {
    return { kind: 'storage-full', message: '磁盘空间不足，本次未保存；请清理磁盘后再试，原有数据没有改变' };
  }
  const code = namesOf(error)[0] ?? 'UnknownError';
  return { kind: 'storage-failed', message: `写入数据库失败（${code}），本次未保存；请重新打开本软件后再试` };
}

function receipt(desk: CommitDesk, plan: Plan, order: CommitOrder, asked: number): CommitReceipt {
  const changes = [...plan.values()];
  const rows = changes.length > 0 ? changes.flatMap((change) => change.after ?? []) : untouched(desk, order);
  return { seq: desk.head.seq, rows: rows.slice(0, receiptRows), count: asked };
}

/** Records named by mutations that change nothing. */
function untouched(desk: CommitDesk, order: CommitOrder) {
  return order.mutations.flatMap(({ ledger, id }) => (id && desk.tables.loaded(ledger)?.table.get(id)) || []);
}

/** Takes ledgers into memory with those that they refer to; why that failed, or null. */
async function load(desk: CommitDesk, ledgers: readonly string[]): Promise<CommitRefusal | null> {
  try {
    await Promise.all(ledgers.map(desk.tables.loadWithTargets));
    return null;
  } catch (error) {
    return refusalOfFailure(error);
  }
}

/**
 * Carries out one commit: plan, judge, seal, write, then take over into memory. To be called from the queue only, one at a
 * time. A commit whose mutations change nothing writes nothing and answers with the present head.
 * @returns a receipt after the data are on disk, or why nothing at all was written.
 */
export async function runCommit(desk: CommitDesk, order: CommitOrder): Promise<Result<CommitReceipt, CommitRefusal>> {
  const touched = new Set(order.mutations.map((mutation) => mutation.ledger));
  const unreadable = await load(desk, neededLedgers(desk, touched));
  if (unreadable) return err(unreadable);
  const at = new Date(desk.clock()).toISOString();
  const context: PlanContext = { ...desk, at, commit: order.context };
  const planned = planChanges(context, order.mutations);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const asked = plan.size;
  // Undoing puts the consequences back with what they followed from.
  const further = order.undoes === undefined ? planConsequences(context, plan) : null;
  const unread = await load(desk, referringLedgers(desk, plan));
  const refusal = further ?? unread ?? judgePlan(context, plan, order.checked);
  if (refusal) return err(refusal);
  if (plan.size === 0) return ok(receipt(desk, plan, order, asked));
  const entries = [...plan.values()].map(({ ledger, id, before, after }) => ({ ledger, id, before, after }));
  const facts = {
    seq: desk.head.seq + 1,
    at,
    actor: order.context.actor,
    intent: { kind: order.intent.kind, label: order.intent.label },
    undoes: order.undoes ?? null,
    previous: desk.head.hash,
  };
  const log = await sealCommit(desk.ledgers, facts, entries);
  try {
    await writeAll(desk, plan, log, order.blobs ?? []);
  } catch (error) {
    return err(refusalOfFailure(error));
  }
  desk.tables.apply(entries);
  desk.head = { seq: log.header.seq, hash: log.header.hash };
  return ok(receipt(desk, plan, order, asked));
}
