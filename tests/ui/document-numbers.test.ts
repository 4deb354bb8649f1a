// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { findNumber, numberSeries, reserveNumbers } from '@/services/document-numbers';
// Loaded beforehand, since the register asks for it only when it is shown.
import '@/ui/views/document-number/SeriesBanner.vue';
import NumberPanel from '@/ui/views/document-number/NumberPanel.vue';
import RegisterList from '@/ui/views/register/RegisterList.vue';
import RecordView from '@/ui/views/register/RecordView.vue';
import { eventually, openBench, show, type TestBench } from './register-bench';

const series = { prefix: '安司执监检', year: 2026 };

afterEach(() => {
  document.body.innerHTML = '';
});

/** The whole page's text, dialogs included: they stand beside the page. */
function text(): string {
  return document.body.textContent ?? '';
}

function press(label: string): void {
  const buttons = Array.from(document.querySelectorAll<HTMLElement>('button'));
  const found = buttons.filter((one) => one.getAttribute('aria-label') === label || one.textContent?.trim() === label);
  const last = found.at(-1);
  if (!last) throw new Error(`no button ${label}`);
  last.click();
}

async function type(field: string, value: string): Promise<void> {
  const box = await eventually(() => {
    const found = document.querySelector<HTMLInputElement>(`[data-field="${field}"] :is(input, textarea)`);
    if (!found) throw new Error(`no box ${field}`);
    return found;
  });
  box.value = value;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

async function openRegister(): Promise<TestBench> {
  const desk = await openBench();
  await show(desk, RegisterList, { ledgerId: 'document-number' });
  await eventually(() => expect(text()).toContain('登记此前已用文号'));
  return desk;
}

test('numbers are not typed in: the register offers neither adding, import, change nor removal', async () => {
  const desk = await openRegister();
  await eventually(() => expect(text()).toContain('还没有文号'));
  for (const word of ['新增', '导入', '批量修改', '删除', '回收站', '模板下载']) {
    const labels = Array.from(document.querySelectorAll('button'), (one) => one.textContent?.trim());
    expect(labels).not.toContain(word);
  }
  const reserved = await reserveNumbers(desk.bench, series, 1, '预留');
  document.body.innerHTML = '';
  const recordId = reserved.ok ? (reserved.value.rows[0]?.id ?? '') : '';
  await show(desk, RecordView, { ledgerId: 'document-number', recordId });
  await eventually(() => expect(text()).toContain('安司执监检〔2026〕1号'));
  expect(Array.from(document.querySelectorAll('button'), (one) => one.textContent?.trim())).not.toContain('保存');
});

test('numbers used on paper are entered with one block, and the overview shows how far each series is used', async () => {
  const desk = await openRegister();
  press('登记此前已用文号');
  await type('prefix', '安司执监检');
  await type('to', '37');
  press('登记');
  await eventually(async () => expect(await numberSeries(desk.bench)).toMatchObject([{ last: 37, elsewhere: 37 }]));
  await eventually(() => expect(text()).toContain('37个'));
});

test('a refused block says what is wrong at its box, and enters nothing', async () => {
  const desk = await openRegister();
  press('预留文号');
  await type('prefix', '安司执监检');
  await type('count', '900');
  await type('reason', '试试');
  press('预留');
  await eventually(() => expect(text()).toContain('“个数”应为1至500之间的整数'));
  expect(await numberSeries(desk.bench)).toEqual([]);
});

test('a gap is shown until it is explained', async () => {
  const desk = await openRegister();
  await desk.add('document-number', {
    ...series,
    serial: 3,
    status: 'elsewhere',
    takenOn: '2026-11-22',
    takenBy: '陈静',
    reason: '纸质',
  });
  await eventually(() => expect(text()).toContain('1—2'));
  press('说明安司执监检〔2026〕的空号');
  await type('reason', '登记时跳号');
  press('登记');
  await eventually(async () => expect(await numberSeries(desk.bench)).toMatchObject([{ gaps: [] }]));
});

test('a reserved number is made void on its page, with a reason', async () => {
  const desk = await openBench();
  await reserveNumbers(desk.bench, series, 1, '给督查');
  const row = await findNumber(desk.bench, { ...series, serial: 1 });
  await show(desk, NumberPanel, { row });
  await eventually(() => expect(text()).toContain('这个号预留着'));
  press('作废…');
  await eventually(() => expect(text()).toContain('留在登记表中'));
  press('作废');
  await eventually(() => expect(text()).toContain('请填写作废原因'));
  await type('reason', '督查取消');
  press('作废');
  await eventually(async () => {
    expect((await findNumber(desk.bench, { ...series, serial: 1 }))?.values.status).toBe('void');
  });
});
