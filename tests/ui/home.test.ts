// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import type { VueWrapper } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { useLists } from '@/ui/stores/lists';
import HomePage from '@/ui/views/home/HomePage.vue';
import { eventually, openBench, show, type TestBench } from './register-bench';

let desk: TestBench;
let entity: string;

async function addFinding(fact: string, more: Readonly<Record<string, string | null>>): Promise<string> {
  const base = { fact, source: 'inspection', foundOn: '2026-09-01', status: 'recorded', entity };
  return (await desk.add('finding', { ...base, ...more })).id;
}

beforeEach(async () => {
  localStorage.clear();
  desk = await openBench();
  entity = (await desk.add('enforcement-entity', { name: '安澜县水利局' })).id;
});

async function settled(wrapper: VueWrapper): Promise<void> {
  await eventually(() => {
    if (wrapper.text().includes('正在')) throw new Error('still looking');
    expect(wrapper.text()).toContain('登记簿');
  });
}

function links(wrapper: VueWrapper, part: string): readonly (readonly [string, string | undefined])[] {
  return wrapper.findAll(`${part} a`).map((link) => [link.text().replace(/\s+/g, ' '), link.attributes('href')]);
}

test('an empty desk says in words that nothing is due and nothing waits', async () => {
  const { wrapper } = await show(desk, HomePage, {});
  await settled(wrapper);
  expect(wrapper.get('nav[aria-label="期限"]').text()).toBe(
    '逾期0项没有今日到期0项没有3个工作日内0项没有7个工作日内0项没有',
  );
  for (const words of [
    '没有等待核验、审批、签发、答复的事项。',
    '没有等待单位整改、答复的事项。',
    '没有未完成的草稿。',
    '7个工作日内没有到期的事项。',
    '还没有2026年的年度监督工作方案',
  ]) {
    expect(wrapper.text()).toContain(words);
  }
  wrapper.unmount();
});

test('deadlines are counted over all nouns, the next ones named, and the plan of the year measured', async () => {
  await addFinding('逾期', { dueOn: '2026-11-20', number: 'WT-1' });
  const near = await addFinding('近期', { dueOn: '2026-11-24', number: 'WT-2' });
  const officer = { name: '甲', entity, certificateNo: 'A1', certificateStatus: 'valid', validUntil: '2026-11-01' };
  await desk.add('enforcement-officer', officer);
  const plan = await desk.add('supervision-plan', { year: 2026, title: '2026年方案', status: 'imported' });
  const task = { plan: plan.id, category: 'system', monthFrom: '2026-01', leadUnit: '监督股' };
  await desk.add('plan-task', { ...task, title: '人员清理', monthTo: '2026-04', status: 'planned' });
  const done = { status: 'done', progress: 100, doneOn: '2026-03-01', outcome: '完成' };
  await desk.add('plan-task', { ...task, title: '统计年报', monthTo: '2026-03', ...done });

  const { wrapper } = await show(desk, HomePage, {});
  await settled(wrapper);
  expect(links(wrapper, 'nav[aria-label="期限"]')).toEqual([
    ['逾期3项问题整改1 计划任务1 执法证件1', '/deadlines?level=overdue'],
    ['今日到期0项没有', '/deadlines?level=today'],
    ['3个工作日内1项问题整改1', '/deadlines?level=three'],
    ['7个工作日内0项没有', '/deadlines?level=seven'],
  ]);
  expect(links(wrapper, 'section[aria-labelledby="near-title"] li')).toEqual([
    ['11月24日问题整改安澜县水利局 WT-2 近期', `/finding/${near}`],
  ]);
  const progress = wrapper.get('section[aria-labelledby="plan-title"]');
  expect(progress.text()).toContain('1 / 2 项完成');
  expect(progress.text()).toContain('人员清理4月30日到期');
  expect(progress.get('[role="progressbar"]').attributes('aria-valuenow')).toBe('50');
  expect(progress.get('a').attributes('href')).toBe(`/plan/${plan.id}`);
  wrapper.unmount();
});

test('what waits stands on its side; a single record is opened, several are listed by themselves', async () => {
  const one = await addFinding('一', { status: 'open' });
  const { wrapper } = await show(desk, HomePage, {});
  await settled(wrapper);
  expect(wrapper.get(`a[href="/finding/${one}"]`).text()).toBe('问题待交办1');

  await addFinding('二', { status: 'open' });
  await desk.add('supervision-plan', { year: 2026, title: '2026年方案', status: 'draft' });
  const line = await eventually(() => {
    const found = wrapper.findAll('a[href="/register/finding"]').find((link) => link.text().includes('问题待交办'));
    if (!found) throw new Error('not counted yet');
    return found;
  });
  expect(line.text()).toBe('问题待交办2');
  await eventually(() => expect(wrapper.text()).toContain('方案草稿1'));
  await line.trigger('click');
  expect(useLists().stateOf('finding').filters.value).toEqual([
    { field: 'status', op: 'any', values: ['open'] },
    { field: 'closedOn', op: 'empty' },
  ]);
  wrapper.unmount();
});

test('coming back asks nothing again, unless something was written', async () => {
  const asked = { pages: 0 };
  const { storage } = desk.bench;
  const counting = {
    ...storage,
    countRows: (...query: Parameters<typeof storage.countRows>) => ((asked.pages += 1), storage.countRows(...query)),
  };
  const counted = { ...desk, bench: { ...desk.bench, storage: counting } };
  const pinia = createPinia();
  const open = async (): Promise<VueWrapper> => {
    const { wrapper } = await show(counted, HomePage, {}, pinia);
    await settled(wrapper);
    return wrapper;
  };
  (await open()).unmount();
  const first = asked.pages;
  expect(first).toBeGreaterThan(0);
  (await open()).unmount();
  expect(asked.pages).toBe(first);
  await addFinding('逾期', { dueOn: '2026-11-20', number: 'WT-1' });
  const wrapper = await open();
  expect(asked.pages).toBeGreaterThan(first);
  expect(wrapper.text()).toContain('逾期1项');
  wrapper.unmount();
});
