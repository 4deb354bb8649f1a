import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

const run = promisify(execFile);

/** Pages of a PDF as text, laid out as on paper (poppler). */
export async function pdfPages(path: string): Promise<readonly string[]> {
  const { stdout } = await run('pdftotext', ['-layout', path, '-'], { maxBuffer: 32 * 1024 * 1024 });
  return stdout.split('\f').filter((page) => page.trim() !== '');
}

/** The list on screen. */
export function list(page: Page): Locator {
  return page.getByRole('grid');
}

/** Texts of the list's first column, without marks. */
export async function firstColumn(page: Page): Promise<readonly string[]> {
  return list(page).locator('tbody td a').allTextContents();
}

/** The row of a record. */
export function rowOf(page: Page, text: string): Locator {
  return list(page).locator('tbody tr').filter({ hasText: text });
}

/** Presses a button of the page's toolbar. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Waits for news at the foot of the window. */
export async function told(page: Page, text: string | RegExp): Promise<Locator> {
  const news = page.getByRole('alert').filter({ hasText: text }).last();
  await expect(news).toBeVisible();
  return news;
}

/** Creates enforcement entities through the form. */
export async function createEntities(page: Page, names: readonly string[]): Promise<void> {
  await press(page, '新增');
  for (const name of names) {
    await page.getByLabel('全称').fill(name);
    await press(page, '保存并新增');
    await expect(page.getByLabel('全称')).toHaveValue('');
  }
  await page.getByRole('link', { name: /^←/ }).click();
  await expect(rowOf(page, names[0] ?? '')).toBeVisible();
}
