import { expose } from 'comlink';
import { createEngine } from './engine';
import { takeDataLock } from './lock';

/** Only this worker touches the database; the page and the exchange worker talk to it over ports. */
const engine = createEngine({
  indexedDB: self.indexedDB,
  IDBKeyRange: self.IDBKeyRange,
  clock: () => Date.now(),
  random: (target) => crypto.getRandomValues(target as Uint8Array<ArrayBuffer>),
  lock: () => takeDataLock(navigator.locks),
});

/** What the worker offers beside the storage: a line for another worker. */
export interface StorageWorker {
  connect(port: MessagePort): void;
}

expose({ ...engine, connect: (port: MessagePort) => expose(engine, port) });
