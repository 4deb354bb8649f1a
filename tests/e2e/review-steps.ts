import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { press, told } from './register-steps';

/** The row of a file in the batch. */
export function fileRow(page: Page, number: string): Locator {
  return page.getByRole('table', { name: '评查案卷' }).getByRole('row').filter({ hasText: number });
}

/** Marks the item that has the focus, by keyboard, and waits until it is kept. */
export async function mark(page: Page, item: string, reason: string, at: string): Promise<void> {
  const line = page.getByRole('group', { name: item, exact: true });
  await line.focus();
  await line.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由').fill(reason);
  await dialog.getByLabel('页码').fill(at);
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(line).toContainText(reason);
}

/** Opens a file in a reviewer's seat, marks some items and hands in. */
export async function score(
  page: Page,
  number: string,
  reviewer: string,
  marks: readonly (readonly [item: string, reason: string, page: string])[],
): Promise<void> {
  await fileRow(page, number).getByRole('link', { name: reviewer }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number);
  for (const [item, reason, at] of marks) await mark(page, item, reason, at);
  await press(page, '提交评分');
  await told(page, '评分已提交');
  await expect(fileRow(page, number)).toBeVisible();
}
