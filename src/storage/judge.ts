import {
  checkRecord,
  codeLabel,
  judgeFixed,
  judgeStates,
  mask,
  type CodeTables,
  type CommitRefusal,
  type FieldValue,
  type Ledger,
  type LedgerRow,
  type NaturalKey,
} from '@/domain/kernel';
import { keyText } from './key-index';
import { referenceFields } from './ledger-set';
import { recordKey, type Plan, type PlanContext, type PlannedChange } from './plan';
import { sameValue } from './row-text';

function isLiving(row: LedgerRow | null | undefined): row is LedgerRow {
  return row !== null && row !== undefined && row.deletedAt === null;
}

/** A record as it will be after the plan. */
function finalRow(context: PlanContext, plan: Plan, ledger: string, id: string): LedgerRow | null {
  const change = plan.get(recordKey(ledger, id));
  return change ? change.after : (context.tables.loaded(ledger)?.table.get(id) ?? null);
}

function judgeValues(context: PlanContext, change: PlannedChange): CommitRefusal | null {
  if (!change.check || !isLiving(change.after)) return null;
  const problems = checkRecord(context.ledgers.get(change.ledger), change.after.values, context.commit);
  return problems.length === 0 ? null : { kind: 'invalid', ledger: change.ledger, at: change.at, problems };
}

/** Names the states of a ledger's records. */
export function stateLabels(ledger: Ledger, codes: CodeTables): (state: string) => string {
  const table = ledger.states ? (ledger.fields[ledger.states.field]?.table ?? '') : '';
  return (state) => codeLabel(codes, table, state);
}

/**
 * A record's step in its life cycle. Undoing puts rows back as they were and is not a step, but what a state fixed stays
 * fixed: an issued document is not unsigned by it.
 */
function judgeLife(context: PlanContext, change: PlannedChange): CommitRefusal | null {
  const { before, after } = change;
  if (!isLiving(after)) return null;
  const ledger = context.ledgers.get(change.ledger);
  const problems = change.check
    ? judgeStates(ledger, before?.values ?? null, after.values, stateLabels(ledger, context.commit.codes))
    : isLiving(before)
      ? judgeFixed(ledger, before.values, after.values)
      : [];
  return problems.length === 0 ? null : { kind: 'invalid', ledger: change.ledger, at: change.at, problems };
}

/** Why a record has to stay: it is permanent, or its state keeps it. Sample data may always be taken away. */
function judgeStaying(context: PlanContext, change: PlannedChange): CommitRefusal | null {
  if (!isLiving(change.before) || change.before.sample || isLiving(change.after)) return null;
  const { permanent, states, id } = context.ledgers.get(change.ledger);
  const state = states ? String(change.before.values[states.field]) : '';
  const message = permanent?.message ?? (states?.kept?.states.includes(state) ? states.kept.message : null);
  return message === null ? null : { kind: 'referenced', ledger: id, at: change.at, message };
}

/** Names a key's fields and values, sensitive ones masked: “统一社会信用代码”“9132...”. */
function describeKey(context: PlanContext, ledger: Ledger, key: NaturalKey, row: LedgerRow): string {
  return key.fields
    .map((name) => {
      const field = ledger.fields[name];
      if (!field) return '';
      const text = context.tables.presenter.value(field, row.values[name]);
      return `“${field.label}”为“${field.sensitive ? mask(text, field.sensitive) : text}”`;
    })
    .join('、');
}

function duplicateOf(
  context: PlanContext,
  change: PlannedChange,
  row: LedgerRow,
  found: { readonly key: NaturalKey; readonly other: LedgerRow },
): CommitRefusal {
  const ledger = context.ledgers.get(change.ledger);
  const described = describeKey(context, ledger, found.key, row);
  const title = context.tables.presenter.title(ledger, found.other.values);
  const message = `${described}的${ledger.noun}已有“${title}”，请核对是否重复登记`;
  return { kind: 'duplicate', ledger: ledger.id, at: change.at, existingId: found.other.id, message };
}

/** Unique natural keys, judged on what all records will be, so that two records may swap theirs in one commit. */
function createKeyJudge(context: PlanContext, plan: Plan) {
  const taken = new Map<string, LedgerRow>();
  return (change: PlannedChange): CommitRefusal | null => {
    const row = change.after;
    if (!isLiving(row)) return null;
    const ledger = context.ledgers.get(change.ledger);
    for (const [at, key] of ledger.naturalKeys.entries()) {
      const text = key.unique ? keyText(key, row.values) : null;
      if (text === null) continue;
      const place = `${ledger.id}/${at}/${text}`;
      const owners = context.tables.loaded(ledger.id)?.keys.find(key, text) ?? [];
      const stored = owners
        .filter((id) => id !== row.id && !plan.has(recordKey(ledger.id, id)))
        .map((id) => finalRow(context, plan, ledger.id, id))
        .find(isLiving);
      const other = taken.get(place) ?? stored;
      if (other) return duplicateOf(context, change, row, { key, other });
      taken.set(place, row);
    }
    return null;
  };
}

function idsIn(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? value : [];
}

/** References that are new in this change must point at living records. */
function judgeReferences(context: PlanContext, plan: Plan, change: PlannedChange): CommitRefusal | null {
  const row = change.after;
  if (!isLiving(row)) return null;
  const wasLiving = isLiving(change.before);
  for (const [name, field, target] of referenceFields(context.ledgers.get(change.ledger))) {
    if (wasLiving && sameValue(change.before?.values[name], row.values[name])) continue;
    const gone = idsIn(row.values[name]).some((id) => !isLiving(finalRow(context, plan, target, id)));
    if (!gone) continue;
    const { noun } = context.ledgers.get(target);
    const message = `“${field.label}”所选的${noun}不存在或已在回收站，请重新选择`;
    return { kind: 'missing', ledger: change.ledger, at: change.at, message };
  }
  return null;
}

interface Blocked {
  readonly target: string;
  readonly ledger: Ledger;
  readonly count: number;
}

/** The first register whose living records will still refer to one of the records that go. */
function stillReferred(context: PlanContext, plan: Plan, ledger: string, gone: ReadonlySet<string>): Blocked | null {
  for (const { ledger: referring, field } of context.ledgers.referrers(ledger)) {
    const counts = new Map<string, number>();
    const count = (row: LedgerRow | null): void => {
      if (!isLiving(row)) return;
      for (const id of idsIn(row.values[field])) if (gone.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
    };
    const table = context.tables.loaded(referring.id)?.table;
    for (const slot of table?.byId() ?? []) {
      const row = table?.at(slot) ?? null;
      if (row && !plan.has(recordKey(referring.id, row.id))) count(row);
    }
    for (const change of plan.values()) if (change.ledger === referring.id) count(change.after);
    for (const [target, found] of counts) return { target, ledger: referring, count: found };
  }
  return null;
}

/** Records that leave may not be referred to by any that stay, unless these leave in the same commit. */
function judgeRemovals(context: PlanContext, plan: Plan): CommitRefusal | null {
  const goneByLedger = new Map<string, Set<string>>();
  for (const change of plan.values()) {
    if (!isLiving(change.before) || isLiving(change.after)) continue;
    goneByLedger.set(change.ledger, (goneByLedger.get(change.ledger) ?? new Set()).add(change.id));
  }
  for (const [ledger, gone] of goneByLedger) {
    const blocked = stillReferred(context, plan, ledger, gone);
    if (!blocked) continue;
    const row = context.tables.loaded(ledger)?.table.get(blocked.target);
    const definition = context.ledgers.get(ledger);
    const title = row ? context.tables.presenter.title(definition, row.values) : definition.noun;
    const message = `还有${blocked.count}条${blocked.ledger.noun}引用“${title}”，请先修改或删除它们`;
    const at = plan.get(recordKey(ledger, blocked.target))?.at ?? 0;
    return { kind: 'referenced', ledger, at, message };
  }
  return null;
}

/**
 * Judges a plan as a whole: values by their definitions, unique keys among the living records, references, and removals.
 * @param checked the values were checked before (an import does so row by row).
 * @returns the first refusal, or null where everything may be written.
 */
export function judgePlan(context: PlanContext, plan: Plan, checked = false): CommitRefusal | null {
  const judgeKeys = createKeyJudge(context, plan);
  for (const change of plan.values()) {
    const refusal =
      (checked ? null : judgeValues(context, change)) ??
      judgeLife(context, change) ??
      judgeStaying(context, change) ??
      judgeKeys(change) ??
      judgeReferences(context, plan, change);
    if (refusal) return refusal;
  }
  return judgeRemovals(context, plan);
}

/**
 * Ledgers that must be in memory, with those that they refer to, before mutations of some ledgers can be planned and
 * judged.
 */
export function neededLedgers(context: Pick<PlanContext, 'ledgers'>, touched: Iterable<string>): readonly string[] {
  const named = [...touched];
  const further = named.flatMap((ledger) => context.ledgers.consequences(ledger).flatMap((one) => one.ledgers));
  return [...new Set([...named, ...further])];
}

/** Ledgers that must be in memory too before a plan can be judged: those that may refer to records that leave. */
export function referringLedgers(context: Pick<PlanContext, 'ledgers'>, plan: Plan): readonly string[] {
  const leaving = [...plan.values()].filter((change) => isLiving(change.before) && !isLiving(change.after));
  const referring = leaving.flatMap(({ ledger }) => context.ledgers.referrers(ledger).map((one) => one.ledger.id));
  return [...new Set(referring)];
}
