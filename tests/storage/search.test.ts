import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Storage } from '@/storage/contract';
import { context, openDesk, valueOf } from './desk';

const intent = { kind: 'create', label: '登记' } as const;
const people = [
  '张伟',
  '章子怡',
  '单田芳',
  '重庆路派出所',
  '吕布',
  '解放军',
  '行政执法大队',
  'WPS小组',
  '区志强',
  '长乐街道12号',
  '银行',
];

let storage: Storage;

async function deskOfPeople(): Promise<Storage> {
  const { storage: made } = await openDesk();
  const mutations = people.map((name, at) => ({
    op: 'create' as const,
    ledger: 'person',
    values: { name, remark: at === 0 ? '负责审核（专职）' : null, number: at === 1 ? '320723199001011234' : null },
  }));
  valueOf(await made.commit(intent, mutations, context));
  return made;
}

beforeAll(async () => {
  storage = await deskOfPeople();
});

async function found(search: string): Promise<readonly unknown[]> {
  const page = await storage.page({ ledger: 'person', search, sort: [{ field: 'name' }] }, 0, 99);
  return page.rows.map((row) => row.values.name);
}

describe('search', () => {
  it.each([
    ['张', ['张伟']],
    ['zhang', ['章子怡', '长乐街道12号', '张伟']],
    ['zw', ['张伟']],
    ['zhangw', ['张伟']],
    ['zhwei', ['张伟']],
    ['ZHANG wei', ['张伟']],
    ['stf', ['单田芳']],
    ['shantian', ['单田芳']],
    ['dantian', ['单田芳']],
    ['chongqing', ['重庆路派出所']],
    ['zhongqing', ['重庆路派出所']],
    ['cqlpcs', ['重庆路派出所']],
    ['lv', ['吕布']],
    ['lvbu', ['吕布']],
    ['lyubu', ['吕布']],
    ['ouzhiqiang', ['区志强']],
    ['xzzf', ['行政执法大队']],
    ['yinhang', ['银行']],
    ['wps', ['WPS小组']],
    ['ｗｐｓxz', ['WPS小组']],
    ['cljd12', ['长乐街道12号']],
    ['sh (专职)', ['张伟']],
    ['fuze', ['张伟']],
    ['19900101', ['章子怡']],
    ['hang', ['行政执法大队', '银行']],
    ['zzzz', []],
    ['ngwei', []],
  ])('finds “%s”', async (text, names) => {
    expect([...(await found(text))].sort()).toEqual([...names].sort());
  });

  it('finds letter by letter what it finds at once', async () => {
    const word = fc.constantFrom('zhangwei', 'chongqinglu', 'xzzfdd', 'wpsxz', '行政zf', 'lvbu', '12');
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 2 }), async (words) => {
        const text = words.join(' ');
        for (let end = 1; end < text.length; end += 1) await found(text.slice(0, end));
        const fresh = await deskOfPeople();
        const page = await fresh.page({ ledger: 'person', search: text, sort: [{ field: 'name' }] }, 0, 99);
        expect(await found(text)).toEqual(page.rows.map((row) => row.values.name));
      }),
      { numRuns: 12 },
    );
  });

  it('follows changes at once', async () => {
    const { storage: own } = await openDesk();
    const made = valueOf(
      await own.commit(intent, [{ op: 'create', ledger: 'person', values: { name: '张三' } }], context),
    );
    const ids = async (search: string): Promise<number> => (await own.ids({ ledger: 'person', search })).length;
    expect([await ids('zs'), await ids('ls')]).toEqual([1, 0]);
    const change = {
      op: 'update',
      ledger: 'person',
      id: made.rows[0]?.id ?? '',
      revision: 1,
      changes: { name: '李四' },
    } as const;
    valueOf(await own.commit(intent, [change], context));
    expect([await ids('zs'), await ids('ls')]).toEqual([0, 1]);
  });

  it('gives the same answers while a large register is made ready in between', async () => {
    const { storage: first, reopen } = await openDesk();
    const notes = Array.from({ length: 5_200 }, (_, at) => ({
      op: 'create' as const,
      ledger: 'note',
      values: { about: `第${at}次来访`, day: at % 2 === 0 ? '2026-01-01' : null },
    }));
    valueOf(await first.commit(intent, notes, context));
    await first.close();
    const again = reopen();
    await again.useCodeTables(context.codes);
    valueOf(await again.open());
    for (const search of ['d52', 'laifang', '第5199次', 'd52', '第5199次', 'dslf']) {
      const ids = await again.ids({ ledger: 'note', search });
      const wanted = { d52: 11, laifang: 5_200, 第5199次: 1, dslf: 0 }[search];
      expect([search, ids.length]).toEqual([search, wanted]);
    }
  });

  it('in all registers at once puts titles that begin with the words first and hides what is sensitive', async () => {
    const organ = { op: 'create', ledger: 'organ', values: { name: '县张桥镇' } } as const;
    valueOf(await storage.commit(intent, [organ], context));
    expect((await storage.search('张', 9)).map((hit) => [hit.ledger, hit.title])).toEqual([
      ['person', '张伟'],
      ['organ', '县张桥镇'],
    ]);
    const [hit] = await storage.search('19900101', 9);
    expect(hit).toMatchObject({ title: '章子怡', excerpt: '身份证号：320*************34' });
    expect(await storage.search('  ', 9)).toEqual([]);
    expect((await storage.suggest('organ', '', 5)).map((item) => item.title)).toEqual(['县张桥镇']);
    expect((await storage.suggest('person', 'zhw', 5)).map((item) => item.title)).toEqual(['张伟']);
  });
});
