// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readNotice, shippedCalendar, type ReadNotice } from '@/domain/calendar';
import { calendarDay, isWorkingDay, workCalendar, type Values } from '@/domain/kernel';
import { calendarOf, calendarYear, enterNotice } from '@/services/calendar';
import { undoCommit } from '@/services/records';
import { rulePackOfBureau } from '@/services/rule-pack';
import CalendarPage from '@/ui/views/calendar/CalendarPage.vue';
import { answerOf, type Calculation } from '@/ui/views/calendar/calculation';
import { yearView } from '@/ui/views/calendar/year-view';
import { eventually, openBench, show } from './register-bench';

const text2027 = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假，共1天。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。10月9日（周六）上班。`;

function notice(text: string): ReadNotice {
  const read = readNotice(text);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

test('a notice entered settles its year; entered again it takes the place of the first, and can be undone', async () => {
  const { bench } = await openBench();
  expect((await calendarYear(bench, 2027)).settled).toBe(false);
  const first = await enterNotice(bench, notice(text2027));
  expect(first.ok).toBe(true);
  const known = await calendarYear(bench, 2027);
  expect(known).toMatchObject({ settled: true, ownEntries: 10, missing: [] });
  expect(known.sources).toEqual(['国务院办公厅关于2027年部分节假日安排的通知']);
  expect(isWorkingDay(await calendarOf(bench), '2027-10-09')).toBe(true);

  const second = await enterNotice(bench, notice(text2027.replace('。10月9日（周六）上班', '。10月10日（周日）上班')));
  if (!second.ok) throw new Error(second.error);
  const changed = await calendarOf(bench);
  expect([isWorkingDay(changed, '2027-10-09'), isWorkingDay(changed, '2027-10-10')]).toEqual([false, true]);
  expect((await calendarYear(bench, 2027)).ownEntries).toBe(10);
  expect((await undoCommit(bench, second.value.seq)).ok).toBe(true);
  expect(isWorkingDay(await calendarOf(bench), '2027-10-09')).toBe(true);
});

test('a year begun by hand says which festivals are missing, and stays estimated', async () => {
  const { bench, add } = await openBench();
  await add('calendar-notice', { year: 2027, day: '2027-01-01', until: '2027-01-03', kind: 'off', name: '元旦' });
  const facts = await calendarYear(bench, 2027);
  expect(facts.settled).toBe(false);
  expect([...new Set(facts.missing.map(({ name }) => name))]).toEqual([
    '春节',
    '清明节',
    '劳动节',
    '端午节',
    '中秋节',
    '国庆节',
  ]);
});

test("the bureau's rules are its pack's, with its own deadlines over them", async () => {
  const { bench, add } = await openBench();
  const rule = { instrument: 'notice', purpose: 'rectify', amount: 15, unit: 'working-day', from: 'received' };
  expect((await rulePackOfBureau(bench)).deadlines.some((one) => one.instrument === 'notice')).toBe(false);
  await add('deadline-rule', { ...rule, source: '某省行政执法监督办法第二十条' } satisfies Values);
  const pack = await rulePackOfBureau(bench);
  expect(pack.id).toBe('national-2026');
  expect(pack.deadlines[0]).toMatchObject({ ...rule, verified: true });
});

test('a year is drawn in weeks from Monday to Sunday', () => {
  const calendar = workCalendar(shippedCalendar);
  const months = yearView(calendar, 2026);
  expect(months).toHaveLength(12);
  const february = months[1];
  expect(february?.weeks).toHaveLength(5);
  expect(february?.weeks[0]?.map((day) => day?.day ?? null)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    '2026-02-01',
  ]);
  expect(february?.workingDays).toBe(16);
  expect(months.reduce((sum, month) => sum + month.workingDays, 0)).toBe(248);
  expect(months[9]?.weeks[0]?.[3]).toEqual(calendarDay(calendar, '2026-10-01'));
});

const draft: Calculation = {
  event: 'served',
  day: '2026-09-28',
  time: null,
  amount: 30,
  unit: 'working-day',
  date: null,
  rollOver: true,
  before: false,
};

test('the calculator answers, or says what is missing', () => {
  const calendar = workCalendar(shippedCalendar);
  const answer = (change: Partial<Calculation>) => {
    const found = answerOf({ ...draft, ...change }, calendar);
    return found.kind === 'problem' ? found.message : (found.deadline.dueAt ?? found.deadline.due);
  };
  expect(answer({})).toBe('2026-11-13');
  expect(answer({ unit: 'calendar-day', amount: 3 })).toBe('2026-10-08');
  expect(answer({ unit: 'hour', amount: 24, time: '9：30' })).toBe('2026-09-29T09:30');
  expect(answer({ unit: 'fixed-date', amount: null, date: '2026-12-20', rollOver: false })).toBe('2026-12-20');
  expect(answer({ unit: 'hour', amount: 24 })).toContain('几时几分');
  expect(answer({ day: '明天' })).toContain('起算日应为日期');
  expect(answer({ amount: null })).toContain('整数');
  expect(answer({ unit: null })).toBe('请选择期限单位');
});

test('the page shows the year with its source, computes, and marks a year without a notice', async () => {
  const desk = await openBench();
  const { wrapper, router } = await show(desk, CalendarPage, {});
  await eventually(() => expect(wrapper.text()).toContain('国办发明电〔2025〕7号'));
  expect(wrapper.findAll('table.month')).toHaveLength(12);
  await eventually(() => expect(wrapper.text()).toContain('2026年11月22日收到，次日起算'));
  expect(wrapper.text()).not.toContain('2026年的放假安排还没有登记');
  await router.push('/?year=2027');
  await eventually(() => expect(wrapper.text()).toContain('2027年的放假安排还没有登记'));
  await enterNotice(desk.bench, notice(text2027));
  await eventually(() => expect(wrapper.text()).not.toContain('还没有登记'));
  wrapper.unmount();
});
