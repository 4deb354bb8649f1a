import type {
  ArchiveFacts,
  ChangeEntry,
  CodeTables,
  CommitContext,
  CommitHeader,
  CommitReceipt,
  CommitRefusal,
  ExchangePort,
  FieldValue,
  ImportProblem,
  Intent,
  LedgerRow,
  ListQuery,
  Mutation,
  Result,
  Values,
} from '@/domain/kernel';

/** Why the data cannot be opened. Nothing was changed. */
export type OpenRefusal =
  | { readonly kind: 'newer'; readonly dataVersion: number; readonly programVersion: number; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

/** What is known after opening. */
export interface OpenReport {
  /** Number of living records by ledger. */
  readonly counts: Readonly<Record<string, number>>;
  readonly head: { readonly seq: number; readonly hash: string };
}

/** A page of a list. */
export interface ListPage {
  readonly rows: readonly LedgerRow[];
  /** All records that the query gives. */
  readonly total: number;
  /** Titles of the records that these rows refer to, by id. */
  readonly titles: Readonly<Record<string, string>>;
}

/** A record that search found. */
export interface SearchHit {
  readonly ledger: string;
  readonly id: string;
  readonly title: string;
  /** The text in which the words were found, where it is not the title. */
  readonly excerpt: string;
}

/** Records of one ledger that refer to a record by one of their fields. */
export interface BackReference {
  readonly ledger: string;
  readonly field: string;
  readonly total: number;
  /** The first 20. */
  readonly hits: readonly SearchHit[];
}

/** One change in a record's history, newest first. */
export interface HistoryItem {
  readonly header: CommitHeader;
  readonly entry: ChangeEntry;
}

/** Why a commit cannot be undone as a whole. */
export type UndoRefusal =
  { readonly kind: 'changed-since'; readonly message: string; readonly records: readonly SearchHit[] } | CommitRefusal;

/** What comparing an import with the stored records gave, in numbers. */
export interface ImportSummary {
  readonly total: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** Fate of an imported row. */
export type ImportFate = 'created' | 'changed' | 'unchanged' | 'rejected';

/** One row of an import after comparison. */
export interface ImportOutcome {
  readonly sheetRow: number;
  readonly fate: ImportFate;
  /** Values as they will be; for a rejected row those that could be read. */
  readonly values: Values;
  /** For a changed row the stored values of the fields that differ. */
  readonly previous: Values;
  readonly problems: readonly ImportProblem[];
  readonly cells: readonly string[];
  /** Title of the record. */
  readonly title: string;
}

/** An attachment's description; its bytes stand in a store of their own under their SHA-256. */
export interface AttachmentInfo {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly addedAt: string;
  readonly addedBy: string;
}

/** What checking the whole store gave. */
export interface IntegrityReport {
  readonly commits: number;
  readonly records: number;
  readonly attachments: number;
  /** Chinese sentences, empty where all is well. */
  readonly faults: readonly string[];
}

/** Everything the application can ask of its storage. Implemented in a worker; see engine.ts. */
export interface Storage extends ExchangePort {
  open(): Promise<Result<OpenReport, OpenRefusal>>;
  close(): Promise<void>;

  /** The only way to write. All mutations or none; returns after the transaction is on disk (strict durability). */
  commit(
    intent: Intent,
    mutations: readonly Mutation[],
    context: CommitContext,
  ): Promise<Result<CommitReceipt, CommitRefusal>>;
  /** Undoes a commit with a new one, if none of its records was changed since. */
  undo(seq: number, context: CommitContext): Promise<Result<CommitReceipt, UndoRefusal>>;

  page(query: ListQuery, offset: number, limit: number): Promise<ListPage>;
  /** Identifiers of all records that the query gives, in its order. */
  ids(query: ListQuery): Promise<readonly string[]>;
  /**
   * Values of some fields of all records that a query gives, in its order: for figures, without carrying whole records
   * over.
   */
  values(query: ListQuery, fields: readonly string[]): Promise<readonly (readonly FieldValue[])[]>;
  /** Which of some identifiers any living record of a ledger names in an indexed field. */
  named(ledger: string, field: string, ids: readonly string[]): Promise<readonly string[]>;
  rows(ledger: string, ids: readonly string[]): Promise<readonly LedgerRow[]>;
  /** Titles of records, for showing references; an unknown id is left out. */
  titles(ledger: string, ids: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** Search in all registers at once. */
  search(text: string, limit: number): Promise<readonly SearchHit[]>;
  /** Search in one register, for choosing a reference. Empty text gives the first ones. */
  suggest(ledger: string, text: string, limit: number): Promise<readonly SearchHit[]>;
  backReferences(ledger: string, id: string): Promise<readonly BackReference[]>;
  history(ledger: string, id: string): Promise<readonly HistoryItem[]>;
  /** Commits, newest first, from a number downwards. */
  commits(before: number | null, limit: number): Promise<readonly CommitHeader[]>;
  counts(): Promise<Readonly<Record<string, number>>>;
  /** All records marked as sample data, those in the recycle bin included. */
  sampleRecords(): Promise<readonly { readonly ledger: string; readonly id: string; readonly deleted: boolean }[]>;

  attachments(ledger: string, id: string): Promise<readonly AttachmentInfo[]>;
  /** Stores the bytes under their SHA-256 and links them to the record, in one commit. */
  attach(
    owner: { readonly ledger: string; readonly id: string },
    file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array },
    context: CommitContext,
  ): Promise<Result<CommitReceipt, CommitRefusal>>;
  attachmentBytes(sha256: string): Promise<Uint8Array | null>;

  /** Tells the storage which code tables are in force; needed before rows are shown, searched or checked. */
  useCodeTables(tables: CodeTables): Promise<void>;

  /** Starts an import into a ledger; rows come in through addRows. */
  beginImport(ledger: string, context: CommitContext): Promise<string>;
  importSummary(planId: string): Promise<ImportSummary>;
  importOutcomes(planId: string, fate: ImportFate, offset: number, limit: number): Promise<readonly ImportOutcome[]>;
  /** Writes the created and changed rows in one commit and ends the import. */
  commitImport(planId: string, label: string): Promise<Result<CommitReceipt, CommitRefusal>>;
  endImport(planId: string): Promise<void>;

  /** Recomputes every digest: change log, and records and attachments against it. */
  checkIntegrity(): Promise<IntegrityReport>;
  /** Digest of the whole state, in hex: equal data give equal digests whatever the order of their writing. */
  stateDigest(): Promise<string>;

  /** Checks what was staged against its facts and its own digests. */
  verifyStage(): Promise<Result<ArchiveFacts, { readonly message: string }>>;
  /** Puts the verified stage in the place of the data in use, which is kept for undoRestore. */
  swapStage(): Promise<Result<OpenReport, OpenRefusal>>;
  /** Goes back to the data in use before the last restore; null where there was none. */
  undoRestore(): Promise<Result<OpenReport, OpenRefusal> | null>;
  canUndoRestore(): Promise<boolean>;
}
