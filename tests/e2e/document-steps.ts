import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect } from '@playwright/test';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { visit } from './frame-steps';
import { press, told } from './register-steps';

/** This year, in which the tests' numbers are taken. */
export const year = new Date().getFullYear();

/** A day so many days from today, as the application writes it. */
export function dayFromNow(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The sheets in the preview. */
export function sheets(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="公文预览"]');
}

/** The text of the sheets in the preview, without spaces and line breaks. */
export async function paperText(page: Page): Promise<string> {
  const text = await sheets(page).locator('body').innerText();
  return text.replace(/\s+/g, '');
}

/** Chooses in a box that offers records: what is typed, and the first that fits. */
export async function pick(box: Locator, text: string): Promise<void> {
  await box.fill(text);
  await box.page().locator('[popover]').getByRole('option').filter({ hasText: text }).first().click();
}

/** Imports a law out of a file of these lines. */
export async function importLaw(
  page: Page,
  openFileWith: (path: string) => Promise<void>,
  path: string,
  lines: readonly string[],
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, lines.join('\n\n'));
  await visit(page, '法律依据库');
  await press(page, '导入法规全文');
  const dialog = page.getByRole('dialog', { name: '导入法律法规' });
  await openFileWith(path);
  await dialog.getByRole('button', { name: '选择文件…' }).click();
  await dialog.getByLabel('效力级别').selectOption({ label: '规范性文件' });
  await dialog.getByRole('button', { name: '存入依据库' }).click();
  await told(page, '已导入');
}

/** Begins a document of a kind to a body of the register. */
export async function draft(page: Page, kind: string, body: string): Promise<void> {
  await visit(page, '发文登记簿');
  await press(page, '拟制文书');
  await page.getByRole('button', { name: kind }).first().click();
  await pick(page.getByRole('combobox', { name: '主送机关' }), body);
  await press(page, '开始拟稿');
  await expect(page.getByRole('button', { name: '提交审核', exact: true })).toBeVisible();
}

/** Fills in the dialog of a step, and submits it with its last button. */
export async function answer(page: Page, name: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  const dialog = page.getByRole('dialog', { name, exact: true });
  for (const [label, text] of Object.entries(fields)) {
    await dialog.getByRole('textbox', { name: label, exact: true }).fill(text);
  }
  await dialog.locator('footer').getByRole('button').last().click();
  await expect(dialog).toBeHidden();
}

/** Presses a button of the page, and fills in and submits the dialog of the same name. */
export async function step(page: Page, name: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  await answer(page, name, fields);
}

/** Fills in what an inspection notice asks for beside its presets, with two of the sample's supervision staff. */
export async function fillInspection(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '案由', exact: true }).fill('2026年下半年行政处罚工作');
  const first = page.getByRole('textbox', { name: '检查内容第1项' });
  await first.fill('今年以来办结的行政处罚案件的办理情况。');
  await first.press('Enter');
  await page.getByRole('textbox', { name: '检查内容第2项' }).fill('行政执法三项制度的落实情况。');
  await page.getByLabel('检查开始日期').fill(dayFromNow(10));
  await page.getByLabel('检查组成员').click();
  const offers = page.locator('[popover]').getByRole('option');
  await offers.nth(0).click();
  await offers.nth(1).click();
  await page.getByLabel('检查地点').click();
}

/** From a complete draft to the seal. */
export async function signOff(page: Page): Promise<void> {
  await press(page, '提交审核');
  await step(page, '审核通过');
  await step(page, '签发', { 签发人: '赵敏' });
  await told(page, '已签发');
  await step(page, '用印');
  await expect(page.getByText('已用印', { exact: true })).toBeVisible();
}
