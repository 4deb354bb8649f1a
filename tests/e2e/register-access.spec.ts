import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { firstRun, scrollsSideways, violations, visit } from './frame-steps';
import { list, press, rowOf, told } from './register-steps';

// The preview of a printed page may not run scripts, not even those of the checker.
test.use({ expectedErrors: /^Blocked script execution in 'about:srcdoc'/ });

test('a record is made, found, opened, changed and removed by the keyboard alone', async ({ page }) => {
  await firstRun(page);
  await visit(page, '执法主体');
  await page.getByRole('button', { name: '新增', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('全称')).toBeFocused();
  await page.keyboard.type('安澜县水利局');
  await page.keyboard.press('Control+s');
  await told(page, '已新增执法主体');
  await page.getByRole('link', { name: /^←/ }).focus();
  await page.keyboard.press('Enter');
  await expect(rowOf(page, '安澜县水利局')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '安澜县水利局', level: 1 })).toBeVisible();
  await page.getByLabel('全称').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('简称')).toBeFocused();
  await page.keyboard.type('县水利局');
  await page.keyboard.press('Control+s');
  await told(page, '已保存');
  await page.getByRole('link', { name: /^←/ }).focus();
  await page.keyboard.press('Enter');
  await expect(rowOf(page, '安澜县水利局')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByText('已选 1 条')).toBeVisible();
  await page.getByRole('button', { name: '删除', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '删除' })).toBeVisible();
  await page.getByRole('button', { name: '移入回收站' }).focus();
  await page.keyboard.press('Enter');
  await told(page, '已移入回收站 1 条');
  await expect(page.getByText('还没有执法主体')).toBeVisible();
});

test('a reference is chosen by typing initials, with arrow keys and Enter', async ({ page }) => {
  await firstRun(page, { samples: true });
  await page.evaluate(() => (location.hash = '#/register/enforcement-officer/new'));
  const box = page.getByRole('combobox', { name: '所属主体' });
  await box.fill('sljd');
  await box.fill('csgl');
  await expect(page.getByRole('option', { name: '安澜县城市管理局' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('安澜县城市管理局');
  await page.keyboard.press('Tab');
  await expect(box).toHaveValue('安澜县城市管理局');
  await box.fill('');
  await page.keyboard.press('Tab');
  await expect(page.getByText('有未保存的修改')).toBeHidden();
});

async function check(page: Page, place: string): Promise<void> {
  expect(await violations(page), place).toEqual([]);
  expect(await scrollsSideways(page), place).toBe(false);
}

// The checker looks at every element of eight states of the page.
test.describe.configure({ timeout: 300_000 });

test('a list and its dialogs have no violation of level A or AA, nor scroll sideways', async ({ page }) => {
  await firstRun(page, { samples: true });
  await visit(page, '执法人员');
  await expect(list(page).locator('tbody tr')).toHaveCount(50);
  await check(page, 'list');
  await page.getByRole('button', { name: /^筛选/ }).click();
  await page.getByLabel('条件1的字段').selectOption({ label: '性别' });
  await page.getByRole('combobox', { name: '条件1的选项' }).click();
  await check(page, 'filter');
  await page.keyboard.press('Escape');
  await press(page, '收起');
  for (const name of ['列', '常用视图']) {
    await page.getByRole('button', { name, exact: true }).click();
    await check(page, name);
    await page.keyboard.press('Escape');
  }
  await list(page).locator('tbody tr').first().getByRole('checkbox').check();
  for (const [button, title] of [
    ['导出', /^导出/],
    ['打印', '打印列表'],
    ['批量修改', /^批量修改/],
  ] as const) {
    await press(page, button);
    const dialog = page.getByRole('dialog', { name: title });
    await expect(dialog).toBeVisible();
    if (button === '批量修改') await dialog.getByLabel('要修改的字段').selectOption({ label: '职务' });
    await check(page, button);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

test('record, form and recycle bin have no violation of level A or AA, nor scroll sideways', async ({ page }) => {
  await firstRun(page, { samples: true });
  await visit(page, '监督卡');
  await list(page).locator('tbody tr').first().getByRole('checkbox').check();
  await press(page, '删除');
  await press(page, '移入回收站');
  await told(page, '已移入回收站 1 条');
  await check(page, 'notice');
  await page.keyboard.press('Escape');
  await expect(page.getByText('已移入回收站 1 条')).toBeHidden();
  await press(page, '回收站');
  await expect(list(page).locator('tbody tr')).toHaveCount(1);
  await check(page, 'recycle bin');
  await visit(page, '执法主体');
  await list(page).getByRole('link', { name: '安澜县市场监督管理局', exact: true }).click();
  await expect(page.getByRole('region', { name: '修改历史' }).getByRole('listitem')).toHaveCount(1);
  await check(page, 'record');
  await page.getByRole('button', { name: '打开日历' }).first().click();
  await expect(page.getByRole('dialog', { name: '日历' })).toBeVisible();
  await check(page, 'calendar');
  await page.keyboard.press('Escape');
  await page.evaluate(() => (location.hash = '#/register/enforcement-officer/new'));
  await press(page, '保存');
  await expect(page.getByText('请填写“姓名”')).toBeVisible();
  await check(page, 'form with problems');
});
