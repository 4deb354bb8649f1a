// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { LedgerRow } from '@/domain/kernel';
import RecordView from '@/ui/views/register/RecordView.vue';
import { eventually, openBench, show, type TestBench } from './register-bench';

const ledger = 'enforcement-entity';

afterEach(() => {
  document.body.innerHTML = '';
});

function box(wrapper: VueWrapper, field: string): HTMLInputElement {
  return wrapper.get(`[data-field="${field}"] :is(input, textarea, select)`).element as HTMLInputElement;
}

async function type(wrapper: VueWrapper, field: string, text: string): Promise<void> {
  const input = wrapper.get(`[data-field="${field}"] :is(input, textarea)`);
  (input.element as HTMLInputElement).value = text;
  await input.trigger('change');
  await input.trigger('blur');
}

async function press(wrapper: VueWrapper, text: string): Promise<void> {
  const button = wrapper.findAll('button').find((one) => one.text() === text);
  if (!button) throw new Error(`no button ${text}`);
  await button.trigger('click');
}

async function open(desk: TestBench, id: string): Promise<VueWrapper> {
  const { wrapper } = await show(desk, RecordView, { ledgerId: ledger, recordId: id });
  await eventually(() => box(wrapper, 'name'));
  return wrapper;
}

async function stored(desk: TestBench): Promise<readonly LedgerRow[]> {
  return (await desk.bench.storage.page({ ledger }, 0, 50)).rows;
}

test('a record with an error is not saved, says why beside the field, and the keyboard goes there', async () => {
  const desk = await openBench();
  const wrapper = await open(desk, 'new');
  await type(wrapper, 'uscc', '123');
  await press(wrapper, '保存');
  await eventually(() => expect(document.activeElement).toBe(box(wrapper, 'name')));
  expect(wrapper.get('[data-field="name"] .problem').text()).toBe('请填写“全称”');
  expect(wrapper.get('[data-field="uscc"] .problem').text()).toContain('统一社会信用代码');
  expect(await stored(desk)).toHaveLength(0);
});

test('a field says its problem when it is left, the others wait', async () => {
  const desk = await openBench();
  const wrapper = await open(desk, 'new');
  await type(wrapper, 'uscc', '123');
  expect(wrapper.findAll('.problem')).toHaveLength(1);
});

test('a date may be typed as offices write it', async () => {
  const desk = await openBench();
  const wrapper = await open(desk, 'new');
  await type(wrapper, 'name', '　安澜县林业局 ');
  await type(wrapper, 'announcedOn', '2024.3.5');
  expect(box(wrapper, 'announcedOn').value).toBe('2024-03-05');
  await press(wrapper, '保存');
  await eventually(async () => expect(await stored(desk)).toHaveLength(1));
  expect((await stored(desk))[0]?.values).toMatchObject({ name: '安澜县林业局', announcedOn: '2024-03-05' });
});

test('where another change came first both are shown, and what the person typed is kept until they decide', async () => {
  const desk = await openBench();
  const row = await desk.add(ledger, { name: '安澜县水利局', shortName: '水利局' });
  const wrapper = await open(desk, row.id);
  await type(wrapper, 'shortName', '县水利局');
  const other = await desk.bench.storage.commit(
    { kind: 'edit', label: '修改执法主体' },
    [{ op: 'update', ledger, id: row.id, changes: { shortName: '安澜水利' }, revision: 1 }],
    desk.bench.session.context(),
  );
  expect(other.ok).toBe(true);
  await press(wrapper, '保存');
  await eventually(() => expect(wrapper.text()).toContain('您填写期间被改过'));
  const cells = wrapper.findAll('.notice td').map((cell) => cell.text());
  expect(cells).toEqual(['县水利局', '安澜水利']);
  expect((await stored(desk))[0]?.values).toMatchObject({ shortName: '安澜水利' });
  await press(wrapper, '保留我填的，继续修改');
  await eventually(() => expect(wrapper.text()).not.toContain('您填写期间被改过'));
  expect(box(wrapper, 'shortName').value).toBe('县水利局');
  await press(wrapper, '保存');
  await eventually(() => expect(wrapper.findAll('.side ol > li')).toHaveLength(3));
  expect((await stored(desk))[0]?.values).toMatchObject({ shortName: '县水利局' });
});

test('a second record of the same name is refused with a way to the first', async () => {
  const desk = await openBench();
  const row = await desk.add(ledger, { name: '安澜县水利局' });
  const wrapper = await open(desk, 'new');
  await type(wrapper, 'name', '安澜县水利局');
  await press(wrapper, '保存');
  const link = await eventually(() => wrapper.get('[role="alert"] a'));
  expect(link.attributes('href')).toContain(row.id);
});

test('history shows who changed which field from what to what', async () => {
  const desk = await openBench();
  const row = await desk.add(ledger, { name: '安澜县水利局', category: 'organ' });
  const wrapper = await open(desk, row.id);
  await type(wrapper, 'name', '安澜县水务局');
  await press(wrapper, '保存');
  await eventually(() => expect(wrapper.findAll('.side ol > li')).toHaveLength(2));
  const newest = wrapper.get('.side ol > li');
  expect(newest.text()).toContain('陈静');
  expect(newest.get('del').text()).toBe('安澜县水利局');
  expect(newest.get('ins').text()).toBe('安澜县水务局');
});

test('relations are shown on both sides', async () => {
  const desk = await openBench();
  const parent = await desk.add(ledger, { name: '安澜县应急管理局' });
  const child = await desk.add(ledger, { name: '安澜县应急执法大队', parent: parent.id });
  const below = await open(desk, child.id);
  const up = await eventually(() => below.get('.side dd a'));
  expect(up.text()).toBe('安澜县应急管理局');
  const above = await open(desk, parent.id);
  const link = await eventually(() => above.get('.side dd a'));
  expect(link.text()).toBe('安澜县应急执法大队');
});

test('whoever goes elsewhere while a save is under way is not asked, and finds the record saved', async () => {
  const desk = await openBench();
  const { wrapper, router } = await show(desk, RecordView, { ledgerId: ledger, recordId: 'new' });
  await eventually(() => box(wrapper, 'name'));
  await type(wrapper, 'name', '安澜县水利局');
  const button = wrapper.findAll('button').find((one) => one.text() === '保存');
  void button?.trigger('click');
  await router.push('/elsewhere');
  expect(router.currentRoute.value.path).toBe('/elsewhere');
  expect(document.querySelector('.el-message-box')).toBeNull();
  expect((await stored(desk)).map((row) => row.values['name'])).toEqual(['安澜县水利局']);
});

test('whoever goes elsewhere while a save is under way that fails is asked', async () => {
  const desk = await openBench();
  const { wrapper, router } = await show(desk, RecordView, { ledgerId: ledger, recordId: 'new' });
  await eventually(() => box(wrapper, 'name'));
  await type(wrapper, 'name', '安澜县水利局');
  await desk.add(ledger, { name: '安澜县水利局' });
  const button = wrapper.findAll('button').find((one) => one.text() === '保存');
  void button?.trigger('click');
  const gone = router.push('/elsewhere');
  await eventually(() => expect(document.body.textContent).toContain('这里有还没有保存的内容'));
  const stay = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes('留下继续填写'));
  stay?.click();
  await gone;
  expect(router.currentRoute.value.path).toBe('/');
});
