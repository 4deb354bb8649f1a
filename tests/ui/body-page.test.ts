// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, expect, test } from 'vitest';
import { useLists } from '@/ui/stores/lists';
import BodyPage from '@/ui/views/body/BodyPage.vue';
import { eventually, openBench, show, type TestBench } from './register-bench';

enableAutoUnmount(afterEach);

async function filled(): Promise<TestBench & { readonly body: string }> {
  const desk = await openBench();
  const body = await desk.add('enforcement-entity', { name: '安澜县市场监督管理局', category: 'organ' });
  const other = await desk.add('enforcement-entity', { name: '安澜县水务局' });
  const basic = { source: 'complaint', status: 'recorded' };
  for (let at = 1; at <= 20; at += 1) {
    const day = `2025-03-${String(at).padStart(2, '0')}`;
    const values = {
      ...basic,
      entity: body.id,
      number: `WT-2025-${at}`,
      fact: `事实${at}`,
      foundOn: day,
      dueOn: '2025-06-30',
    };
    await desk.add('finding', at > 18 ? values : { ...values, closedOn: at > 15 ? '2025-07-10' : '2025-06-01' });
  }
  await desk.add('finding', { ...basic, entity: other.id, number: 'WT-2025-99', fact: '别处', foundOn: '2025-01-01' });
  await desk.add('enforcement-officer', {
    name: '王芳',
    entity: body.id,
    postStatus: 'on',
    certificateStatus: 'valid',
  });
  return { ...desk, body: body.id };
}

test('the page of a body counts what is open and late, and how many were corrected in time each year', async () => {
  const desk = await filled();
  const { wrapper } = await show(desk, BodyPage, { bodyId: desk.body });
  await eventually(() => expect(wrapper.find('h1').text()).toBe('安澜县市场监督管理局'));
  expect(wrapper.text()).toContain('未销号问题2共发现20个');
  expect(wrapper.text()).toContain('逾期未整改2');
  expect(wrapper.find('header').text()).toContain('逾期2项');
  const year = wrapper.findAll('tbody tr').find((row) => row.text().startsWith('2025'));
  expect(year?.text()).toContain('20');
  // 15 of the 20 that were due.
  expect(year?.text()).toContain('75%');
});

test('a part is turned page by page, newest first, and narrows its register to the body', async () => {
  const desk = await filled();
  const { wrapper, router } = await show(desk, BodyPage, { bodyId: desk.body });
  await eventually(() => expect(wrapper.findAll('[role=tab]')).toHaveLength(8));
  const tab = wrapper.findAll('[role=tab]').find((one) => one.text().startsWith('问题整改'));
  expect(tab?.text()).toContain('20');
  await tab?.trigger('click');
  await eventually(() => expect(wrapper.text()).toContain('共20条'));
  const numbers = () => wrapper.findAll('tbody tr').map((row) => row.find('a').text());
  expect(numbers().slice(0, 2)).toEqual(['WT-2025-20', 'WT-2025-19']);
  await wrapper
    .findAll('button')
    .find((one) => one.text() === '下一页')
    ?.trigger('click');
  await eventually(() => expect(numbers()).toEqual(['WT-2025-5', 'WT-2025-4', 'WT-2025-3', 'WT-2025-2', 'WT-2025-1']));
  await wrapper
    .findAll('a')
    .find((one) => one.text() === '在登记簿中查看全部')
    ?.trigger('click');
  await eventually(() => expect(router.currentRoute.value.path).toBe('/register/finding'));
  expect(useLists().stateOf('finding').filters.value).toEqual([{ field: 'entity', op: 'equals', value: desk.body }]);
});

test('a body that is not there is said to be missing', async () => {
  const desk = await openBench();
  const { wrapper } = await show(desk, BodyPage, { bodyId: 'nobody' });
  await eventually(() => expect(wrapper.text()).toContain('没有这个单位'));
});
