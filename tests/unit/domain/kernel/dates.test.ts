import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  chineseDate,
  dateFromParts,
  dateFromSerial,
  dayOfMoment,
  daysBetween,
  daysInMonth,
  isDateText,
  isMonthText,
  readDateText,
} from '@/domain/kernel';

const days = fc.integer({ min: 0, max: 109_000 }).map((count) => addDays('1900-01-01', count));

describe('days as text', () => {
  it('count forwards and back without losing one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -3000, max: 3000 }), (day, count) => {
        const moved = addDays(day, count);
        return daysBetween(day, moved) === count && addDays(moved, -count) === day;
      }),
    );
  });

  it('sort as text as they sort in time', () => {
    fc.assert(fc.property(days, days, (a, b) => a < b === daysBetween(a, b) > 0));
  });

  it('know the Gregorian calendar', () => {
    expect([daysInMonth(1900, 2), daysInMonth(2000, 2), daysInMonth(2024, 2), daysInMonth(2026, 4)]).toEqual([
      28, 29, 29, 30,
    ]);
    expect(dateFromParts(2026, 2, 29)).toBeNull();
    expect(dateFromParts(1899, 12, 31)).toBeNull();
    expect(dateFromParts(2026, 1.5, 1)).toBeNull();
    expect(dateFromParts(99, 1, 1)).toBeNull();
  });

  it('are told from what only looks like a day', () => {
    for (const text of ['2026-02-30', '2026-2-3', '2026/02/03', '20260203', '', '2026-13-01', ' 2026-02-03']) {
      expect(isDateText(text), text).toBe(false);
    }
    expect(isDateText('2024-02-29')).toBe(true);
    expect([isMonthText('2024-02'), isMonthText('2024-13'), isMonthText('2024-2')]).toEqual([true, false, false]);
  });

  it('end a month where the later month is shorter', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2026-12-31', 12)).toBe('2027-12-31');
  });

  it('give the age in full years', () => {
    expect(ageOn('2000-05-06', '2018-05-05')).toBe(17);
    expect(ageOn('2000-05-06', '2018-05-06')).toBe(18);
    expect(ageOn('2000-02-29', '2018-02-28')).toBe(17);
    expect(ageOn('2000-02-29', '2018-03-01')).toBe(18);
  });

  it('are written in official form', () => {
    expect(chineseDate('2026-01-05')).toBe('2026年1月5日');
  });
});

describe('a date never shifts by a day', () => {
  const zones: readonly (readonly [zone: string, offset: number])[] = [
    ['UTC', 0],
    ['Asia/Shanghai', -480],
    ['America/Los_Angeles', 420],
    ['Pacific/Kiritimati', -840],
    ['Pacific/Pago_Pago', 660],
  ];
  const before = process.env['TZ'];

  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it.each(zones)('in %s', (zone, offset) => {
    process.env['TZ'] = zone;
    expect(new Date(Date.UTC(2024, 6, 1)).getTimezoneOffset(), 'the zone took effect').toBe(offset);
    // Days on which China, the United States or a Pacific island changed their clocks or their date.
    for (const day of [
      '1901-01-01',
      '1927-12-31',
      '1940-06-01',
      '1986-05-03',
      '1991-09-14',
      '2011-12-30',
      '2026-11-01',
    ]) {
      expect(addDays(addDays(day, 1), -1)).toBe(day);
      expect(daysBetween(day, addDays(day, 400))).toBe(400);
      expect(readDateText(day)).toEqual({ kind: 'day', day });
      expect(readDateText(chineseDate(day))).toEqual({ kind: 'day', day });
    }
    expect(dateFromSerial(45356)).toBe('2024-03-05');
    expect(dayOfMoment(Date.UTC(2024, 2, 4, 16, 0), 480)).toBe('2024-03-05');
    expect(dayOfMoment(Date.UTC(2024, 2, 4, 15, 59), 480)).toBe('2024-03-04');
  });
});

describe('spreadsheet serials', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [45356, '2024-03-05'],
    [45356.999_99, '2024-03-05'],
    [25569, '1970-01-01'],
    [109_574, '2199-12-31'],
  ])('%s is %s', (serial, day) => {
    expect(dateFromSerial(serial)).toBe(day);
  });

  it('of the 1904 system start on 1904-01-01', () => {
    expect(dateFromSerial(0, true)).toBe('1904-01-01');
    expect(dateFromSerial(1, true)).toBe('1904-01-02');
    expect(dateFromSerial(43_894, true)).toBe('2024-03-05');
  });

  it('that are no day give nothing', () => {
    for (const serial of [0, -1, 60, 109_575, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(dateFromSerial(serial), String(serial)).toBeNull();
    }
  });

  it('follow one another day by day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 109_573 }), (serial) => {
        const [day, next] = [dateFromSerial(serial), dateFromSerial(serial + 1)];
        return day !== null && next !== null && addDays(day, 1) === next;
      }),
    );
  });
});

describe('dates as offices write them', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['2024年03月05号', '2024-03-05'],
    ['２０２４．３．５', '2024-03-05'],
    ['２０２４年３月５日', '2024-03-05'],
    ['20240305', '2024-03-05'],
    [' 2024 年 3 月 5 日 ', '2024-03-05'],
    ['2024-03-05 00:00:00', '2024-03-05'],
    ['2024-03-05T23:59:59', '2024-03-05'],
    ['2024-3-5 9:30', '2024-03-05'],
    ['2024．3．5．', '2024-03-05'],
    ['2024。3。5', '2024-03-05'],
    ['2024、3、5', '2024-03-05'],
    ['2024—3—5', '2024-03-05'],
  ])('%s is a day', (text, day) => {
    expect(readDateText(text)).toEqual({ kind: 'day', day });
  });

  it.each([
    ['2024年3月', '2024-03'],
    ['2024.3', '2024-03'],
    ['2024-03', '2024-03'],
    ['202403', '2024-03'],
    ['２０２４年３月', '2024-03'],
    ['2024年12月份', '2024-12'],
  ])('%s is a month', (text, month) => {
    expect(readDateText(text)).toEqual({ kind: 'month', month });
  });

  it.each(['2024年', '2024', '２０２４'])('%s is a year', (text) => {
    expect(readDateText(text)).toEqual({ kind: 'year', year: 2024 });
  });

  it.each([
    '',
    '2024-13-01',
    '2024.2.30',
    '20241301',
    '202413',
    '3月5日',
    '长期',
    '2024年春',
    '1',
    '13900000000',
    '24.3.5',
  ])('%s is none', (text) => {
    expect(readDateText(text)).toEqual({ kind: 'none' });
  });

  it('give back every day however it is written', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const forms = [day, `${year}.${Number(month)}.${Number(date)}`, year + month + date, chineseDate(day)];
        return forms.every((form) => {
          const read = readDateText(form);
          return read.kind === 'day' && read.day === day;
        });
      }),
    );
  });
});
