import { beforeAll, describe, expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import type { LedgerRow } from '@/domain/kernel';
import { ledgers } from '@/domain/registry';
import { codeTablesInForce } from '@/domain/workbench';
import { openBody, type OpenedBody } from '@/services/body';
import { bodyArchive } from '@/services/body-archive';
import { bodyParts, outsideSources, partQuery } from '@/services/body-parts';
import { bodyScores } from '@/services/body-scores';
import { inTimeShare } from '@/services/body-trend';
import type { Workbench } from '@/services/workbench';
import { bodyArchiveOrder } from '@/ui/print/body-archive';
import { createCounty } from '../bench/county';
import { context as somebody, createDesk, valueOf, type TestDesk } from './desk';
import { benchOn } from './document-desk';

const codes = codeTablesInForce(shippedCodeTables, []);
const context = { ...somebody, codes };
const today = '2026-11-22';
const county = createCounty(3, { bodies: 14, officers: 60, inspections: 80, findings: 500 });
const bodies = county.bodies.map(({ id }) => id);

let desk: TestDesk;
/** Rows of a ledger, all of them. */
let all: (ledger: string) => Promise<readonly LedgerRow[]>;
/** A desk right after the start: no ledger is in memory. */
let fresh: () => Promise<Workbench>;

beforeAll(async () => {
  desk = createDesk(ledgers);
  const { storage } = desk;
  await storage.useCodeTables(codes);
  valueOf(await storage.open());
  for (const commit of county.commits) {
    valueOf(await storage.commit({ kind: 'import', label: '生成' }, commit, context));
  }
  const bin = await storage.ids({ ledger: 'finding', filters: [{ field: 'status', op: 'equals', value: 'open' }] });
  const gone = bin.slice(0, 3).map((id) => ({ op: 'remove', ledger: 'finding', id }) as const);
  await storage.commit({ kind: 'remove', label: '删除' }, gone, context);
  const kept = new Map<string, readonly LedgerRow[]>();
  for (const { id } of ledgers) kept.set(id, await storage.rows(id, await storage.ids({ ledger: id })));
  all = async (ledger) => kept.get(ledger) ?? [];
  await storage.close();
  fresh = async () => {
    const again = desk.reopen();
    await again.useCodeTables(codes);
    valueOf(await again.open());
    return benchOn(again);
  };
});

async function opened(bench: Workbench, id: string): Promise<OpenedBody> {
  const found = await openBody(bench, id);
  if (!found) throw new Error('no such body');
  return found;
}

async function own(ledger: string, body: string): Promise<readonly LedgerRow[]> {
  return (await all(ledger)).filter((row) => row.values['entity'] === body);
}

describe('the page of a body', () => {
  it('counts what a plain look at every record counts, straight after the start and later', async () => {
    const bench = await fresh();
    for (const round of ['out of the indexes', 'out of memory']) {
      for (const body of bodies.slice(0, 5)) {
        const { counts, officers, findings } = await opened(bench, body);
        const rows = await own('finding', body);
        const outside = rows.filter((row) => (outsideSources as readonly unknown[]).includes(row.values['source']));
        const letters = (await own('incoming-document', body)).filter((row) => row.values['replyTo'] === null);
        const people = await own('enforcement-officer', body);
        expect(counts, round).toEqual({
          officers: people.length,
          inspections: (await own('inspection', body)).length,
          findings: rows.length,
          documents: (await own('official-document', body)).length,
          files: (await own('case-file', body)).length,
          outside: outside.length,
          letters: letters.length,
          duties: (await own('duty-item', body)).length,
        });
        const onPost = people.filter((row) => row.values['postStatus'] === 'on');
        expect(officers).toMatchObject({ total: people.length, onPost: onPost.length });
        const running = rows.filter(
          (row) => !['closed', 'unfounded', 'transferred'].includes(String(row.values['status'])),
        );
        const late = rows.filter(
          (row) =>
            ['issued', 'rectifying'].includes(String(row.values['status'])) && String(row.values['dueOn']) < today,
        );
        expect(findings).toEqual({ total: rows.length, open: running.length, overdue: late.length });
      }
      // From here on the ledgers are in memory.
      for (const ledger of ['finding', 'inspection', 'case-file']) await bench.storage.ids({ ledger });
    }
    await bench.storage.close();
  });

  it('adds up year by year to what there is', async () => {
    const bench = await fresh();
    for (const body of bodies.slice(0, 5)) {
      const { years } = await opened(bench, body);
      const rows = await own('finding', body);
      for (const year of years) {
        const found = rows.filter((row) => String(row.values['foundOn']).startsWith(String(year.year)));
        expect(year.findings).toBe(found.length);
        const inTime = found.filter(
          (row) =>
            row.values['dueOn'] !== null &&
            String(row.values['submittedOn'] ?? row.values['closedOn'] ?? '9') <= String(row.values['dueOn']),
        );
        expect(year.inTime).toBe(inTime.length);
        expect(inTimeShare(year) ?? 0).toBeLessThanOrEqual(100);
      }
      expect(years.map((year) => year.year)).toEqual([...years.keys()].map((at) => 2026 - at));
    }
    await bench.storage.close();
  });

  it('ranks a body among all bodies of a batch by the mean of their scores', async () => {
    const bench = await fresh();
    const files = await all('case-file');
    const [body = ''] = bodies;
    const scores = await bodyScores(bench, body);
    expect(scores.length).toBeGreaterThan(3);
    for (const score of scores) {
      const mean = (entity: string): number => {
        const marks = files
          .filter((row) => row.values['batch'] === score.batch && row.values['entity'] === entity)
          .map((row) => Number(row.values['score']));
        return Math.round((marks.reduce((sum, mark) => sum + mark, 0) / marks.length) * 100) / 100;
      };
      expect(score.mean).toBe(mean(body));
      expect(score.bodies).toBe(bodies.length);
      expect(score.place).toBe(1 + bodies.filter((other) => mean(other) > mean(body)).length);
    }
    await bench.storage.close();
  });

  it('names only deadlines of the body, and lists parts page by page', async () => {
    const bench = await fresh();
    for (const body of bodies) {
      const { dues, counts } = await opened(bench, body);
      expect(dues.every((due) => due.entity === body)).toBe(true);
      const page = await bench.storage.page(partQuery(bodyParts.findings, body), 5, 5);
      expect(page.total).toBe(counts.findings);
      expect(page.rows.every((row) => row.values['entity'] === body)).toBe(true);
      const days = page.rows.map((row) => String(row.values['foundOn']));
      expect(days).toEqual(days.toSorted().toReversed());
    }
    await bench.storage.close();
  });

  it('prints as one archive, with what is open and nothing that is closed', async () => {
    const bench = await fresh();
    const [body = ''] = bodies;
    const archive = await bodyArchive(bench, await opened(bench, body));
    const { html, title } = bodyArchiveOrder(archive);
    expect(title).toBe(`${String(county.bodies[0]?.values.name)}监督档案`);
    expect(archive.open.every((one) => !['已销号', '查否'].includes(one.status))).toBe(true);
    for (const one of archive.open) expect(html).toContain(one.number);
    expect(html).not.toMatch(/style=|<script/);
    await bench.storage.close();
  });

  it('is none where there is no such body', async () => {
    const bench = await fresh();
    expect(await openBody(bench, 'nobody')).toBeNull();
    await bench.storage.close();
  });
});
