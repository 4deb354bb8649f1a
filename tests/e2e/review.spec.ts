import { expect } from '@playwright/test';
import { test } from './fixtures';
import { firstRun, scrollsSideways, violations, visit } from './frame-steps';
import { press, rowOf, told } from './register-steps';
import { fileRow, score } from './review-steps';

const filling = '文书填写完整、规范，无漏项、错项';
const [lawyer, professor] = ['姜律师', '甘教授'] as const;

test('ten files are scored by two people on their own, decided, ranked, fed back and handed over', async ({ page }) => {
  test.setTimeout(240_000);
  await firstRun(page, { samples: true });
  await visit(page, '案卷评查');
  const year = String(new Date().getFullYear());
  const name = `${year}年度行政执法案卷评查`;
  await rowOf(page, name).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();

  await press(page, '批次登记');
  await page.getByLabel('评查组长').fill('祝以恒');
  await page.getByRole('option', { name: /祝以恒/ }).click();
  await page.getByLabel('邀请的评查员').fill(`${lawyer}、${professor}`);
  await press(page, '保存');
  await visit(page, '案卷评查');
  await rowOf(page, name).getByRole('link', { name }).click();
  await expect(page.getByRole('tab', { name: /案卷/ })).toContainText('10');
  await press(page, '开始评查');
  await told(page, '还有10件案卷没有两名评查员');
  await press(page, '平均分配评查员');
  await told(page, '已分配评查员10件');
  await press(page, '开始评查');
  await told(page, '已开始评查');
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  const rows = page.getByRole('table', { name: '评查案卷' }).locator('tbody tr');
  const numbers = await rows.locator('td:nth-child(2)').allTextContents();
  const files = numbers.map((text) => text.trim());
  expect(files.length).toBe(10);
  const [first = '', ...others] = files;

  await score(page, first, lawyer, [
    [filling, '立案审批表漏填日期', '3'],
    ['执法人员少于两人', '检查笔录只有一人签名', '8-9'],
  ]);
  await fileRow(page, first).getByRole('link', { name: professor }).click();
  await expect(page.getByText('另一名评查员：已提交')).toBeVisible();
  await expect(page.getByText('立案审批表漏填日期')).toHaveCount(0);
  await expect(page.getByRole('region', { name: '当前得分' })).toContainText('100');
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.goBack();
  await score(page, first, professor, [[filling, '询问笔录漏填时间', '12']]);
  for (const number of others) {
    await score(page, number, lawyer, [[filling, '送达回证漏填送达人', '20']]);
    await score(page, number, professor, []);
  }

  await fileRow(page, first).getByRole('link', { name: '对照评定' }).click();
  await expect(page.getByRole('button', { name: '取平均分' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '按逐项评定' })).toBeDisabled();
  await page.getByLabel('评定：执法人员少于两人').selectOption({ label: `采${lawyer}` });
  await expect(page.getByRole('status').filter({ hasText: '评定后0分，不合格' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await press(page, '按逐项评定');
  await told(page, '已评定');
  for (const number of others) {
    await fileRow(page, number).getByRole('link', { name: '对照评定' }).click();
    await press(page, '取平均分（99.5）');
    await told(page, '已评定');
    await expect(fileRow(page, number)).toContainText('优秀');
  }
  await expect(fileRow(page, first)).toContainText('不合格');

  await press(page, '形成报告');
  await page.getByRole('dialog').getByLabel('总体评价').fill('案卷总体规范，填写仍有疏漏。');
  await page.getByRole('dialog').getByRole('button', { name: '形成报告' }).click();
  await told(page, '已办理：形成报告');
  await page.getByRole('tab', { name: '排名和报告' }).click();
  await expect(page.getByRole('table', { name: '常见问题' })).toContainText(filling);
  await expect(page.getByRole('table', { name: '案卷排名' }).getByRole('row')).toHaveCount(11);
  expect(await violations(page)).toEqual([]);
  await press(page, '打印报告');
  const paper = page.frameLocator('iframe[title="打印预览"]');
  await expect(paper.getByRole('heading', { name: `${name}报告` })).toBeVisible();
  await expect(paper.getByText('主要问题（出现最多的2类）')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).click();
  await press(page, '登记为问题');
  await told(page, /已登记问题\d+个/);

  await page.getByRole('tab', { name: /反馈和复核/ }).click();
  expect(await violations(page)).toEqual([]);
  await page
    .getByRole('row')
    .filter({ hasText: '安澜县农业农村局' })
    .getByRole('button', { name: '拟制反馈书' })
    .click();
  await expect(page).toHaveURL(/#\/document\//);
  await expect(page.getByLabel('总体情况')).toHaveValue(/本次共评查你单位案卷1件/);
});
