import {
  err,
  ok,
  type ChangeEntry,
  type CommitContext,
  type CommitHeader,
  type CommitReceipt,
  type LedgerRow,
  type Result,
} from '@/domain/kernel';
import { readEntries } from './change-log';
import { runCommit, type CommitDesk } from './commit';
import type { SearchHit, UndoRefusal } from './contract';
import { hitOf } from './hits';
import { neededLedgers } from './judge';
import { recordKey, type InverseMutation } from './plan';

const namedRecords = 100;

function inverseOf(entry: ChangeEntry): InverseMutation {
  const { ledger, id, before } = entry;
  return before ? { op: 'put-back', ledger, id, row: before } : { op: 'take-away', ledger, id };
}

/** Records that commits after a number touched, among those of the given entries. Only asked where a record is gone. */
async function touchedSince(desk: CommitDesk, seq: number): Promise<ReadonlySet<string>> {
  const touched = new Set<string>();
  await desk.database.changes
    .where('[seq+part]')
    .above([seq, Infinity])
    .each((part) => {
      for (const line of part.text.split('\n')) {
        const { ledger, id } = JSON.parse(line) as ChangeEntry;
        touched.add(recordKey(ledger, id));
      }
    });
  return touched;
}

function sameRow(stored: LedgerRow | undefined, logged: LedgerRow): boolean {
  return stored?.revision === logged.revision && stored.updatedAt === logged.updatedAt;
}

/** Entries whose record is no longer as the commit left it. */
async function changedSince(desk: CommitDesk, seq: number, entries: readonly ChangeEntry[]): Promise<ChangeEntry[]> {
  const gone = entries.some((entry) => entry.after === null);
  const touched = gone ? await touchedSince(desk, seq) : new Set<string>();
  return entries.filter(({ ledger, id, after }) => {
    if (after === null) return touched.has(recordKey(ledger, id));
    return !sameRow(desk.tables.loaded(ledger)?.table.get(id), after);
  });
}

function hitsOf(desk: CommitDesk, entries: readonly ChangeEntry[]): readonly SearchHit[] {
  return entries.slice(0, namedRecords).flatMap(({ ledger, id, before, after }) => {
    const row = desk.tables.loaded(ledger)?.table.get(id) ?? after ?? before;
    return row ? [hitOf(desk, desk.ledgers.get(ledger), row)] : [];
  });
}

function labelOf(header: CommitHeader): string {
  return header.intent.kind === 'undo'
    ? `重做：${header.intent.label.replace(/^撤销：/, '')}`
    : `撤销：${header.intent.label}`;
}

/**
 * Undoes a commit by a new one that puts every record back as it was before; a record that the commit made leaves for
 * good, so that the state is the same as before. Revisions keep growing. Undoing an undo does the commit again.
 * @returns 'changed-since' with the records where any was changed after the commit; then nothing is undone.
 */
export async function runUndo(
  desk: CommitDesk,
  seq: number,
  context: CommitContext,
): Promise<Result<CommitReceipt, UndoRefusal>> {
  const header = await desk.database.commits.get(seq);
  if (!header) return err({ kind: 'missing', ledger: '', at: 0, message: `没有编号为${seq}的操作记录，请刷新后再试` });
  const entries = await readEntries(desk.database, desk.ledgers, seq);
  const touched = new Set(entries.map((entry) => entry.ledger));
  await Promise.all(neededLedgers(desk, touched).map(desk.tables.loadWithTargets));
  const changed = await changedSince(desk, seq, entries);
  if (changed.length > 0) {
    const message = `其中${changed.length}条记录后来又有改动，不能整体撤销；请先撤销后来的操作，或逐条修改`;
    return err({ kind: 'changed-since', message, records: hitsOf(desk, changed) });
  }
  const done = await runCommit(desk, {
    intent: { kind: 'undo', label: labelOf(header) },
    mutations: [...entries].reverse().map(inverseOf),
    context,
    undoes: seq,
    checked: true,
  });
  return done.ok ? ok(done.value) : done;
}
