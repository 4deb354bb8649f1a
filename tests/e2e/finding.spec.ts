import type { Page } from '@playwright/test';
import { answer, dayFromNow, pick, signOff, step } from './document-steps';
import { expect, test } from './fixtures';
import { firstRun, scrollsSideways, violations, visit } from './frame-steps';
import { press, rowOf, told } from './register-steps';

// The accessibility check tries to look into the preview's frame, which lets no script in.
test.use({ expectedErrors: /^Blocked script execution in 'about:srcdoc'/ });

const body = '安澜县市场监督管理局';

async function register(page: Page, fact: string): Promise<string> {
  await visit(page, '问题台账');
  await press(page, '登记问题');
  const dialog = page.getByRole('dialog', { name: '登记问题' });
  await pick(dialog.getByRole('combobox', { name: '被监督单位' }), body);
  await dialog.getByLabel('问题描述').fill(fact);
  await dialog.getByLabel('违反依据').fill('《中华人民共和国行政处罚法》第四十四条');
  await dialog.getByLabel('整改要求').fill(`依法纠正：${fact}`);
  await dialog.getByRole('button', { name: '登记' }).click();
  await expect(page.getByRole('heading', { level: 1, name: fact })).toBeVisible();
  return (await page.getByRole('region', { name: /^WT-/ }).getAttribute('aria-label')) ?? '';
}

async function more(page: Page, name: string): Promise<void> {
  await press(page, '更多');
  await page.getByRole('button', { name: `${name}…` }).click();
}

test('two findings go out in one notice, and one is corrected, extended, verified and closed', async ({ page }) => {
  await firstRun(page, { samples: true });
  const first = await register(page, '甲案处罚前没有告知陈述、申辩的权利');
  const second = await register(page, '乙案处罚决定没有按期公示');
  await visit(page, '问题台账');
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  for (const number of [first, second]) await rowOf(page, number).getByRole('checkbox').check();
  await press(page, '制发监督文书');
  const group = page.getByRole('dialog', { name: '制发监督文书' });
  await expect(group.getByText('2个问题列入一份文书')).toBeVisible();
  await group.getByRole('radio', { name: '行政执法监督通知书' }).check();
  await group.getByRole('button', { name: '拟制文书' }).click();
  await told(page, '已列入2个问题');

  await page.getByRole('textbox', { name: '依据第1项' }).fill('《行政执法监督条例》第二十条');
  const term = page.getByRole('group', { name: '改正期限' });
  await term.getByRole('radio', { name: '按天数' }).check();
  await term.getByRole('textbox').fill('10');
  await page.getByRole('textbox', { name: '异议告知' }).fill('如有异议，可以自收到之日起十日内书面提出。');
  await page.getByRole('textbox', { name: '异议告知' }).blur();
  await signOff(page);
  await step(page, '登记送达', { 收件人: '周倩' });
  await told(page, '已登记送达');

  await visit(page, '问题台账');
  await expect(rowOf(page, second)).toContainText('已交办');
  await rowOf(page, first).getByRole('link').first().click();
  await expect(page.getByRole('region', { name: '整改期限' })).toContainText('次日起算');
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await step(page, '开始整改', { 责任领导: '贺知白', 责任人: '简宁' });

  await more(page, '申请延期');
  await answer(page, '申请延期', { 申请延至: dayFromNow(60), 延期理由: '案件需要重新调查' });
  await page.getByRole('tab', { name: /整改和核验/ }).click();
  await press(page, '审批');
  await answer(page, '审批延期', { 审批人: '赵敏' });
  await told(page, '已审批，整改期限');
  await press(page, '登记措施');
  await answer(page, '登记整改措施', { 整改措施: '重新告知并复核' });
  await expect(page.getByRole('table', { name: '整改措施' })).toContainText('重新告知并复核');
  expect(await violations(page)).toEqual([]);

  await step(page, '提交整改报告', { 整改情况: '已重新告知。' });
  await step(page, '登记核验', { 核验意见: '材料齐全，整改到位。' });
  await press(page, '销号');
  const closing = page.getByRole('dialog', { name: '销号' });
  await closing.getByLabel('销号审批人').fill('赵敏');
  await closing.getByRole('button', { name: '销号' }).click();
  await expect(closing.getByText(/还有1项整改措施没有完成，不能销号：1\. 重新告知并复核/)).toBeVisible();
  await closing.getByRole('button', { name: '取消' }).click();
  await press(page, '登记完成');
  await answer(page, '登记完成情况', { 完成情况: '已告知，当事人没有异议。' });
  await step(page, '销号', { 销号审批人: '赵敏' });
  await told(page, '已办理：销号');
  await expect(page.getByText('已销号', { exact: true })).toBeVisible();
});

test('what is overdue is listed, printed, taken into the course and pressed for', async ({ page }) => {
  await firstRun(page, { samples: true });
  await visit(page, '问题台账');
  await page.getByRole('button', { name: /^逾期/ }).click();
  await expect(rowOf(page, '县农业农村局').first()).toBeVisible();
  await press(page, '督办清单');
  const paper = page.frameLocator('iframe[title="打印预览"]');
  await expect(paper.getByRole('heading', { name: '行政执法监督问题督办清单' })).toBeVisible();
  await expect(paper.getByText('逾期6天')).toBeVisible();
  await page.getByRole('button', { name: '关闭', exact: true }).click();
  await press(page, '整改台账');
  await expect(paper.getByRole('heading', { name: '行政执法监督问题整改台账' })).toBeVisible();
  await expect(paper.getByText('复核该案')).toBeHidden();
  await page.getByRole('button', { name: '关闭', exact: true }).click();

  await rowOf(page, '县农业农村局').first().getByRole('link').first().click();
  await step(page, '纳入整改');
  await expect(page.getByText('逾期6天').first()).toBeVisible();
  await more(page, '督促升级');
  await answer(page, '督促升级', { 原因: '逾期未报告整改情况' });
  await told(page, '已办理：督促升级');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('执法人员不足二人');
});

test('a body under vertical management is only told of through its superior department', async ({ page }) => {
  await firstRun(page, { samples: true });
  await visit(page, '问题台账');
  await rowOf(page, '税务局').getByRole('link').first().click();
  await expect(page.getByText(/是垂直管理单位：发现的问题告知其上级主管部门/)).toBeVisible();
  await press(page, '告知上级主管部门');
  const group = page.getByRole('dialog', { name: '制发监督文书' });
  await expect(group.getByRole('radio')).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
  await group.getByRole('button', { name: '拟制文书' }).click();
  await told(page, '已列入1个问题');
  await page.getByRole('textbox', { name: '处理建议第1项' }).fill('请依法督促纠正。');
  await page.getByRole('textbox', { name: '处理建议第1项' }).blur();
  await signOff(page);
  const service = page.getByRole('dialog', { name: '登记送达' });
  await press(page, '登记送达');
  await expect(service.getByLabel('受送达单位')).toHaveValue('国家税务总局澜江市税务局');
  await answer(page, '登记送达', { 收件人: '吴迪' });
  await visit(page, '问题台账');
  await expect(rowOf(page, '税务局')).toContainText('已告知上级主管部门');
});
