import { describe, expect, it } from 'vitest';
import { readNotice, shippedCalendar } from '@/domain/calendar';

const notice2026 = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
鼓励单位和个人结合落实带薪年休假等制度，实际形成较长假期，推动错峰出行。
国务院办公厅
2025年11月4日`;

function read(text: string) {
  const answer = readNotice(text);
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

function refusal(text: string): string {
  const answer = readNotice(text);
  return answer.ok ? '' : answer.error;
}

describe('the text of a notice', () => {
  it('gives the days that were shipped for its year', () => {
    const { year, source, stretches } = read(notice2026);
    const shipped = shippedCalendar.notices.find((notice) => notice.year === 2026);
    expect([year, source]).toEqual([2026, shipped?.source]);
    const off = stretches.filter((one) => one.kind === 'off');
    expect(off.map(({ name, day, until }) => ({ name, from: day, until: until ?? day }))).toEqual(shipped?.daysOff);
    const work = stretches.filter((one) => one.kind === 'work');
    expect(work.map(({ name, day }) => ({ name, day }))).toEqual(
      expect.arrayContaining([...(shipped?.workDays ?? [])]),
    );
    expect(work).toHaveLength(6);
  });

  it('may come as one line without the number of the document', () => {
    const line = notice2026.replace('国办发明电〔2025〕7号', '').replaceAll('\n', '');
    expect(read(line).stretches).toHaveLength(13);
    expect(read(line).source).toBe('国务院办公厅关于2026年部分节假日安排的通知');
  });

  it('may begin in the year before and join two festivals', () => {
    const text = `关于2023年部分节假日安排的通知
一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。`;
    expect(read(text).stretches.map(({ name, day, until, kind }) => [name, day, until, kind])).toEqual([
      ['元旦', '2022-12-31', '2023-01-02', 'off'],
      ['中秋节、国庆节', '2023-09-29', '2023-10-06', 'off'],
      ['中秋节、国庆节', '2023-10-07', null, 'work'],
      ['中秋节、国庆节', '2023-10-08', null, 'work'],
    ]);
  });

  it('may name a day taken in place of a Sunday, and what is only encouraged counts for nothing', () => {
    const text = `关于2024年部分节假日安排的通知
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、劳动节：5月1日放假，5月2日（星期四）补休。`;
    expect(read(text).stretches.map(({ day, until }) => [day, until])).toEqual([
      ['2024-01-01', null],
      ['2024-02-10', '2024-02-17'],
      ['2024-02-04', null],
      ['2024-02-18', null],
      ['2024-05-01', null],
      ['2024-05-02', null],
    ]);
  });

  it.each([
    ['is no notice', '明天放假', '没有找到年度'],
    ['has no days', '关于2026年部分节假日安排的通知\n另行通知', '没有读到放假日期'],
    ['miscounts', notice2026.replace('共9天', '共8天'), '“春节”写明共8天，读到的起止是9天'],
    ['names no day', notice2026.replace('5月9日', '5月39日'), '“劳动节”中有不存在的日期'],
    ['calls to work on a Monday', notice2026.replace('1月4日', '1月5日'), '“元旦”的上班日2026-01-05不是周六、周日'],
    ['ends before it begins', notice2026.replace('至7日（周三）放假调休，共7天', '至9月7日放假'), '结束日早于开始日'],
  ])('is refused where it %s', (_, text, message) => {
    expect(refusal(text)).toContain(message);
  });
});
