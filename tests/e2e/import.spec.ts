import { expect, type Locator, type Page } from '@playwright/test';
import { join } from 'node:path';
import { test } from './fixtures';
import { firstRun, scrollsSideways, violations, visit } from './frame-steps';
import { dutyRows, organNames, rowsOf, writeBook, type Rows } from './import-books';
import { list, pdfPages, press, rowOf } from './register-steps';

/** The import dialog of the register on screen. */
function dialogOf(page: Page): Locator {
  return page.getByRole('dialog', { name: /^导入/ });
}

/** Opens the dialog and gives it a file. */
async function give(page: Page, openFileWith: (path: string) => Promise<void>, path: string): Promise<Locator> {
  await press(page, '导入');
  const dialog = dialogOf(page);
  await openFileWith(path);
  await dialog.getByRole('button', { name: '选择文件…' }).click();
  await expect(dialog.getByText(/将读取/)).toBeVisible();
  return dialog;
}

/** From the file to the result of the check. */
async function check(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: '下一步：对应各列' }).click();
  await dialog.getByRole('button', { name: '下一步：核对' }).click();
  await expect(dialog.getByText(/^共读取/)).toBeVisible();
}

/** The county's list with a row that says the kind of power as the county would not, under a title and above a total. */
function dutySheet(): Rows {
  const [head = [], ...rows] = dutyRows();
  const first = rows[0] ?? [];
  const wrong = first.map((cell, at) =>
    at === 0 ? '2' : at === 1 ? '对律师事务所的日常检查' : at === 2 ? '日常管理' : cell,
  );
  return [['某县司法局权责清单'], head, ...rows, wrong, ['合计', '2项']];
}

test('a published list of duties comes in from .xls, its bad row is corrected and comes in too', async ({
  page,
  openFileWith,
  savedFile,
}, testInfo) => {
  await firstRun(page);
  await visit(page, '权责清单');
  const sheet = dutySheet();
  const path = await writeBook(join(testInfo.outputDir, '权责清单.xls'), { 权责清单: sheet });
  const count = sheet.length - 3;

  const dialog = await give(page, openFileWith, path);
  await expect(dialog.getByText('Excel 97-2003 工作簿（.xls）')).toBeVisible();
  await expect(dialog.getByText(`将读取 ${count} 行`)).toBeVisible();
  await check(dialog);
  await expect(dialog.getByRole('status').filter({ hasText: `新增${count - 1}条` })).toContainText('不能导入1行');
  const rejected = dialog.getByRole('row').filter({ hasText: '日常管理' });
  await expect(rejected).toContainText('权责清单');
  await expect(rejected).toContainText(String(sheet.length - 1));
  await expect(rejected).toContainText('类别');
  await expect(rejected).toContainText(/“日常管理”不在“权力类型”的选项中/);

  await dialog.getByRole('button', { name: `导入${count - 1}条` }).click();
  await expect(dialog.getByText(`已保存：新增${count - 1}条，更新0条`)).toBeVisible();
  const file = await savedFile(() => dialog.getByRole('button', { name: /另存没有导入的1行/ }).click());
  await dialog.getByRole('button', { name: '完成' }).click();
  await expect(list(page).locator('tbody tr')).toHaveCount(count - 1);

  const kept = rowsOf(file.bytes);
  const at = kept.findIndex((row) => row.includes('日常管理'));
  expect(at).toBeGreaterThan(0);
  expect(kept[at]?.join(' ')).toMatch(/权力类型/);
  const corrected = kept.map((row) => row.map((cell) => (cell === '日常管理' ? '行政检查' : cell)));
  const again = await writeBook(join(testInfo.outputDir, '改正的行.xlsx'), { 改正: corrected });
  const second = await give(page, openFileWith, again);
  await check(second);
  await second.getByRole('button', { name: '导入1条' }).click();
  await expect(second.getByText('已保存：新增1条，更新0条')).toBeVisible();
  await second.getByRole('button', { name: '完成' }).click();
  await expect(list(page).locator('tbody tr')).toHaveCount(count);

  await page.getByRole('searchbox').fill('rcjc');
  await expect(list(page).locator('tbody tr')).toHaveCount(1);
  await expect(rowOf(page, '对律师事务所的日常检查')).toContainText('行政检查');
});

test('names of organs come in from .xlsx, are found by initials, printed, exported, and come back without difference', async ({
  page,
  openFileWith,
  savedFile,
  shellKind,
}, testInfo) => {
  const names = organNames();
  await firstRun(page);
  await visit(page, '执法主体');
  const rows = [['序号', '单位名称', '层级'], ...names.map((name, at) => [String(at + 1), name, ''])];
  const path = await writeBook(join(testInfo.outputDir, '执法主体.xlsx'), { 名录: [['执法主体名录'], ...rows] });
  const dialog = await give(page, openFileWith, path);
  await check(dialog);
  await dialog.getByRole('button', { name: `导入${names.length}条` }).click();
  await expect(dialog.getByText(`已保存：新增${names.length}条，更新0条`)).toBeVisible();
  await dialog.getByRole('button', { name: '完成' }).click();
  await expect(list(page).locator('tbody tr')).toHaveCount(names.length);

  await page.getByRole('searchbox').fill('sfj');
  await expect(list(page).locator('tbody tr')).not.toHaveCount(names.length);
  await expect(rowOf(page, '司法局').first()).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await expect(list(page).locator('tbody tr')).toHaveCount(names.length);

  if (shellKind === 'desktop') {
    await press(page, '打印');
    const pdf = await savedFile(() => page.getByRole('dialog').getByRole('button', { name: '存为PDF' }).click());
    const text = (await pdfPages(pdf.path)).join('').replace(/\s/g, '');
    for (const name of names) expect(text).toContain(name.replace(/\s/g, ''));
    await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).click();
  }

  await press(page, '导出');
  const exported = await savedFile(() => page.getByRole('dialog').getByRole('button', { name: /^导出/ }).click());
  await page.keyboard.press('Escape');
  const back = await give(page, openFileWith, exported.path);
  await check(back);
  const status = back.getByRole('status').filter({ hasText: '共读取' });
  await expect(status).toContainText(`新增0条，更新0条，无变化${names.length}条，不能导入0行`);
  await expect(back.getByRole('button', { name: /^导入\d/ })).toHaveCount(0);
  await back.getByRole('button', { name: '没有要写入的内容，关闭' }).click();
  await expect(back).toBeHidden();
});

test('an import changes what differs, shows old and new beforehand, and is undone as a whole', async ({
  page,
  openFileWith,
}, testInfo) => {
  await firstRun(page);
  await visit(page, '执法主体');
  const head = ['单位名称', '联系人'];
  const before = [head, ['安澜县水利局', '陈静'], ['安澜县林业局', '李强']];
  const dialog = await give(page, openFileWith, await writeBook(join(testInfo.outputDir, '一.csv'), { a: before }));
  await expect(dialog.getByText(/逗号分隔的文本.*UTF-8/)).toBeVisible();
  await check(dialog);
  await dialog.getByRole('button', { name: '导入2条' }).click();
  await dialog.getByRole('button', { name: '完成' }).click();

  const after = [head, ['安澜县水利局', '周敏'], ['安澜县财政局', '吴平'], ['安澜县林业局', '李强']];
  const path = await writeBook(join(testInfo.outputDir, '二.ods'), { 名录: after });
  const second = await give(page, openFileWith, path);
  await check(second);
  await second.getByRole('tab', { name: '更新 1' }).click();
  await expect(second.getByRole('row').filter({ hasText: '安澜县水利局' })).toContainText('联系人陈静周敏');
  await second.getByRole('tab', { name: '无变化 1' }).click();
  await expect(second.getByRole('row').filter({ hasText: '安澜县林业局' })).toBeVisible();
  await second.getByRole('button', { name: '导入2条' }).click();
  await expect(second.getByText('已保存：新增1条，更新1条')).toBeVisible();
  await expect(list(page).locator('tbody tr')).toHaveCount(3);
  await second.getByRole('button', { name: '撤销本次导入' }).click();
  await expect(second.getByText('已撤销本次导入')).toBeVisible();
  await second.getByRole('button', { name: '完成' }).click();
  await expect(list(page).locator('tbody tr')).toHaveCount(2);
  await rowOf(page, '安澜县水利局').getByRole('link').click();
  await expect(page.getByLabel('联系人', { exact: true })).toHaveValue('陈静');
});

test('columns mapped by hand are remembered, and one value can be given to all rows', async ({
  page,
  openFileWith,
}, testInfo) => {
  await firstRun(page);
  await visit(page, '执法主体');
  const sheet = [
    ['牌子', '打谁的电话'],
    ['安澜县水利局', '0518-85800001'],
  ];
  const path = await writeBook(join(testInfo.outputDir, '怪表.xlsx'), { 名录: sheet });
  const dialog = await give(page, openFileWith, path);
  await dialog.getByRole('button', { name: '下一步：对应各列' }).click();
  await expect(dialog.getByText(/必填的“全称”还没有对应的列/)).toBeVisible();
  await dialog.getByLabel('“全称”对应的列').selectOption('0');
  await dialog.getByLabel('“投诉电话”对应的列').selectOption('1');
  await dialog.getByLabel('“主体层级”对应的列').selectOption({ label: '所有行填同一内容' });
  await dialog.getByLabel('主体层级', { exact: true }).selectOption({ label: '县级' });
  await dialog.getByRole('button', { name: '下一步：核对' }).click();
  await expect(dialog.getByRole('row').filter({ hasText: '安澜县水利局' })).toContainText('县级');
  await dialog.getByRole('button', { name: '导入1条' }).click();
  await dialog.getByRole('button', { name: '完成' }).click();
  await expect(rowOf(page, '安澜县水利局')).toContainText('县级');

  const again = await give(page, openFileWith, path);
  await again.getByRole('button', { name: '下一步：对应各列' }).click();
  await expect(again.getByRole('row', { name: /^全称/ })).toContainText('沿用上次');
  await again.getByRole('button', { name: '下一步：核对' }).click();
  await expect(again.getByText(/无变化1条/)).toBeVisible();
});

test('a sheet without header is bounded by hand, and the next sheet of the file follows', async ({
  page,
  openFileWith,
}, testInfo) => {
  await firstRun(page);
  await visit(page, '执法主体');
  const path = await writeBook(join(testInfo.outputDir, '两张表.xlsx'), {
    甲: [['说明：本表为示意'], [], ['安澜县水利局'], ['安澜县林业局'], ['安澜县财政局']],
    乙: [['全称'], ['安澜县民政局'], ['安澜县教育局']],
  });
  await press(page, '导入');
  const dialog = dialogOf(page);
  await openFileWith(path);
  await dialog.getByRole('button', { name: '选择文件…' }).click();
  await expect(dialog.getByLabel('数据首行')).toBeVisible();
  const none = dialog.getByRole('checkbox', { name: '没有表头' });
  if (!(await none.isChecked())) await none.check();
  const first = dialog.getByRole('spinbutton', { name: '数据首行' });
  await first.fill('5');
  await first.press('Enter');
  const last = dialog.getByRole('spinbutton', { name: '数据末行' });
  await last.fill('4');
  await last.press('Enter');
  await expect(dialog.getByText('数据的末行不能在首行之前，请改正行号。')).toBeVisible();
  await last.fill('5');
  await last.press('Enter');
  await first.fill('3');
  await first.press('Enter');
  await expect(dialog.getByText('将读取 3 行')).toBeVisible();
  await dialog.getByRole('button', { name: '下一步：对应各列' }).click();
  await dialog.getByLabel('“全称”对应的列').selectOption('0');
  await dialog.getByRole('button', { name: '下一步：核对' }).click();
  await dialog.getByRole('button', { name: '导入3条' }).click();
  await dialog.getByRole('button', { name: '乙' }).click();
  await expect(dialog.getByText('将读取 2 行')).toBeVisible();
  await check(dialog);
  await dialog.getByRole('button', { name: '导入2条' }).click();
  await dialog.getByRole('button', { name: '完成' }).click();
  await expect(list(page).locator('tbody tr')).toHaveCount(5);
});

test('a file that is no table is refused in words, and every step passes the accessibility check', async ({
  page,
  openFileWith,
}, testInfo) => {
  await firstRun(page);
  await visit(page, '执法主体');
  await press(page, '导入');
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('button', { name: '选择文件…' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const damaged = join(testInfo.outputDir, '坏文件.xlsx');
  await writeBook(damaged, { a: [['x']] });
  const { writeFile } = await import('node:fs/promises');
  await writeFile(damaged, Buffer.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9]));
  await openFileWith(damaged);
  await dialog.getByRole('button', { name: '选择文件…' }).click();
  await expect(dialog.getByRole('alert')).toContainText(/[\u4e00-\u9fff]{6,}/);
  expect(await violations(page)).toEqual([]);

  const rows = [
    ['全称', '统一社会信用代码', '谁管'],
    ['安澜县水利局', '11320799014263575', '甲'],
    ['安澜县林业局', '', '乙'],
  ];
  await openFileWith(await writeBook(join(testInfo.outputDir, '好文件.xlsx'), { 名录: rows }));
  await dialog.getByRole('button', { name: '选择文件…' }).click();
  await expect(dialog.getByText('将读取 2 行')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '下一步：对应各列' }).press('Enter');
  await expect(dialog.getByRole('heading', { name: '对应各列' })).toBeFocused();
  await expect(dialog.getByText('不导入的列：C列 谁管。')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '下一步：核对' }).press('Enter');
  await expect(dialog.getByRole('heading', { name: '核对结果' })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '导入1条' }).press('Enter');
  await expect(dialog.getByText('已保存：新增1条，更新0条')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: '导入', exact: true })).toBeFocused();
});
