import type { CodeTables } from './code-table';
import type { FieldProblem, LedgerRow, Values } from './ledger';

/** Kinds of decision that a commit can carry out; also what the history calls it. */
export const intentKinds = [
  'create',
  'edit',
  'batch-edit',
  'remove',
  'restore-record',
  'purge',
  'import',
  'undo',
  'attach',
  'certificate-action',
  'appoint',
  'sample-data',
  'setup',
  'settings',
  'document-step',
  'finding-step',
  'number',
  'review-step',
] as const;

/** One of {@link intentKinds}. */
export type IntentKind = (typeof intentKinds)[number];

/** What a person decided, in words that the history shows. */
export interface Intent {
  readonly kind: IntentKind;
  /** Chinese, short: 导入执法人员812行. Carries no sensitive value. */
  readonly label: string;
}

/** One change to one record. */
export type Mutation =
  | { readonly op: 'create'; readonly ledger: string; readonly id?: string; readonly values: Values }
  | {
      readonly op: 'update';
      readonly ledger: string;
      readonly id: string;
      /** Only the fields that change. */
      readonly changes: Values;
      /** The revision the person saw; another one in the store means that somebody was faster. */
      readonly revision: number;
    }
  /** Into the recycle bin. */
  | { readonly op: 'remove'; readonly ledger: string; readonly id: string }
  /** Out of the recycle bin. */
  | { readonly op: 'restore'; readonly ledger: string; readonly id: string }
  /** Out of the recycle bin for good; the change log keeps what it was. */
  | { readonly op: 'purge'; readonly ledger: string; readonly id: string };

/** Who acts, and under which rules. */
export interface CommitContext {
  /** Name of the person at the desk. */
  readonly actor: string;
  /** Division code of the bureau. */
  readonly origin: string;
  /** Versions of the rule data in force. */
  readonly rules: Readonly<Record<string, string>>;
  readonly codes: CodeTables;
  /** Local day, for rules that look at it. */
  readonly today: string;
  /** Marks what is created as sample data. */
  readonly sample?: boolean;
}

/** Answer to a commit that is on disk. */
export interface CommitReceipt {
  /** Running number of the commit in the change log. */
  readonly seq: number;
  /** Records as they are now, in the order of the mutations; a purged one is left out. At most the first 1,000. */
  readonly rows: readonly LedgerRow[];
  /** Number of records that changed as asked; what followed from it is not counted. */
  readonly count: number;
}

/** Why nothing was written. The whole commit is refused, never a part of it. */
export type CommitRefusal =
  | {
      readonly kind: 'invalid';
      readonly ledger: string;
      /** Position in the list of mutations. */
      readonly at: number;
      readonly problems: readonly FieldProblem[];
    }
  | {
      readonly kind: 'duplicate';
      readonly ledger: string;
      readonly at: number;
      readonly existingId: string;
      readonly message: string;
    }
  | { readonly kind: 'conflict'; readonly ledger: string; readonly at: number; readonly message: string }
  | { readonly kind: 'referenced'; readonly ledger: string; readonly at: number; readonly message: string }
  | { readonly kind: 'missing'; readonly ledger: string; readonly at: number; readonly message: string }
  | { readonly kind: 'storage-full'; readonly message: string }
  | { readonly kind: 'storage-failed'; readonly message: string };

/** One record's change as the log keeps it: before and after are whole rows, null where there was none. */
export interface ChangeEntry {
  readonly ledger: string;
  readonly id: string;
  readonly before: LedgerRow | null;
  readonly after: LedgerRow | null;
}

/** One commit as the log keeps it. */
export interface CommitHeader {
  readonly seq: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly actor: string;
  readonly intent: Intent;
  /** Number of changed records. */
  readonly count: number;
  /** The commit that this one undoes, if any. */
  readonly undoes: number | null;
  /** SHA-256, hex, of each part of the entries in order. */
  readonly parts: readonly string[];
  /** Hash of the commit before; 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256, hex, of the canonical JSON of all other members. */
  readonly hash: string;
}
