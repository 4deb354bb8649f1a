// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import type { VueWrapper } from '@vue/test-utils';
import { listDues } from '@/services/dues';
import { dueListOrder } from '@/ui/print/due-list';
import DeadlinesPage from '@/ui/views/deadlines/DeadlinesPage.vue';
import { readSelection, spanOfMonth, writeSelection } from '@/ui/views/deadlines/selection';
import { eventually, openBench, show, type TestBench } from './register-bench';

let desk: TestBench;
let water: string;
let market: string;

async function addFinding(number: string, entity: string, dueOn: string): Promise<void> {
  const base = { fact: '未公示', source: 'inspection', foundOn: '2026-09-01', status: 'recorded' };
  await desk.add('finding', { ...base, number, fact: number, entity, dueOn });
}

beforeEach(async () => {
  desk = await openBench();
  water = (await desk.add('enforcement-entity', { name: '安澜县水利局' })).id;
  market = (await desk.add('enforcement-entity', { name: '安澜县市场监督管理局' })).id;
  await addFinding('WT-1', water, '2026-10-10');
  await addFinding('WT-2', water, '2026-11-20');
  await addFinding('WT-3', market, '2026-11-24');
  const incoming = { serial: '2026-1', receivedOn: '2026-11-01', sender: '市局', title: '交办函' };
  await desk.add('incoming-document', { ...incoming, dueOn: '2026-11-24' });
});

function listed(wrapper: VueWrapper): readonly string[] {
  return wrapper.findAll('.dues tbody a').map((link) => link.text());
}

async function shows(wrapper: VueWrapper, ...texts: readonly string[]): Promise<void> {
  await eventually(() => expect(listed(wrapper)).toEqual(texts));
}

test('a month shows what ends on each day, and the days that are off or worked', async () => {
  const { wrapper } = await show(desk, DeadlinesPage, {});
  await shows(wrapper, 'WT-2 WT-2', '2026-1 交办函', 'WT-3 WT-3');
  const dayOf = (label: string) => wrapper.get(`button[aria-label="${label}"]`);
  expect(dayOf('11月24日，2项到期').text()).toContain('问题整改 1');
  expect(dayOf('11月22日，今天，没有期限').attributes('tabindex')).toBe('0');
  await wrapper.get('button[aria-label="上个月"]').trigger('click');
  await shows(wrapper, 'WT-1 WT-1');
  expect(wrapper.get('#month-title').text()).toBe('2026年10月');
  expect(dayOf('10月10日，国庆节补班，1项到期').find('.level-overdue').exists()).toBe(true);
  expect(dayOf('10月1日，国庆节放假，没有期限').text()).toContain('休');
  wrapper.unmount();
});

test('a day, a level, a subject and a body narrow the list, and the address remembers them', async () => {
  const { wrapper, router } = await show(desk, DeadlinesPage, {});
  await shows(wrapper, 'WT-2 WT-2', '2026-1 交办函', 'WT-3 WT-3');
  await wrapper.get('button[aria-label="11月24日，2项到期"]').trigger('click');
  await shows(wrapper, '2026-1 交办函', 'WT-3 WT-3');
  expect(router.currentRoute.value.query).toMatchObject({ day: '2026-11-24' });
  const level = wrapper.findAll('.levels button').find((button) => button.text() === '逾期');
  await level?.trigger('click');
  await shows(wrapper, 'WT-1 WT-1', 'WT-2 WT-2');
  const [subject, body] = wrapper.findAll('select');
  await subject?.setValue('incoming-document');
  await eventually(() => expect(wrapper.text()).toContain('没有到期的事项'));
  await subject?.setValue('');
  await shows(wrapper, 'WT-1 WT-1', 'WT-2 WT-2');
  await body?.setValue(market);
  await eventually(() => expect(wrapper.text()).toContain('没有到期的事项'));
  expect(router.currentRoute.value.query).toMatchObject({ level: 'overdue', body: market });
  wrapper.unmount();
});

test('the keyboard walks the days across the month’s end, and the keyboard’s day stays in sight', async () => {
  const { wrapper, router } = await show(desk, DeadlinesPage, {});
  await shows(wrapper, 'WT-2 WT-2', '2026-1 交办函', 'WT-3 WT-3');
  const stand = () => wrapper.get('.month button[tabindex="0"]');
  await stand().trigger('keydown', { key: 'ArrowDown' });
  await eventually(() => expect(router.currentRoute.value.query).toMatchObject({ day: '2026-11-29' }));
  await stand().trigger('keydown', { key: 'ArrowDown' });
  await eventually(() => expect(wrapper.get('#month-title').text()).toBe('2026年12月'));
  await eventually(() => expect(document.activeElement?.getAttribute('aria-label') ?? '').toContain('12月6日'));
  await stand().trigger('keydown', { key: 'Home' });
  await eventually(() => expect(wrapper.get('#month-title').text()).toBe('2026年11月'));
  wrapper.unmount();
});

test('an address that makes no sense is the present month with everything', () => {
  const today = '2026-11-22';
  const plain = { month: '2026-11', day: null, level: null, source: null, body: null, all: false };
  expect(readSelection({ month: '2026-13', day: 'x', level: 'soon', all: 'yes' }, today)).toEqual(plain);
  const whole = { ...plain, level: 'three', source: 'finding', body: 'b', all: true } as const;
  expect(readSelection(writeSelection(whole), today)).toEqual(whole);
  expect(spanOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});

test('the printed list names what is due, by when, and who is to act', async () => {
  const dues = await listDues(desk.bench, {});
  const maker = { unit: '安澜县司法局', preparedBy: '陈静', date: '2026-11-22' };
  const { html, title } = dueListOrder(dues, maker, '逾期');
  expect(title).toBe('行政执法监督工作督办清单');
  for (const part of [
    '安澜县水利局',
    'WT-2 WT-2',
    '2026年11月20日',
    '逾期2天',
    '还有2天',
    '对方',
    '本局',
    '其中逾期2项',
  ]) {
    expect(html).toContain(part);
  }
});
