import type { Page } from '@playwright/test';
import { answer, dayFromNow, pick, signOff, step, year } from './document-steps';
import { importBodies, tickAll } from './draw-steps';
import { expect, test } from './fixtures';
import { firstRun, visit } from './frame-steps';
import { enterChecks, openTab } from './inspection-steps';
import { press, rowOf, told } from './register-steps';

// The clock that is set forward tries to reach into the preview's frame, which lets no script in.
test.use({ expectedErrors: /^Blocked script execution in 'about:srcdoc'/ });

const task = '涉企行政检查专项监督';
const last = '执法人员名册没有公示。';
const planTitle = '安澜县行政执法监督实施方案';

/** A plan of twelve tasks, eleven of them recurring, approved by the government. */
async function makePlan(page: Page): Promise<void> {
  await visit(page, '年度方案');
  await press(page, '编制年度方案');
  await answer(page, '编制年度方案', { 年度: String(year), 方案名称: planTitle, 重点领域: '涉企行政检查' });
  await expect(page.getByRole('heading', { name: planTitle })).toBeVisible();
  await press(page, '加入例行工作');
  const duties = page.getByRole('dialog', { name: '加入例行工作' });
  await duties.getByRole('checkbox', { name: '全部选择' }).check();
  await duties.getByRole('checkbox', { name: '起草下一年度监督工作方案' }).uncheck();
  await duties.getByRole('button', { name: '加入所选11项' }).click();
  await told(page, '已加入例行工作11项');
  await press(page, '增加任务');
  const adding = page.getByRole('dialog', { name: '增加任务' });
  await adding.getByRole('textbox', { name: '任务名称' }).fill(task);
  await adding.getByLabel('任务类别').selectOption({ label: '行政执法制度建设及落实监督' });
  await adding.getByRole('textbox', { name: '工作内容' }).fill('涉企行政检查的计划、频次和三项制度的落实情况。');
  for (const label of ['开始月份', '完成月份']) {
    await adding.getByRole('textbox', { name: label }).fill(`${year}-12`);
  }
  await adding.getByRole('textbox', { name: '完成月份' }).press('Tab');
  await adding.getByRole('button', { name: '保存' }).click();
  await expect(adding).toBeHidden();
  await expect(page.getByRole('table', { name: '方案任务' }).getByRole('row')).toHaveCount(13);
  await step(page, '报批');
  await step(page, '登记批准', { 批准机关: '安澜县人民政府' });
  await expect(page.getByText('已批准', { exact: true })).toBeVisible();
}

/** Draws five of forty bodies and two inspectors each for the task, and runs the draw again with the same result. */
async function drawForTask(page: Page): Promise<void> {
  await page.getByRole('button', { name: `开展“${task}”` }).click();
  await page.getByRole('button', { name: /^随机抽取/ }).click();
  await expect(page.getByRole('link', { name: `落实方案任务：${task}` })).toBeVisible();
  await tickAll(page);
  await expect(page.getByRole('status').filter({ hasText: '已选40个对象' })).toBeVisible();
  for (let stage = 2; stage <= 3; stage += 1) await press(page, '下一步');
  await tickAll(page);
  for (let stage = 4; stage <= 5; stage += 1) await press(page, '下一步');
  await page.getByLabel('见证人', { exact: true }).fill('周岚');
  await page.getByLabel('见证人', { exact: true }).blur();
  await press(page, '准备');
  await told(page, '名单和种子已固定');
  await press(page, '抽取');
  await told(page, '已抽取');
  const rows = page.getByRole('table', { name: '抽取结果' }).locator('tbody tr');
  await expect(rows).toHaveCount(5);
  for (const text of await rows.locator('td:nth-child(3)').allTextContents()) expect(text.split('、')).toHaveLength(2);
  const result = await rows.allTextContents();
  await press(page, '重新验算');
  await expect(page.getByRole('status').filter({ hasText: '验算一致' })).toBeVisible();
  expect(await rows.allTextContents()).toEqual(result);
  await press(page, '开展检查…');
  await answer(page, '开展检查', { 计划日期: dayFromNow(0) });
  await told(page, '已安排检查5次');
}

/** Announces one of the five inspections by a notice that is signed and served, and holds it; gives the numbers of its findings. */
async function inspect(page: Page): Promise<readonly string[]> {
  const list = page.getByRole('list', { name: /^由此安排的检查/ });
  // Of a body under vertical management the superior would be told, and nothing ordered.
  await list.getByRole('listitem').filter({ hasNotText: '税务局' }).first().getByRole('link').click();
  await expect(page.getByRole('link', { name: task, exact: true })).toBeVisible();
  await press(page, '拟制检查通知书');
  await page.getByLabel('检查地点').fill('二楼会议室');
  await signOff(page);
  await step(page, '登记送达', { 收件人: '周倩' });
  await visit(page, '监督检查');
  await rowOf(page, '已通知').filter({ hasText: task }).getByRole('link').first().click();
  await step(page, '开始检查', { 检查地点: '二楼会议室' });
  await enterChecks(page);
  await openTab(page, '问题');
  await press(page, '全部登记为问题');
  await told(page, '已登记问题5个');
  await press(page, '登记问题');
  await answer(page, '登记问题', { 问题描述: last });
  await expect(page.getByRole('heading', { name: '发现的问题（6个）' })).toBeVisible();
  const numbers = await page.getByRole('cell', { name: /^WT-/ }).allInnerTexts();
  expect(numbers).toHaveLength(6);
  return numbers.map((number) => number.trim());
}

async function openFinding(page: Page, number: string): Promise<void> {
  await visit(page, '问题台账');
  await rowOf(page, number).getByRole('link').first().click();
  await expect(page.getByRole('region', { name: number })).toBeVisible();
}

async function more(page: Page, name: string): Promise<void> {
  await press(page, '更多');
  await page.getByRole('button', { name: `${name}…` }).click();
}

/** Puts findings into a notice with a term of days, signs and serves it. */
async function order(page: Page, numbers: readonly string[], days: string): Promise<void> {
  await visit(page, '问题台账');
  for (const number of numbers) await rowOf(page, number).getByRole('checkbox').check();
  await press(page, '制发监督文书');
  const group = page.getByRole('dialog', { name: '制发监督文书' });
  await group.getByRole('radio', { name: '行政执法监督通知书' }).check();
  await group.getByRole('button', { name: '拟制文书' }).click();
  await told(page, `已列入${numbers.length}个问题`);
  await page.getByRole('textbox', { name: '依据第1项' }).fill('《行政执法监督条例》第二十条');
  const term = page.getByRole('group', { name: '改正期限' });
  await term.getByRole('radio', { name: '按天数' }).check();
  await term.getByRole('textbox').fill(days);
  await page.getByRole('textbox', { name: '改正要求第1项' }).fill('依法纠正所列问题，完善制度。');
  await page.getByRole('textbox', { name: '异议告知' }).fill('如有异议，可以自收到之日起十日内书面提出。');
  await page.getByRole('textbox', { name: '异议告知' }).blur();
  await signOff(page);
  await step(page, '登记送达', { 收件人: '周倩' });
  await told(page, '已登记送达');
}

test('a year of supervision goes from the plan to the closed rectification', async ({
  page,
  openFileWith,
}, testInfo) => {
  test.setTimeout(480_000);
  await firstRun(page, { samples: true });
  await visit(page, '执法主体');
  await importBodies(page, openFileWith, testInfo.outputDir);
  await makePlan(page);
  await drawForTask(page);
  const [closed = '', extended = '', late = '', ...rest] = await inspect(page);
  await order(page, [closed, extended], '30');
  await order(page, [late, ...rest], '3');

  // A finding of a body under vertical management goes to its superior department.
  await visit(page, '问题台账');
  await press(page, '登记问题');
  const registering = page.getByRole('dialog', { name: '登记问题' });
  await pick(registering.getByRole('combobox', { name: '被监督单位' }), '国家税务总局安澜县税务局');
  await registering.getByLabel('问题描述').fill('没有公示执法人员名册');
  await registering.getByLabel('违反依据').fill('《行政执法监督条例》第十条');
  await registering.getByRole('button', { name: '登记' }).click();
  await press(page, '告知上级主管部门');
  await page.getByRole('dialog', { name: '制发监督文书' }).getByRole('button', { name: '拟制文书' }).click();
  await told(page, '已列入1个问题');
  await page.getByRole('textbox', { name: '处理建议第1项' }).fill('请依法督促纠正。');
  await page.getByRole('textbox', { name: '处理建议第1项' }).blur();
  await signOff(page);
  await step(page, '登记送达', { 收件人: '吴迪' });
  await visit(page, '问题台账');
  await expect(rowOf(page, '没有公示执法人员名册')).toContainText('已告知上级主管部门');

  // Three weeks on.
  await page.clock.setSystemTime(Date.now() + 21 * 86_400_000);
  await visit(page, '工作台');
  await expect(page.getByRole('link', { name: /^逾期.*问题整改\d/s })).toBeVisible();
  await openFinding(page, closed);
  await step(page, '开始整改', { 责任领导: '贺知白', 责任人: '简宁' });
  await page.getByRole('tab', { name: /整改和核验/ }).click();
  await press(page, '登记措施');
  await answer(page, '登记整改措施', { 整改措施: '补充公示' });
  await press(page, '登记完成');
  await answer(page, '登记完成情况', { 完成情况: '已公示。' });
  await step(page, '提交整改报告', { 整改情况: '已补充公示。' });
  await step(page, '登记核验', { 核验意见: '材料齐全，整改到位。' });
  await step(page, '销号', { 销号审批人: '赵敏' });
  await expect(page.getByText('已销号', { exact: true })).toBeVisible();

  await openFinding(page, extended);
  await step(page, '开始整改', { 责任领导: '贺知白', 责任人: '简宁' });
  await more(page, '申请延期');
  await answer(page, '申请延期', { 申请延至: dayFromNow(60), 延期理由: '案件需要重新调查' });
  await page.getByRole('tab', { name: /整改和核验/ }).click();
  await press(page, '审批');
  await answer(page, '审批延期', { 审批人: '赵敏' });
  await told(page, '已审批，整改期限');

  await openFinding(page, late);
  await expect(page.getByText(/^逾期\d+天$/).first()).toBeVisible();
  await more(page, '督促升级');
  await answer(page, '督促升级', { 原因: '逾期未报告整改情况' });
  await told(page, '已办理：督促升级');
  await expect(page.getByRole('button', { name: '提交审核' })).toBeVisible();

  // The same plan opens a review of case files.
  await visit(page, '年度方案');
  await rowOf(page, planTitle).getByRole('link').first().click();
  await page.getByRole('button', { name: `开展“${task}”` }).click();
  await page.getByRole('button', { name: /^案卷评查/ }).click();
  await answer(page, '新建评查批次');
  await expect(page.getByRole('heading', { name: task, level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/#\/review\//);
});
