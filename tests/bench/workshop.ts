import { shippedCodeTables } from '@/domain/code-tables';
import { createIdFactory, emptyValues, type DateText } from '@/domain/kernel';
import { ledgerOf } from '@/domain/registry';
import { createRandom, type Random } from './random';

/** A generated record: values that its definition takes, under an identifier that others refer to. */
export interface Generated<V> {
  readonly id: string;
  readonly values: V;
}

/** What generated records are made with. */
export interface Workshop {
  readonly random: Random;
  /** Running number, from 0, of each kind of record. */
  readonly number: (kind: string) => number;
  /** A record of a ledger: what is given, everything else empty. */
  readonly make: <V>(ledger: string, given: Partial<V>) => Generated<V>;
}

const start = Date.UTC(2026, 0, 1);

/** The day on which everything generated was made. */
export const day: DateText = '2026-11-22';

/** Codes of a shipped table. */
export const codesOf = (table: string): readonly string[] =>
  shippedCodeTables.find((one) => one.id === table)?.entries.map((entry) => entry.code) ?? [];

/** Makes a workshop; the same seed and calls give the same records. */
export function createWorkshop(seed: number): Workshop {
  const random = createRandom(seed);
  const numbers = new Map<string, number>();
  let ticks = 0;
  const newId = createIdFactory(
    () => start + (ticks += 1),
    (bytes) => bytes.map(() => random.between(0, 255)),
  );
  return {
    random,
    number: (kind) => {
      const next = numbers.get(kind) ?? 0;
      numbers.set(kind, next + 1);
      return next;
    },
    make: (ledger, given) => ({ id: newId(), values: { ...emptyValues(ledgerOf(ledger)), ...given } as never }),
  };
}

/** So many of one kind. */
export function many<T>(count: number, one: () => T): readonly T[] {
  return Array.from({ length: count }, one);
}
