import { startBrowserDesk } from './browser-desk';
import { startDesktopDesk } from './desktop-desk';
import { expect, test } from './fixtures';
import { bureau, digestOf, firstRun, scrollsSideways, violations, visit } from './frame-steps';

test('the first run says what is wrong with each field and starts only when all is right', async ({
  page,
  restart,
}) => {
  await page.getByRole('button', { name: '开始使用' }).click();
  await expect(page.getByText('请填写“单位全称”')).toBeVisible();
  await expect(page.getByText('请填写“经办人”')).toBeVisible();
  await expect(page.getByLabel('单位全称')).toBeFocused();
  await page.getByLabel('行政区划代码').fill('99-1');
  await page.getByLabel('行政区划代码').blur();
  await expect(page.getByText('行政区划代码应为6位数字（到县）、9位（到乡镇）或12位')).toBeVisible();
  await page.getByLabel('单位全称').fill(bureau.name);
  await page.getByLabel('单位全称').blur();
  await expect(page.getByLabel('单位简称')).toHaveValue('安澜司法局');
  await firstRun(page);
  const again = await restart();
  await expect(again.getByRole('banner')).toContainText(bureau.name);
  await expect(again.getByText(`经办人：${bureau.person}`)).toBeVisible();
});

test('the sample data are marked and go away in one step', async ({ page }) => {
  await firstRun(page, { samples: true });
  const banner = page.getByRole('complementary', { name: '示例数据提示' });
  await expect(banner).toContainText('示例数据');
  await banner.getByRole('button', { name: '一键清除示例数据' }).click();
  await page.getByRole('button', { name: '清除', exact: true }).click();
  await expect(banner).toBeHidden();
  await expect(page.getByLabel('状态栏')).toContainText('共 0 条记录');
  await visit(page, '操作记录');
  await expect(page.getByRole('cell', { name: /^清除示例数据\d+条$/ })).toBeVisible();
});

test('Ctrl+K finds a record by initials in all registers and opens it by keyboard alone', async ({ page }) => {
  await firstRun(page, { samples: true });
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: '在所有登记簿中查找' });
  await expect(box).toBeFocused();
  await box.fill('alxscjd');
  await expect(page.getByRole('option', { name: /安澜县市场监督管理局/ }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('option', { selected: true })).toContainText('安澜县市场监督管理局');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/register\/enforcement-entity\/[0-9a-f-]{36}$/);
  await page.keyboard.press('Control+k');
  await box.fill('没有这样的东西');
  await expect(page.getByText('没有找到“没有这样的东西”')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
});

test('a full copy restored into an empty profile gives the same data, digest for digest', async ({
  page,
  savedFile,
  shellKind,
  pageServer,
}) => {
  await firstRun(page, { samples: true });
  const before = await digestOf(page);
  const copy = await savedFile(() => page.getByRole('button', { name: /保存完整副本到文件/ }).click());
  expect(copy.name).toMatch(/^安澜司法局-完整副本-\d{8}-\d{4}\.sdz$/);
  await expect(page.getByLabel('状态栏')).toContainText('上次备份 刚刚');
  const second = shellKind === 'desktop' ? await startDesktopDesk() : await startBrowserDesk(pageServer);
  try {
    await second.openFileWith(copy.path);
    await second.page.getByRole('button', { name: /从副本恢复/ }).click();
    await expect(second.page.getByRole('heading', { name: '请核对，再决定是否恢复' })).toBeVisible();
    await expect(second.page.getByText(bureau.name)).toBeVisible();
    await second.page.getByRole('button', { name: '恢复为这份副本' }).click();
    await expect(second.page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible();
    expect(await digestOf(second.page)).toBe(before);
    expect(second.errors).toEqual([]);
  } finally {
    await second.end();
  }
});

test('a restore can be undone', async ({ page, savedFile, openFileWith }) => {
  await firstRun(page);
  await visit(page, '备份与恢复');
  const copy = await savedFile(() => page.getByRole('button', { name: /保存完整副本到文件/ }).click());
  await visit(page, '设置');
  await page.getByLabel('经办人').fill('李强');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('经办人：李强')).toBeVisible();
  const changed = await digestOf(page);
  await openFileWith(copy.path);
  await page.getByRole('button', { name: /选择副本文件/ }).click();
  await page.getByRole('button', { name: '恢复为这份副本' }).click();
  await expect(page.getByText(`经办人：${bureau.person}`)).toBeVisible();
  await page.getByRole('button', { name: '撤销上次恢复' }).click();
  await page.getByRole('button', { name: '撤销恢复', exact: true }).click();
  await expect(page.getByText('经办人：李强')).toBeVisible();
  expect(await digestOf(page)).toBe(changed);
});

test('a damaged copy is refused in words and changes nothing', async ({ page, savedFile, openFileWith }) => {
  await firstRun(page);
  const before = await digestOf(page);
  const copy = await savedFile(() => page.getByRole('button', { name: /保存完整副本到文件/ }).click());
  const { writeFile } = await import('node:fs/promises');
  const damaged = Buffer.from(copy.bytes);
  damaged.fill(0x20, Math.floor(damaged.length / 2), Math.floor(damaged.length / 2) + 64);
  await writeFile(copy.path, damaged);
  await openFileWith(copy.path);
  await page.getByRole('button', { name: /选择副本文件/ }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('不能恢复');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('现有数据没有改动');
  expect(await digestOf(page)).toBe(before);
});

test('an operation is undone as a whole, and the check of the data finds no fault', async ({ page }) => {
  await firstRun(page, { samples: true });
  await visit(page, '操作记录');
  await page.getByRole('button', { name: '核对完整性' }).click();
  await expect(page.getByText('核对完毕，没有发现问题')).toBeVisible();
  await page.getByRole('button', { name: '撤销第2号操作' }).click();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.getByText('（已被第3号撤销）')).toBeVisible();
  await expect(page.getByLabel('状态栏')).toContainText('共 0 条记录');
});

test('leaving unsaved settings asks first', async ({ page }) => {
  await firstRun(page);
  await visit(page, '设置');
  await page.getByLabel('经办人').fill('李强');
  await visit(page, '操作记录');
  await page.getByRole('button', { name: '留下继续填写' }).click();
  await expect(page.getByRole('heading', { name: '设置', level: 1 })).toBeVisible();
  await expect(page.getByLabel('经办人')).toHaveValue('李强');
  await visit(page, '操作记录');
  await page.getByRole('button', { name: '不保存，离开' }).click();
  await expect(page.getByRole('heading', { name: '操作记录', level: 1 })).toBeVisible();
});

const entries = ['工作台', '备份与恢复', '操作记录', '设置', '帮助'] as const;

for (const large of [false, true]) {
  test(`every page of the frame is accessible and fits the window${large ? ' in large type' : ''}`, async ({
    page,
  }) => {
    expect(await violations(page)).toEqual([]);
    await firstRun(page, { samples: true });
    if (large) {
      await visit(page, '设置');
      await page.getByLabel(/大字模式/).check();
      await expect(page.locator('html')).toHaveCSS('font-size', '18px');
    }
    for (const entry of entries) {
      await visit(page, entry);
      await expect(page.getByRole('heading', { name: entry, level: 1 })).toBeVisible();
      expect(await violations(page), entry).toEqual([]);
      expect(await scrollsSideways(page), entry).toBe(false);
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '在所有登记簿中查找' }).fill('安澜');
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await violations(page), '查找').toEqual([]);
  });
}

test('large type and the folded navigation are remembered', async ({ page, restart }) => {
  await firstRun(page);
  await visit(page, '设置');
  await page.getByLabel(/大字模式/).check();
  await page.getByRole('button', { name: '收起导航' }).click();
  const again = await restart();
  await expect(again.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible();
  await expect(again.locator('html')).toHaveCSS('font-size', '18px');
  await expect(again.getByRole('button', { name: '展开导航' })).toBeVisible();
});

test('the keyboard reaches the page past the navigation', async ({ page }) => {
  await firstRun(page);
  await page.getByRole('link', { name: '执法监督工作台 首页' }).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('F1');
  await expect(page.getByRole('heading', { name: '帮助', level: 1 })).toBeVisible();
});
