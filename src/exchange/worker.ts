import { expose, transfer, wrap } from 'comlink';
import type { ExchangePort } from '@/domain/kernel';
import type { Task } from './contract';
import { createExchange } from './exchange';
import type { ProgressListener, WiredExchange } from './wire';

const exchange = createExchange();

function task(id: string, onProgress: ProgressListener): Task {
  return { id, onProgress };
}

/** Hands bytes over to the page instead of copying them. */
function handOver(bytes: Uint8Array): Uint8Array {
  return transfer(bytes, [bytes.buffer]);
}

function handOverValue<E>(result: { ok: true; value: Uint8Array } | { ok: false; error: E }) {
  return result.ok ? transfer(result, [result.value.buffer]) : result;
}

const wired: WiredExchange = {
  connect: (port) => exchange.connect(wrap<ExchangePort>(port)),
  cancel: (taskId) => exchange.cancel(taskId),
  openWorkbook: (id, onProgress, bytes, name) => exchange.openWorkbook(task(id, onProgress), bytes, name),
  findTables: (sheet) => exchange.findTables(sheet),
  tableAt: (sheet, header, firstRow, lastRow) => exchange.tableAt(sheet, header, firstRow, lastRow),
  preview: (sheet, rows) => exchange.preview(sheet, rows),
  suggestMapping: (ledger, columns) => exchange.suggestMapping(ledger, columns),
  sendRows: (id, onProgress, plan, source) => exchange.sendRows(task(id, onProgress), plan, source),
  closeWorkbook: () => exchange.closeWorkbook(),
  template: async (ledger) => handOver(await exchange.template(ledger)),
  exportSheet: async (id, onProgress, ledger, request) =>
    handOverValue(await exchange.exportSheet(task(id, onProgress), ledger, request)),
  exportRejected: async (columns, rows) => handOver(await exchange.exportRejected(columns, rows)),
  writeDocument: async (model) => handOver(await exchange.writeDocument(model)),
  readLaw: (bytes, name) => exchange.readLaw(bytes, name),
  writeArchive: async (id, onProgress, program, createdAt) =>
    handOverValue(await exchange.writeArchive(task(id, onProgress), program, createdAt)),
  verifyArchive: (id, onProgress, bytes) => exchange.verifyArchive(task(id, onProgress), bytes),
  stageArchive: (id, onProgress, bytes) => exchange.stageArchive(task(id, onProgress), bytes),
};

expose(wired);
