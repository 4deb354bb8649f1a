import { describe, expect, it } from 'vitest';
import { readMonthSpan } from '@/domain/kernel';

const spans: readonly (readonly [string, string, string])[] = [
  ['3月', '2026-03', '2026-03'],
  ['３月份', '2026-03', '2026-03'],
  ['12月底前', '2026-12', '2026-12'],
  ['3月底前完成', '2026-03', '2026-03'],
  ['3—5月', '2026-03', '2026-05'],
  ['3月至5月', '2026-03', '2026-05'],
  ['3-11月份', '2026-03', '2026-11'],
  ['一季度', '2026-01', '2026-03'],
  ['第四季度', '2026-10', '2026-12'],
  ['上半年', '2026-01', '2026-06'],
  ['下半年', '2026-07', '2026-12'],
  ['全年', '2026-01', '2026-12'],
  ['每季度', '2026-01', '2026-12'],
  ['年底前', '2026-12', '2026-12'],
  ['2027年3月', '2027-03', '2027-03'],
  ['2027年第二季度', '2027-04', '2027-06'],
  ['2027年', '2027-01', '2027-12'],
  ['2027.4', '2027-04', '2027-04'],
  ['2027-04-20', '2027-04', '2027-04'],
];

describe('the months of a task', () => {
  it.each(spans)('are read from %s', (text, from, to) => {
    expect(readMonthSpan(text, 2026)).toEqual({ from, to });
  });

  it.each(['', '13月', '0月', '5—3月', '尽快', '第五季度', '3月5日至8日', '10'])('are not guessed from %j', (text) => {
    expect(readMonthSpan(text, 2026)).toBeNull();
  });

  it('need a year', () => {
    expect(readMonthSpan('3月', null)).toBe('no-year');
    expect(readMonthSpan('2026年3月', null)).toEqual({ from: '2026-03', to: '2026-03' });
  });
});
