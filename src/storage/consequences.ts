import type { CommitRefusal, LedgerRow, RecordFinder, Values } from '@/domain/kernel';
import { keyText } from './key-index';
import type { LedgerSet } from './ledger-set';
import type { MemoryTable } from './memory-table';
import { planFurther, recordKey, type Plan, type PlanContext, type PlannedChange } from './plan';
import type { Tables } from './tables';

interface Surroundings {
  readonly ledgers: LedgerSet;
  readonly tables: Tables;
}

function living(row: LedgerRow | null | undefined): LedgerRow | null {
  return row && row.deletedAt === null ? row : null;
}

/** Up to so many changes, what refers to a record is looked for each time; for more it is sorted out once. */
const fewChanges = 32;

/** Stored records whose field holds just this identifier, by identifier upwards. */
function holding(table: MemoryTable, field: string, id: string): readonly LedgerRow[] {
  const column = table.column(field);
  const code = column.codeOf(id);
  if (code < 0) return [];
  const codes = column.codes();
  return table.byId().flatMap((slot) => (codes[slot] === code ? (table.at(slot) ?? []) : []));
}

/** Living records that refer to one by a field, as some changes will leave them. */
function lookUp(table: MemoryTable, changes: readonly PlannedChange[], field: string, id: string) {
  const own = changes.filter((change) => change.ledger === table.ledger.id);
  const touched = new Set(own.map((change) => change.id));
  const stored = holding(table, field, id).filter((row) => !touched.has(row.id));
  const changed = own.flatMap(({ after }) => (after?.values[field] === id ? after : []));
  return [...stored, ...changed].filter((row) => row.deletedAt === null);
}

/**
 * Looks up living records as a plan will leave them. What refers to what is worked out once per field, so that a plan of
 * many changes does not go through a register for each; records that consequences add meanwhile are not among them.
 * @param few so few records are asked about that sorting whole registers would take longer.
 */
export function createFinder({ ledgers, tables }: Surroundings, plan: Plan, few = false): RecordFinder {
  const referring = new Map<string, Map<string, LedgerRow[]>>();
  const planned = new Map<string, Map<string, LedgerRow>>();
  const loaded = (ledger: string) => {
    const found = tables.loaded(ledger);
    if (!found) throw new Error(`ledger ${ledger} is not in memory`);
    return found;
  };
  function byId(ledger: string, id: string): LedgerRow | null {
    const change = plan.get(recordKey(ledger, id));
    return living(change ? change.after : loaded(ledger).table.get(id));
  }
  function keysInPlan(ledger: string): ReadonlyMap<string, LedgerRow> {
    const known = planned.get(ledger);
    if (known) return known;
    const found = new Map<string, LedgerRow>();
    const [key] = ledgers.get(ledger).naturalKeys;
    for (const change of plan.values()) {
      const row = change.ledger === ledger ? living(change.after) : null;
      const text = row && key ? keyText(key, row.values) : null;
      if (row && text !== null) found.set(text, row);
    }
    planned.set(ledger, found);
    return found;
  }
  function byKey(ledger: string, values: Values): LedgerRow | null {
    const [key] = ledgers.get(ledger).naturalKeys;
    const text = key ? keyText(key, values) : null;
    if (!key || text === null) return null;
    const there = keysInPlan(ledger).get(text);
    // The row itself may have changed once more since.
    if (there) return byId(ledger, there.id) ?? there;
    const [stored] = loaded(ledger).keys.find(key, text);
    return stored === undefined ? null : byId(ledger, stored);
  }
  function indexOf(ledger: string, field: string): ReadonlyMap<string, readonly LedgerRow[]> {
    const known = referring.get(`${ledger}.${field}`);
    if (known) return known;
    const found = new Map<string, LedgerRow[]>();
    const add = (row: LedgerRow | null): void => {
      const id = row?.values[field];
      if (row && typeof id === 'string') found.set(id, [...(found.get(id) ?? []), row]);
    };
    const { table } = loaded(ledger);
    for (const slot of table.byId()) {
      const row = table.at(slot);
      if (row && !plan.has(recordKey(ledger, row.id))) add(living(row));
    }
    for (const change of plan.values()) if (change.ledger === ledger) add(living(change.after));
    referring.set(`${ledger}.${field}`, found);
    return found;
  }
  const before = [...plan.values()];
  return {
    byId,
    byKey,
    referring: (ledger, field, id) =>
      few ? lookUp(loaded(ledger).table, before, field, id) : (indexOf(ledger, field).get(id) ?? []),
  };
}

function refusalOf(context: PlanContext, plan: Plan, change: PlannedChange, find: RecordFinder): CommitRefusal | null {
  const before = living(change.before)?.values ?? null;
  const after = living(change.after)?.values ?? null;
  for (const consequences of context.ledgers.consequences(change.ledger)) {
    const answer = consequences.of({ id: change.id, before, after }, find, context.commit);
    if (!answer.ok) return { kind: 'invalid', ledger: change.ledger, at: change.at, problems: answer.error };
    const refusal = planFurther(context, plan, answer.value, change.at);
    if (refusal) return refusal;
  }
  return null;
}

/**
 * Adds to a plan what follows from its changes by the definitions of their ledgers. What is added has no consequences of
 * its own.
 */
export function planConsequences(context: PlanContext, plan: Plan): CommitRefusal | null {
  const changes = [...plan.values()].filter((change) => context.ledgers.consequences(change.ledger).length > 0);
  if (changes.length === 0) return null;
  const find = createFinder(context, plan, changes.length <= fewChanges);
  for (const change of changes) {
    const refusal = refusalOf(context, plan, change, find);
    if (refusal) return refusal;
  }
  return null;
}
