import type { CodeTables } from './code-table';
import type { FieldProblem, Values } from './ledger';
import type { ListQuery } from './query';

/** A row of a spreadsheet read by a ledger's definition, before it is compared with what is stored. */
export interface ImportRow {
  /** Row in the sheet, counted from 1. */
  readonly sheetRow: number;
  /** Values of the mapped fields only. References are held as the text that was written, under the field's name. */
  readonly values: Values;
  /** Cells that could not be read, each with the text that stood there. */
  readonly problems: readonly ImportProblem[];
  /** All cells of the row as text, by column position, for the list of rejected rows. */
  readonly cells: readonly string[];
}

/** Why a cell, or a row as a whole, is rejected. */
export interface ImportProblem extends FieldProblem {
  /** Column position in the sheet, counted from 0; null where the row as a whole is meant. */
  readonly column: number | null;
  readonly text: string;
}

/** Takes the rows of an import as they are read, and compares them with what is stored. Implemented by the storage. */
export interface ImportSink {
  addRows(planId: string, rows: readonly ImportRow[]): Promise<void>;
}

/** A record made ready for a spreadsheet or a printed list: one text or number for each field asked for. */
export type SheetRow = readonly (string | number | null)[];

/** Hands out a ledger's records page by page. Implemented by the storage. */
export interface RowSource {
  /** Number of records that the query gives. */
  countRows(query: ListQuery): Promise<number>;
  /**
   * Records as people read them: labels instead of codes, titles instead of references, 是/否 instead of flags, numbers
   * as numbers. Sensitive values are whole, since the file is for the office.
   */
  sheetRows(query: ListQuery, fields: readonly string[], offset: number, limit: number): Promise<readonly SheetRow[]>;
  /** Titles of the records that a reference field may point at, for data validation; at most `limit`. */
  referenceTitles(ledger: string, limit: number): Promise<readonly string[]>;
}

/** One part of an archive as text or bytes, handed over in pieces. */
export interface ArchivePart {
  /** Path in the archive: ledgers/officer.ndjson. */
  readonly path: string;
  /** Number of lines (NDJSON) or 1 (attachment, schema). */
  readonly count: number;
}

/** Facts about the data that go into a manifest. */
export interface ArchiveFacts {
  readonly schemaVersion: number;
  readonly origin: string;
  readonly bureau: string;
  /** Head of the change log: number of the last commit and its hash. */
  readonly head: { readonly seq: number; readonly hash: string };
  readonly parts: readonly ArchivePart[];
}

/** Gives out all data for a full copy, at one state: no commit takes place between begin and end. */
export interface ArchiveSource {
  beginCopy(): Promise<ArchiveFacts>;
  /** The next piece of a part, or null at its end. Pieces are at most about 1 MB. */
  readPiece(path: string, offset: number): Promise<{ readonly bytes: Uint8Array; readonly next: number } | null>;
  endCopy(): Promise<void>;
}

/** Takes a verified archive into a stage beside the data in use. */
export interface ArchiveSink {
  /** Starts an empty stage; an older unfinished one is thrown away. */
  beginStage(facts: ArchiveFacts): Promise<void>;
  /** Whole lines of an NDJSON part, or the whole of an attachment. */
  stagePiece(path: string, bytes: Uint8Array): Promise<void>;
}

/** What a worker in the exchange room may ask of the storage. */
export type ExchangePort = ImportSink & RowSource & ArchiveSource & ArchiveSink & { codeTables(): Promise<CodeTables> };
