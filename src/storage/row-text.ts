import type { ChangeEntry, FieldValue, Ledger, LedgerRow, Values } from '@/domain/kernel';

const sortedNames = new WeakMap<Ledger, readonly string[]>();

function namesOf(ledger: Ledger): readonly string[] {
  const known = sortedNames.get(ledger);
  if (known) return known;
  const names = Object.keys(ledger.fields).sort();
  sortedNames.set(ledger, names);
  return names;
}

function sortedRecord(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sortedValues(ledger: Ledger, values: Values): Record<string, FieldValue> {
  const sorted: Record<string, FieldValue> = {};
  for (const name of namesOf(ledger)) {
    const value = values[name];
    if (value !== null && value !== undefined) sorted[name] = value;
  }
  return sorted;
}

/**
 * A row as canonical JSON (the same text as the kernel's canonicalJson, which a test compares; this way is several times
 * faster, because the order of a ledger's fields is worked out once and the engine's own JSON writer does the rest).
 */
export function rowText(ledger: Ledger, row: LedgerRow): string {
  return JSON.stringify({
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    deletedAt: row.deletedAt ?? undefined,
    deletedBy: row.deletedBy ?? undefined,
    id: row.id,
    origin: row.origin,
    revision: row.revision,
    rules: sortedRecord(row.rules),
    sample: row.sample,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
    values: sortedValues(ledger, row.values),
  });
}

/**
 * What counts as a record's state: everything but revision and last change, which grow with every commit and thus also
 * when a commit is undone.
 */
export function stateText(ledger: Ledger, row: LedgerRow): string {
  return JSON.stringify({
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    deletedAt: row.deletedAt ?? undefined,
    deletedBy: row.deletedBy ?? undefined,
    id: row.id,
    origin: row.origin,
    rules: sortedRecord(row.rules),
    sample: row.sample,
    values: sortedValues(ledger, row.values),
  });
}

/** A change as canonical JSON. */
export function entryText(ledger: Ledger, entry: ChangeEntry): string {
  const parts = [
    ...(entry.after ? [`"after":${rowText(ledger, entry.after)}`] : []),
    ...(entry.before ? [`"before":${rowText(ledger, entry.before)}`] : []),
    `"id":${JSON.stringify(entry.id)}`,
    `"ledger":${JSON.stringify(entry.ledger)}`,
  ];
  return `{${parts.join(',')}}`;
}

/** Values with every field of the definition in its order: null where the stored row is older than the field. */
export function completeValues(ledger: Ledger, values: Values): Values {
  const complete: Record<string, FieldValue> = {};
  for (const name of Object.keys(ledger.fields)) complete[name] = values[name] ?? null;
  return complete;
}

/** A row out of the database, the log or an archive, with null for whatever it does not carry. */
export function completeRow(ledger: Ledger, row: LedgerRow): LedgerRow {
  return {
    id: row.id,
    revision: row.revision,
    origin: row.origin,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
    rules: row.rules,
    deletedAt: row.deletedAt ?? null,
    deletedBy: row.deletedBy ?? null,
    sample: row.sample,
    values: completeValues(ledger, row.values),
  };
}

/** Whether two values of a field are the same; several codes or references are compared without regard to their order. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (a === b || ((a ?? null) === null && (b ?? null) === null)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || a.length !== b.length) return false;
  const there = new Set(b);
  return a.every((item) => there.has(item));
}
