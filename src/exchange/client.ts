import { expose, proxy, transfer, wrap, type Remote } from 'comlink';
import { err, type ExchangePort, type Result } from '@/domain/kernel';
import type { Exchange, Task, WorkbookInfo, WorkbookRefusal } from './contract';
import type { ProgressListener, WiredExchange } from './wire';
import { cancelledMessage } from './work';

type Opening = Result<WorkbookInfo, WorkbookRefusal>;

function listener(task: Task): ProgressListener {
  return proxy((progress) => task.onProgress(progress));
}

/**
 * Opening a file cannot be interrupted in the worker while the parser runs, so a cancellation is answered here at once;
 * the worker drops what it read as soon as it hears of it.
 */
function createOpenings() {
  const waiting = new Map<string, (answer: Opening) => void>();
  return {
    cancel(id: string): void {
      waiting.get(id)?.(err({ kind: 'cancelled', message: cancelledMessage }));
    },
    async settle(id: string, opening: Promise<Opening>): Promise<Opening> {
      const cancelled = new Promise<Opening>((resolve) => waiting.set(id, resolve));
      try {
        return await Promise.race([opening, cancelled]);
      } finally {
        waiting.delete(id);
      }
    },
  };
}

/** The exchange as the page sees it. */
export interface ExchangeClient extends Exchange {
  /** Takes the worker's own line to the storage worker, so that imported rows never pass the page. */
  connect(port: ExchangePort | MessagePort): Promise<void>;
}

/** A port that speaks for the storage: the one given, or a new one in front of an object of this thread. */
function portTo(storage: ExchangePort | MessagePort): MessagePort {
  if (storage instanceof MessagePort) return storage;
  const { port1, port2 } = new MessageChannel();
  expose(storage, port1);
  return port2;
}

/** Each call crosses to the worker; `alive` lets it fail where the worker is broken. */
function toPage(remote: Remote<WiredExchange>, alive: <T>(answer: T) => Promise<Awaited<T>>): ExchangeClient {
  const openings = createOpenings();
  return {
    connect(storage) {
      const port = portTo(storage);
      return alive(remote.connect(transfer(port, [port])));
    },
    async cancel(taskId) {
      openings.cancel(taskId);
      await alive(remote.cancel(taskId));
    },
    openWorkbook: (task, bytes, name) =>
      openings.settle(task.id, alive(remote.openWorkbook(task.id, listener(task), bytes, name))),
    findTables: (sheet) => alive(remote.findTables(sheet)),
    tableAt: (sheet, header, firstRow, lastRow) => alive(remote.tableAt(sheet, header, firstRow, lastRow)),
    preview: (sheet, rows) => alive(remote.preview(sheet, rows)),
    suggestMapping: (ledger, columns) => alive(remote.suggestMapping(ledger, columns)),
    sendRows: (task, plan, source) => alive(remote.sendRows(task.id, listener(task), plan, source)),
    closeWorkbook: () => alive(remote.closeWorkbook()),
    template: (ledger) => alive(remote.template(ledger)),
    exportSheet: (task, ledger, request) => alive(remote.exportSheet(task.id, listener(task), ledger, request)),
    exportRejected: (columns, rows) => alive(remote.exportRejected(columns, rows)),
    writeDocument: (model) => alive(remote.writeDocument(model)),
    readLaw: (bytes, name) => alive(remote.readLaw(bytes, name)),
    writeArchive: (task, program, createdAt) => alive(remote.writeArchive(task.id, listener(task), program, createdAt)),
    verifyArchive: (task, bytes) => alive(remote.verifyArchive(task.id, listener(task), bytes)),
    stageArchive: (task, bytes) => alive(remote.stageArchive(task.id, listener(task), bytes)),
  };
}

/** Starts the exchange worker. Where it cannot start or breaks, every call fails with its error. */
export function connectExchange(): ExchangeClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'exchange' });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(`exchange worker: ${event.message}`)));
  });
  broken.catch(() => undefined);
  return toPage(wrap<WiredExchange>(worker), <T>(answer: T) => Promise.race([answer, broken]));
}
