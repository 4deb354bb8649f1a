import { importBodies, tickAll } from './draw-steps';
import { expect, test } from './fixtures';
import { firstRun, scrollsSideways, violations, visit } from './frame-steps';
import { press, told } from './register-steps';

// The accessibility check tries to look into the preview's frame, which lets no script in.
test.use({ expectedErrors: /^Blocked script execution in 'about:srcdoc'/ });

test('5 of 40 bodies and 2 inspectors each are drawn, repeated from the record with the same result, and inspected', async ({
  page,
  openFileWith,
}, testInfo) => {
  await firstRun(page, { samples: true });
  await visit(page, '执法主体');
  await importBodies(page, openFileWith, testInfo.outputDir);
  await visit(page, '随机抽取');
  expect(await violations(page)).toEqual([]);
  await press(page, '新的抽取');

  // An empty list says so, and nothing is prepared.
  await page.getByRole('tab', { name: '5 人数和见证' }).click();
  await press(page, '准备');
  await expect(page.getByRole('alert').first()).toContainText('对象名单是空的');

  await page.getByRole('tab', { name: /^1 选对象/ }).click();
  await tickAll(page);
  await expect(page.getByRole('status').filter({ hasText: '已选40个对象' })).toBeVisible();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
  await press(page, '下一步');
  const weight = page.getByRole('textbox', { name: '安澜县第1执法队的权重', exact: true });
  await weight.fill('3');
  await weight.blur();
  const reason = page.getByRole('textbox', { name: '安澜县第1执法队的权重理由' });
  await reason.fill('上级交办重点检查');
  await reason.blur();
  await expect(page.getByText('共40个对象，42张签')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await press(page, '下一步');

  // One person is too few for two: how many are missing, and where, is said before anything is fixed.
  await page.getByRole('grid').locator('tbody input[type="checkbox"]').first().check();
  await press(page, '下一步');
  await expect(page.getByRole('alert').first()).toContainText('需要2人，名单1人中能参加的只有1人，还缺1人');
  await press(page, '上一步');
  await page.getByRole('button', { name: /^选择全部/ }).click();
  await page.getByRole('radio', { name: /专家库/ }).check();
  await tickAll(page);
  await press(page, '下一步');
  await expect(page.getByText('近两年在安澜县市场监督管理局工作过').first()).toBeVisible();
  await page.getByLabel('人员', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('回避的对象').selectOption({ label: '安澜县第1执法队' });
  await page.getByLabel('利害关系').fill('近亲属在该单位任职');
  await press(page, '申报回避');
  await expect(page.getByText('安澜县第1执法队：近亲属在该单位任职')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await press(page, '下一步');

  await press(page, '准备');
  await expect(page.getByRole('alert').first()).toContainText('请填写“见证人”');
  await page.getByLabel('见证人', { exact: true }).fill('周岚');
  await page.getByLabel('见证人', { exact: true }).blur();
  expect(await violations(page)).toEqual([]);
  await press(page, '准备');
  await told(page, '名单和种子已固定');

  await press(page, '抽取');
  await told(page, '已抽取');
  const rows = page.getByRole('table', { name: '抽取结果' }).locator('tbody tr');
  await expect(rows).toHaveCount(5);
  for (const text of await rows.locator('td:nth-child(3)').allTextContents()) expect(text.split('、')).toHaveLength(2);
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  const result = await rows.allTextContents();
  await press(page, '重新验算');
  await expect(page.getByRole('status').filter({ hasText: '验算一致' })).toBeVisible();
  expect(await rows.allTextContents()).toEqual(result);

  await press(page, '打印记录');
  const paper = page.frameLocator('iframe[title="打印预览"]').locator('body');
  await expect(paper).toContainText('见证人（周岚）签字');
  await expect(paper).toContainText('上级交办重点检查');
  await page.getByRole('dialog', { name: '打印抽取记录' }).getByRole('button', { name: '关闭', exact: true }).click();

  await press(page, '开展检查…');
  const dialog = page.getByRole('dialog', { name: '开展检查' });
  await expect(dialog.getByLabel('检查名称')).toHaveValue(/行政执法监督检查$/);
  await dialog.getByRole('button', { name: '安排检查' }).click();
  await told(page, '已安排检查5次');
  await expect(page.getByRole('heading', { name: '由此安排的检查（5次）' })).toBeVisible();
});

test('a visit to an enterprise warns before and at its yearly ceiling', async ({ page }) => {
  await firstRun(page);
  await visit(page, '涉企检查登记');
  for (const warning of ['年度上限2次', '再检查1次就达到上限', '已达到上限']) {
    await press(page, '登记涉企检查');
    const dialog = page.getByRole('dialog', { name: '登记涉企检查' });
    await dialog.getByLabel('企业名称').fill('青禾食品公司');
    await dialog.getByLabel('企业名称').blur();
    await expect(dialog.getByRole('status')).toContainText(warning);
    await dialog.getByLabel('检查类型').selectOption({ label: '日常检查' });
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await told(page, '已登记涉企检查');
    await expect(dialog).toBeHidden();
  }
  await expect(page.getByRole('status').filter({ hasText: '已超过1次' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
