import { expect, test } from './fixtures';
import { firstRun, scrollsSideways, violations } from './frame-steps';

// The style sheet opened as a page of its own has no icon.
test.use({ expectedErrors: /status of 404/ });

test('an emptied database is told as loss, and never taken for a first run', async ({ page }) => {
  await firstRun(page, { samples: true });
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('supervision-desk.state')))
    .toMatch(/"records":[1-9]/);
  const home = page.url();
  // A page of the same origin on which nothing holds the database open.
  await page.goto(new URL('/print.css', home).href);
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = reject;
      });
    }
  });
  await page.goto(home);
  await expect(page.getByRole('heading', { name: '没有找到原来的数据' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('条记录，现在数据库是空的');
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('button', { name: /没有副本/ }).click();
  await page.getByRole('button', { name: '返回' }).click();
  await expect(page.getByRole('heading', { name: '没有找到原来的数据' })).toBeVisible();
  await page.getByRole('button', { name: /没有副本/ }).click();
  await page.getByRole('button', { name: '确定从空白开始' }).click();
  await expect(page.getByRole('heading', { name: /首次使用/ })).toBeVisible();
});

test('a second window is refused in words and can go on once the first is closed', async ({ page }) => {
  await firstRun(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expect(second.getByRole('alert')).toContainText('已在另一个窗口打开');
  expect(await violations(second)).toEqual([]);
  await page.close();
  await second.getByRole('button', { name: '再试一次' }).click();
  await expect(second.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible();
});
