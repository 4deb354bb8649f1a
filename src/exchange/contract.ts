import type { DocumentModel } from '@/domain/document';
import type { ArchiveFacts, ExchangePort, ListQuery, Result, Values } from '@/domain/kernel';
import type { LawDraft, LawRefusal } from '@/domain/law';

/** What the content of a file turned out to be, whatever its name says. */
export type WorkbookFormat = 'xlsx' | 'xls' | 'et' | 'ods' | 'csv' | 'tsv';

/** A sheet of an opened workbook. */
export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows and columns in use. */
  readonly rows: number;
  readonly columns: number;
  /** Rows that a filter or the author hides; they are read all the same. */
  readonly hiddenRows: number;
}

/** An opened workbook. */
export interface WorkbookInfo {
  readonly format: WorkbookFormat;
  /** Text encoding, for csv and tsv. */
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16' | null;
  readonly sheets: readonly SheetInfo[];
  /** Chinese sentences that a person should know: macros ignored, external links ignored. */
  readonly remarks: readonly string[];
}

/** Why a file cannot be read, as a Chinese sentence. */
export interface WorkbookRefusal {
  readonly kind:
    | 'too-large'
    | 'too-many-rows'
    | 'expands-too-much'
    | 'encrypted'
    | 'unknown-format'
    | 'damaged'
    | 'empty'
    | 'cancelled';
  readonly message: string;
}

/** Why a file cannot be read as a law, as a Chinese sentence that names the file. */
export interface LawFileRefusal {
  readonly kind: LawRefusal['kind'] | 'too-large' | 'encrypted' | 'damaged' | 'unknown-format';
  readonly message: string;
}

/** A column of a table in a sheet. */
export interface TableColumn {
  /** Position in the sheet, counted from 0. */
  readonly column: number;
  /** Header, joined over its rows with " / " and made unique; a generated name (列E) where there is none. */
  readonly name: string;
  readonly unnamed: boolean;
  /** Up to 3 values, for recognising the column. */
  readonly samples: readonly string[];
}

/** A row that is not read as a record. */
export interface LeftOutRow {
  readonly sheetRow: number;
  readonly text: string;
  readonly reason: 'title' | 'group-heading' | 'repeated-header' | 'total' | 'note' | 'blank' | 'beside' | 'remnant';
}

/** Where a table stands in a sheet. Rows are counted from 1. */
export interface TableGuess {
  /** First and last header row; null where the table has no header. */
  readonly header: { readonly first: number; readonly last: number } | null;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Number of rows that will be read as records. */
  readonly rows: number;
  readonly columns: readonly TableColumn[];
  readonly leftOut: readonly LeftOutRow[];
  /** Chinese sentences: merged cells filled down, several tables in the sheet, hidden rows read. */
  readonly remarks: readonly string[];
}

/** Which column goes into which field; by field name, the column's position. */
export type ColumnMapping = Readonly<Record<string, number>>;

/** Progress of long work. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Chinese, short: 正在读取. */
  readonly stage: string;
}

/** What to write into a spreadsheet: which records, which fields in which order, and the title above them. */
export interface SheetExport {
  readonly query: ListQuery;
  readonly fields: readonly string[];
  readonly title: string;
}

/** What a verifier found in an archive. */
export interface ArchiveReport {
  readonly facts: ArchiveFacts;
  readonly format: string;
  readonly formatVersion: number;
  readonly program: string;
  readonly createdAt: string;
  readonly bytes: number;
}

/** Everything the application can ask of the exchange worker. Work can be cancelled by its task id. */
export interface Exchange {
  /** Gives the worker its line to the storage. */
  connect(port: ExchangePort): Promise<void>;
  cancel(taskId: string): Promise<void>;

  /** Opens a workbook and keeps it until close. The name is used only to tell csv from tsv in doubt. */
  openWorkbook(task: Task, bytes: Uint8Array, name: string): Promise<Result<WorkbookInfo, WorkbookRefusal>>;
  /** Tables found in a sheet, best first. An empty list: no table found, the person chooses the rows. */
  findTables(sheet: string): Promise<readonly TableGuess[]>;
  /** The table as the person bounds it by hand: header rows (or none) and data rows. */
  tableAt(
    sheet: string,
    header: { readonly first: number; readonly last: number } | null,
    firstRow: number,
    lastRow: number,
  ): Promise<TableGuess>;
  /** The first rows of a sheet as text, for choosing by hand. */
  preview(sheet: string, rows: number): Promise<readonly (readonly string[])[]>;
  /** Fields that the columns seem to mean, by labels and aliases of the ledger's definition. */
  suggestMapping(ledger: string, columns: readonly TableColumn[]): Promise<ColumnMapping>;
  /** Reads the table by the mapping and hands its rows to the storage in pieces. */
  sendRows(
    task: Task,
    plan: { readonly id: string; readonly ledger: string },
    source: {
      readonly sheet: string;
      readonly table: TableGuess;
      readonly mapping: ColumnMapping;
      /** Values that every row gets, for fields without a column. References by identifier. */
      readonly fixed?: Values;
      /** Of months that name none: 3月, 一季度. */
      readonly year?: number;
    },
  ): Promise<Result<{ readonly rows: number }, WorkbookRefusal>>;
  closeWorkbook(): Promise<void>;

  /** An empty .xlsx with the ledger's columns, hints and lists. */
  template(ledger: string): Promise<Uint8Array>;
  exportSheet(
    task: Task,
    ledger: string,
    request: SheetExport,
  ): Promise<Result<Uint8Array, { readonly message: string }>>;
  /** The rejected rows of an import with their reasons, in the columns they came in. */
  exportRejected(
    columns: readonly string[],
    rows: readonly { readonly sheetRow: number; readonly cells: readonly string[]; readonly reason: string }[],
  ): Promise<Uint8Array>;

  /** Reads a law's text (.docx, .txt, .md) into chapters and articles. Nothing is stored. */
  readLaw(bytes: Uint8Array, name: string): Promise<Result<LawDraft, LawFileRefusal>>;

  /** The document as an editable Word file (.docx) with the layout that it has on paper. */
  writeDocument(model: DocumentModel): Promise<Uint8Array>;

  /** A full copy of all data as one file, read back by the verifier before it is handed out. */
  writeArchive(
    task: Task,
    program: string,
    createdAt: string,
  ): Promise<Result<Uint8Array, { readonly message: string }>>;
  verifyArchive(task: Task, bytes: Uint8Array): Promise<Result<ArchiveReport, { readonly message: string }>>;
  /** Verifies an archive and puts it into the storage's stage. */
  stageArchive(task: Task, bytes: Uint8Array): Promise<Result<ArchiveReport, { readonly message: string }>>;
}

/** A piece of long work that a person can watch and cancel. */
export interface Task {
  readonly id: string;
  readonly onProgress: (progress: Progress) => void;
}
