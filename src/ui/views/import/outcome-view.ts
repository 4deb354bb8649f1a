import { presentValue, type Ledger, type PresentContext, type Values } from '@/domain/kernel';
import type { ImportOutcome } from '@/storage/contract';

/** One difference between the stored record and the sheet. */
export interface FieldChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Fields shown of a new or unchanged row: those that the list shows first, of those that have a column. */
export function shownFields(ledger: Ledger, mapped: readonly string[], limit: number): readonly string[] {
  const known = mapped.filter((name) => name in ledger.fields);
  const listed = known.filter((name) => ledger.fields[name]?.listed);
  return [...listed, ...known.filter((name) => !listed.includes(name))].slice(0, limit);
}

/** Identifiers of the records that rows refer to, by ledger. */
export function referredIds(
  ledger: Ledger,
  outcomes: readonly ImportOutcome[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const collect = (values: Values): void => {
    for (const [name, value] of Object.entries(values)) {
      const target = ledger.fields[name]?.target;
      if (!target || value === null) continue;
      const ids = found.get(target) ?? new Set();
      for (const id of typeof value === 'object' ? value : [value]) ids.add(String(id));
      found.set(target, ids);
    }
  };
  for (const outcome of outcomes) {
    collect(outcome.values);
    collect(outcome.previous);
  }
  return new Map([...found].map(([target, ids]) => [target, [...ids]]));
}

/** What changes in a record, field by field. */
export function changesOf(ledger: Ledger, outcome: ImportOutcome, context: PresentContext): readonly FieldChange[] {
  return Object.keys(outcome.previous).flatMap((name) => {
    const field = ledger.fields[name];
    if (!field) return [];
    return {
      label: field.label,
      before: presentValue(field, outcome.previous[name], context),
      after: presentValue(field, outcome.values[name], context),
    };
  });
}
