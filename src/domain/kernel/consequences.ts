import type { Mutation } from './change';
import type { DateText } from './dates';
import type { FieldProblem, LedgerRow, Values } from './ledger';
import type { Result } from './result';

/** A record's change as its consequences look at it: null where there was or will be no living record. */
export interface RecordChange<V = Values> {
  readonly id: string;
  readonly before: V | null;
  readonly after: V | null;
}

/** Looks up living records as a commit will leave them. */
export interface RecordFinder {
  readonly byId: (ledger: string, id: string) => LedgerRow | null;
  /** By the ledger's first natural key. */
  readonly byKey: (ledger: string, values: Values) => LedgerRow | null;
  /** Records that name another one in a field. */
  readonly referring: (ledger: string, field: string, id: string) => readonly LedgerRow[];
}

/** Who acts, on which local day. */
export interface ConsequenceContext {
  readonly actor: string;
  readonly today: DateText;
}

/** What else has to happen in the same commit when a record changes, whichever way the change came in. */
export interface Consequences<V = Values> {
  /** Ledgers that are looked at or written. */
  readonly ledgers: readonly string[];
  /**
   * @returns changes to other records, or why the record cannot change like this. Undoing puts back the consequences
   * with the record and does not ask again.
   */
  readonly of: (
    change: RecordChange<V>,
    find: RecordFinder,
    context: ConsequenceContext,
  ) => Result<readonly Mutation[], readonly FieldProblem[]>;
}
