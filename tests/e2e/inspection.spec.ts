import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { answer, dayFromNow, pick, signOff, step } from './document-steps';
import { expect, test } from './fixtures';
import { firstRun, scrollsSideways, violations, visit } from './frame-steps';
import { enterChecks, openTab } from './inspection-steps';
import { press, rowOf, told } from './register-steps';

// The accessibility check tries to look into the preview's frame, which lets no script in.
test.use({ expectedErrors: /^Blocked script execution in 'about:srcdoc'/ });

const body = '安澜县城市管理局';
const title = '三项制度和裁量基准专项检查';

/** Arranges an inspection with two of the sample's staff. */
async function arrange(page: Page): Promise<void> {
  await visit(page, '监督检查');
  await press(page, '安排检查');
  const dialog = page.getByRole('dialog', { name: '安排检查' });
  await dialog.getByLabel('检查名称').fill(title);
  await pick(dialog.getByRole('combobox', { name: '被检查单位' }), body);
  await dialog.getByLabel('监督方式').selectOption({ label: '专项监督' });
  await dialog.getByLabel('检查内容').fill('三项制度的落实情况。\n行政裁量权基准的制定和适用情况。');
  await dialog.getByLabel('计划日期').fill(dayFromNow(0));
  await dialog.getByLabel('检查地点').fill('城管局二楼会议室');
  await pick(dialog.getByRole('combobox', { name: '组长' }), '俞明澈');
  await pick(dialog.getByRole('combobox', { name: '检查组成员' }), '俞明澈');
  await pick(dialog.getByRole('combobox', { name: '检查组成员' }), '文鸢');
  await dialog.getByLabel('检查名称').click();
  await dialog.locator('footer').getByRole('button', { name: '安排检查' }).click();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}

test('an inspection is announced, held with check lists, and brings six findings with evidence', async ({
  page,
  openFileWith,
}, testInfo) => {
  await firstRun(page, { samples: true });
  await arrange(page);
  await expect(page.getByText('拟检查', { exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  await press(page, '拟制检查通知书');
  await expect(page.getByRole('textbox', { name: '案由', exact: true })).toHaveValue(title);
  await expect(page.getByRole('textbox', { name: '检查内容第2项' })).toHaveValue('行政裁量权基准的制定和适用情况。');
  await expect(page.getByLabel('检查地点')).toHaveValue('城管局二楼会议室');
  await signOff(page);
  await step(page, '登记送达', { 收件人: '周倩' });
  await visit(page, '监督检查');
  await rowOf(page, title).getByRole('link').first().click();

  // Its service announces it.
  await expect(page.getByText('已通知', { exact: true })).toBeVisible();
  await step(page, '开始检查');
  await expect(page.getByText('检查中', { exact: true })).toBeVisible();

  await enterChecks(page);
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  await openTab(page, '问题');
  await press(page, '全部登记为问题');
  await told(page, '已登记问题5个');
  await expect(page.getByRole('cell', { name: '2025年度总体情况到3月才公开' })).toBeVisible();
  await press(page, '登记问题');
  await answer(page, '登记问题', { 问题描述: '执法人员名册没有公示。' });
  await expect(page.getByRole('heading', { name: '发现的问题（6个）' })).toBeVisible();
  const photo = testInfo.outputPath('证据.txt');
  await mkdir(dirname(photo), { recursive: true });
  await writeFile(photo, '公示栏照片说明');
  await openFileWith(photo);
  await page
    .getByRole('button', { name: /添加证据$/ })
    .last()
    .click();
  await told(page, '已添加证据');
  expect(await violations(page)).toEqual([]);

  await step(page, '完成现场记录', {
    在场人员: '周倩（法制科科长）',
    检查经过: '出示监督证件，查阅案卷10件，核对公示网页。',
    检查情况: '三项制度落实不到位。',
    单位签字人: '周倩',
  });
  await press(page, '打印记录');
  const paper = page.frameLocator('iframe[title="打印预览"]').locator('body');
  await expect(paper).toContainText('2025年度总体情况到3月才公开');
  await expect(paper).toContainText('发现的问题（6个）');
  await expect(paper).toContainText('执法人员名册没有公示。');
  await page.keyboard.press('Escape');

  await step(page, '办结', { 处理意见: '制发监督通知书，限期改正。', 办结审批人: '祝以恒' });
  await expect(page.getByText('已办结', { exact: true })).toBeVisible();
  await openTab(page, '检查清单');
  await expect(page.getByRole('radio').first()).toBeDisabled();

  await visit(page, '问题台账');
  await expect(rowOf(page, '执法人员名册没有公示。')).toContainText(body);
});

test('the empty check list is printed before anybody goes out, and one inspector alone is not sent', async ({
  page,
}) => {
  await firstRun(page, { samples: true });
  await visit(page, '监督检查');
  await rowOf(page, '行政执法主体资格和人员清查').getByRole('link').first().click();
  await press(page, '空白检查表');
  const paper = page.frameLocator('iframe[title="打印预览"]').locator('body');
  await expect(paper).toContainText('安澜县交通运输局');
  await expect(paper).toContainText('见证人');
  await page.keyboard.press('Escape');

  await press(page, '开始检查');
  const dialog = page.getByRole('dialog', { name: '开始检查' });
  await dialog.getByLabel('检查地点').fill('交通局会议室');
  await pick(dialog.getByRole('combobox', { name: '组长' }), '俞明澈');
  await pick(dialog.getByRole('combobox', { name: '检查组成员' }), '俞明澈');
  await dialog.getByLabel('检查地点').click();
  await dialog.locator('footer').getByRole('button', { name: '开始检查' }).click();
  await expect(dialog.getByText(/至少要有2名，还缺1名/)).toBeVisible();
});
