import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '@/domain/calendar';
import { computeDeadline, deadlineProblem, workCalendar, type DeadlineExtension } from '@/domain/kernel';

const calendar = workCalendar(shippedCalendar);

function hours(at: string, amount: number, extensions: readonly DeadlineExtension[] = []) {
  const start = { event: 'received', at } as const;
  return computeDeadline({ start, amount, unit: 'hour', rollOver: false, extensions, calendar });
}

/** The oracle: minutes since an instant in a zone whose clocks never change. */
function plain(at: string, amount: number): string {
  return new Date(Date.parse(`${at}:00Z`) + amount * 3_600_000).toISOString().slice(0, 16);
}

const moment = fc
  .date({ min: new Date('2016-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16));
const amount = fc.integer({ min: 1, max: 200 });

describe('a deadline in hours', () => {
  it('agrees with counting minutes over 20 years, also when extended by hours', () => {
    fc.assert(
      fc.property(moment, amount, fc.array(amount, { maxLength: 3 }), (at, first, more) => {
        const extensions = more.map((one) => ({ amount: one, unit: 'hour' as const }));
        const end = plain(at, first + more.reduce((sum, one) => sum + one, 0));
        expect(hours(at, first, extensions)).toMatchObject({ due: end.slice(0, 10), dueAt: end });
      }),
      { numRuns: 300 },
    );
  });

  it('is extended from its hour, not from its last day', () => {
    const reason = '需要核实';
    expect(hours('2026-11-23T10:30', 24, [{ amount: 24, unit: 'hour', reason }])).toMatchObject({
      due: '2026-11-25',
      dueAt: '2026-11-25T10:30',
      explanation:
        '2026年11月23日10:30收到，即时起算，满24小时为11月24日10:30，经批准延长24小时至11月25日10:30（需要核实）。',
    });
  });

  it('is extended to a day with the whole of that day, and from its end by hours again', () => {
    const until = { until: '2026-11-26', reason: '情况复杂' };
    const whole = hours('2026-11-23T10:30', 24, [until]);
    expect(whole).toMatchObject({ due: '2026-11-26', dueAt: null });
    expect(whole.explanation).toContain('经批准延长至11月26日（周四）（情况复杂）');
    expect(hours('2026-11-23T10:30', 24, [until, { amount: 2, unit: 'hour' }]).dueAt).toBe('2026-11-27T02:00');
    // The end stays where a day was named that does not lie behind it.
    expect(hours('2026-11-23T10:30', 24, [{ until: '2026-11-23' }]).dueAt).toBe('2026-11-24T10:30');
  });

  it('is not extended by days', () => {
    const start = { event: 'received', at: '2026-11-23T10:30' } as const;
    const input = { start, amount: 24, unit: 'hour', rollOver: false, calendar } as const;
    const days = { ...input, extensions: [{ amount: 2, unit: 'working-day' as const }] };
    expect(deadlineProblem(days)).toBe('按小时计算的期限，延长按小时或者延至某一天');
  });
});
