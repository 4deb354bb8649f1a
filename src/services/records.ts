import {
  err,
  ok,
  type CommitReceipt,
  type CommitRefusal,
  type FieldValue,
  type Ledger,
  type LedgerRow,
  type Mutation,
  type Result,
  type Values,
} from '@/domain/kernel';
import { partLedgers } from '@/domain/registry';
import type { UndoRefusal } from '@/storage/contract';
import type { Workbench } from './workbench';

/** Answer to anything that writes. */
export type Written = Result<CommitReceipt, CommitRefusal>;

/** A record as a person filled it in. */
export interface RecordDraft {
  readonly ledger: Ledger;
  /** The row that the person opened; null for a new record. */
  readonly base: LedgerRow | null;
  readonly values: Values;
}

/** Whether two values of a field are the same; several values compare in order. */
export function sameValue(left: FieldValue | undefined, right: FieldValue | undefined): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}

/** The fields in which two records differ, with the values of the second. */
export function changedValues(ledger: Ledger, before: Values, after: Values): Values {
  const names = Object.keys(ledger.fields).filter((name) => !sameValue(before[name], after[name]));
  return Object.fromEntries(names.map((name) => [name, after[name] ?? null]));
}

/** One record with the titles of what it refers to, or null where there is none of that id. */
export async function loadRecord(bench: Workbench, ledger: Ledger, id: string): Promise<LedgerRow | null> {
  const [row] = await bench.storage.rows(ledger.id, [id]);
  return row ?? null;
}

/** Titles of all records that some values refer to, by id. */
export async function titlesFor(
  bench: Workbench,
  ledger: Ledger,
  records: readonly Values[],
): Promise<Readonly<Record<string, string>>> {
  const wanted = new Map<string, Set<string>>();
  for (const [name, field] of Object.entries(ledger.fields)) {
    if (!field.target) continue;
    const ids = wanted.get(field.target) ?? new Set<string>();
    wanted.set(field.target, ids);
    for (const values of records) {
      const value = values[name] ?? null;
      for (const id of typeof value === 'string' ? [value] : Array.isArray(value) ? value : []) ids.add(String(id));
    }
  }
  const asked = Array.from(wanted).filter(([, ids]) => ids.size > 0);
  const found = await Promise.all(asked.map(([target, ids]) => bench.storage.titles(target, Array.from(ids))));
  return Object.assign({}, ...found) as Readonly<Record<string, string>>;
}

/**
 * Saves a new record, or the changed fields of an opened one. A draft without a change is an empty success, so that
 * the history holds no empty entries.
 */
export async function saveRecord(bench: Workbench, draft: RecordDraft): Promise<Written> {
  const { ledger, base, values } = draft;
  const context = bench.session.context();
  if (base === null) {
    return bench.storage.commit(
      { kind: 'create', label: `新增${ledger.noun}` },
      [{ op: 'create', ledger: ledger.id, values }],
      context,
    );
  }
  const changes = changedValues(ledger, base.values, values);
  if (Object.keys(changes).length === 0) return ok({ seq: 0, rows: [base], count: 0 });
  return bench.storage.commit(
    { kind: 'edit', label: `修改${ledger.noun}` },
    [{ op: 'update', ledger: ledger.id, id: base.id, changes, revision: base.revision }],
    context,
  );
}

/** Rows by their ids, fetched in pieces so that no message between the workers grows large. */
async function rowsInPieces(bench: Workbench, ledger: Ledger, ids: readonly string[]): Promise<readonly LedgerRow[]> {
  const piece = 2000;
  const rows: LedgerRow[] = [];
  for (let at = 0; at < ids.length; at += piece) {
    rows.push(...(await bench.storage.rows(ledger.id, ids.slice(at, at + piece))));
  }
  return rows;
}

/** Writes the same values into several records, in one commit. Records that have them already are left alone. */
export async function editRecords(
  bench: Workbench,
  ledger: Ledger,
  ids: readonly string[],
  values: Values,
): Promise<Written> {
  const mutations: Mutation[] = [];
  for (const row of await rowsInPieces(bench, ledger, ids)) {
    const changes = changedValues(ledger, row.values, { ...row.values, ...values });
    if (Object.keys(changes).length === 0) continue;
    mutations.push({ op: 'update', ledger: ledger.id, id: row.id, changes, revision: row.revision });
  }
  if (mutations.length === 0) return ok({ seq: 0, rows: [], count: 0 });
  const label = `批量修改${ledger.noun}${mutations.length}条`;
  return bench.storage.commit({ kind: 'batch-edit', label }, mutations, bench.session.context());
}

/** Carries out the same on the parts of some records, which leave and come back with them. */
async function onParts(
  bench: Workbench,
  op: 'remove' | 'restore' | 'purge',
  ledger: Ledger,
  ids: readonly string[],
): Promise<readonly Mutation[]> {
  const mutations: Mutation[] = [];
  for (const part of partLedgers.filter((one) => one.owner === ledger)) {
    const filters = [{ field: part.field, op: 'any', values: ids } as const];
    const found = await bench.storage.ids({ ledger: part.ledger.id, filters, deleted: op !== 'remove' });
    mutations.push(...found.map((id): Mutation => ({ op, ledger: part.ledger.id, id })));
  }
  return mutations;
}

/** Puts records into the recycle bin with their parts, in one commit. */
export async function removeRecords(bench: Workbench, ledger: Ledger, ids: readonly string[]): Promise<Written> {
  const label = `删除${ledger.noun}${ids.length}条`;
  const own = ids.map((id): Mutation => ({ op: 'remove', ledger: ledger.id, id }));
  const mutations = [...own, ...(await onParts(bench, 'remove', ledger, ids))];
  return bench.storage.commit({ kind: 'remove', label }, mutations, bench.session.context());
}

/** Takes records out of the recycle bin with their parts, in one commit. */
export async function restoreRecords(bench: Workbench, ledger: Ledger, ids: readonly string[]): Promise<Written> {
  const label = `恢复${ledger.noun}${ids.length}条`;
  const own = ids.map((id): Mutation => ({ op: 'restore', ledger: ledger.id, id }));
  const mutations = [...own, ...(await onParts(bench, 'restore', ledger, ids))];
  return bench.storage.commit({ kind: 'restore-record', label }, mutations, bench.session.context());
}

/** Removes records with their parts from the recycle bin for good, in one commit; the change log keeps what they were. */
export async function purgeRecords(bench: Workbench, ledger: Ledger, ids: readonly string[]): Promise<Written> {
  const label = `彻底删除${ledger.noun}${ids.length}条`;
  const own = ids.map((id): Mutation => ({ op: 'purge', ledger: ledger.id, id }));
  const mutations = [...own, ...(await onParts(bench, 'purge', ledger, ids))];
  return bench.storage.commit({ kind: 'purge', label }, mutations, bench.session.context());
}

/** Undoes one commit as a whole. */
export async function undoCommit(bench: Workbench, seq: number): Promise<Result<CommitReceipt, UndoRefusal>> {
  const answer = await bench.storage.undo(seq, bench.session.context());
  return answer.ok ? answer : err(answer.error);
}

/** The Chinese sentence of a refusal; the first problem stands for an invalid record. */
export function refusalText(refusal: UndoRefusal): string {
  if (refusal.kind !== 'invalid') return refusal.message;
  return refusal.problems[0]?.message ?? '填写的内容不符合要求，请检查';
}
