import type { CommitContext, CommitRefusal, Ledger, LedgerRow, Mutation, NewId, Result, Values } from '@/domain/kernel';
import { err, ok } from '@/domain/kernel';
import type { LedgerSet } from './ledger-set';
import { canonicalValues, completeValues, sameValue } from './row-text';
import type { Tables } from './tables';

/** What undoing does to a record: put a row back as it was, or take away one that was not there. */
export type InverseMutation =
  | { readonly op: 'put-back'; readonly ledger: string; readonly id: string; readonly row: LedgerRow }
  | { readonly op: 'take-away'; readonly ledger: string; readonly id: string };

/** Any change that a commit can carry out. */
export type AnyMutation = Mutation | InverseMutation;

/** What a commit will do to one record. */
export interface PlannedChange {
  readonly ledger: string;
  readonly id: string;
  readonly before: LedgerRow | null;
  readonly after: LedgerRow | null;
  /** Position of the last mutation that touched it. */
  readonly at: number;
  /** Its values are new and have to be checked by the definition. */
  readonly check: boolean;
}

/** What planning works with. */
export interface PlanContext {
  readonly ledgers: LedgerSet;
  readonly tables: Tables;
  readonly newId: NewId;
  /** Moment of the commit, ISO 8601 UTC. */
  readonly at: string;
  readonly commit: CommitContext;
}

/** Changes by record, in the order in which records were first touched. */
export type Plan = Map<string, PlannedChange>;

/** Identifies a record among all ledgers. */
export function recordKey(ledger: string, id: string): string {
  return `${ledger}/${id}`;
}

function refuse(
  kind: 'conflict' | 'missing',
  ledger: string,
  at: number,
  message: string,
): Result<never, CommitRefusal> {
  return err({ kind, ledger, at, message });
}

function knownFieldsOnly(ledger: Ledger, values: Values): void {
  const unknown = Object.keys(values).find((name) => !(name in ledger.fields));
  if (unknown !== undefined) throw new Error(`ledger ${ledger.id} has no field ${unknown}`);
}

function newRow(context: PlanContext, ledger: Ledger, id: string, values: Values): LedgerRow {
  knownFieldsOnly(ledger, values);
  const { actor, origin, rules, sample } = context.commit;
  return {
    id,
    revision: 1,
    origin,
    createdAt: context.at,
    createdBy: actor,
    updatedAt: context.at,
    updatedBy: actor,
    rules,
    deletedAt: null,
    deletedBy: null,
    sample: sample ?? false,
    values: canonicalValues(ledger, completeValues(ledger, values)),
  };
}

/** The next state of a record: revision and last change move on, whatever else happens. */
function nextRow(context: PlanContext, stored: LedgerRow | null, row: LedgerRow): LedgerRow {
  const revision = Math.max(stored?.revision ?? 0, stored ? 0 : row.revision) + 1;
  return { ...row, revision, updatedAt: context.at, updatedBy: context.commit.actor };
}

type Step = Result<LedgerRow | null, CommitRefusal>;

/** A record while the mutations of one commit are carried out on it. */
interface Touched {
  readonly id: string;
  /** Position of the mutation. */
  readonly at: number;
  /** As it is stored. */
  readonly stored: LedgerRow | null;
  /** As the mutations before this one left it. */
  readonly now: LedgerRow | null;
}

function update(context: PlanContext, mutation: Mutation & { op: 'update' }, { at, stored, now }: Touched): Step {
  const ledger = context.ledgers.get(mutation.ledger);
  knownFieldsOnly(ledger, mutation.changes);
  if (!now) return refuse('missing', ledger.id, at, `要修改的${ledger.noun}已不存在，请刷新列表`);
  if (now.deletedAt !== null) return refuse('missing', ledger.id, at, `这条${ledger.noun}已在回收站，请先恢复再修改`);
  if (now.revision !== mutation.revision && stored?.revision !== mutation.revision) {
    return refuse('conflict', ledger.id, at, `这条${ledger.noun}在您打开之后已被修改，请重新打开后再改`);
  }
  const changes = canonicalValues(ledger, mutation.changes);
  const changed = Object.keys(changes).some((name) => !sameValue(now.values[name], changes[name]));
  if (!changed) return ok(now);
  const values = completeValues(ledger, { ...now.values, ...changes });
  return ok({ ...now, values, rules: context.commit.rules });
}

function moveOut(context: PlanContext, mutation: Mutation & { op: 'restore' | 'purge' }, now: LedgerRow | null): Step {
  const { noun, id } = context.ledgers.get(mutation.ledger);
  if (!now) return refuse('missing', id, 0, `这条${noun}已不在回收站，请刷新列表`);
  if (now.deletedAt === null) return refuse('missing', id, 0, `这条${noun}不在回收站，无需恢复或清除，请刷新列表`);
  return ok(mutation.op === 'purge' ? null : { ...now, deletedAt: null, deletedBy: null });
}

/** What a mutation makes of a record's present state; revision and last change are not yet moved on. */
function step(context: PlanContext, mutation: AnyMutation, touched: Touched): Step {
  const { id, at, now } = touched;
  const ledger = context.ledgers.get(mutation.ledger);
  switch (mutation.op) {
    case 'create':
      if (now) return refuse('conflict', ledger.id, at, `这条${ledger.noun}已经存在，请刷新列表`);
      return ok(newRow(context, ledger, id, mutation.values));
    case 'update':
      return update(context, mutation, touched);
    case 'remove':
      if (!now || now.deletedAt !== null) {
        return refuse('missing', ledger.id, at, `这条${ledger.noun}已不存在或已在回收站，请刷新列表`);
      }
      return ok({ ...now, deletedAt: context.at, deletedBy: context.commit.actor });
    case 'restore':
    case 'purge':
      return moveOut(context, mutation, now);
    case 'put-back':
      return ok(mutation.row);
    case 'take-away': {
      const left = now ? (ledger.permanent?.left?.(now.values) ?? null) : null;
      return ok(now && left ? { ...now, values: left } : null);
    }
  }
}

/** Carries out one mutation on a plan. */
function carryOut(context: PlanContext, plan: Plan, mutation: AnyMutation, at: number): CommitRefusal | null {
  const id = mutation.id ?? context.newId();
  const key = recordKey(mutation.ledger, id);
  const known = plan.get(key);
  const stored = known ? known.before : (context.tables.loaded(mutation.ledger)?.table.get(id) ?? null);
  const now = known ? known.after : stored;
  const next = step(context, mutation, { id, at, stored, now });
  if (!next.ok) return { ...next.error, ...('at' in next.error ? { at } : {}) };
  if (next.value === now) return null;
  const isNew = mutation.op === 'create';
  const after = next.value === null || isNew ? next.value : nextRow(context, stored, next.value);
  const check = isNew || mutation.op === 'update' || (known?.check ?? false);
  plan.set(key, { ledger: mutation.ledger, id, before: stored, after, at, check });
  return null;
}

/**
 * Carries out the mutations on a plan beside the stored records, each seeing what the ones before it did. What depends on
 * all records together (keys, references) is judged afterwards.
 */
export function planChanges(context: PlanContext, mutations: readonly AnyMutation[]): Result<Plan, CommitRefusal> {
  const plan: Plan = new Map();
  for (const [at, mutation] of mutations.entries()) {
    const refusal = carryOut(context, plan, mutation, at);
    if (refusal) return err(refusal);
  }
  for (const [key, change] of plan) if (!change.before && !change.after) plan.delete(key);
  return ok(plan);
}

/** Carries out on a plan what follows from a change in it, under the position of that change. */
export function planFurther(
  context: PlanContext,
  plan: Plan,
  mutations: readonly Mutation[],
  at: number,
): CommitRefusal | null {
  for (const mutation of mutations) {
    const refusal = carryOut(context, plan, mutation, at);
    if (refusal) return refusal;
  }
  return null;
}
