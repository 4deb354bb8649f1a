import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '@/domain/calendar';
import { addDays, computeDeadline, deadlineProblem, isWorkingDay, workCalendar, type DateText } from '@/domain/kernel';

const calendar = workCalendar(shippedCalendar);
// Whole years before and behind are known, so that the notices settle every day that is met.
const days: readonly DateText[] = Array.from({ length: 10 * 365 }, (_, at) => addDays('2016-06-01', at));
const held = fc.nat(days.length - 1).map((at) => days[at] ?? '2016-06-01');
const unit = fc.constantFrom('working-day' as const, 'calendar-day' as const);

/** Goes back day by day over the days written out, striking out what does not count. */
function oracle(at: DateText, amount: number, kind: 'working-day' | 'calendar-day', rollBack: boolean): DateText {
  const earlier = (n: number): DateText => addDays(at, -n);
  const written = Array.from({ length: amount * 3 + 40 }, (_, back) => earlier(back + 1));
  const counted = kind === 'working-day' ? written.filter((day) => isWorkingDay(calendar, day)) : written;
  const last = counted[amount - 1] ?? '';
  if (kind === 'working-day' || !rollBack) return last;
  return written.find((day) => day <= last && isWorkingDay(calendar, day)) ?? '';
}

function before(
  at: DateText,
  more: { amount?: number; unit?: 'working-day' | 'calendar-day'; rollOver?: boolean } = {},
) {
  const terms = { amount: 10, unit: 'calendar-day' as const, rollOver: true, ...more };
  return computeDeadline({ ...terms, start: { event: 'held', at }, before: true, calendar });
}

describe('a deadline before an event', () => {
  it('agrees with going back day by day over ten years of notices', () => {
    fc.assert(
      fc.property(held, fc.integer({ min: 1, max: 60 }), unit, fc.boolean(), (at, amount, kind, rollOver) => {
        expect(before(at, { amount, unit: kind, rollOver }).due).toBe(oracle(at, amount, kind, rollOver));
      }),
      { numRuns: 400 },
    );
  });

  it('is the mirror of counting on: from its day the event is as many working days away', () => {
    fc.assert(
      fc.property(held, fc.integer({ min: 1, max: 40 }), (at, amount) => {
        fc.pre(isWorkingDay(calendar, at));
        const { due } = before(at, { amount, unit: 'working-day' });
        const start = { event: 'held', at: due } as const;
        expect(computeDeadline({ start, amount, unit: 'working-day', rollOver: false, calendar }).due).toBe(at);
      }),
      { numRuns: 200 },
    );
  });

  it('says why: topics for a meeting are collected ten days before it', () => {
    expect(before('2026-12-25')).toMatchObject({
      due: '2026-12-15',
      estimated: false,
      explanation: '2026年12月25日召开，当日不计，往前数，第10日为12月15日（周二）。',
    });
  });

  it('gives way to the working day before a day off, never to one behind it', () => {
    expect(before('2026-10-16').explanation).toBe(
      '2026年10月16日召开，当日不计，往前数，第10日为10月6日（周二），该日适逢国庆节放假，提前至9月30日（周三）。',
    );
    expect(before('2026-10-16', { rollOver: false }).due).toBe('2026-10-06');
    expect(before('2026-10-13', { amount: 5, unit: 'working-day' }).explanation).toBe(
      '2026年10月13日召开，当日不计，往前数，10月10日（周六）补班计入，10月1日至7日国庆节放假不计，其余周六、周日不计，第5个工作日为9月30日（周三）。',
    );
  });

  it('is estimated where the notice of its year is missing', () => {
    expect(before('2027-03-10', { amount: 20, unit: 'working-day' })).toMatchObject({
      estimated: true,
      missingYears: [2027],
    });
    expect(before('2027-03-10', { rollOver: false }).estimated).toBe(false);
  });

  it('knows days only', () => {
    const input = {
      start: { event: 'held', at: '2026-12-25' },
      amount: 10,
      rollOver: true,
      before: true,
      calendar,
    } as const;
    expect(deadlineProblem({ ...input, unit: 'month' })).toContain('往前数的期限按工作日或者自然日');
    expect(deadlineProblem({ ...input, unit: 'calendar-day', extensions: [{ until: '2026-12-20' }] })).toContain(
      '不能延长',
    );
    expect(deadlineProblem({ ...input, unit: 'calendar-day' })).toBeNull();
  });
});
