import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { shippedCalendar } from '@/domain/calendar';
import {
  addDays,
  calendarDay,
  computeDeadline,
  deadlineProblem,
  isWorkingDay,
  workCalendar,
  workingDaysBetween,
  type DateText,
  type DeadlineExtension,
  type DeadlineInput,
  type DeadlineSuspension,
  type DeadlineUnit,
  type WorkCalendar,
} from '@/domain/kernel';

const calendar = workCalendar(shippedCalendar);

// The oracle: every day of 25 years written out, with nothing but a list of days off and one of days worked.
const allDays: readonly DateText[] = Array.from({ length: 25 * 366 }, (_, at) => addDays('2009-01-01', at));
const placeOf = new Map(allDays.map((day, at) => [day, at]));
const lastStart = 20 * 365;

interface Plain {
  readonly off: ReadonlySet<DateText>;
  readonly work: ReadonlySet<DateText>;
}

function plainWorks({ off, work }: Plain, day: DateText): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return work.has(day) || (!off.has(day) && weekday !== 0 && weekday !== 6);
}

function calendarOf({ off, work }: Plain): WorkCalendar {
  const years = Array.from({ length: 25 }, (_, at) => 2009 + at);
  return workCalendar({
    statutory: [],
    notices: years.map((year) => ({
      year,
      source: '测试',
      whole: true,
      daysOff: [...off]
        .filter((day) => day.startsWith(`${year}`))
        .map((day) => ({ name: '节', from: day, until: day })),
      workDays: [...work].filter((day) => day.startsWith(`${year}`)).map((day) => ({ name: '节', day })),
    })),
  });
}

const dayInTwentyYears = fc.nat(lastStart).map((at) => allDays[at] ?? '2009-01-01');
const suspension = fc
  .tuple(dayInTwentyYears, fc.nat(40))
  .map(([from, length]) => ({ from, until: addDays(from, length) }));
const plainCalendar = fc
  .tuple(fc.array(dayInTwentyYears, { maxLength: 300 }), fc.array(dayInTwentyYears, { maxLength: 100 }))
  .map(([off, work]) => ({ off: new Set(off.filter((day) => !work.includes(day))), work: new Set(work) }));

function suspended(suspensions: readonly DeadlineSuspension[], day: DateText): boolean {
  return suspensions.some(({ from, until }) => day >= from && day <= until);
}

/** The n-th day of a kind after a day, found by striking out of the list what does not count. */
function nth(after: DateText, n: number, counts: (day: DateText) => boolean): DateText {
  const start = (placeOf.get(after) ?? 0) + 1;
  return allDays.slice(start, start + n * 3 + 250).filter(counts)[n - 1] ?? '';
}

function oracle(plain: Plain, input: Omit<DeadlineInput, 'calendar'>): DateText {
  const { start, amount, unit, extensions = [], suspensions = [], rollOver } = input;
  const free = (day: DateText) => !suspended(suspensions, day);
  const works = (day: DateText) => free(day) && plainWorks(plain, day);
  const kindOf = (kind: DeadlineUnit) => (kind === 'working-day' ? works : free);
  let due = nth(start.at, amount, kindOf(unit));
  let last = unit;
  for (const extension of extensions) {
    if ('until' in extension) continue;
    due = nth(due, extension.amount, kindOf(extension.unit));
    last = extension.unit;
  }
  return rollOver && last === 'calendar-day' ? nth(addDays(due, -1), 1, works) : due;
}

const dayUnit = fc.constantFrom('working-day' as const, 'calendar-day' as const);
const extension = fc.record({ amount: fc.integer({ min: 1, max: 30 }), unit: dayUnit });

describe('deadlines against counting day by day over 20 years', () => {
  const check = (
    extensions: fc.Arbitrary<readonly DeadlineExtension[]>,
    suspensions: fc.Arbitrary<readonly DeadlineSuspension[]>,
  ) => {
    const shape = {
      start: dayInTwentyYears,
      amount: fc.integer({ min: 1, max: 120 }),
      unit: dayUnit,
      rollOver: fc.boolean(),
    };
    fc.assert(
      fc.property(plainCalendar, fc.record(shape), extensions, suspensions, (plain, terms, more, pauses) => {
        const start = { event: 'received' as const, at: terms.start };
        const input = { ...terms, start, extensions: more, suspensions: pauses };
        expect(computeDeadline({ ...input, calendar: calendarOf(plain) }).due).toBe(oracle(plain, input));
      }),
      { numRuns: 150 },
    );
  };

  it('agree in working and calendar days with and without roll-over', () => {
    check(fc.constant([]), fc.constant([]));
  });

  it('agree when extended, also in another unit', () => {
    check(fc.array(extension, { maxLength: 3 }), fc.constant([]));
  });

  it('agree when suspended, also when suspensions overlap', () => {
    check(fc.constant([]), fc.array(suspension, { maxLength: 4 }));
  });

  it('agree when extended and suspended', () => {
    check(fc.array(extension, { maxLength: 2 }), fc.array(suspension, { maxLength: 3 }));
  });

  it('agree on the shipped notices from every day of 2016 to 2026', () => {
    const off = new Set<DateText>();
    const work = new Set<DateText>();
    for (const notice of shippedCalendar.notices) {
      for (const { from, until } of notice.daysOff)
        for (let day = from; day <= until; day = addDays(day, 1)) off.add(day);
      for (const { day } of notice.workDays) work.add(day);
    }
    for (let at = '2016-01-01'; at < '2026-11-01'; at = addDays(at, 1)) {
      const input = { start: { event: 'served', at }, amount: 30, unit: 'working-day', rollOver: false } as const;
      const computed = computeDeadline({ ...input, calendar });
      if (!computed.estimated) expect(computed.due, at).toBe(oracle({ off, work }, input));
    }
  });

  it('count working days between two days as the deadline does', () => {
    fc.assert(
      fc.property(dayInTwentyYears, fc.integer({ min: 1, max: 60 }), (at, amount) => {
        const { due } = computeDeadline({
          start: { event: 'served', at },
          amount,
          unit: 'working-day',
          rollOver: false,
          calendar,
        });
        return workingDaysBetween(calendar, at, due) === amount && workingDaysBetween(calendar, due, at) === -amount;
      }),
    );
  });
});

describe('deadlines anywhere in the world', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('fall on the same day and minute in every time zone, also when clocks change', () => {
    const answers = ['Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Europe/Berlin', 'UTC'].map((name) => {
      process.env['TZ'] = name;
      const days = computeDeadline({
        start: { event: 'received', at: '2026-03-02' },
        amount: 30,
        unit: 'working-day',
        rollOver: false,
        calendar,
      });
      // The night in which New York (8 March) and Berlin (29 March) put their clocks forward.
      const hours = ['2026-03-07T20:30', '2026-03-28T20:30'].map(
        (at) =>
          computeDeadline({ start: { event: 'discovered', at }, amount: 24, unit: 'hour', rollOver: false, calendar })
            .dueAt,
      );
      return JSON.stringify([days, hours]);
    });
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('2026-03-08T20:30');
    expect(answers[0]).toContain('2026-03-29T20:30');
  });
});

describe('a year whose notice is not known', () => {
  const from = (at: DateText, more: Partial<DeadlineInput> = {}) =>
    computeDeadline({
      start: { event: 'received', at },
      amount: 30,
      unit: 'working-day',
      rollOver: true,
      calendar,
      ...more,
    });

  it('makes a deadline estimated and says so', () => {
    const deadline = from('2026-12-01');
    expect(deadline.estimated).toBe(true);
    expect(deadline.missingYears).toEqual([2027]);
    expect(deadline.explanation).toContain('2027年的放假安排尚未登记');
    expect(deadline.explanation).toContain('暂估');
  });

  it('leaves Saturdays, Sundays and the days that the law gives free, and guesses no make-up day', () => {
    expect(isWorkingDay(calendar, '2027-01-01')).toBe(false);
    expect(isWorkingDay(calendar, '2027-02-05')).toBe(false);
    expect(isWorkingDay(calendar, '2027-02-06')).toBe(false);
    expect(isWorkingDay(calendar, '2027-02-09')).toBe(true);
    expect(isWorkingDay(calendar, '2027-10-09')).toBe(false);
    expect(calendarDay(calendar, '2027-02-05')).toMatchObject({ kind: 'day-off', name: '春节', settled: false });
    expect(isWorkingDay(calendar, '2090-01-03')).toBe(true);
  });

  it('also leaves the last days of the year before open, since a notice may move them', () => {
    expect(calendarDay(calendar, '2026-12-28').settled).toBe(true);
    expect(calendarDay(calendar, '2026-12-29').settled).toBe(false);
    expect(from('2026-11-16', { amount: 31 }).missingYears).toEqual([2027]);
    expect(calendarDay(calendar, '2025-12-31').settled).toBe(true);
  });

  it('does not matter for calendar days that end in a known year or do not roll over', () => {
    expect(from('2026-11-01', { unit: 'calendar-day' }).estimated).toBe(false);
    expect(from('2026-12-15', { unit: 'calendar-day', rollOver: false }).estimated).toBe(false);
    expect(from('2026-12-15', { unit: 'calendar-day' }).estimated).toBe(true);
  });

  it('is settled when its notice comes, and the deadline is another one', () => {
    const before = from('2027-01-25', { amount: 10 });
    const notice = {
      year: 2027,
      source: '测试',
      whole: true,
      daysOff: [{ name: '春节', from: '2027-02-05', until: '2027-02-12' }],
      workDays: [{ name: '春节', day: '2027-01-31' }],
    };
    const known = workCalendar({ ...shippedCalendar, notices: [...shippedCalendar.notices, notice] });
    const after = from('2027-01-25', { amount: 10, calendar: known });
    expect([before.estimated, after.estimated]).toEqual([true, false]);
    expect([before.due, after.due]).toEqual(['2027-02-10', '2027-02-15']);
  });
});

describe('what a person can get wrong', () => {
  const right = {
    start: { event: 'received', at: '2026-09-28' },
    amount: 5,
    unit: 'working-day',
    rollOver: true,
    calendar,
  } as const;
  const cases: readonly (readonly [string, Partial<DeadlineInput>, string])[] = [
    ['no day', { start: { event: 'received', at: '2026-02-30' } }, '起算日应为日期'],
    ['hours without a time', { unit: 'hour' }, '几时几分'],
    ['a time that is none', { unit: 'hour', start: { event: 'received', at: '2026-09-28T24:00' } }, '几时几分'],
    ['no amount', { amount: 0 }, '1至3660之间的整数'],
    ['half a day', { amount: 1.5 }, '整数'],
    ['a date before the start', { unit: 'fixed-date', date: '2026-09-01' }, '早于起算日'],
    ['no date', { unit: 'fixed-date' }, '请填写截止日期'],
    ['a suspension the wrong way round', { suspensions: [{ from: '2026-10-09', until: '2026-10-01' }] }, '早于起始日'],
    [
      'a suspended month end',
      { unit: 'month-end', amount: 0, suspensions: [{ from: '2026-10-01', until: '2026-10-09' }] },
      '不因中止顺延',
    ],
    ['an extension to no day', { extensions: [{ until: '明天' }] }, '延长至哪一天'],
    ['an extension of nothing', { extensions: [{ amount: 0, unit: 'working-day' }] }, '延长：期限的数量'],
    ['hours on days', { extensions: [{ amount: 2, unit: 'hour' }] }, '延长不能按小时'],
  ];

  it.each(cases)('is told in a sentence: %s', (_, change, message) => {
    expect(deadlineProblem(right)).toBeNull();
    const wrong = { ...right, ...change };
    expect(deadlineProblem(wrong)).toContain(message);
    expect(() => computeDeadline(wrong)).toThrow();
  });
});
