import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import { createIdFactory, type CommitContext, type Ledger, type Result } from '@/domain/kernel';
import { ledgers, registers } from '@/domain/registry';
import { sampleMutations } from '@/domain/sample';
import { codeTablesInForce } from '@/domain/workbench';
import type { Exchange } from '@/exchange/contract';
import { createExchange } from '@/exchange/exchange';
import type { Storage } from '@/storage/contract';
import { createEngine } from '@/storage/engine';
import { createRandom } from '../../bench/random';

const codes = codeTablesInForce(shippedCodeTables, []);
const context: CommitContext = { actor: '经办', origin: '320799', rules: {}, codes, today: '2026-11-22', sample: true };
const task = { id: 'task', onProgress: () => undefined };

interface Desk {
  readonly storage: Storage;
  readonly exchange: Exchange;
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** A desk with the sample data, each test its own. */
async function sampleDesk(): Promise<Desk> {
  let now = Date.parse('2026-11-22T01:00:00Z');
  const clock = (): number => (now += 10);
  const numbers = createRandom(11);
  const random = (target: Uint8Array): Uint8Array => target.map(() => numbers.between(0, 255));
  const storage = createEngine({ indexedDB: new IDBFactory(), IDBKeyRange, clock, random, ledgers });
  await storage.useCodeTables(codes);
  valueOf(await storage.open());
  const mutations = sampleMutations(createIdFactory(clock, random), context.today);
  valueOf(await storage.commit({ kind: 'sample-data', label: '放入示例数据' }, mutations, context));
  const exchange = createExchange();
  await exchange.connect(storage);
  return { storage, exchange };
}

/** Imports a workbook as the dialog does and tells what it would change. */
async function importAgain({ storage, exchange }: Desk, ledger: Ledger, bytes: Uint8Array) {
  const info = valueOf(await exchange.openWorkbook(task, bytes, 'list.xlsx'));
  const sheet = info.sheets[0]?.name ?? '';
  const table = (await exchange.findTables(sheet))[0];
  if (!table) throw new Error('no table was found');
  const mapping = await exchange.suggestMapping(ledger.id, table.columns);
  const id = await storage.beginImport(ledger.id, context);
  valueOf(await exchange.sendRows(task, { id, ledger: ledger.id }, { sheet, table, mapping }));
  const summary = await storage.importSummary(id);
  await storage.endImport(id);
  await exchange.closeWorkbook();
  return { mapped: Object.keys(mapping).sort(), summary };
}

describe('every register', () => {
  it('goes out to Excel with all its columns and comes back without difference', async () => {
    const desk = await sampleDesk();
    for (const { ledger, group } of registers.filter((register) => register.group !== '系统')) {
      const fields = Object.keys(ledger.fields).filter((name) => !ledger.fields[name]?.derived);
      const request = { query: { ledger: ledger.id }, fields, title: ledger.title };
      const bytes = valueOf(await desk.exchange.exportSheet(task, ledger.id, request));
      const { mapped, summary } = await importAgain(desk, ledger, bytes);
      expect(mapped, `${group} ${ledger.id}`).toEqual([...fields].sort());
      expect(summary.total, ledger.id).toBeGreaterThan(0);
      expect(summary, ledger.id).toMatchObject({ created: 0, changed: 0, rejected: 0, unchanged: summary.total });
    }
  }, 60_000);
});
