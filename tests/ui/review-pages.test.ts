// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { shippedSheets, type ReviewMarks } from '@/domain/file-review';
import { assignReviewers } from '@/services/review-assigning';
import type { BatchRow, FileRow } from '@/services/review-records';
import { openScoring, submitMarks } from '@/services/review-scoring';
import { beginScoring, chooseSheet, openBatch, takeFiles, type OpenedBatch } from '@/services/reviews';
import type { Shell } from '@/shell/contract';
import BatchView from '@/ui/views/review/BatchView.vue';
import CompareView from '@/ui/views/review/CompareView.vue';
import { buttonTexts, pageText, press } from './page-steps';
import { eventually, openBench, show, type TestBench } from './register-bench';

afterEach(() => {
  document.body.innerHTML = '';
});

interface ReviewBench extends TestBench {
  readonly batch: string;
  readonly files: readonly string[];
  readonly open: () => Promise<OpenedBatch>;
}

/** A batch in preparation with two files of two bodies; one invited reviewer belongs to the first. */
async function prepared(shell: Partial<Shell> = {}): Promise<ReviewBench> {
  const desk = await openBench({ shell });
  const { bench, add } = desk;
  const batch = await add('review-batch', {
    ...{ name: '2026年度案卷评查', year: 2026, mode: 'full', status: 'preparing', startedOn: '2026-11-20' },
    chair: (await add('supervision-staff', { name: '祝以恒', unit: 'bureau' })).id,
    invited: '甲律师、乙教授、丙（安澜县水利局）',
  });
  const files: FileRow[] = [];
  for (const name of ['安澜县水利局', '安澜县林业局']) {
    const entity = (await add('enforcement-entity', { name })).id;
    const usual = { entity, title: '处罚案', kind: 'penalty-ordinary', status: 'registered' };
    files.push((await add('case-file', { ...usual, number: `${name}1号` })) as FileRow);
  }
  await takeFiles(bench, batch as BatchRow, files);
  const open = async (): Promise<OpenedBatch> => {
    const opened = await openBatch(bench, batch.id);
    if (!opened) throw new Error('no batch');
    return opened;
  };
  return { ...desk, batch: batch.id, files: files.map((file) => file.id), open };
}

function must(answer: { readonly ok: boolean }): void {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
}

async function begun(): Promise<ReviewBench> {
  const desk = await prepared();
  const [sheet] = shippedSheets;
  if (!sheet) throw new Error('no sheet');
  must(await chooseSheet(desk.bench, (await desk.open()).row, sheet));
  const opened = await desk.open();
  must(await assignReviewers(desk.bench, opened, opened.files, ['甲律师', '乙教授']));
  must(await beginScoring(desk.bench, await desk.open()));
  return desk;
}

async function handIn(desk: ReviewBench, seat: 'first' | 'second', marks: ReviewMarks): Promise<void> {
  const scoring = await openScoring(desk.bench, desk.files[0] ?? '', seat);
  if (!scoring) throw new Error('no seat');
  must(await submitMarks(desk.bench, scoring, marks));
}

function marked(points: number): ReviewMarks {
  const deduction = { item: 'f-filling', places: 1, points, reason: '漏填送达人', page: '12' };
  return { vetoes: [], deductions: [deduction] };
}

test('who must stand aside from the chosen files is shown with the reason, and is refused a seat', async () => {
  const desk = await prepared();
  await show(desk, BatchView, { batchId: desk.batch });
  await eventually(() => expect(pageText()).toContain('安澜县水利局1号'));
  document.querySelector<HTMLInputElement>('[aria-label="选择安澜县水利局1号"]')?.click();
  await press('指定评查员');
  await eventually(() => {
    const table = document.querySelector('table[aria-label="应当回避"]');
    expect(table?.textContent).toContain('丙（安澜县水利局）');
    expect(table?.textContent).toContain('在安澜县水利局工作');
  });
  const [first] = Array.from(document.querySelectorAll<HTMLSelectElement>('.el-dialog select'));
  if (!first) throw new Error('no choice');
  first.value = '丙（安澜县水利局）';
  first.dispatchEvent(new Event('change', { bubbles: true }));
  await press('分配1件');
  await eventually(() => expect(pageText()).toContain('应当回避“安澜县水利局1号”'));
  expect((await desk.open()).files.every(({ row }) => row.values.firstReviewer === null)).toBe(true);
});

test('the differences of two scores are shown side by side, and the chair decides each', async () => {
  const desk = await begun();
  await handIn(desk, 'first', marked(3));
  const props = { batchId: desk.batch, fileId: desk.files[0] };
  const { wrapper } = await show(desk, CompareView, props);
  await eventually(() => expect(pageText()).toContain('两名评查员都提交评分后才能对照'));
  expect(pageText()).not.toContain('漏填送达人');
  wrapper.unmount();
  await handIn(desk, 'second', marked(1));
  await show(desk, CompareView, props);
  await eventually(() => expect(document.querySelector('tr.differs')?.textContent).toContain('漏填送达人'));
  expect(pageText()).toContain('甲律师 97分，乙教授 99分');
  const button = () => Array.from(document.querySelectorAll('button')).find((one) => one.textContent === '按逐项评定');
  expect(button()?.hasAttribute('disabled')).toBe(true);
  const choice = document.querySelector<HTMLSelectElement>('tr.differs select');
  if (!choice) throw new Error('no choice');
  choice.value = 'second';
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  await eventually(() => expect(pageText()).toContain('评定后99分，优秀'));
  await press('按逐项评定');
  await eventually(async () => {
    const file = (await desk.open()).files.find(({ row }) => row.id === desk.files[0]);
    expect(file?.row.values).toMatchObject({ status: 'decided', score: 99, decidedBy: '祝以恒' });
  });
});

test('a batch is not reported while a file is undecided, and says which', async () => {
  const desk = await begun();
  await show(desk, BatchView, { batchId: desk.batch });
  await press('形成报告');
  const box = await eventually(() => {
    const found = document.querySelector<HTMLTextAreaElement>('[data-field="summary"] textarea');
    if (!found) throw new Error('no box');
    return found;
  });
  box.value = '总体良好';
  box.dispatchEvent(new Event('change', { bubbles: true }));
  await press('形成报告');
  await eventually(() => expect(pageText()).toContain('还有2件案卷没有评定：'));
  expect((await desk.open()).row.values.status).toBe('scoring');
});

test('a scoring sheet is taken over from a file only after it was judged', async () => {
  const text = JSON.stringify({ format: 'elsewhere', version: 1 });
  const opened = { ok: true, value: { name: '标准.sds', bytes: new TextEncoder().encode(text) } } as const;
  const desk = await prepared({ openFile: () => Promise.resolve(opened) });
  await show(desk, BatchView, { batchId: desk.batch });
  await press('评分标准');
  await press('导入标准');
  await eventually(() => expect(pageText()).toContain('没有导入：这不是评分标准文件'));
  expect(buttonTexts()).not.toContain('导出标准');
});
