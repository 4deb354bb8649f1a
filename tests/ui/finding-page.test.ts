// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { createFindings, openFinding, type FindingInput, type FindingRow } from '@/services/findings';
import { orderDirectly, submitRectification, verifyFinding } from '@/services/finding-steps';
import FindingView from '@/ui/views/finding/FindingView.vue';
import { buttonTexts, fill, pageText, press } from './page-steps';
import { eventually, openBench, show, type TestBench } from './register-bench';

afterEach(() => {
  document.body.innerHTML = '';
});

async function register(desk: TestBench, body: Record<string, string>, more: Partial<FindingInput> = {}) {
  const entity = (await desk.add('enforcement-entity', { name: '安澜县水利局', ...body })).id;
  const input = { entity, source: 'hotline', foundOn: '2026-11-20', fact: '未告知陈述申辩权。', ...more };
  const answer = await createFindings(desk.bench, [input]);
  const row = answer.ok ? answer.value[0] : undefined;
  if (!row) throw new Error(JSON.stringify(answer));
  return row;
}

async function now(desk: TestBench, { id }: FindingRow): Promise<FindingRow> {
  const opened = await openFinding(desk.bench, id);
  if (!opened) throw new Error('gone');
  return opened.row;
}

async function ordered(desk: TestBench, row: FindingRow): Promise<void> {
  const answer = await orderDirectly(desk.bench, row, { requirement: '改正', dueOn: '2026-11-30' });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
}

test('a finding shows where it came from and leads there, and its deadline with the reason', async () => {
  const desk = await openBench();
  const entity = (await desk.add('enforcement-entity', { name: '安澜县水利局' })).id;
  const usual = { entity, title: '无证取水案', kind: 'penalty-ordinary', status: 'registered' };
  const file = await desk.add('case-file', { ...usual, number: '水罚2026-3' });
  const row = await register(desk, { name: '安澜县林业局' }, { entity, source: 'file-review', caseFile: file.id });
  await ordered(desk, row);
  await show(desk, FindingView, { findingId: row.id });
  await eventually(() => expect(pageText()).toContain('水罚2026-3'));
  const link = document.querySelector<HTMLAnchorElement>(`a[href="#/register/case-file/${file.id}"]`);
  expect(link?.textContent).toContain('无证取水案');
  expect(pageText()).toContain('还有8天');
  expect(pageText()).toContain('2026年11月30日');
});

test('the steps that a finding offers follow its state, and an illegal one is not among them', async () => {
  const desk = await openBench();
  const row = await register(desk, {});
  await show(desk, FindingView, { findingId: row.id });
  await eventually(() => expect(buttonTexts()).toContain('制发监督文书'));
  await press('更多');
  await eventually(() => expect(buttonTexts()).toContain('直接交办…'));
  for (const step of ['销号…', '登记核验…', '申请延期…', '重新挂号…']) expect(buttonTexts()).not.toContain(step);
  await press('直接交办…');
  await fill('requirement', '依法改正');
  await fill('dueOn', '2026-12-15');
  await press('直接交办');
  await eventually(async () => expect((await now(desk, row)).values.status).toBe('rectifying'));
  await eventually(() => expect(buttonTexts()).toContain('提交整改报告'));
});

test('closing is refused in the dialog with the list of unfinished measures, and goes on when they are finished', async () => {
  const desk = await openBench();
  const row = await register(desk, {});
  await ordered(desk, row);
  await desk.add('rectification-measure', { finding: row.id, measure: '重新告知', responsible: '简宁' });
  await submitRectification(desk.bench, await now(desk, row), { submittedOn: '2026-11-22', progress: '已改' });
  const passed = { method: 'paper', verifiedOn: '2026-11-22', verifiers: '陈静', result: 'passed', opinion: '到位' };
  await verifyFinding(desk.bench, await now(desk, row), passed);
  await show(desk, FindingView, { findingId: row.id });
  await press('销号');
  await fill('closedBy', '赵敏');
  await press('销号');
  await eventually(() => expect(pageText()).toContain('还有1项整改措施没有完成，不能销号：1. 重新告知（责任人简宁）'));
  expect((await now(desk, row)).values.status).toBe('verified');
  await press('取消');
  await press('整改和核验');
  await press('登记完成');
  await fill('result', '已重新告知。');
  await press('登记');
  await eventually(async () =>
    expect((await openFinding(desk.bench, row.id))?.measures[0]?.values.doneOn).toBeTruthy(),
  );
  await press('销号');
  await fill('closedBy', '赵敏');
  await press('销号');
  await eventually(async () =>
    expect((await now(desk, row)).values).toMatchObject({ status: 'closed', closedBy: '赵敏' }),
  );
  await eventually(() => expect(buttonTexts()).toContain('登记回头看'));
});

test('a body under vertical management is only told of: no direct order is offered', async () => {
  const desk = await openBench();
  const superior = '国家税务总局澜江市税务局';
  const row = await register(desk, { name: '安澜县税务局', management: 'vertical', superior });
  await show(desk, FindingView, { findingId: row.id });
  await eventually(() => expect(pageText()).toContain('《行政执法监督条例》第四十二条'));
  expect(buttonTexts()).toContain('告知上级主管部门');
  await press('更多');
  await eventually(() => expect(buttonTexts()).toContain('移送…'));
  expect(buttonTexts()).not.toContain('直接交办…');
});
