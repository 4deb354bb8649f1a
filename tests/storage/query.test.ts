import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  presentValue,
  type FieldValue,
  type Filter,
  type LedgerRow,
  type ListQuery,
  type Values,
} from '@/domain/kernel';
import type { Storage } from '@/storage/contract';
import { compareKeys, sortKey } from '@/storage/collation';
import { codes, context, openDesk, person, valueOf } from './desk';

const intent = { kind: 'create', label: '登记' } as const;

// What follows is the plain way: every record is looked at, nothing is kept.

function shown(name: string, value: FieldValue | undefined, titles: ReadonlyMap<string, string>): string {
  const field = person.fields[name as keyof typeof person.fields];
  return presentValue(field, value, { codes, titleOf: (_, id) => titles.get(id) ?? '' });
}

function lower(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function passes(row: LedgerRow, filter: Filter, titles: ReadonlyMap<string, string>): boolean {
  const value = row.values[filter.field] ?? null;
  const items = Array.isArray(value) ? (value as readonly string[]) : [value];
  switch (filter.op) {
    case 'equals':
      return items.includes(filter.value as string);
    case 'any':
      return items.some((item) => filter.values.includes(String(item)) && item !== null);
    case 'contains':
      return lower(shown(filter.field, value, titles)).includes(lower(filter.value));
    case 'between':
      if (value === null) return false;
      return !(filter.from !== undefined && value < filter.from) && !(filter.to !== undefined && value > filter.to);
    case 'empty':
      return value === null || (Array.isArray(value) && value.length === 0);
    default:
      return value !== null && !(Array.isArray(value) && value.length === 0);
  }
}

function plainOrder(a: LedgerRow, b: LedgerRow, query: ListQuery, titles: ReadonlyMap<string, string>): number {
  for (const { field, descending } of query.sort ?? []) {
    const definition = person.fields[field as keyof typeof person.fields];
    const [one, other] = [a.values[field] ?? null, b.values[field] ?? null];
    if (one === null || other === null) {
      if (one === other) continue;
      return one === null ? 1 : -1;
    }
    const numeric = ['integer', 'decimal', 'flag'].includes(definition.kind);
    const dated = ['date', 'month'].includes(definition.kind);
    const key = (value: FieldValue): string =>
      dated ? String(value) : sortKey(shown(field, value, titles), definition.label.includes('姓名'));
    const order = numeric ? Number(one) - Number(other) : compareKeys(key(one), key(other));
    if (order !== 0) return descending ? -order : order;
  }
  return compareKeys(b.id, a.id);
}

const organNames = ['甲县公安局', '乙县（城关）司法所', '重庆路街道办'];
const name = fc.constantFrom('张伟', '单雄信', '曾国强', 'ＡＢ公司', 'ab厂', '第2队', '第10队', '王芳');

const values = fc.record({
  name,
  kind: fc.option(fc.constantFrom('a', 'b', 'c')),
  kinds: fc.option(fc.subarray(['a', 'b', 'c'], { minLength: 1 })),
  organ: fc.option(fc.constantFrom('o0', 'o1', 'o2')),
  organs: fc.option(fc.subarray(['o0', 'o1', 'o2'], { minLength: 1 })),
  born: fc.option(fc.constantFrom('1990-01-05', '1985-12-31', '1990-01-31', '2001-07-01')),
  since: fc.option(fc.constantFrom('2020-01', '2021-12')),
  rank: fc.option(fc.nat(12)),
  score: fc.option(fc.constantFrom(0.5, -3, 10, 9.75)),
  active: fc.option(fc.boolean()),
  remark: fc.option(fc.constantFrom('第一行\n第二行', '无', 'ＯＫ')),
});

const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    field: fc.constantFrom('kind', 'kinds'),
    op: fc.constant('equals' as const),
    value: fc.constantFrom('a', 'b'),
  }),
  fc.record({
    field: fc.constantFrom('organ', 'organs'),
    op: fc.constant('equals' as const),
    value: fc.constantFrom('o0', 'o1'),
  }),
  fc.record({ field: fc.constant('active'), op: fc.constant('equals' as const), value: fc.boolean() }),
  fc.record({
    field: fc.constantFrom('kind', 'kinds', 'organs', 'name'),
    op: fc.constant('any' as const),
    values: fc.subarray(['a', 'c', 'o2', '张伟']),
  }),
  fc.record({
    field: fc.constantFrom('name', 'organ', 'organs', 'kind', 'remark'),
    op: fc.constant('contains' as const),
    value: fc.constantFrom('县', 'AB', '(城关)', '行政', 'ok', '、', ''),
  }),
  fc.record({
    field: fc.constantFrom('rank', 'score'),
    op: fc.constant('between' as const),
    from: fc.constantFrom(0, 3),
    to: fc.constantFrom(9, 11),
  }),
  fc.record({
    field: fc.constant('born'),
    op: fc.constant('between' as const),
    to: fc.constantFrom('1990-01-05', '2000-01-01'),
  }),
  fc.record({
    field: fc.constantFrom('born', 'kinds', 'active', 'remark'),
    op: fc.constantFrom('empty' as const, 'filled' as const),
  }),
);

const query: fc.Arbitrary<ListQuery> = fc.record({
  ledger: fc.constant('person'),
  deleted: fc.boolean(),
  filters: fc.array(filter, { maxLength: 3 }),
  sort: fc.array(
    fc.record({
      field: fc.constantFrom('name', 'kind', 'kinds', 'organ', 'organs', 'born', 'since', 'rank', 'score', 'active'),
      descending: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});

/** A step in the life of a register: people come, change, go and come back; organs get other names. */
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), people: fc.array(values, { minLength: 1, maxLength: 8 }) }),
  fc.record({ do: fc.constant('change' as const), pick: fc.nat(30), values }),
  fc.record({ do: fc.constantFrom('remove' as const, 'restore' as const), pick: fc.nat(30) }),
  fc.record({ do: fc.constant('rename' as const), organ: fc.nat(2), name: fc.constantFrom('丁局', '阿克苏局', '2局') }),
  fc.record({ do: fc.constant('ask' as const), query }),
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function live(storage: Storage, taken: Step): Promise<void> {
  const ids = await storage.ids({ ledger: 'person', deleted: taken.do === 'restore' });
  const pick = (at: number): string | undefined => ids[at % Math.max(ids.length, 1)];
  if (taken.do === 'add') {
    await storage.commit(
      intent,
      taken.people.map((item) => ({ op: 'create', ledger: 'person', values: item as Values })),
      context,
    );
  } else if (taken.do === 'change') {
    const [row] = await storage.rows('person', [pick(taken.pick) ?? '']);
    if (!row) return;
    const change = { op: 'update', ledger: 'person', id: row.id, revision: row.revision } as const;
    await storage.commit(intent, [{ ...change, changes: taken.values as Values }], context);
  } else if (taken.do === 'rename') {
    const [row] = await storage.rows('organ', [`o${taken.organ}`]);
    if (!row) return;
    const change = { op: 'update', ledger: 'organ', id: row.id, revision: row.revision } as const;
    await storage.commit(intent, [{ ...change, changes: { name: taken.name } }], context);
  } else if (taken.do !== 'ask') {
    const id = pick(taken.pick);
    if (id !== undefined) await storage.commit(intent, [{ op: taken.do, ledger: 'person', id }], context);
  }
}

async function compare(storage: Storage, asked: ListQuery): Promise<void> {
  const everybody = [
    ...(await storage.ids({ ledger: 'person' })),
    ...(await storage.ids({ ledger: 'person', deleted: true })),
  ];
  const rows = await storage.rows('person', everybody);
  const titles = new Map(Object.entries(await storage.titles('organ', ['o0', 'o1', 'o2'])));
  const wanted = rows
    .filter((row) => (row.deletedAt !== null) === asked.deleted)
    .filter((row) => (asked.filters ?? []).every((item) => passes(row, item, titles)))
    .sort((a, b) => plainOrder(a, b, asked, titles))
    .map((row) => row.id);
  expect(await storage.ids(asked)).toEqual(wanted);
  const page = await storage.page(asked, 1, 3);
  expect([page.total, page.rows.map((row) => row.id)]).toEqual([wanted.length, wanted.slice(1, 4)]);
  expect(await storage.countRows(asked)).toBe(wanted.length);
}

describe('queries', () => {
  it('agree with a plain filter over all rows, whatever happened before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), query, async (steps, last) => {
        const { storage } = await openDesk();
        const organs = organNames.map(
          (organ, at) => ({ op: 'create', ledger: 'organ', id: `o${at}`, values: { name: organ } }) as const,
        );
        valueOf(await storage.commit(intent, organs, context));
        for (const taken of steps) {
          if (taken.do === 'ask') await compare(storage, taken.query);
          else await live(storage, taken);
        }
        await compare(storage, last);
      }),
      { numRuns: 60 },
    );
  });

  it('give the same answers out of the indexes, before any ledger is in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 15 }), query, async (steps, asked) => {
        const { storage, reopen } = await openDesk();
        const organs = organNames.map(
          (organ, at) => ({ op: 'create', ledger: 'organ', id: `o${at}`, values: { name: organ } }) as const,
        );
        valueOf(await storage.commit(intent, organs, context));
        for (const taken of steps) await live(storage, taken);
        const fields = ['organ', 'kinds', 'rank'];
        const known = [await storage.ids(asked), await storage.countRows(asked), await storage.page(asked, 1, 3)];
        const values = await storage.values(asked, fields);
        await storage.close();
        const fresh = reopen();
        await fresh.useCodeTables(codes);
        valueOf(await fresh.open());
        expect(await fresh.values(asked, fields)).toEqual(values);
        expect([await fresh.ids(asked), await fresh.countRows(asked), await fresh.page(asked, 1, 3)]).toEqual(known);
      }),
      { numRuns: 60 },
    );
  });

  it('see what was written after an answer out of an index', async () => {
    const { storage, reopen } = await openDesk();
    const adding = (name: string) => [{ op: 'create', ledger: 'person', values: { name, kind: 'a' } } as const];
    valueOf(await storage.commit(intent, adding('张三'), context));
    await storage.close();
    const fresh = reopen();
    await fresh.useCodeTables(codes);
    valueOf(await fresh.open());
    const asked: ListQuery = { ledger: 'person', filters: [{ field: 'kind', op: 'equals', value: 'a' }] };
    expect(await fresh.countRows(asked)).toBe(1);
    valueOf(await fresh.commit(intent, adding('李四'), context));
    expect((await fresh.page(asked, 0, 9)).rows.map((row) => row.values.name)).toEqual(['李四', '张三']);
  });
});

async function deskWith(...names: readonly string[]): Promise<Storage> {
  const { storage } = await openDesk();
  const people = names.map((item) => ({ op: 'create', ledger: 'person', values: { name: item } }) as const);
  valueOf(await storage.commit(intent, people, context));
  return storage;
}

async function namesIn(storage: Storage, asked: Omit<ListQuery, 'ledger'>): Promise<readonly unknown[]> {
  return (await storage.page({ ledger: 'person', ...asked }, 0, 99)).rows.map((row) => row.values.name);
}

describe('lists', () => {
  it('stand in the order of pinyin, with surnames read as surnames, numbers by value and empty ones last', async () => {
    const storage = await deskWith('赵一', '单雄', '阿强', '第10队', '第9队', 'b', 'A', '2', '曾志', '安然', '仇海');
    const sorted = ['2', 'A', 'b', '阿强', '安然', '第9队', '第10队', '仇海', '单雄', '曾志', '赵一'];
    expect(await namesIn(storage, { sort: [{ field: 'name' }] })).toEqual(sorted);
    expect(await namesIn(storage, { sort: [{ field: 'name', descending: true }] })).toEqual([...sorted].reverse());
  });

  it('are served newest first straight from the database while the ledger is read', async () => {
    const { storage, reopen } = await openDesk();
    const organs = Array.from(
      { length: 7 },
      (_, at) => ({ op: 'create', ledger: 'organ', values: { name: `机关${at}` } }) as const,
    );
    const made = valueOf(await storage.commit(intent, organs, context));
    valueOf(await storage.commit(intent, [{ op: 'remove', ledger: 'organ', id: made.rows[5]?.id ?? '' }], context));
    await storage.close();
    const again = reopen();
    await again.useCodeTables(codes);
    valueOf(await again.open());
    const first = await again.page({ ledger: 'organ' }, 1, 3);
    const afterwards = await again.page({ ledger: 'organ', search: '' }, 1, 3);
    expect(first.rows.map((row) => row.values.name)).toEqual(['机关4', '机关3', '机关2']);
    expect(afterwards).toEqual(first);
    expect(first.total).toBe(6);
  });

  it('follow the order of the definition, and bring the titles of what they refer to', async () => {
    const { storage } = await openDesk();
    const notes = [
      ['乙', '2026-02-01'],
      ['甲', '2026-01-01'],
      ['丙', null],
    ] as const;
    const mutations = notes.map(([about, day]) => ({ op: 'create', ledger: 'note', values: { about, day } }) as const);
    valueOf(await storage.commit(intent, mutations, context));
    const page = await storage.page({ ledger: 'note' }, 0, 9);
    expect(page.rows.map((row) => row.values.about)).toEqual(['甲', '乙', '丙']);
    const organ = { op: 'create', ledger: 'organ', id: 'o1', values: { name: '甲局' } } as const;
    const worker = { op: 'create', ledger: 'person', values: { name: '张三', organ: 'o1', organs: ['o1'] } } as const;
    valueOf(await storage.commit(intent, [organ, worker], context));
    expect((await storage.page({ ledger: 'person' }, 0, 9)).titles).toEqual({ o1: '甲局' });
    expect(await storage.backReferences('organ', 'o1')).toMatchObject([
      { ledger: 'person', field: 'organ', total: 1, hits: [{ title: '张三' }] },
      { ledger: 'person', field: 'organs', total: 1 },
    ]);
    expect(await storage.sheetRows({ ledger: 'person' }, ['name', 'organ', 'organs', 'rank'], 0, 9)).toEqual([
      ['张三', '甲局', '甲局', null],
    ]);
    expect(await storage.referenceTitles('organ', 9)).toEqual(['甲局']);
  });

  it('can be cut down to chosen records', async () => {
    const storage = await deskWith('甲', '乙', '丙');
    const ids = await storage.ids({ ledger: 'person' });
    expect(await storage.ids({ ledger: 'person', ids: [ids[2] ?? '', ids[0] ?? '', 'none'] })).toEqual([
      ids[0],
      ids[2],
    ]);
  });
});

describe('what is named by others', () => {
  it('is told out of the index and out of memory alike, without those that name it from the recycle bin', async () => {
    const { storage } = await openDesk();
    const organs = ['a', 'b', 'c'].map((id) => ({ op: 'create', ledger: 'organ', id, values: { name: id } }) as const);
    const people = ['a', 'b'].map(
      (organ) => ({ op: 'create', ledger: 'person', values: { name: '张三', organ } }) as const,
    );
    valueOf(await storage.commit(intent, organs, context));
    const made = valueOf(await storage.commit(intent, people, context));
    const asked = () => storage.named('person', 'organ', ['c', 'b', 'a']);
    expect(await asked()).toEqual(['b', 'a']);
    const gone = { op: 'remove', ledger: 'person', id: made.rows[0]?.id ?? '' } as const;
    valueOf(await storage.commit(intent, [gone], context));
    expect(await asked()).toEqual(['b']);
    await storage.page({ ledger: 'person', search: '张' }, 0, 10);
    expect(await asked()).toEqual(['b']);
  });
});
