import fc from 'fast-check';
import { expect, it } from 'vitest';
import { officialDocument, type DocumentNumber, type OfficialDocument } from '@/domain/document';
import type { LedgerRow } from '@/domain/kernel';
import { allRows } from '@/services/all-rows';
import { swapToCopy, undoLastRestore } from '@/services/backup';
import { enterNumbers, numberSeries, reserveNumbers, voidNumber } from '@/services/document-numbers';
import { signDocument } from '@/services/document-signing';
import { voidDocument } from '@/services/document-steps';
import type { DocumentRow } from '@/services/documents';
import { removeRecords, saveRecord, undoCommit } from '@/services/records';
import type { Workbench } from '@/services/workbench';
import { copyOf, stage, type Copy } from './copies';
import { valueOf } from './desk';
import { approved, openDocumentDesk, order, series } from './document-desk';

/** Something that people do; whether it is allowed shows when it is tried. */
interface Deed {
  readonly what:
    'sign' | 'void' | 'reserve' | 'void-number' | 'enter' | 'record' | 'remove' | 'undo' | 'copy' | 'restore' | 'back';
  readonly pick: number;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(
    ...(['sign', 'sign', 'sign', 'void', 'reserve', 'void-number', 'enter', 'record', 'remove'] as const),
    ...(['undo', 'undo', 'copy', 'restore', 'back'] as const),
  ),
  pick: fc.integer({ min: 0, max: 11 }),
});

interface World {
  readonly bench: Workbench;
  copy: Copy | null;
  /** Every number that a signed document ever bore, with the document that bore it. */
  readonly borne: Map<string, string>;
}

async function documents({ bench }: World): Promise<readonly DocumentRow[]> {
  return (await allRows(bench, { ledger: officialDocument.id })) as readonly DocumentRow[];
}

async function numbers({ bench }: World): Promise<readonly LedgerRow<DocumentNumber>[]> {
  const sort = [{ field: 'serial' }];
  return (await allRows(bench, { ledger: 'document-number', sort })) as readonly LedgerRow<DocumentNumber>[];
}

async function sign({ bench, borne }: World, pick: number): Promise<void> {
  const done = await signDocument(bench, await approved(bench), order(pick > 8 ? pick - 6 : 'next'));
  if (!done.ok) return;
  const { number } = done.value.values;
  expect(borne.has(number ?? '')).toBe(false);
  borne.set(number ?? '', done.value.id);
}

async function restore(world: World): Promise<void> {
  if (!world.copy) return;
  await stage(world.bench.storage, world.copy);
  valueOf(await world.bench.storage.verifyStage());
  valueOf(await swapToCopy(world.bench));
}

async function undo({ bench }: World, pick: number): Promise<void> {
  const headers = await bench.storage.commits(null, 6);
  const header = headers[pick % Math.max(1, headers.length)];
  // The first commits make the desk itself.
  if (header && header.seq > 1) await undoCommit(bench, header.seq);
}

async function act(world: World, { what, pick }: Deed): Promise<void> {
  const { bench } = world;
  const rows = await documents(world);
  const row = rows[pick % Math.max(1, rows.length)];
  const all = await numbers(world);
  const known = all[pick % Math.max(1, all.length)];
  const entered = { ...series, from: pick + 1, to: pick + 2, status: 'elsewhere', reason: '纸质' } as const;
  const recorded = { title: '旧件', kindName: '通知', status: 'recorded', number: `安司执监意〔2026〕${pick + 1}号` };
  if (what === 'sign') await sign(world, pick);
  else if (what === 'void' && row) await voidDocument(bench, row, { voidReason: '写错' });
  else if (what === 'reserve') await reserveNumbers(bench, series, (pick % 3) + 1, '预留');
  else if (what === 'void-number' && known) await voidNumber(bench, known, '不用');
  else if (what === 'enter') await enterNumbers(bench, entered);
  else if (what === 'record') await saveRecord(bench, { ledger: officialDocument, base: null, values: recorded });
  else if (what === 'remove' && row) await removeRecords(bench, officialDocument, [row.id]);
  else if (what === 'undo') await undo(world, pick);
  else if (what === 'copy') world.copy = await copyOf(bench.storage);
  else if (what === 'restore') await restore(world);
  else if (what === 'back') await undoLastRestore(bench);
}

/** What must hold after every deed. */
async function judge(world: World, before: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const all = (await numbers(world)).map((row) => row.values);
  const texts = new Set(all.map(({ serial }) => `安司执监意〔2026〕${serial}号`));
  expect(texts.size).toBe(all.length);
  for (const text of before) expect(texts).toContain(text);
  const owners = new Map<string, string>();
  for (const { id, values } of (await documents(world)) as readonly LedgerRow<OfficialDocument>[]) {
    if (values.number === null) continue;
    expect(owners.has(values.number)).toBe(false);
    owners.set(values.number, id);
    expect(all.find(({ document }) => document === id)).toBeDefined();
    if (values.status === 'recorded') continue;
    // Nobody but the one who bore it first.
    expect(world.borne.get(values.number)).toBe(id);
  }
  const [known] = await numberSeries(world.bench);
  const counted = (known?.gaps ?? []).reduce((sum, { from, to }) => sum + to - from + 1, all.length);
  expect(counted).toBe(known?.last ?? 0);
  return texts;
}

it('whatever is signed, voided, reserved, recorded, undone and restored, a number is borne once and every serial is accounted for or listed as a gap', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 18 }), async (deeds) => {
      const { bench } = await openDocumentDesk();
      const world: World = { bench, copy: null, borne: new Map() };
      let taken: ReadonlySet<string> = new Set();
      for (const one of deeds) {
        await act(world, one);
        taken = await judge(world, taken);
      }
      expect((await bench.storage.checkIntegrity()).faults).toEqual([]);
    }),
    { numRuns: 30 },
  );
}, 120_000);
