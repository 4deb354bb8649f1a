import { describe, expect, it } from 'vitest';
import { shippedCodeTables } from '@/domain/code-tables';
import {
  checklist,
  countChecks,
  failedItems,
  itemKey,
  listsWithEntries,
  noChecks,
  readChecks,
  shippedChecklists,
  takeLists,
  writeChecks,
  type Checklist,
  type Checks,
} from '@/domain/inspection';

function listOf(id: string): Checklist {
  const found = shippedChecklists().find((one) => one.id === id);
  if (!found) throw new Error(`no list ${id}`);
  return found;
}

function keyAt(list: Checklist, at: number): string {
  const item = list.items[at];
  if (!item) throw new Error('no such item');
  return itemKey(list, item);
}

const systems = listOf('three-systems');
const discretion = listOf('discretion');

describe('the shipped check lists', () => {
  it('cover the areas of supervision, each with what to look at and its basis', () => {
    const areas = ['三项制度', '主体资格和人员', '裁量基准', '双随机一公开', '两法衔接', '涉企检查', '案卷'];
    expect(shippedChecklists().map((list) => list.area)).toEqual(areas);
    for (const list of shippedChecklists()) {
      expect(list.source.length, list.id).toBeGreaterThan(8);
      expect(list.version).toMatch(/^\d{4}\.\d+$/);
      for (const item of list.items) {
        expect(item.look, `${list.id} ${item.id}`).not.toBe('');
        expect(item.basis, `${list.id} ${item.id}`).toMatch(/^(《|惯例|地方规定|国办发|国务院)/);
      }
    }
  });

  it('name each item once, and types of findings that the table has', () => {
    const types = new Set(
      shippedCodeTables.find((table) => table.id === 'finding-type')?.entries.map(({ code }) => code),
    );
    const keys = shippedChecklists().flatMap((list) => list.items.map((item) => itemKey(list, item)));
    expect(new Set(keys).size).toBe(keys.length);
    for (const list of shippedChecklists()) for (const item of list.items) expect(types).toContain(item.type);
  });

  it('are refused when an item lacks its basis', () => {
    const broken = { ...systems, items: [{ ...systems.items[0], basis: '' }] };
    expect(checklist.safeParse(broken).success).toBe(false);
  });
});

describe('the results of check lists', () => {
  const checks: Checks = {
    lists: [systems, discretion],
    entries: {
      [keyAt(systems, 0)]: { result: 'met', note: '' },
      [keyAt(systems, 2)]: { result: 'failed', note: '6件超期公示' },
      [keyAt(discretion, 1)]: { result: 'not-applicable', note: '' },
      [keyAt(discretion, 2)]: { result: 'unchecked', note: '没有带到' },
    },
  };

  it('are counted; 未查 is entered, but not checked', () => {
    const total = systems.items.length + discretion.items.length;
    expect(countChecks(checks)).toMatchObject({ total, open: total - 4, checked: 3, failed: 1, met: 1, unchecked: 1 });
    expect(countChecks(noChecks)).toMatchObject({ total: 0, open: 0, checked: 0 });
  });

  it('give the failed items with their notes', () => {
    expect(failedItems(checks).map(({ key, note }) => [key, note])).toEqual([['three-systems/03', '6件超期公示']]);
  });

  it('come back from the record as they were', () => {
    expect(readChecks(writeChecks(checks))).toEqual(checks);
  });

  it('keep a list as it was taken when a newer version is shipped', () => {
    const newer = { ...systems, version: '2030.1', items: systems.items.slice(0, 1) };
    const taken = takeLists(checks, [newer, discretion]);
    expect(taken.lists[0]).toEqual(systems);
    expect(taken.entries).toEqual(checks.entries);
  });

  it('tell which lists would lose entries, and go with a list that is taken out', () => {
    expect(listsWithEntries(checks, new Set(['three-systems'])).map(({ id }) => id)).toEqual(['discretion']);
    const left = takeLists(checks, [systems]);
    expect(Object.keys(left.entries)).toEqual(['three-systems/01', 'three-systems/03']);
  });
});
