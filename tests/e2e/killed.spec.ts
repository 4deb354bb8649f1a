import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { firstRun, visit } from './frame-steps';
import { list, press } from './register-steps';

const perRound = 4;

/** Writes records one behind another; each counts as acknowledged once the form is empty for the next. */
async function writeUntilKilled(page: Page, round: number): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  await visit(page, '执法主体');
  await page.getByRole('button', { name: /^新增/ }).first().click();
  for (let at = 0; at < perRound; at += 1) {
    const name = `安澜县第${round * perRound + at + 1}执法所`;
    await page.getByLabel('全称').fill(name);
    await press(page, '保存并新增');
    await expect(page.getByLabel('全称')).toHaveValue('');
    acknowledged.push(name);
  }
  return acknowledged;
}

test('a killed process loses no record that was told as saved', async ({ page, kill }) => {
  await firstRun(page);
  const acknowledged: string[] = [];
  let running = page;
  for (const round of [0, 1, 2]) {
    acknowledged.push(...(await writeUntilKilled(running, round)));
    running = await kill();
    await visit(running, '执法主体');
    await expect(list(running).locator('tbody tr')).toHaveCount(acknowledged.length);
    for (const name of acknowledged) await expect(list(running).getByText(name, { exact: true })).toBeVisible();
  }
  await visit(running, '操作记录');
  await running.getByRole('button', { name: '核对完整性' }).click();
  await expect(running.getByText('核对完毕，没有发现问题')).toBeVisible();
});
