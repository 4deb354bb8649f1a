import type { ExchangePort } from '@/domain/kernel';
import { ledgerOf } from '@/domain/registry';
import { stageArchive, verifyArchive, writeArchive } from './archive';
import type { Exchange, Task } from './contract';
import { writeDocument } from './document';
import { readLaw } from './law';
import type { Work } from './work';
import { createWorkbookSession, suggestMapping } from './workbook/read';
import { exportRejected, exportSheet, writeTemplate } from './workbook/write';

/** Runs pieces of work under their task ids, so that each can be cancelled. */
function createTaskBoard() {
  const running = new Map<string, AbortController>();
  return {
    cancel(id: string): void {
      running.get(id)?.abort();
    },
    async run<T>(task: Task, work: (work: Work) => Promise<T>): Promise<T> {
      const controller = new AbortController();
      running.set(task.id, controller);
      try {
        return await work({ signal: controller.signal, onProgress: task.onProgress });
      } finally {
        if (running.get(task.id) === controller) running.delete(task.id);
      }
    },
  };
}

/** The exchange as its worker runs it; it can run anywhere else, since it needs nothing of a worker. */
export function createExchange(): Exchange {
  const workbook = createWorkbookSession();
  const tasks = createTaskBoard();
  let connected: ExchangePort | null = null;
  const storage = (): ExchangePort => {
    if (!connected) throw new Error('the exchange has no line to the storage yet');
    return connected;
  };
  return {
    async connect(port) {
      connected = port;
    },
    async cancel(taskId) {
      tasks.cancel(taskId);
    },
    openWorkbook: (task, bytes, name) => tasks.run(task, (work) => workbook.open(bytes, name, work)),
    findTables: async (sheet) => workbook.tables(sheet),
    tableAt: async (sheet, header, firstRow, lastRow) => workbook.tableAt(sheet, { header, firstRow, lastRow }),
    preview: async (sheet, rows) => workbook.preview(sheet, rows),
    suggestMapping: async (ledger, columns) => suggestMapping(ledgerOf(ledger), columns),
    async sendRows(task, plan, source) {
      const sink = storage();
      const codes = await sink.codeTables();
      const delivery = { planId: plan.id, ledger: ledgerOf(plan.ledger), codes, sink };
      return tasks.run(task, (work) => workbook.send(source, delivery, work));
    },
    async closeWorkbook() {
      workbook.close();
    },
    template: async (ledger) => writeTemplate(storage(), ledgerOf(ledger)),
    exportSheet: (task, ledger, request) =>
      tasks.run(task, (work) => exportSheet(storage(), ledgerOf(ledger), request, work)),
    exportRejected,
    writeDocument,
    readLaw: async (bytes, name) => readLaw(bytes, name),
    writeArchive: (task, program, createdAt) =>
      tasks.run(task, (work) => writeArchive(storage(), { program, createdAt }, work)),
    verifyArchive: (task, bytes) => tasks.run(task, (work) => verifyArchive(bytes, work)),
    stageArchive: (task, bytes) => tasks.run(task, (work) => stageArchive(bytes, storage(), work)),
  };
}
