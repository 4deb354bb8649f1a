import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { articleNumbering, docxParagraph, docxRun, makeDocx } from '../fixtures/docx';
import { test } from './fixtures';
import { firstRun, scrollsSideways, violations, visit } from './frame-steps';
import { list, press, rowOf, told } from './register-steps';

const shared = resolve(import.meta.dirname, '../../../shared/law/四川省行政执法监督条例.md');

/** A short ordinance with as much in it as the story needs, where the real one is not there. */
const ordinance = [
  '# 四川省行政执法监督条例',
  '（2021年5月28日四川省第十三届人民代表大会常务委员会第二十七次会议修订）',
  '第一章 总则',
  '第一条 为了加强和规范行政执法监督，制定本条例。',
  '第二条 本条例适用于本省行政区域内行政执法监督工作。',
  '第三条 行政执法是指行政机关的下列活动：',
  '（一）制定行政规范性文件的活动；',
  '（二）履行行政许可、行政处罚等行政职责的活动。',
  '本条例所称行政执法监督，是指上级对下级的监督。',
].join('\n\n');

async function file(path: string, content: string | Uint8Array): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** From the button to what was read out of the file. */
async function choose(page: Page, openFileWith: (path: string) => Promise<void>, path: string): Promise<Locator> {
  await press(page, '导入法规全文');
  const dialog = page.getByRole('dialog', { name: '导入法律法规' });
  await openFileWith(path);
  await dialog.getByRole('button', { name: '选择文件…' }).click();
  return dialog;
}

test('a law is imported after a look at it, read by chapter, found by its words and cited', async ({
  page,
  openFileWith,
}, testInfo) => {
  await firstRun(page);
  await visit(page, '法律依据库');
  const real = existsSync(shared);
  const path = real ? shared : await file(join(testInfo.outputDir, '四川省行政执法监督条例.md'), ordinance);
  const dialog = await choose(page, openFileWith, path);
  await expect(dialog.getByRole('status')).toContainText(real ? '读出6章、50条' : '读出1章、3条');
  await expect(dialog.getByLabel('名称')).toHaveValue('四川省行政执法监督条例');
  await expect(dialog.getByLabel('版本')).toHaveValue('2021年修订');
  await expect(dialog.getByLabel('效力级别').locator('option:checked')).toHaveText('地方性法规');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '存入依据库' }).click();
  await told(page, /已导入《四川省行政执法监督条例》/);

  const text = page.getByRole('region', { name: '条文', exact: true });
  await expect(text.getByRole('region', { name: '第一条', exact: true })).toContainText('为了加强和规范行政执法监督');
  await text.getByRole('navigation', { name: '目录' }).getByRole('button').first().click();
  await text.getByRole('searchbox', { name: '在本法中查找' }).fill('规范性文件');
  await expect(text.locator('mark').first()).toHaveText('规范性文件');
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  await visit(page, '条文查询');
  await page.getByRole('searchbox', { name: '查找条文' }).fill('四川 3条');
  await page
    .getByRole('list', { name: '找到的条文' })
    .getByRole('button', { name: /第三条/ })
    .first()
    .click();
  const article = page.getByRole('article', { name: '《四川省行政执法监督条例》第三条' });
  await article.getByRole('button', { name: /^（二）履行行政许可/ }).click();
  await expect(article.getByLabel('引用的写法')).toHaveText('《四川省行政执法监督条例》第三条第一款第（二）项');
  await article.getByRole('combobox', { name: '引用写法' }).selectOption({ label: '简称（后文再引）' });
  await expect(article.getByLabel('引用的写法')).toHaveText('《条例》第三条第一款第（二）项');
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});

test('a file without articles is refused in its dialog; the same version is replaced only when confirmed', async ({
  page,
  openFileWith,
}, testInfo) => {
  await firstRun(page);
  await visit(page, '法律依据库');
  const minutes = await file(join(testInfo.outputDir, '会议纪要.txt'), '今天开了会。');
  const dialog = await choose(page, openFileWith, minutes);
  await expect(dialog.getByRole('alert')).toContainText(/“会议纪要\.txt”里没有找到条文.*第一条/);
  expect(await violations(page)).toEqual([]);

  const counted = (text: string, level: number): string => docxParagraph(docxRun(text), { id: 1, level });
  const body = [
    docxParagraph(docxRun('安澜县行政执法监督办法')),
    docxParagraph(docxRun('（2026年1月5日安澜县人民政府令第3号公布）')),
    counted('为了规范监督，制定本办法。', 0),
    counted('监督方式：', 0),
    counted('案卷评查；', 1),
    counted('听证。', 1),
  ].join('');
  const word = await file(join(testInfo.outputDir, '监督办法.docx'), makeDocx(body, articleNumbering));
  await openFileWith(word);
  await dialog.getByRole('button', { name: '重新选择文件…' }).click();
  await expect(dialog.getByRole('status')).toContainText('读出2条');
  await dialog.getByRole('button', { name: '存入依据库' }).click();
  await expect(dialog.getByText('请选择“效力级别”')).toBeVisible();
  await dialog.getByLabel('效力级别').selectOption({ label: '规范性文件' });
  await dialog.getByRole('button', { name: '存入依据库' }).click();
  await told(page, /已导入《安澜县行政执法监督办法》/);

  await page.getByRole('link', { name: /^←/ }).click();
  await expect(rowOf(page, '安澜县行政执法监督办法')).toContainText('2026年公布');
  const again = await choose(page, openFileWith, word);
  await again.getByLabel('效力级别').selectOption({ label: '规范性文件' });
  await again.getByRole('button', { name: '存入依据库' }).click();
  const question = page.getByRole('dialog', { name: '已有这一版' });
  await expect(question).toContainText('库中已有《安澜县行政执法监督办法》（2026年公布）');
  await question.getByRole('button', { name: '取消' }).click();
  await expect(again.getByText('这一版已在库中；是另一个版本的，请改写版本')).toBeVisible();
  await again.getByLabel('版本').fill('2026年修订');
  await again.getByRole('button', { name: '存入依据库' }).click();
  await told(page, /已导入/);
  await page.getByRole('link', { name: /^←/ }).click();
  await expect(list(page).locator('tbody tr')).toHaveCount(2);
  await page.getByRole('searchbox').first().fill('修订');
  await expect(list(page).locator('tbody tr')).toHaveCount(1);
});
