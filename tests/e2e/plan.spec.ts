import { answer, paperText, step } from './document-steps';
import { expect, test } from './fixtures';
import { firstRun, scrollsSideways, violations, visit } from './frame-steps';
import { press, told } from './register-steps';

// The accessibility check tries to look into the preview's frame, which lets no script in.
test.use({ expectedErrors: /^Blocked script execution in 'about:srcdoc'/ });

const title = '安澜县年度行政执法监督工作方案';

test('a yearly plan of twelve tasks is made, approved, followed and turned into its document', async ({ page }) => {
  await firstRun(page, {});
  await visit(page, '年度方案');
  await press(page, '编制年度方案');
  const making = page.getByRole('dialog', { name: '编制年度方案' });
  const year = await making.getByRole('textbox', { name: '年度', exact: true }).inputValue();
  await answer(page, '编制年度方案', {
    方案名称: title,
    工作目标: '全年监督检查覆盖全部县级行政执法部门。',
    重点领域: '食品药品领域行政处罚',
  });
  await expect(page.getByRole('heading', { name: title })).toBeVisible();

  await press(page, '加入例行工作');
  const duties = page.getByRole('dialog', { name: '加入例行工作' });
  await duties.getByRole('checkbox', { name: '全部选择' }).check();
  await duties.getByRole('checkbox', { name: '起草下一年度监督工作方案' }).uncheck();
  expect(await violations(page)).toEqual([]);
  await duties.getByRole('button', { name: '加入所选11项' }).click();
  await told(page, '已加入例行工作11项');

  await press(page, '增加任务');
  const adding = page.getByRole('dialog', { name: '增加任务' });
  await adding.getByRole('textbox', { name: '任务名称' }).fill('涉企行政检查专项监督');
  await adding.getByLabel('任务类别').selectOption({ label: '行政执法制度建设及落实监督' });
  await adding.getByRole('button', { name: '保存' }).click();
  await expect(adding.getByText(/^请填写“开始月份”|“开始月份”应为年月/)).toBeVisible();
  await adding.getByRole('textbox', { name: '开始月份' }).fill(`${year}-06`);
  await adding.getByRole('textbox', { name: '完成月份' }).fill(`${year}-09`);
  await adding.getByRole('textbox', { name: '完成月份' }).press('Tab');
  await adding.getByRole('button', { name: '保存' }).click();
  await expect(adding).toBeHidden();
  const table = page.getByRole('table', { name: '方案任务' });
  await expect(table.getByRole('row')).toHaveCount(13);
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  // None comes in twice.
  await press(page, '加入例行工作');
  await expect(duties.getByRole('checkbox', { name: '公开并报送上年度行政执法统计年报' })).toBeDisabled();
  await duties.getByRole('button', { name: '取消' }).click();

  await step(page, '报批');
  await step(page, '登记批准', { 批准机关: '安澜县人民政府' });
  await expect(page.getByText('已批准', { exact: true })).toBeVisible();

  await table.getByRole('button', { name: '完成“公开并报送上年度行政执法统计年报”' }).click();
  await answer(page, '完成任务', { 完成情况: '已公开并报送。' });
  await expect(table.getByRole('row', { name: /统计年报/ }).getByText('已完成')).toBeVisible();
  await page.getByRole('tab', { name: '进度' }).click();
  await expect(page.getByRole('region', { name: '全年时间轴' }).getByText(/共12项，已完成1项/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  await press(page, '拟制方案文件');
  await expect.poll(() => paperText(page)).toContain('涉企行政检查专项监督');
  expect(await paperText(page)).toContain('安澜县人民政府');
});
