// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, expect, test } from 'vitest';
import { defineComponent, h, shallowRef, type Component } from 'vue';
import { checkKind, shippedKinds, type DocumentKind } from '@/domain/document';
import BasicsTab from '@/ui/views/document-kind/BasicsTab.vue';
import FieldsTab from '@/ui/views/document-kind/FieldsTab.vue';
import WordingTab from '@/ui/views/document-kind/WordingTab.vue';

let wrapper: VueWrapper | null = null;
afterEach(() => wrapper?.unmount());

/** A tab of the editor on a kind that takes what the tab tells. */
function edit(tab: Component, id: string) {
  const found = shippedKinds().find((one) => one.id === id);
  if (!found) throw new Error(`no kind ${id}`);
  const kind = shallowRef<DocumentKind>(found);
  const take = (changed: DocumentKind): void => {
    kind.value = changed;
  };
  const holder = defineComponent({ render: () => h(tab, { kind: kind.value, onChange: take }) });
  wrapper = mount(holder, {
    attachTo: document.body,
  });
  return { kind, view: wrapper };
}

function button(view: VueWrapper, text: string) {
  const found = view.findAll('button').find((one) => one.text().includes(text));
  if (!found) throw new Error(`no button ${text}`);
  return found;
}

test('a placeholder goes in where the cursor stood, and a frame leaves the cursor where its name belongs', async () => {
  const { kind, view } = edit(WordingTab, 'supervision-directive');
  const body = view.get<HTMLTextAreaElement>('textarea[data-part="body"]');
  await body.trigger('focus');
  await body.setValue('甲乙');
  body.element.setSelectionRange(1, 1);
  await button(view, '案由').trigger('click');
  expect(kind.value.wording.body).toEqual(['甲{{案由}}乙']);
  expect(body.element.selectionStart).toBe(7);
  await button(view, '如果…').trigger('click');
  expect(kind.value.wording.body[0]).toBe('甲{{案由}}{{如果 }}……{{否则}}……{{结束}}乙');
  expect(body.element.selectionStart).toBe(12);
  const title = view.get<HTMLTextAreaElement>('textarea[data-part="title"]');
  await title.trigger('focus');
  title.element.setSelectionRange(0, 0);
  await button(view, '文书名称').trigger('click');
  expect(kind.value.wording.title).toMatch(/^\{\{文书名称\}\}/);
});

test('the form and the enclosures of a kind can be changed too', async () => {
  const record = edit(WordingTab, 'interview-record');
  await record.view.get('[aria-label="表格第1行第1栏名称"]').setValue('单位');
  expect(record.kind.value.wording.form[0]?.cells[0]?.label).toBe('单位');
  record.view.unmount();
  const notice = edit(WordingTab, 'supervision-notice');
  await notice.view.get('[aria-label="附件标题"]').setValue('反馈表');
  expect(notice.kind.value.wording.enclosures[0]?.title).toBe('反馈表');
  await button(notice.view, '去掉这个附件').trigger('click');
  expect(notice.kind.value.wording.enclosures).toEqual([]);
});

test('fields are added, renamed with the wording, given options, moved and removed', async () => {
  const { kind, view } = edit(FieldsTab, 'circular');
  await button(view, '批准情况').trigger('click');
  await view.get('.edit input').setValue('政府同意');
  expect(kind.value.wording.body[0]).toContain('{{如果 政府同意 =');
  await button(view, '增加填写项').trigger('click');
  expect(kind.value.fields.at(-1)?.label).toBe('填写项1');
  await view.get('.edit select').setValue('choice');
  expect(checkKind(kind.value)[0]?.message).toContain('至少写两个可选项');
  await view.get('.edit textarea').setValue('甲\n\n乙');
  expect(kind.value.fields.at(-1)?.options).toEqual(['甲', '乙']);
  expect(checkKind(kind.value)).toEqual([]);
  await view.get('[aria-label="上移“填写项1”"]').trigger('click');
  expect(kind.value.fields.at(-2)?.label).toBe('填写项1');
  await view.get('[aria-label="删去“填写项1”"]').trigger('click');
  expect(kind.value.fields.some((field) => field.label === '填写项1')).toBe(false);
});

test('name, layout and what goes along with a document are changed', async () => {
  const { kind, view } = edit(BasicsTab, 'circular');
  await view.get('input').setValue('工作通报');
  const [layout, issuer] = view.findAll('select');
  await layout?.setValue('letter');
  await issuer?.setValue('government');
  await view.findAll('input[type="checkbox"]')[3]?.setValue(true);
  expect(kind.value).toMatchObject({ name: '工作通报', layout: 'letter', issuer: 'government', receipt: true });
});
