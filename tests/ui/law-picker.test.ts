// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils';
import { afterEach, expect, test } from 'vitest';
import { linesOfText, parseLaw } from '@/domain/law';
import { importLaw, proposedValues } from '@/services/law-library';
import type { Workbench } from '@/services/workbench';
import { articleLines, citedWords, quoted, type Cited } from '@/ui/views/law/citing';
import ImportLawDialog from '@/ui/views/law/ImportLawDialog.vue';
import LawPicker from '@/ui/views/law/LawPicker.vue';
import LawReader from '@/ui/views/law/LawReader.vue';
import { excerptAround, runsOf } from '@/ui/views/law/marked';
import { createExchange } from '@/exchange/exchange';
import { lawOf } from '@/services/law-library';
import { eventually, openBench, show } from './register-bench';

const text = [
  '# 安澜县行政执法监督条例',
  '第一章 总则',
  '第二十四条 为了规范监督，制定本条例。',
  '第二十五条 监督可以采取下列方式：',
  '（一）案卷评查；',
  '（二）约谈；',
  '（三）听证。',
  '监督不得“层层加码”。',
].join('\n\n');

let mounted: VueWrapper | null = null;
afterEach(() => mounted?.unmount());

async function withLaw(bench: Workbench): Promise<string> {
  const parsed = parseLaw(linesOfText(text), '条例.md');
  if (!parsed.ok) throw new Error(parsed.error.message);
  const draft = parsed.value;
  const values = { ...proposedValues(draft, '条例.md', '2026-11-22'), version: '2021年修订', kind: 'local-law' };
  const read = { fileName: '条例.md', draft, values };
  const done = await importLaw(bench, read, values, { replace: null, supersede: [] });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value.lawId;
}

function button(wrapper: VueWrapper, words: string) {
  const found = wrapper.findAll('button').find((one) => one.text().includes(words));
  if (!found) throw new Error(`no button ${words}`);
  return found;
}

test('an article is found, its item is chosen, and the citation with its version and words is handed out', async () => {
  const desk = await openBench();
  const lawId = await withLaw(desk.bench);
  const cited: Cited[] = [];
  const { wrapper } = await show(desk, LawPicker, { compact: true, onCite: (one: Cited) => cited.push(one) });
  mounted = wrapper;
  await wrapper.find('input[type="search"]').setValue('监督条例 听证');
  await eventually(async () => button(wrapper, '第二十五条').trigger('click'));
  await eventually(async () => wrapper.get('[title="引用第一款第（三）项"]').trigger('click'));
  expect(wrapper.find('output').text()).toBe('《安澜县行政执法监督条例》第二十五条第一款第（三）项');
  await button(wrapper, '插入引用').trigger('click');
  expect(cited).toEqual([
    {
      text: '《安澜县行政执法监督条例》第二十五条第一款第（三）项',
      citation: {
        lawId,
        title: '安澜县行政执法监督条例',
        version: '2021年修订',
        article: '第二十五条',
        paragraph: 1,
        item: 3,
        subItem: null,
      },
      articleText: '（三）听证。',
    },
  ]);
  await wrapper.find('select').setValue('short');
  await button(wrapper, '插入条文原文').trigger('click');
  expect(cited[1]?.text).toBe('《条例》第二十五条第一款第（三）项规定：“（三）听证。”');
});

test('a citation that a document has is shown in the version it was taken from, or said to be gone', async () => {
  const desk = await openBench();
  const lawId = await withLaw(desk.bench);
  const citation = {
    title: '安澜县行政执法监督条例',
    version: '2021年修订',
    article: '第二十五条',
    paragraph: 2,
    item: null,
  };
  const { wrapper } = await show(desk, LawPicker, { shown: { ...citation, lawId } });
  mounted = wrapper;
  const chosen = await eventually(() => wrapper.get('[aria-pressed="true"]'));
  expect(chosen.text()).toContain('层层加码');
  wrapper.unmount();
  const gone = await show(desk, LawPicker, { shown: { ...citation, lawId: 'gone' } });
  mounted = gone.wrapper;
  const alert = await eventually(() => gone.wrapper.get('[role="alert"]'));
  expect(alert.text()).toMatch(/依据库中没有《安澜县行政执法监督条例》（2021年修订）第二十五条/);
});

test('a law is read by its contents, and words are looked for in all of it', async () => {
  const desk = await openBench();
  const law = await lawOf(desk.bench, await withLaw(desk.bench));
  const { wrapper } = await show(desk, LawReader, { law });
  mounted = wrapper;
  await eventually(() => expect(wrapper.findAll('nav button').map((one) => one.text())).toEqual(['第一章 总则']));
  expect(wrapper.findAll('.article')).toHaveLength(2);
  await wrapper.find('input').setValue('约谈');
  expect(wrapper.findAll('.article')).toHaveLength(1);
  expect(wrapper.get('mark').text()).toBe('约谈');
  expect(wrapper.get('[role="status"]').text()).toContain('找到 1 条');
});

test('a file without articles gets its sentence in the dialog, and nothing is stored', async () => {
  const openFile = () =>
    Promise.resolve({ ok: true, value: { name: '纪要.txt', bytes: new TextEncoder().encode('大家好。') } } as const);
  const desk = await openBench({ exchange: createExchange(), shell: { openFile } });
  const { wrapper } = await show(desk, ImportLawDialog, {});
  mounted = wrapper;
  const choose = await eventually(() => {
    const found = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes('选择文件'));
    if (!found) throw new Error('no button yet');
    return found;
  });
  choose.click();
  await eventually(() =>
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('“纪要.txt”里没有找到条文'),
  );
  expect(await desk.bench.storage.countRows({ ledger: 'law-text' })).toBe(0);
});

test('the only 款 of an article is the article; a document without articles has no 款', () => {
  const one = articleLines('有下列情形的：\n（一）甲；\n（二）乙。', true);
  expect(one.map((line) => line.name)).toEqual(['整条', '第（一）项', '第（二）项']);
  expect(articleLines('甲。\n乙。', false).map((line) => line.name)).toEqual(['整条', '整条']);
  const lines = articleLines('甲：\n（一）子：\n1.丑；\n2.寅。\n乙。', true);
  expect(lines.map((line) => line.name)).toEqual([
    '第一款',
    '第一款第（一）项',
    '第一款第（一）项第1目',
    '第一款第（一）项第2目',
    '第二款',
  ]);
  expect(citedWords(lines, { paragraph: 1, item: 1, subItem: null })).toBe('（一）子：\n1.丑；\n2.寅。');
});

test('words are marked where they stand, an excerpt is cut around them, quotation marks are nested', () => {
  expect(runsOf('公开听证(一)', ['听证', '(一)'])).toEqual([
    { text: '公开', marked: false },
    { text: '听证', marked: true },
    { text: '(一)', marked: true },
  ]);
  expect(excerptAround(`${'甲'.repeat(100)}听证${'乙'.repeat(100)}`, ['听证'], 40)).toMatch(/^…甲+听证乙+…$/);
  const citation = { lawId: '1', title: '条例', version: '', article: '第一条', paragraph: null, item: null };
  expect(quoted(citation, 'full', '不得“层层加码”。')).toBe('《条例》第一条规定：“不得‘层层加码’。”');
});
