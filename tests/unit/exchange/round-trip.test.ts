import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { shippedCodeTables, codeTablesVersion } from '@/domain/code-tables';
import type { CommitContext, Ledger, Result } from '@/domain/kernel';
import { createIdFactory } from '@/domain/kernel';
import { registers } from '@/domain/registry';
import { sampleMutations } from '@/domain/sample';
import { codeTablesInForce } from '@/domain/workbench';
import type { Exchange, Task } from '@/exchange/contract';
import { createExchange } from '@/exchange/exchange';
import type { Storage } from '@/storage/contract';
import { createEngine } from '@/storage/engine';

const codes = codeTablesInForce(shippedCodeTables, []);
const today = '2026-11-22';
const context: CommitContext = {
  actor: '经办人',
  origin: '320723',
  rules: { 'code-tables': codeTablesVersion },
  codes,
  today,
};
const task: Task = { id: 'test', onProgress: () => undefined };

/** Bytes that repeat from run to run. */
function steadyBytes(): (target: Uint8Array) => Uint8Array {
  let seed = 7;
  return (target) => {
    for (let at = 0; at < target.length; at += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      target[at] = seed >>> 24;
    }
    return target;
  };
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** A desk with storage and exchange joined as in the application, without workers between them. */
async function openDesk(): Promise<{ storage: Storage; exchange: Exchange }> {
  let now = Date.parse('2026-11-22T01:00:00Z');
  const storage = createEngine({
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    clock: () => (now += 1_000),
    random: steadyBytes(),
  });
  valueOf(await storage.open());
  await storage.useCodeTables(codes);
  const exchange = createExchange();
  await exchange.connect(storage);
  return { storage, exchange };
}

async function sampleDesk(): Promise<{ storage: Storage; exchange: Exchange }> {
  const desk = await openDesk();
  let now = Date.parse('2026-11-22T00:00:00Z');
  const mutations = sampleMutations(
    createIdFactory(() => (now += 1), steadyBytes()),
    today,
  );
  valueOf(await desk.storage.commit({ kind: 'sample-data', label: '放入示例数据' }, mutations, context));
  return desk;
}

const exportable = (ledger: Ledger): readonly string[] => Object.keys(ledger.fields);

describe('a register exported and imported again', () => {
  test.each(registers.map(({ ledger }) => [ledger.title, ledger] as const))(
    '%s shows no difference',
    async (_title, ledger) => {
      const { storage, exchange } = await sampleDesk();
      const query = { ledger: ledger.id };
      const total = await storage.countRows(query);
      const request = { query, fields: exportable(ledger), title: ledger.title };
      const bytes = valueOf(await exchange.exportSheet(task, ledger.id, request));
      const book = valueOf(await exchange.openWorkbook(task, bytes, `${ledger.title}.xlsx`));
      const sheet = book.sheets.find((one) => !one.hidden)?.name ?? '';
      const table = (await exchange.findTables(sheet))[0];
      if (!table) return void expect(total).toBe(0);
      expect(table.header).toEqual({ first: 2, last: 2 });
      expect(table.rows).toBe(total);
      const mapping = await exchange.suggestMapping(ledger.id, table.columns);
      const derived = Object.entries(ledger.fields).filter(([, field]) => field.derived);
      expect(Object.keys(mapping).sort()).toEqual(
        exportable(ledger)
          .filter((name) => !derived.some(([other]) => other === name))
          .sort(),
      );
      const id = await storage.beginImport(ledger.id, context);
      valueOf(await exchange.sendRows(task, { id, ledger: ledger.id }, { sheet, table, mapping }));
      const rejected = await storage.importOutcomes(id, 'rejected', 0, 3);
      const changed = await storage.importOutcomes(id, 'changed', 0, 3);
      expect({ rejected, changed }).toEqual({ rejected: [], changed: [] });
      expect(await storage.importSummary(id)).toMatchObject({ unchanged: total });
    },
  );
});

describe('a full copy restored into an empty profile', () => {
  test('gives the same state, digest for digest, with its attachments and its whole history', async () => {
    const { storage, exchange } = await sampleDesk();
    const ledger = 'enforcement-entity';
    const owner = { ledger, id: (await storage.ids({ ledger }))[0] ?? '' };
    const file = { name: '委托书.pdf', mediaType: 'application/pdf', bytes: new Uint8Array([0x25, 0x50, 0, 255]) };
    valueOf(await storage.attach(owner, file, context));
    const action = { ledger: 'certificate-action', id: (await storage.ids({ ledger: 'certificate-action' }))[0] ?? '' };
    valueOf(await storage.commit({ kind: 'remove', label: '移入回收站' }, [{ op: 'remove', ...action }], context));
    const archive = valueOf(await exchange.writeArchive(task, '0.1.0', '2026-11-22T08:00:00.000Z'));

    const other = await openDesk();
    const report = valueOf(await other.exchange.stageArchive(task, archive));
    valueOf(await other.storage.verifyStage());
    valueOf(await other.storage.swapStage());
    expect(await other.storage.stateDigest()).toBe(await storage.stateDigest());
    expect(await other.storage.counts()).toEqual(await storage.counts());
    expect((await other.storage.commits(null, 10)).map((commit) => commit.hash)).toEqual(
      (await storage.commits(null, 10)).map((commit) => commit.hash),
    );
    expect((await other.storage.checkIntegrity()).faults).toEqual([]);
    const sha256 = report.facts.parts.find((part) => part.path.startsWith('attachments/'))?.path.slice(12) ?? '';
    expect(await other.storage.attachmentBytes(sha256)).toEqual(file.bytes);

    const again = valueOf(await other.exchange.writeArchive(task, '0.1.0', '2026-11-22T08:00:00.000Z'));
    expect(valueOf(await other.exchange.verifyArchive(task, again)).facts).toEqual(report.facts);
    expect(again).toEqual(archive);
  });
});
