import { transfer, wrap } from 'comlink';
import type { Storage } from './contract';
import type { StorageWorker } from './worker';

/** The storage as the page sees it: every verb is answered by the worker. */
export interface StorageClient extends Storage {
  /** A line to the storage for another worker, which speaks {@link ExchangePort} over it. */
  port(): Promise<MessagePort>;
}

const verbs = {
  open: true,
  close: true,
  commit: true,
  undo: true,
  page: true,
  ids: true,
  named: true,
  values: true,
  rows: true,
  titles: true,
  search: true,
  suggest: true,
  backReferences: true,
  history: true,
  commits: true,
  counts: true,
  sampleRecords: true,
  attachments: true,
  attach: true,
  attachmentBytes: true,
  useCodeTables: true,
  codeTables: true,
  beginImport: true,
  addRows: true,
  importSummary: true,
  importOutcomes: true,
  commitImport: true,
  endImport: true,
  checkIntegrity: true,
  stateDigest: true,
  verifyStage: true,
  swapStage: true,
  undoRestore: true,
  canUndoRestore: true,
  countRows: true,
  sheetRows: true,
  referenceTitles: true,
  beginCopy: true,
  readPiece: true,
  endCopy: true,
  beginStage: true,
  stagePiece: true,
} satisfies Record<keyof Storage, true>;

type Verb = (...asked: readonly unknown[]) => Promise<unknown>;

/** Starts the storage's worker. Nothing is opened yet; where the worker cannot start, every verb fails with its error. */
export function connectStorage(): StorageClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'storage' });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(`storage worker: ${event.message}`)));
  });
  broken.catch(() => undefined);
  const remote = wrap<Record<keyof Storage, Verb> & StorageWorker>(worker);
  const asked = Object.keys(verbs).map((verb) => {
    const call = remote[verb as keyof Storage] as unknown as Verb;
    return [verb, (...args: readonly unknown[]) => Promise.race([call(...args), broken])] as const;
  });
  const storage = Object.fromEntries(asked) as unknown as Storage;
  return {
    ...storage,
    port: async () => {
      const { port1, port2 } = new MessageChannel();
      await remote.connect(transfer(port1, [port1]));
      return port2;
    },
  };
}
