// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils';
import { afterEach, expect, test } from 'vitest';
import { nextSort } from '@/ui/views/register/use-table';
import RegisterList from '@/ui/views/register/RegisterList.vue';
import { eventually, openBench, show, type TestBench } from './register-bench';

const ledger = 'enforcement-entity';

afterEach(() => {
  document.body.innerHTML = '';
  localStorage.clear();
});

function names(wrapper: VueWrapper): string[] {
  return wrapper.findAll('tbody td a').map((link) => link.text());
}

async function open(names: readonly string[]): Promise<{ desk: TestBench; wrapper: VueWrapper; path: () => string }> {
  const desk = await openBench();
  for (const name of names) await desk.add(ledger, { name });
  const { wrapper, router } = await show(desk, RegisterList, { ledgerId: ledger });
  await eventually(() => expect(wrapper.findAll('tbody tr')).toHaveLength(names.length));
  return { desk, wrapper, path: () => router.currentRoute.value.path };
}

test('an empty register says what it is for and what to do next', async () => {
  const { wrapper } = await open([]);
  await eventually(() => expect(wrapper.text()).toContain('还没有执法主体'));
  expect(wrapper.text()).toContain('导入 Excel');
  expect(wrapper.text()).toContain('下载空白模板');
});

test('typing initials leaves only the records found', async () => {
  const { wrapper } = await open(['安澜县水利局', '安澜县林业局']);
  await wrapper.get('input[type="search"]').setValue('slj');
  await eventually(() => expect(names(wrapper)).toEqual(['安澜县水利局']));
  await wrapper.get('input[type="search"]').setValue('zzzz');
  await eventually(() => expect(wrapper.text()).toContain('没有符合条件的记录'));
});

test('arrow keys walk the rows, Space ticks, Enter opens', async () => {
  const { wrapper, path } = await open(['安澜县水利局', '安澜县林业局', '安澜县财政局']);
  const rows = wrapper.findAll('tbody tr');
  expect(rows.map((row) => row.attributes('tabindex'))).toEqual(['0', '-1', '-1']);
  await rows[0]?.trigger('keydown', { key: 'ArrowDown' });
  await eventually(() => expect(document.activeElement).toBe(rows[1]?.element));
  await rows[1]?.trigger('keydown', { key: ' ' });
  expect(rows[1]?.attributes('aria-selected')).toBe('true');
  expect(wrapper.text()).toContain('已选 1 条');
  await rows[1]?.trigger('keydown', { key: 'Enter' });
  await eventually(() => expect(path()).toMatch(/^\/register\/enforcement-entity\/[0-9a-f-]{36}$/));
});

test('a heading sorts up, down, not; with Shift it adds a level that shows its number', async () => {
  expect(nextSort([], 'name', false)).toEqual([{ field: 'name' }]);
  expect(nextSort([{ field: 'name' }], 'name', false)).toEqual([{ field: 'name', descending: true }]);
  expect(nextSort([{ field: 'name', descending: true }], 'name', false)).toEqual([]);
  expect(nextSort([{ field: 'name' }], 'uscc', true)).toEqual([{ field: 'name' }, { field: 'uscc' }]);
  const { wrapper } = await open(['安澜县水利局', '安澜县林业局']);
  const headings = wrapper.findAll('thead th[aria-sort]');
  await headings[0]?.get('button').trigger('click');
  await headings[1]?.get('button').trigger('click', { shiftKey: true });
  await eventually(() => expect(headings[0]?.attributes('aria-sort')).toBe('ascending'));
  expect(headings.slice(0, 2).map((heading) => heading.get('.mark').text())).toEqual(['▲1', '▲2']);
});

test('all results can be selected at once, over the pages', async () => {
  const { desk, wrapper } = await open(['安澜县水利局', '安澜县林业局', '安澜县财政局']);
  await wrapper.get('tbody tr input').trigger('click');
  const all = wrapper.findAll('button').find((button) => button.text() === '选择全部 3 条结果');
  await all?.trigger('click');
  await eventually(() => expect(wrapper.text()).toContain('已选 3 条'));
  expect(await desk.bench.storage.countRows({ ledger })).toBe(3);
});

test('the list shows a change from elsewhere without being asked', async () => {
  const { desk, wrapper } = await open(['安澜县水利局']);
  await desk.add(ledger, { name: '安澜县林业局' });
  await eventually(() => expect(names(wrapper)).toHaveLength(2));
});
