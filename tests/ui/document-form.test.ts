// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, test } from 'vitest';
import { defineComponent, h, ref, useTemplateRef } from 'vue';
import type { DataValue, DocumentData, KindField } from '@/domain/document';
import KindFieldInput from '@/ui/views/document/form/KindFieldInput.vue';
import { moved, pasted, replaced, without } from '@/ui/views/document/form/order';
import { useCiting } from '@/ui/views/document/use-citing';
import { eventually, openBench, show } from './register-bench';

let mounted: VueWrapper | null = null;
afterEach(() => mounted?.unmount());

function fieldOf(part: Partial<KindField> & Pick<KindField, 'type'>): KindField {
  return {
    name: 'asked',
    label: '所问',
    required: false,
    help: '',
    options: [],
    columns: [],
    preset: '',
    least: 0,
    ahead: false,
    ...part,
  };
}

/** One input of a document's form with what it holds. */
async function mountField(field: KindField, start: DataValue, problem?: string) {
  const held = ref<DocumentData>({ asked: start });
  const view = defineComponent({
    setup: () => () =>
      h(KindFieldInput, {
        field,
        value: held.value['asked'],
        ...(problem ? { problem } : {}),
        onChange: (value: DataValue) => (held.value = { asked: value }),
      }),
  });
  const { wrapper } = await show(await openBench(), view, {});
  mounted = wrapper;
  return { wrapper, value: () => held.value['asked'] };
}

test('items move, leave and are replaced; what has no room to move stays', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
  expect(replaced(['a', 'b'], 1, 'z')).toEqual(['a', 'z']);
});

test('cells pasted out of a spreadsheet fill the table from the cell on and add rows as needed', () => {
  const rows = pasted([['1', '']], '甲\t乙\t丙\r\n丁\t戊\r\n', { row: 0, column: 1, columns: 2 });
  expect(rows).toEqual([
    ['1', '甲'],
    ['', '丁'],
  ]);
});

describe('a list in a document’s form', () => {
  test('begins with an empty box, and Enter begins the next item', async () => {
    const { wrapper, value } = await mountField(fieldOf({ type: 'list' }), []);
    await wrapper.get('textarea').setValue('第一项');
    await wrapper.get('textarea').trigger('keydown.enter');
    await eventually(() => expect(wrapper.findAll('textarea')).toHaveLength(2));
    await wrapper.findAll('textarea')[1]?.setValue('第二项');
    await wrapper.get('button[aria-label="上移第2项"]').trigger('click');
    expect(value()).toEqual(['第二项', '第一项']);
    await wrapper.get('button[aria-label="去掉第1项"]').trigger('click');
    expect(value()).toEqual(['第一项']);
  });

  test('is named as a group, with its problem and its help told to those who hear it', async () => {
    const field = fieldOf({ type: 'list', help: '每行一项' });
    const { wrapper } = await mountField(field, [], '请填写“所问”');
    const group = wrapper.get('[role="group"]');
    expect(document.getElementById(group.attributes('aria-labelledby') ?? '')?.textContent).toContain('所问');
    const told = (wrapper.get('textarea').attributes('aria-describedby') ?? '').split(' ');
    expect(told.map((id) => document.getElementById(id)?.textContent)).toEqual(['请填写“所问”', '每行一项']);
    expect(wrapper.get('textarea').attributes('aria-invalid')).toBe('true');
  });
});

test('help that the problem repeats is not shown twice', async () => {
  const { wrapper } = await mountField(fieldOf({ type: 'text', help: '写明事项' }), '', '请填写“所问”：写明事项');
  expect(wrapper.text().match(/写明事项/g)).toHaveLength(1);
});

test('a deadline keeps its source until somebody changes it, and is a number of days or a day, never both', async () => {
  const start = { amount: 30, unit: 'working-day', on: null, source: '《某条例》第三十三条' } as const;
  const { wrapper, value } = await mountField(fieldOf({ type: 'deadline' }), start);
  expect(wrapper.text()).toContain('依据：《某条例》第三十三条');
  await wrapper.get('input.amount').setValue('10');
  expect(value()).toEqual({ amount: 10, unit: 'working-day', on: null, source: '' });
  expect(wrapper.text()).toContain('由本局确定');
  await wrapper.findAll('input[type="radio"]')[1]?.trigger('change');
  const day = wrapper.get('.date input');
  await day.setValue('2026年12月1日');
  expect(value()).toEqual({ amount: null, unit: 'working-day', on: '2026-12-01', source: '' });
});

test('days are taken as offices write them; a number that is none stays as typed for the check to name', async () => {
  const day = await mountField(fieldOf({ type: 'date' }), null);
  await day.wrapper.get('input').setValue('2026.3.5');
  expect(day.value()).toBe('2026-03-05');
  day.wrapper.unmount();
  const count = await mountField(fieldOf({ type: 'integer' }), null);
  await count.wrapper.get('input').setValue('12');
  expect(count.value()).toBe(12);
  await count.wrapper.get('input').setValue('十二');
  expect(count.value()).toBe('十二');
});

describe('a citation from beside the document', () => {
  async function form(texts: readonly string[]) {
    let insert: (text: string) => boolean = () => false;
    const view = defineComponent({
      setup() {
        insert = useCiting(useTemplateRef<HTMLElement>('side')).insert;
        return () =>
          h('div', { ref: 'side' }, [
            h('input', { type: 'text', role: 'combobox' }),
            ...texts.map((value) => h('textarea', { value })),
          ]);
      },
    });
    const { wrapper } = await show(await openBench(), view, {});
    mounted = wrapper;
    const boxes = wrapper.findAll('textarea').map((box) => box.element);
    return { boxes, insert: (text: string) => insert(text) };
  }

  test('goes to the cursor of the box used last', async () => {
    const { boxes, insert } = await form(['第一栏', '前后']);
    boxes[1]?.focus();
    boxes[1]?.setSelectionRange(1, 1);
    expect(insert('《某法》第一条')).toBe(true);
    expect(boxes.map((box) => box.value)).toEqual(['第一栏', '前《某法》第一条后']);
  });

  test('takes the place of the article that the template leaves open', async () => {
    const { boxes, insert } = await form(['根据《行政执法监督条例》第〔　〕条的规定']);
    boxes[0]?.focus();
    insert('《行政执法监督条例》第二十条');
    expect(boxes[0]?.value).toBe('根据《行政执法监督条例》第二十条的规定');
  });

  test('goes to the first box where none was used, and nowhere where there is none', async () => {
    const { boxes, insert } = await form(['']);
    expect(insert('《某法》')).toBe(true);
    expect(boxes[0]?.value).toBe('《某法》');
    mounted?.unmount();
    const none = await form([]);
    expect(none.insert('《某法》')).toBe(false);
  });
});
