import { z } from 'zod';

/** Files that a person may open, by purpose; the main process knows the endings and the size limits. */
export const openPurposes = ['workbook', 'archive', 'attachment', 'law', 'template', 'scoring-sheet'] as const;
/** Files that a person may save, by purpose. */
export const savePurposes = [
  'workbook',
  'archive',
  'attachment',
  'pdf',
  'template',
  'scoring-sheet',
  'document',
] as const;

const purposeOfOpen = z.enum(openPurposes);
const purposeOfSave = z.enum(savePurposes);
const bytes: z.ZodType<Uint8Array> = z.instanceof(Uint8Array);
const fileName = z.string().min(1).max(200);
/** Name of a snapshot as the main process gave it: no separators, so that it cannot leave its folder. */
const snapshotName = z.string().regex(/^copy-\d{8}-\d{6}(-\d+)?\.sdz$/);

const openedFile = z.object({ name: z.string(), bytes });
const snapshotInfo = z.object({ name: snapshotName, createdAt: z.string(), size: z.number() });

/** Highest serial of a series of document numbers: organ code, year, serial. */
export const rememberedSeries = z.object({
  prefix: z.string().min(1).max(500),
  year: z.number().int(),
  last: z.number().int().min(1).max(999_999),
});

/** Paper sizes for printed lists. */
export const papers = ['A4', 'A3'] as const;
/** An address inside the application, as it stands behind #. */
const pagePath = z
  .string()
  .max(500)
  .regex(/^\/(?!\/)[\w\-/?=&.%]*$/);

const printJob = z.object({
  /** A whole HTML page without scripts, styled by the application's own print style sheet. */
  html: z.string().max(64 * 1024 * 1024),
  title: z.string().max(200),
  paper: z.enum(papers),
  landscape: z.boolean(),
});

/**
 * What the window may ask the computer to do: one entry a verb, with the schema of the request and of the reply. The main
 * process answers through one gate; preload and adapters are built from this table.
 */
export const shellContract = {
  /** Facts about the program and the machine, for the status bar and the help page. */
  facts: {
    request: z.null(),
    reply: z.object({
      edition: z.enum(['desktop', 'browser']),
      version: z.string(),
      /** Where the data live, in words for a person. */
      dataPlace: z.string(),
      canSnapshot: z.boolean(),
      canSavePdf: z.boolean(),
      /** Free bytes on the disk that holds the data; null where nobody can tell. Below 500 MB the data are in danger. */
      freeBytes: z.number().nullable(),
    }),
  },
  /** Lets the person choose a file; null where the dialog was cancelled. */
  openFile: { request: z.object({ purpose: purposeOfOpen }), reply: openedFile.nullable() },
  /** Lets the person choose a place and writes the file; the reply is its name, or null where cancelled. */
  saveFile: {
    request: z.object({ purpose: purposeOfSave, name: fileName, bytes }),
    reply: z.object({ name: z.string() }).nullable(),
  },
  /**
   * Lets the person choose a folder and writes the files there. A name that is taken already is asked about, never replaced
   * silently. The reply names the folder and counts what was written, or is null where cancelled.
   */
  saveFiles: {
    request: z.object({
      purpose: purposeOfSave,
      files: z
        .array(z.object({ name: fileName, bytes }))
        .min(1)
        .max(1000),
    }),
    reply: z.object({ folder: z.string(), count: z.number() }).nullable(),
  },
  /** Keeps a full copy in the snapshots folder: temporary name, flush, rename, read back; the last 10 stay. */
  storeSnapshot: { request: z.object({ bytes }), reply: snapshotInfo },
  /** Snapshots there are, newest first. */
  listSnapshots: { request: z.null(), reply: z.array(snapshotInfo) },
  readSnapshot: { request: z.object({ name: snapshotName }), reply: openedFile },
  /** Opens the system's print dialog for a page; false where it was cancelled. */
  print: { request: printJob, reply: z.object({ printed: z.boolean() }) },
  /** The page as PDF. */
  renderPdf: { request: printJob, reply: z.object({ bytes }) },
  /** Pages of one job, each as a PDF of its own. They share the style sheets of the first. */
  renderPdfs: {
    request: z.object({ pages: z.array(printJob).min(1).max(50) }),
    reply: z.object({ files: z.array(z.object({ bytes })) }),
  },
  /**
   * Shows a notice outside the window; a click on it brings the window forward and opens the page. Nothing is shown where
   * the system has no notices or the person did not allow them.
   */
  notify: {
    request: z.object({ title: z.string().min(1).max(100), body: z.string().max(500), path: pagePath }),
    reply: z.object({ shown: z.boolean() }),
  },
  /** Sets the zoom in percent, 80-200, and remembers it. */
  setZoom: { request: z.object({ percent: z.number().int().min(80).max(200) }), reply: z.null() },
  getZoom: { request: z.null(), reply: z.object({ percent: z.number() }) },
  /**
   * Remembers outside the database how many records it held, which form of data it has, and the highest number of each
   * series of documents, so that an emptied database is noticed as loss, an older program keeps off newer data, and no
   * number is issued twice.
   */
  recordState: {
    request: z.object({
      records: z.number().int().min(0),
      schemaVersion: z.number().int().min(1),
      numbers: z.array(rememberedSeries).max(10_000).optional(),
    }),
    reply: z.null(),
  },
  lastState: {
    request: z.null(),
    reply: z
      .object({ records: z.number(), schemaVersion: z.number(), numbers: z.array(rememberedSeries).optional() })
      .nullable(),
  },
} as const;

/** A verb of the shell. */
export type ShellVerb = keyof typeof shellContract;
/** What a verb is asked with. */
export type ShellRequest<V extends ShellVerb> = z.infer<(typeof shellContract)[V]['request']>;
/** What a verb answers. */
export type ShellReply<V extends ShellVerb> = z.infer<(typeof shellContract)[V]['reply']>;

/** Why the shell could not do what it was asked, as a value; the message is a Chinese sentence. */
export interface ShellFailure {
  readonly code: 'refused' | 'too-large' | 'unreadable' | 'unwritable' | 'disk-full' | 'unsupported' | 'failed';
  readonly message: string;
}

/** Answer of a verb. */
export type ShellAnswer<V extends ShellVerb> =
  { readonly ok: true; readonly value: ShellReply<V> } | { readonly ok: false; readonly error: ShellFailure };

/** The shell as the application uses it; one adapter for Electron, one for the browser. */
export type Shell = {
  readonly [V in ShellVerb]: (request: ShellRequest<V>) => Promise<ShellAnswer<V>>;
};

/** Orders from the native menu to the page. */
export const menuOrders = ['search', 'backup', 'restore', 'help', 'settings'] as const;
/** One of {@link menuOrders}. */
export type MenuOrder = (typeof menuOrders)[number];

/** What preload puts on the window of the desktop application. */
export interface DesktopBridge {
  invoke<V extends ShellVerb>(verb: V, request: ShellRequest<V>): Promise<ShellAnswer<V>>;
  /** Calls back for orders from the menu; the return value ends it. */
  onMenuOrder(listener: (order: MenuOrder) => void): () => void;
  /** Calls back with the address of a page that a notice asks for; the return value ends it. */
  onOpenPage(listener: (path: string) => void): () => void;
}

/** The only channel for verbs. */
export const shellChannel = 'shell';
/** The channel of menu orders. */
export const menuChannel = 'menu-order';
/** The channel of pages that a notice asks for. */
export const pageChannel = 'open-page';
