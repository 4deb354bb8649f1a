import type { Filter, ListQuery, SortKey } from '@/domain/kernel';
import type { StorageClient } from '@/storage/client';
import { figure, percentile, timed, type Figure } from './measure';
import { rawPage } from './raw';

const ledger = 'enforcement-officer';
const sorts: readonly (readonly SortKey[])[] = [
  [{ field: 'name' }],
  [{ field: 'validUntil', descending: true }],
  [{ field: 'entity' }, { field: 'name' }],
  [{ field: 'issuedOn' }, { field: 'certificateNo', descending: true }],
  [],
];

function filtersOf(round: number, entities: readonly string[]): readonly Filter[] {
  const entity = entities[round % entities.length] ?? '';
  const kinds: readonly (readonly Filter[])[] = [
    [{ field: 'certificateStatus', op: 'equals', value: 'valid' }],
    [{ field: 'entity', op: 'any', values: [entity] }],
    [{ field: 'validUntil', op: 'between', from: `202${round % 8}-01-01` }],
    [{ field: 'position', op: 'contains', value: '科员' }],
    [
      { field: 'gender', op: 'equals', value: round % 2 === 0 ? '1' : '2' },
      { field: 'trainingHours', op: 'between', from: 20 + (round % 40), to: 70 },
    ],
  ];
  return kinds[round % kinds.length] ?? [];
}

async function manyPages(storage: StorageClient, entities: readonly string[], rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const query: ListQuery = {
      ledger,
      filters: filtersOf(round, entities),
      sort: sorts[(round * 3) % sorts.length] ?? [],
    };
    times.push((await timed(() => storage.page(query, (round % 4) * 50, 50))).ms);
  }
  return times;
}

async function manyRawPages(raw: IDBDatabase, entities: readonly string[], rounds: number): Promise<number[]> {
  const ranges: readonly (readonly [string, IDBKeyRange | null])[] = [
    ['certificateStatus', IDBKeyRange.only('valid')],
    ['entity', IDBKeyRange.only(entities[0])],
    ['validUntil', IDBKeyRange.lowerBound('2027-01-01')],
    ['name', null],
  ];
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [index, range] = ranges[round % ranges.length] ?? ['name', null];
    times.push((await timed(() => rawPage(raw, index, { range, offset: (round % 4) * 50, limit: 50 }))).ms);
  }
  return times;
}

/** A page of 50 out of all officers with filter, sort and count, against an index cursor with a count. */
export async function measureLists(
  storage: StorageClient,
  raw: IDBDatabase,
  entities: readonly string[],
): Promise<readonly Figure[]> {
  const first = await timed(() => manyPages(storage, entities, sorts.length));
  const ours = await manyPages(storage, entities, 200);
  const base = await manyRawPages(raw, entities, 60);
  return [
    figure('列表页 50/100000（筛选、排序、计数）p50', 'ms', percentile(ours, 0.5), percentile(base, 0.5)),
    figure('列表页 50/100000（筛选、排序、计数）p95', 'ms', percentile(ours, 0.95), percentile(base, 0.95)),
    figure(`头${sorts.length}种排序的首次准备合计`, 'ms', first.ms, null),
  ];
}

const typed = ['zhangwei', '王', 'lj0799001', 'lxy', '陈军', 'zhoujing', '赵', 'chen', '13000', 'wangfang'];

/** Typing into the search box, letter by letter, against a cursor over the prefix of one index. */
export async function measureSearch(storage: StorageClient, raw: IDBDatabase): Promise<readonly Figure[]> {
  const ours: number[] = [];
  const base: number[] = [];
  const first = await timed(() => storage.page({ ledger, search: '预热' }, 0, 50));
  for (const word of typed) {
    for (let length = 1; length <= word.length; length += 1) {
      const search = word.slice(0, length);
      ours.push((await timed(() => storage.page({ ledger, search }, 0, 50))).ms);
      const range = IDBKeyRange.bound(search, `${search}\uffff`);
      base.push((await timed(() => rawPage(raw, 'name', { range, offset: 0, limit: 50 }))).ms);
    }
  }
  return [
    figure('边输边查 100000 p50', 'ms', percentile(ours, 0.5), percentile(base, 0.5)),
    figure('边输边查 100000 p95', 'ms', percentile(ours, 0.95), percentile(base, 0.95)),
    figure('查找的首次准备', 'ms', first.ms, null),
  ];
}
