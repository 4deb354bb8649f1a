import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '@/domain/calendar';
import { computeDeadline, workCalendar, type DeadlineInput } from '@/domain/kernel';

const calendar = workCalendar(shippedCalendar);

function why(input: Partial<DeadlineInput> & Pick<DeadlineInput, 'start'>): string {
  return computeDeadline({ amount: 30, unit: 'working-day', rollOver: true, calendar, ...input }).explanation;
}

describe('the explanation of a deadline', () => {
  it('names what was off, what was worked and which day it comes to', () => {
    expect(why({ start: { event: 'served', at: '2026-09-28' } })).toBe(
      '2026年9月28日送达，次日起算，10月1日至7日国庆节放假不计，10月10日（周六）补班计入，其余周六、周日不计，' +
        '第30个工作日为11月13日（周五）。',
    );
    expect(why({ start: { event: 'served', at: '2025-09-28' } })).toBe(
      '2025年9月28日送达，次日起算，10月1日至8日国庆节、中秋节放假不计，10月11日（周六）补班计入，其余周六、周日不计，' +
        '第30个工作日为11月14日（周五）。',
    );
  });

  it('says no more than happened', () => {
    expect(why({ start: { event: 'received', at: '2026-03-09' }, amount: 3 })).toBe(
      '2026年3月9日收到，次日起算，第3个工作日为3月12日（周四）。',
    );
    expect(why({ start: { event: 'received', at: '2026-03-12' }, amount: 3 })).toBe(
      '2026年3月12日收到，次日起算，周六、周日不计，第3个工作日为3月17日（周二）。',
    );
  });

  it('starts within days off, and crosses years by name', () => {
    expect(why({ start: { event: 'received', at: '2025-10-03' }, amount: 1 })).toBe(
      '2025年10月3日收到，次日起算，10月4日至8日国庆节、中秋节放假不计，第1个工作日为10月9日（周四）。',
    );
    expect(why({ start: { event: 'filed', at: '2018-12-28' }, amount: 2 })).toBe(
      '2018年12月28日立案，次日起算，12月29日（周六）补班计入，12月30日至2019年1月1日元旦放假不计，第2个工作日为1月2日（周三）。',
    );
  });

  it('tells why the end goes on to a later day', () => {
    expect(why({ start: { event: 'received', at: '2026-09-01' }, unit: 'calendar-day' })).toBe(
      '2026年9月1日收到，次日起算，第30日为10月1日（周四），该日适逢国庆节放假，顺延至10月8日（周四）。',
    );
    expect(why({ start: { event: 'received', at: '2026-03-06' }, unit: 'calendar-day', amount: 15 })).toBe(
      '2026年3月6日收到，次日起算，第15日为3月21日（周六），该日为周六，顺延至3月23日（周一）。',
    );
    expect(
      why({ start: { event: 'received', at: '2026-03-06' }, unit: 'calendar-day', amount: 15, rollOver: false }),
    ).toBe('2026年3月6日收到，次日起算，第15日为3月21日（周六）。');
  });

  it('tells of extensions and suspensions with their reasons', () => {
    expect(
      why({
        start: { event: 'submitted', at: '2026-09-28' },
        amount: 5,
        extensions: [{ amount: 5, unit: 'working-day', reason: '情况复杂' }],
        suspensions: [{ from: '2026-09-29', until: '2026-10-09', reason: '补充材料' }],
      }),
    ).toBe(
      '2026年9月28日送审，次日起算，9月29日至10月9日中止不计（补充材料），10月10日（周六）补班计入，其余周六、周日不计，' +
        '第5个工作日为10月15日（周四），经批准延长5个工作日至10月22日（周四）（情况复杂）。',
    );
    expect(
      why({ start: { event: 'received', at: '2026-03-09' }, amount: 3, extensions: [{ until: '2026-04-30' }] }),
    ).toBe('2026年3月9日收到，次日起算，第3个工作日为3月12日（周四），经批准延长至4月30日（周四）。');
    const after = [{ from: '2026-05-01', until: '2026-05-31' }];
    expect(why({ start: { event: 'received', at: '2026-03-09' }, amount: 3, suspensions: after })).not.toContain(
      '中止',
    );
  });

  it('counts hours on the clock, through nights and days off, but not through a suspension', () => {
    const start = { event: 'discovered', at: '2026-09-30T16:40' } as const;
    expect(why({ start, unit: 'hour', amount: 24 })).toBe('2026年9月30日16:40发现，即时起算，满24小时为10月1日16:40。');
    const suspensions = [{ from: '2026-10-01', until: '2026-10-02' }];
    expect(why({ start, unit: 'hour', amount: 24, suspensions })).toBe(
      '2026年9月30日16:40发现，即时起算，10月1日至2日中止不计，满24小时为10月3日16:40。',
    );
    const extensions = [{ amount: 12, unit: 'hour' as const }];
    expect(why({ start, unit: 'hour', amount: 24, extensions })).toContain('经批准延长12小时至10月2日04:40');
  });

  it('knows months, month ends and fixed dates', () => {
    const start = { event: 'suspended', at: '2025-08-31' } as const;
    expect(why({ start, unit: 'month', amount: 6, rollOver: false })).toBe(
      '2025年8月31日暂扣，次日起算，满6个月为2026年2月28日（周六）。',
    );
    expect(why({ start, unit: 'month-end', amount: 0, rollOver: false })).toBe(
      '2025年8月31日暂扣，当月末为8月31日（周日）。',
    );
    expect(why({ start, unit: 'month-end', amount: 1 })).toContain('次月末为9月30日（周二）');
    expect(why({ start, unit: 'month-end', amount: 3, rollOver: false })).toContain(
      '其后第3个月的月末为11月30日（周日）',
    );
    expect(why({ start, unit: 'fixed-date', amount: 0, date: '2026-01-31' })).toBe(
      '2025年8月31日暂扣，截止日为2026年1月31日（周六），该日为周六，顺延至2月2日（周一）。',
    );
  });

  it('adds what is missing where a year is estimated', () => {
    expect(why({ start: { event: 'received', at: '2026-12-25' }, amount: 5 })).toBe(
      '2026年12月25日收到，次日起算，2027年1月1日元旦放假不计，其余周六、周日不计，第5个工作日为1月4日（周一）。' +
        '2027年的放假安排尚未登记，相关日子按周末和法定节日暂估，登记后重新计算。',
    );
  });
});

describe('an extension', () => {
  it('is counted from the end before it and not from the day that end rolled over to', () => {
    const input = {
      start: { event: 'received', at: '2026-09-01' },
      amount: 30,
      unit: 'calendar-day',
      rollOver: true,
    } as const;
    const extended = computeDeadline({ ...input, calendar, extensions: [{ amount: 10, unit: 'calendar-day' }] });
    expect(extended.due).toBe(computeDeadline({ ...input, calendar, amount: 40 }).due);
  });

  it('to an earlier day never shortens a deadline', () => {
    const input = {
      start: { event: 'received', at: '2026-03-09' },
      amount: 10,
      unit: 'working-day',
      rollOver: true,
    } as const;
    const extended = computeDeadline({ ...input, calendar, extensions: [{ until: '2026-03-10' }] });
    expect(extended.due).toBe(computeDeadline({ ...input, calendar }).due);
  });
});
