import { describe, expect, it } from 'vitest';
import {
  calendarInForce,
  calendarNotice,
  missingFestivals,
  shippedCalendar,
  type NoticeStretch,
} from '@/domain/calendar';
import {
  addDays,
  calendarDay,
  checkRecord,
  emptyValues,
  isWorkingDay,
  workCalendar,
  workingDaysBetween,
  yearSettled,
  type DateText,
  type Values,
} from '@/domain/kernel';
import { shippedCodeTables } from '@/domain/code-tables';
import { codeTablesInForce } from '@/domain/workbench';

const calendar = workCalendar(shippedCalendar);
const weekdayOf = (day: DateText) => new Date(`${day}T12:00:00Z`).getUTCDay();
const isWeekend = (day: DateText) => weekdayOf(day) === 0 || weekdayOf(day) === 6;

function daysOff(notice: {
  readonly daysOff: readonly { readonly from: DateText; readonly until: DateText }[];
}): DateText[] {
  return notice.daysOff.flatMap(({ from, until }) => {
    const days: DateText[] = [];
    for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
    return days;
  });
}

describe('the shipped notices', () => {
  it('are there for 2016 to 2026, one a year, each with its document', () => {
    expect(shippedCalendar.notices.map((notice) => notice.year)).toEqual(
      Array.from({ length: 11 }, (_, at) => 2016 + at),
    );
    for (const { year, source } of shippedCalendar.notices) {
      expect(source).toMatch(
        new RegExp(`^国务院办公厅关于${year}年部分节假日安排的通知（国办发明电〔${year - 1}〕\\d+号）`),
      );
    }
  });

  it.each(shippedCalendar.notices.map((notice) => [notice.year, notice] as const))(
    '%s is consistent',
    (year, notice) => {
      const off = daysOff(notice);
      expect(new Set(off).size).toBe(off.length);
      for (const { day } of notice.workDays) {
        expect(isWeekend(day), day).toBe(true);
        expect(off).not.toContain(day);
      }
      for (const { from, until } of notice.daysOff) expect(from <= until).toBe(true);
      const days = [...off, ...notice.workDays.map(({ day }) => day)];
      for (const day of days) expect(day.startsWith(`${year}-`) || day >= `${year - 1}-12-29`, day).toBe(true);
      for (const name of ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']) {
        const found = notice.daysOff.some((stretch) => stretch.name.split('、').includes(name));
        expect(found || (year === 2020 && name === '中秋节'), `${year} ${name}`).toBe(true);
      }
    },
  );

  // Days of the year less its Saturdays and Sundays and the days the law gives: 366-104-11, 365-104-13, 365-104-13.
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('give %s %s working days', (year, count) => {
    expect(workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(count);
  });

  it.each([
    ['2026-09-20', true],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-02-28', true],
    ['2025-10-08', false],
    ['2025-10-11', true],
    ['2020-01-31', false],
    ['2020-02-01', false],
    ['2019-05-02', false],
    ['2018-12-29', true],
    ['2018-12-31', false],
    ['2022-12-31', false],
    ['2023-01-02', false],
  ])('know that %s is worked: %s', (day, worked) => {
    expect(isWorkingDay(calendar, day)).toBe(worked);
  });
});

describe('the days off that the law gives', () => {
  it('are thirteen in each of the next twenty years', () => {
    for (let year = 2027; year <= 2046; year++) {
      const days = shippedCalendar.statutory.filter(({ day }) => day.startsWith(`${year}-`));
      expect(days).toHaveLength(13);
      expect(days.filter(({ name }) => name === '春节')).toHaveLength(4);
      expect(days.filter(({ name }) => name === '国庆节').map(({ day }) => day.slice(5))).toEqual([
        '10-01',
        '10-02',
        '10-03',
      ]);
      expect(days.find(({ name }) => name === '清明节')?.day.slice(5)).toMatch(/^04-0[45]$/);
    }
  });
});

const row = (day: DateText, until: DateText | null, name: string, kind = 'off'): NoticeStretch => ({
  year: 2027,
  day,
  until,
  kind,
  name,
  source: null,
});
const whole2027: readonly NoticeStretch[] = [
  row('2027-01-01', '2027-01-03', '元旦'),
  row('2027-02-05', '2027-02-11', '春节'),
  row('2027-02-14', null, '春节', 'work'),
  row('2027-04-03', '2027-04-05', '清明节'),
  row('2027-05-01', '2027-05-05', '劳动节'),
  row('2027-06-09', null, '端午节'),
  row('2027-09-15', null, '中秋节'),
  row('2027-10-01', '2027-10-07', '国庆节'),
];

describe("the bureau's own entries", () => {
  it('arrange a year that was not shipped, once every festival is there', () => {
    expect(yearSettled(calendarInForce(shippedCalendar, []), 2027)).toBe(false);
    const part = calendarInForce(shippedCalendar, whole2027.slice(0, 4));
    expect(yearSettled(part, 2027)).toBe(false);
    expect(isWorkingDay(part, '2027-02-10')).toBe(false);
    expect(isWorkingDay(part, '2027-06-09')).toBe(false);
    const whole = calendarInForce(shippedCalendar, whole2027);
    expect(yearSettled(whole, 2027)).toBe(true);
    expect(calendarDay(whole, '2027-02-14')).toMatchObject({ kind: 'make-up', name: '春节', settled: true });
    expect(calendarDay(whole, '2026-12-31').settled).toBe(true);
    expect(whole.sources.get(2027)).toEqual(['本单位登记']);
  });

  it('say which festivals are missing', () => {
    const missing = missingFestivals(2027, whole2027.slice(0, 5), shippedCalendar.statutory);
    expect(missing.map(({ name, day }) => `${name}${day}`)).toEqual([
      '端午节2027-06-09',
      '中秋节2027-09-15',
      '国庆节2027-10-01',
      '国庆节2027-10-02',
      '国庆节2027-10-03',
    ]);
  });

  it('arrange a year of which no days by law are known once all seven festivals are named', () => {
    const names = ['元旦', '春节', '清明', '五一劳动节', '端午', '中秋', '国庆'];
    const rows = names.map((name, at) => ({ ...row(`2014-0${at + 1}-03`, null, name), year: 2014 }));
    expect(yearSettled(calendarInForce(shippedCalendar, rows), 2014)).toBe(true);
    expect(yearSettled(calendarInForce(shippedCalendar, rows.slice(1)), 2014)).toBe(false);
  });

  it('change single days of a shipped year and leave the others', () => {
    const local = calendarInForce(shippedCalendar, [
      { ...row('2026-04-20', '2026-04-21', '三月三'), year: 2026 },
      { ...row('2026-10-10', null, '国庆节'), year: 2026 },
    ]);
    expect(['2026-04-20', '2026-04-21', '2026-10-10'].map((day) => isWorkingDay(local, day))).toEqual([
      false,
      false,
      false,
    ]);
    expect(isWorkingDay(local, '2026-09-20')).toBe(true);
    expect(yearSettled(local, 2026)).toBe(true);
  });

  const context = { codes: codeTablesInForce(shippedCodeTables, []), today: '2026-11-22' };
  const problems = (values: Values) =>
    checkRecord(calendarNotice, { ...emptyValues(calendarNotice), ...values }, context);

  it('are refused outside their year, the wrong way round or far too long', () => {
    const right = { year: 2027, day: '2027-10-01', until: '2027-10-07', kind: 'off', name: '国庆节' };
    expect(problems(right)).toEqual([]);
    expect(problems({ ...right, day: '2026-12-31', until: '2027-01-02' })).toEqual([]);
    expect(problems({ ...right, day: '2026-10-01', until: null })[0]?.message).toContain('不在2027年的安排之内');
    expect(problems({ ...right, until: '2028-01-01' })[0]?.message).toContain('超出了2027年');
    expect(problems({ ...right, until: '2027-09-30' })[0]?.field).toBe('until');
    expect(problems({ ...right, until: '2027-11-07' })[0]?.message).toContain('超过31天');
  });

  it('are questioned where a weekday is called a make-up day', () => {
    const advice = (day: string) =>
      calendarNotice.advice.flatMap((judge) =>
        judge({ year: 2027, day, until: null, kind: 'work', name: '元旦' }, context),
      );
    expect(advice('2027-01-02')).toEqual([]);
    expect(advice('2027-01-04')[0]?.message).toContain('不是周六、周日');
  });
});
