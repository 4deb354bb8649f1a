import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { press, told } from './register-steps';

/** Opens a part of a record's page. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
}

/** Takes two check lists and enters results by the keys alone: the first item right, the next five not. */
export async function enterChecks(page: Page): Promise<void> {
  await openTab(page, '检查清单');
  await press(page, '选择清单');
  const chooser = page.getByRole('dialog', { name: '选择检查清单' });
  await chooser.getByLabel(/^三项制度/).check();
  await chooser.getByLabel(/^裁量基准/).check();
  await chooser.getByRole('button', { name: '使用所选清单' }).click();
  await expect(chooser).toBeHidden();
  await page.getByRole('radiogroup', { name: '第1项的结果' }).getByRole('radio').first().focus();
  for (const key of ['1', '2', '2', '2', '2', '2', '3']) await page.keyboard.press(key);
  await expect(page.getByRole('status').filter({ hasText: '不符合5项' })).toBeVisible();
  // Back to the sixth item, and into its note.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.keyboard.type('2025年度总体情况到3月才公开');
  await page.keyboard.press('Control+s');
  await told(page, '检查清单已保存');
}
