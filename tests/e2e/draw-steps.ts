import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { writeBook } from './import-books';
import { press } from './register-steps';

/** Names of bodies that make the sample's sixteen forty. */
const added = Array.from({ length: 24 }, (_, at) => `安澜县第${at + 1}执法队`);

/** Brings the added bodies in from a workbook. */
export async function importBodies(
  page: Page,
  openFileWith: (path: string) => Promise<void>,
  folder: string,
): Promise<void> {
  const rows = [['单位名称'], ...added.map((name) => [name])];
  const path = await writeBook(join(folder, '执法主体.xlsx'), { 名录: rows });
  await press(page, '导入');
  const dialog = page.getByRole('dialog', { name: /^导入/ });
  await openFileWith(path);
  await dialog.getByRole('button', { name: '选择文件…' }).click();
  await dialog.getByRole('button', { name: '下一步：对应各列' }).click();
  await dialog.getByRole('button', { name: '下一步：核对' }).click();
  await dialog.getByRole('button', { name: `导入${added.length}条` }).click();
  await dialog.getByRole('button', { name: '完成' }).click();
  await expect(dialog).toBeHidden();
}

/** Ticks all records of the list: the page's, then all results where the page does not show them all. */
export async function tickAll(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: '选择本页全部记录' }).check();
  const all = page.getByRole('button', { name: /^选择全部/ });
  if (await all.isVisible()) await all.click();
}
