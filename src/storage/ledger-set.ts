import type { Consequences, Field, Ledger } from '@/domain/kernel';

/** A field of one ledger that points into another. */
export interface Referrer {
  readonly ledger: Ledger;
  readonly field: string;
}

/** The ledgers an engine keeps, with what follows from them. */
export interface LedgerSet {
  readonly all: readonly Ledger[];
  readonly has: (id: string) => boolean;
  /** @throws for an unknown identifier, since that is a bug. */
  readonly get: (id: string) => Ledger;
  /** Fields of all ledgers that refer to a ledger. */
  readonly referrers: (id: string) => readonly Referrer[];
  /** Ledgers that a ledger's fields refer to, itself included where it does, each once. */
  readonly targets: (id: string) => readonly string[];
  /** What follows from a change of a ledger's records: by its own definition first, then by those that follow it. */
  readonly consequences: (id: string) => readonly Consequences[];
}

/** Fields that refer to other records, with their names. */
export function referenceFields(ledger: Ledger): readonly (readonly [string, Field, string])[] {
  return Object.entries(ledger.fields).flatMap(([name, field]) =>
    field.target ? [[name, field, field.target] as const] : [],
  );
}

/** Puts ledgers together. */
export function createLedgerSet(all: readonly Ledger[]): LedgerSet {
  const byId = new Map(all.map((ledger) => [ledger.id, ledger]));
  const referrers = new Map<string, Referrer[]>();
  const targets = new Map<string, string[]>();
  const consequences = new Map<string, Consequences[]>();
  for (const ledger of all) if (ledger.consequences) consequences.set(ledger.id, [ledger.consequences]);
  for (const ledger of all) {
    const fields = referenceFields(ledger);
    targets.set(ledger.id, [...new Set(fields.map(([, , target]) => target))]);
    for (const [name, , target] of fields) {
      if (!byId.has(target)) throw new Error(`${ledger.id}.${name} refers to no ledger: ${target}`);
      referrers.set(target, [...(referrers.get(target) ?? []), { ledger, field: name }]);
    }
    for (const [followed, following] of Object.entries(ledger.follows)) {
      if (!byId.has(followed)) throw new Error(`${ledger.id} follows no ledger: ${followed}`);
      consequences.set(followed, [...(consequences.get(followed) ?? []), following]);
    }
  }
  return {
    all,
    has: (id) => byId.has(id),
    get: (id) => {
      const ledger = byId.get(id);
      if (!ledger) throw new Error(`no ledger ${id}`);
      return ledger;
    },
    referrers: (id) => referrers.get(id) ?? [],
    targets: (id) => targets.get(id) ?? [],
    consequences: (id) => consequences.get(id) ?? [],
  };
}
