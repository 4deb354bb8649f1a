import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarInForce, shippedCalendar } from '@/domain/calendar';
import { dueLevelOf, dueLevels, dueLimits, spanOfLevel, type DueLevel } from '@/domain/due';
import { addDays, isWorkingDay } from '@/domain/kernel';

const calendar = calendarInForce(shippedCalendar, []);

/** The plain way: working days that end before the deadline does are counted one by one. */
function counted(today: string, due: string): DueLevel {
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  let before = 0;
  for (let day = addDays(today, 1); day < due; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) before += 1;
  if (before < 3) return 'three';
  return before < 7 ? 'seven' : 'later';
}

describe('how near a deadline is', () => {
  it('is counted in working days, holidays left out and make-up days counted', () => {
    // 1 to 7 October 2026 are off; Saturday 10 October is worked.
    const limits = dueLimits('2026-09-29', calendar);
    expect(limits).toEqual({ today: '2026-09-29', three: '2026-10-09', seven: '2026-10-14' });
    const levels = ['2026-09-28', '2026-09-29', '2026-09-30', '2026-10-09', '2026-10-10', '2026-10-14', '2026-10-15'];
    expect(levels.map((day) => dueLevelOf(day, limits))).toEqual([
      'overdue',
      'today',
      'three',
      'three',
      'seven',
      'seven',
      'later',
    ]);
  });

  it('does not begin to count on a day off', () => {
    expect(dueLimits('2026-10-03', calendar)).toMatchObject({ three: '2026-10-10', seven: '2026-10-15' });
  });

  it('agrees with counting day by day, and each day stands in one span', () => {
    const days = fc.integer({ min: 0, max: 4_000 }).map((offset) => addDays('2016-01-10', offset));
    fc.assert(
      fc.property(days, fc.integer({ min: -10, max: 25 }), (today, offset) => {
        const limits = dueLimits(today, calendar);
        const due = addDays(today, offset);
        const level = dueLevelOf(due, limits);
        expect(level).toBe(counted(today, due));
        const holding = dueLevels.filter((one) => {
          const { from = '', to = '9999' } = spanOfLevel(one, limits);
          return due >= from && due <= to;
        });
        expect(holding).toEqual([level]);
      }),
    );
  });
});
