import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  dutyItem,
  issuedHasStart,
  versionInForce,
  versionInOrder,
  type DutyItem,
  type ListedItem,
  type VersionFacts,
} from '@/domain/duty';
import { emptyValues } from '@/domain/kernel';

const blank = emptyValues(dutyItem) as unknown as DutyItem;

function item(id: string, given: Partial<DutyItem>): ListedItem {
  return { id, values: { ...blank, itemName: id, ...given } };
}

const version = (given: Partial<VersionFacts>): VersionFacts => ({
  kind: 'supervision',
  issuingBody: '县司法局',
  effectiveFrom: '2024-01-01',
  effectiveUntil: null,
  status: 'issued',
  ...given,
});

describe('the version in force', () => {
  const first = version({ effectiveFrom: '2023-01-01', effectiveUntil: '2024-12-31', status: 'repealed' });
  const second = version({ effectiveFrom: '2025-01-01' });
  const draft = version({ effectiveFrom: '2025-06-01', status: 'draft' });
  const other = version({ kind: 'power', effectiveFrom: '2025-03-01' });
  const all = [first, second, draft, other];

  it.each([
    ['2022-12-31', null],
    ['2023-01-01', first],
    ['2024-12-31', first],
    ['2025-01-01', second],
    ['2026-11-22', second],
  ])('on %s', (day, expected) => {
    expect(versionInForce(all, { kind: 'supervision' }, day)).toBe(expected);
  });

  it('is the latest begun where two overlap, and of the body asked for', () => {
    const newer = version({ effectiveFrom: '2026-01-01' });
    expect(versionInForce([newer, second], { kind: 'supervision' }, '2026-11-22')).toBe(newer);
    const elsewhere = version({ issuingBody: '县城管局', effectiveFrom: '2026-06-01' });
    const list = { kind: 'supervision', issuingBody: '县司法局' };
    expect(versionInForce([elsewhere, second], list, '2026-11-22')).toBe(second);
  });

  it('has a beginning before its end', () => {
    expect(issuedHasStart(version({ effectiveFrom: null }))?.field).toBe('effectiveFrom');
    expect(issuedHasStart(version({ effectiveFrom: null, status: 'draft' }))).toBeNull();
    expect(versionInOrder(version({ effectiveUntil: '2023-12-31' }))?.field).toBe('effectiveUntil');
  });
});

describe('comparing two versions', () => {
  it('finds what was added, changed and removed', () => {
    const earlier = [
      item('留', { itemCode: 'A1', content: '内容' }),
      item('改', { itemCode: 'A2', methods: ['routine'], responsibilities: '旧' }),
      item('删', { itemCode: 'A3' }),
    ];
    const later = [
      item('留', { itemCode: 'A1', content: '内 容\n', seq: 9, version: 'v2' }),
      item('改名', { itemCode: 'A2', methods: ['routine', 'special'], responsibilities: '新' }),
      item('增', { itemCode: 'A4' }),
    ];
    const result = compareVersions(earlier, later);
    expect(result.added.map((one) => one.id)).toEqual(['增']);
    expect(result.removed.map((one) => one.id)).toEqual(['删']);
    expect(result.unchanged).toBe(1);
    expect(result.changed.map((one) => one.differences.map((difference) => difference.field))).toEqual([
      ['itemName', 'methods', 'responsibilities'],
    ]);
    expect(result.changed[0]?.differences[1]).toEqual({
      field: 'methods',
      before: ['routine'],
      after: ['routine', 'special'],
    });
  });

  it('matches by name where there is no code, apart from white space and brackets', () => {
    const result = compareVersions(
      [item('a', { itemName: '案卷 评查（年度）' })],
      [item('b', { itemName: '案卷评查(年度)', itemCode: 'N1' })],
    );
    expect([result.added.length, result.removed.length, result.changed.length]).toEqual([0, 0, 1]);
    expect(result.changed[0]?.differences.map((one) => one.field)).toContain('itemCode');
  });

  it('takes several codes in another order for the same', () => {
    const result = compareVersions(
      [item('a', { methods: ['key', 'routine'] })],
      [item('a', { methods: ['routine', 'key'] })],
    );
    expect(result.unchanged).toBe(1);
  });

  it('pairs items of one name one to one', () => {
    const result = compareVersions([item('a', {}), item('a', {})], [item('a', {})]);
    expect([result.unchanged, result.removed.length, result.added.length]).toEqual([1, 1, 0]);
  });

  it('accounts for every item, and for a list against itself finds nothing', () => {
    const lists = fc.array(
      fc.record({
        itemCode: fc.option(fc.constantFrom('A', 'B', 'C', 'D')),
        itemName: fc.constantFrom('甲', '乙', '丙'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const earlier = before.map((given, at) => item(`b${at}`, given));
        const later = after.map((given, at) => item(`a${at}`, given));
        const { added, removed, changed, unchanged } = compareVersions(earlier, later);
        const same = compareVersions(earlier, earlier);
        return (
          added.length + changed.length + unchanged === later.length &&
          removed.length + changed.length + unchanged === earlier.length &&
          same.unchanged === earlier.length
        );
      }),
    );
  });
});
