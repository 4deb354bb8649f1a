import { expect, test } from './fixtures';
import { digestOf, firstRun } from './frame-steps';

test('the desktop keeps a copy of the day by itself, and the data come back from it', async ({ page }) => {
  await firstRun(page, { samples: true });
  await expect(page.getByLabel('状态栏')).toContainText('上次备份 刚刚', { timeout: 30_000 });
  const before = await digestOf(page);
  await page.getByRole('button', { name: '一键清除示例数据' }).click();
  await page.getByRole('button', { name: '清除', exact: true }).click();
  await expect(page.getByLabel('状态栏')).toContainText('共 0 条记录');
  await page.getByRole('button', { name: /^恢复.*的副本$/ }).click();
  await page.getByRole('button', { name: '恢复为这份副本' }).click();
  await expect(page.getByRole('complementary', { name: '示例数据提示' })).toBeVisible();
  expect(await digestOf(page)).toBe(before);
});

test('an emptied database beside kept copies is told as loss and restored from the copy', async ({
  desk,
  page,
  kill,
}) => {
  await firstRun(page, { samples: true });
  await expect(page.getByLabel('状态栏')).toContainText('上次备份 刚刚', { timeout: 30_000 });
  const before = await digestOf(page);
  // What a full disk does to Chromium's database: it stands empty at the next start.
  await desk.app?.evaluate(async ({ BrowserWindow }) => {
    await BrowserWindow.getAllWindows()[0]?.webContents.session.clearStorageData({ storages: ['indexdb'] });
  });
  const again = await kill();
  await expect(again.getByRole('heading', { name: '没有找到原来的数据' })).toBeVisible();
  await again.getByRole('button', { name: /^恢复.*的副本$/ }).click();
  await again.getByRole('button', { name: '恢复为这份副本' }).click();
  await expect(again.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible();
  expect(await digestOf(again)).toBe(before);
});
