import { expect, test } from './fixtures';
import { firstRun, violations, visit } from './frame-steps';

test('settings list the fonts of official documents and hold their licences', async ({ page }) => {
  await firstRun(page);
  await visit(page, '设置');
  const fonts = page.getByRole('region', { name: '打印字体' });
  for (const role of ['仿宋', '楷体', '黑体', '宋体', '小标宋']) {
    const row = fonts.getByRole('row', { name: new RegExp(`^${role} `) });
    await expect(row).toContainText(/已安装|本机另一种|随软件提供/);
  }
  expect(await violations(page)).toEqual([]);
  await fonts.getByRole('button', { name: '查看许可全文：GNU GPL' }).click();
  await expect(page.getByRole('dialog')).toContainText('embed this font');
  await page.keyboard.press('Escape');
  await fonts.getByRole('button', { name: '查看许可全文：SIL' }).click();
  await expect(page.getByRole('dialog')).toContainText('SIL OPEN FONT LICENSE');
});
