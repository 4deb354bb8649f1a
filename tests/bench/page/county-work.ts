import type { LedgerRow, ListQuery, Mutation } from '@/domain/kernel';
import { nextNumber, numberSeries } from '@/services/document-numbers';
import { createFindings, type FindingInput } from '@/services/findings';
import { createSession } from '@/services/session';
import type { Workbench } from '@/services/workbench';
import type { StorageClient } from '@/storage/client';
import { context, must } from './desk';
import { figure, percentile, timed, type Figure } from './measure';
import { openRaw, rawWrite } from './raw';
import { rawList } from './raw-county';

const finding = 'finding';
const document = 'official-document';

async function benchOn(storage: StorageClient): Promise<Workbench> {
  const clock = (): number => Date.parse('2026-11-22T02:00:00Z');
  const session = createSession(clock);
  await session.refresh(storage);
  return { storage, exchange: {} as never, shell: {} as never, clock, session };
}

async function lists(storage: StorageClient, raw: IDBDatabase): Promise<readonly Figure[]> {
  const first = await timed(() => storage.page({ ledger: finding }, 0, 50));
  const whole = await timed(() => storage.page({ ledger: finding, sort: [{ field: 'entity' }] }, 0, 50));
  const queries: readonly Omit<ListQuery, 'ledger'>[] = [
    { sort: [{ field: 'dueOn', descending: true }] },
    { sort: [{ field: 'status' }, { field: 'foundOn', descending: true }] },
    { filters: [{ field: 'status', op: 'any', values: ['closed'] }], sort: [{ field: 'entity' }] },
    { filters: [{ field: 'foundOn', op: 'between', from: '2022-01-01', to: '2023-12-31' }] },
    { filters: [{ field: 'fact', op: 'contains', value: '公示' }], sort: [{ field: 'number' }] },
    { search: '裁量' },
  ];
  const ours: number[] = [];
  const base: number[] = [];
  for (let round = 0; round < 30; round += 1) {
    const query = queries[round % queries.length] ?? {};
    ours.push((await timed(() => storage.page({ ledger: finding, ...query }, (round % 5) * 50, 50))).ms);
    base.push((await timed(() => rawList(raw, (round % 5) * 50))).ms);
  }
  return [
    figure('问题台账（2万条）启动后第一次打开', 'ms', first.ms, base[0] ?? null),
    figure('　其后第一次排序，含读入内存', 'ms', whole.ms, null),
    figure('问题台账（2万条）排序、筛选、查找 p50', 'ms', percentile(ours, 0.5), percentile(base, 0.5)),
    figure('问题台账（2万条）排序、筛选、查找 p95', 'ms', percentile(ours, 0.95), percentile(base, 0.95)),
  ];
}

const input: FindingInput = {
  entity: '',
  summary: '测速',
  fact: '测速登记的问题。',
  basis: null,
  source: 'inspection',
  foundOn: '2026-11-20',
  requirement: null,
};

/** A commit that touches one record, again and again; the first one reads what it is judged by. */
async function touched(storage: StorageClient, row: LedgerRow, ledger: string, rounds: number): Promise<number[]> {
  const spent: number[] = [];
  let revision = row.revision;
  for (let round = 0; round < rounds; round += 1) {
    const changes = { remark: `第${round + 1}次` };
    const mutation: Mutation = { op: 'update', ledger, id: row.id, revision, changes };
    const answer = await timed(() => storage.commit({ kind: 'edit', label: '测速' }, [mutation], context));
    revision = must(answer.value).rows[0]?.revision ?? revision + 1;
    spent.push(answer.ms);
  }
  return spent;
}

async function saving(storage: StorageClient): Promise<readonly Figure[]> {
  const raw = await openRaw('raw-one');
  const { rows } = await storage.page({ ledger: document }, 0, 1);
  const [row] = rows;
  if (!row) throw new Error('测速中断：没有文书');
  const [first, ...later] = await touched(storage, row, document, 12);
  const base: number[] = [];
  for (let round = 0; round < 12; round += 1) base.push((await timed(() => rawWrite(raw, [row]))).ms);
  const bench = await benchOn(storage);
  const made: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const entity = String(row.values['entity']);
    const fact = `测速登记的第${round + 1}个问题。`;
    made.push((await timed(async () => must(await createFindings(bench, [{ ...input, entity, fact }])))).ms);
  }
  raw.close();
  const plain = percentile(base, 0.5);
  return [
    figure('保存一份带问题的文书，启动后第一次（含读入台账）', 'ms', first ?? Number.NaN, plain),
    figure('保存一份带问题的文书，其后', 'ms', percentile(later, 0.5), plain),
    figure('登记一个问题，第一次', 'ms', made[0] ?? Number.NaN, plain),
    figure('登记一个问题，其后', 'ms', percentile(made.slice(1), 0.5), plain),
  ];
}

async function numbers(storage: StorageClient): Promise<readonly Figure[]> {
  const bench = await benchOn(storage);
  const series = await timed(() => numberSeries(bench));
  const next: number[] = [];
  for (let year = 2017; year <= 2026; year += 1) {
    next.push((await timed(() => nextNumber(bench, '安司执监通', year))).ms);
  }
  return [
    figure('文号登记（4千余号）汇总各系列', 'ms', series.ms, null),
    figure('取下一个文号', 'ms', percentile(next, 0.5), null),
  ];
}

/** Saving, numbers and lists over ten years of data, each against plain IndexedDB where that does the like. */
export async function measureWork(storage: StorageClient, raw: IDBDatabase): Promise<readonly Figure[]> {
  return [...(await saving(storage)), ...(await numbers(storage)), ...(await lists(storage, raw))];
}
