import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkLists,
  readLists,
  readResult,
  runDraw,
  writeLists,
  writeResult,
  type DrawLists,
  type DrawPerson,
} from '@/domain/draw';

const sha256 = (text: string): Promise<string> => Promise.resolve(createHash('sha256').update(text).digest('hex'));

function listsOf(weights: readonly number[], people: readonly DrawPerson[], numbers: readonly [number, number]) {
  const objects = weights.map((weight, at) => ({
    id: `o${at}`,
    name: `单位${at}`,
    entity: null,
    unit: `单位${at}`,
    weight,
    reason: '测试',
  }));
  const [objectCount, inspectorsEach] = numbers;
  return { title: '抽取', source: 'enforcement-entity', objects, people, objectCount, inspectorsEach } as DrawLists;
}

function person(at: number, aside: readonly string[] = []): DrawPerson {
  const recusals = aside.map((object) => ({ object, kind: 'own-unit', reason: '在该单位工作' }) as const);
  return { id: `p${at}`, register: 'supervision-staff', name: `人员${at}`, unit: '局机关', history: [], recusals };
}

const people = (count: number): DrawPerson[] => Array.from({ length: count }, (_, at) => person(at));

const cases = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }),
    size: fc.integer({ min: 4, max: 9 }),
    seed: fc.string({ minLength: 8, maxLength: 32 }),
    count: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ weights, size, seed, count }) => {
    // Each person stands aside from one object at most, so that two are left for every object.
    const crew = Array.from({ length: size }, (_, at) => person(at, at < size - 2 ? [`o${at % weights.length}`] : []));
    return { seed, lists: listsOf(weights, crew, [Math.min(count, weights.length), 2]) };
  });

describe('a draw', () => {
  it('gives the same result from the same record, also after it was written and read', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ seed, lists }) => {
        const first = await runDraw(lists, seed, sha256);
        const again = await runDraw(readLists(writeLists(lists)), seed, sha256);
        expect(writeResult(again)).toBe(writeResult(first));
        expect(readResult(writeResult(first))).toEqual(first);
        expect(writeLists(readLists(writeLists(lists)))).toBe(writeLists(lists));
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });

  it('draws as many different objects as asked for, two people each, never one who stands aside', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ seed, lists }) => {
        const { drawn } = await runDraw(lists, seed, sha256);
        expect(new Set(drawn.map(({ id }) => id)).size).toBe(lists.objectCount);
        for (const { id, inspectors } of drawn) {
          expect(new Set(inspectors.map((one) => one.id)).size).toBe(2);
          for (const one of inspectors) {
            const found = lists.people.find((candidate) => candidate.id === one.id);
            expect(found?.recusals.some(({ object }) => object === id)).toBe(false);
          }
        }
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });

  it('does not depend on the order in which the lists were put together', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ seed, lists }) => {
        const turned = { ...lists, objects: [...lists.objects].reverse(), people: [...lists.people].reverse() };
        expect(await runDraw(turned, seed, sha256)).toEqual(await runDraw(lists, seed, sha256));
      }),
      { numRuns: 30, seed: 20261122 },
    );
  });

  it('spreads the work: without recusals nobody has two objects more than another', async () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const lists = listsOf(Array(13).fill(1) as number[], people(5), [11, 2]);
      const { drawn } = await runDraw(lists, `balance-${seed}`, sha256);
      const loads = lists.people.map(
        ({ id }) => drawn.filter(({ inspectors }) => inspectors.some((one) => one.id === id)).length,
      );
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    }
  });

  it('draws each object as often as its weight says, over many seeds', async () => {
    const weights = [1, 1, 2, 4];
    const lists = listsOf(weights, people(2), [1, 2]);
    const runs = 4000;
    const counts = weights.map(() => 0);
    for (let seed = 0; seed < runs; seed += 1) {
      const { order } = await runDraw(lists, `fair-${seed}`, sha256);
      const at = Number(order[0]?.id.slice(1));
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const [at, weight] of weights.entries()) {
      const share = weight / 8;
      // Four standard deviations of a binomial count: a fair draw leaves them once in some ten thousand tests.
      const bound = 4 * Math.sqrt(runs * share * (1 - share));
      expect(Math.abs((counts[at] ?? 0) - runs * share), `object ${at}`).toBeLessThan(bound);
    }
  });

  it('chooses inspectors evenly over many seeds', async () => {
    const lists = listsOf([1], people(5), [1, 2]);
    const runs = 3000;
    const counts = new Map<string, number>();
    for (let seed = 0; seed < runs; seed += 1) {
      const { drawn } = await runDraw(lists, `even-${seed}`, sha256);
      for (const { id } of drawn[0]?.inspectors ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const bound = 4 * Math.sqrt(runs * 0.4 * 0.6);
    for (const { id } of lists.people) expect(Math.abs((counts.get(id) ?? 0) - runs * 0.4)).toBeLessThan(bound);
  });

  it('is the published arithmetic: a key is SHA-256 of seed, object and ticket', async () => {
    const { order } = await runDraw(listsOf([1], people(2), [1, 2]), '00', sha256);
    expect(order[0]).toEqual({ id: 'o0', key: await sha256('00|object|o0|1'), ticket: 1 });
  });
});

describe('lists of a draw', () => {
  it('are refused when empty, with the reason', () => {
    const { general } = checkLists(listsOf([], [], [5, 2]));
    expect(general.join()).toContain('对象名单是空的');
    expect(general.join()).toContain('每个对象缺2人');
  });

  it('are refused when more is asked for than there is', () => {
    expect(checkLists(listsOf([1, 1], people(3), [5, 2])).general).toEqual([
      '要抽5个，名单中只有2个，还缺3个：请减少抽取数或者增加对象',
    ]);
  });

  it('say for which object how many people are missing, and who stands aside why', () => {
    const crew = [person(0, ['o1']), person(1), person(2, ['o1'])];
    const { general, shortages } = checkLists(listsOf([1, 1], crew, [1, 2]));
    expect(general).toEqual([]);
    expect(shortages).toHaveLength(1);
    expect(shortages[0]).toMatchObject({ object: 'o1', eligible: 1, missing: 1 });
    expect(shortages[0]?.message).toBe(
      '“单位1”需要2人，名单3人中能参加的只有1人，还缺1人；应当回避：人员0（在该单位工作）、人员2（在该单位工作）',
    );
  });

  it('that are right have no problem', () => {
    expect(checkLists(listsOf([1, 2], people(2), [2, 2]))).toEqual({ general: [], shortages: [] });
  });
});
