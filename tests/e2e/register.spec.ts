import { read, utils } from '@e965/xlsx';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { firstRun, visit } from './frame-steps';
import { createEntities, firstColumn, list, press, rowOf, told } from './register-steps';

test('a record with errors is refused beside its fields; saved, edited and undone, its history tells all', async ({
  page,
}) => {
  await firstRun(page);
  await visit(page, '执法主体');
  await expect(page.getByText('还没有执法主体')).toBeVisible();
  await press(page, '新增一条');
  await page.getByLabel('统一社会信用代码').fill('１１３２０７２３');
  await press(page, '保存');
  await expect(page.getByText('请填写“全称”')).toBeVisible();
  await expect(page.getByText('统一社会信用代码应为18位数字或大写字母')).toBeVisible();
  await expect(page.getByRole('status').getByText('有 2 处需要修改')).toBeVisible();
  await expect(page.getByLabel('全称')).toBeFocused();
  await page.getByLabel('全称').fill('安澜县水利局');
  await page.getByLabel('统一社会信用代码').fill('');
  await page.getByLabel('公告日期').fill('2024.3.5');
  await page.getByLabel('主体类别').selectOption({ label: '法定行政机关' });
  await press(page, '保存');
  await told(page, '已新增执法主体');
  await expect(page.getByRole('heading', { name: '安澜县水利局', level: 1 })).toBeVisible();
  await expect(page.getByLabel('公告日期')).toHaveValue('2024-03-05');

  await page.getByLabel('全称').fill('安澜县水务局');
  await press(page, '保存');
  const news = await told(page, '已保存');
  const history = page.getByRole('region', { name: '修改历史' }).getByRole('listitem');
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText('安澜县水利局');
  await expect(history.first()).toContainText('安澜县水务局');
  await news.getByRole('button', { name: '撤销' }).click();
  await told(page, '已撤销');
  await expect(page.getByRole('heading', { name: '安澜县水利局', level: 1 })).toBeVisible();
  await expect(history).toHaveCount(3);
  await expect(history.first()).toContainText('撤销');
});

test('what was typed is not lost by leaving without a question', async ({ page }) => {
  await firstRun(page);
  await visit(page, '执法主体');
  await press(page, '新增一条');
  await page.getByLabel('全称').fill('安澜县水利局');
  await page.getByRole('link', { name: '← 行政执法主体名录' }).click();
  await page.getByRole('button', { name: '留下继续填写' }).click();
  await expect(page.getByLabel('全称')).toHaveValue('安澜县水利局');
  await page.getByRole('link', { name: '← 行政执法主体名录' }).click();
  await page.getByRole('button', { name: '不保存，离开' }).click();
  await expect(page.getByText('还没有执法主体')).toBeVisible();
});

test('a list is searched by initials, filtered, sorted by several columns and kept as a view', async ({ page }) => {
  await firstRun(page, { samples: true });
  await visit(page, '执法人员');
  const all = 50;
  await expect(list(page).locator('tbody tr')).toHaveCount(all);
  await page.getByRole('searchbox').fill('myp');
  await expect(list(page).locator('tbody tr')).toHaveCount(1);
  await expect(rowOf(page, '牧野平')).toBeVisible();
  await page.getByRole('searchbox').fill('muye');
  await expect(list(page).locator('tbody tr')).toHaveCount(1);
  await page.getByRole('searchbox').fill('');
  await expect(list(page).locator('tbody tr')).toHaveCount(all);

  await page.getByRole('button', { name: /^筛选/ }).click();
  await page.getByLabel('条件1的字段').selectOption({ label: '性别' });
  await page.getByRole('combobox', { name: '条件1的选项' }).click();
  await page.getByRole('option', { name: '女' }).click();
  await page.keyboard.press('Escape');
  await press(page, '增加条件');
  await page.getByLabel('条件2的字段').selectOption({ label: '有效期至' });
  await page.getByLabel('条件2的起点').fill('2028年');
  await page.getByLabel('条件2的起点').blur();
  await expect(page.getByText(/共 \d+ 条/).first()).not.toContainText(`共 60 条`);
  await press(page, '收起');
  await expect(page.getByRole('button', { name: '性别：女', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '有效期至：2028-01-01及以后', exact: true })).toBeVisible();

  const heading = (name: string) => page.getByRole('columnheader', { name, exact: true });
  await heading('所属主体').getByRole('button').click();
  await heading('有效期至')
    .getByRole('button')
    .click({ modifiers: ['Shift'] });
  await heading('有效期至')
    .getByRole('button')
    .click({ modifiers: ['Shift'] });
  await expect(heading('所属主体')).toHaveAttribute('aria-sort', 'ascending');
  await expect(heading('有效期至')).toHaveAttribute('aria-sort', 'descending');
  await expect(heading('有效期至')).toContainText('▼2');
  const sorted = await firstColumn(page);

  await page.getByRole('button', { name: '列', exact: true }).click();
  await page.getByLabel('职务', { exact: true }).uncheck();
  await page.getByLabel('身份证号', { exact: true }).check();
  await page.getByRole('button', { name: '有效期至前移' }).click();
  await page.keyboard.press('Escape');
  await expect(heading('职务')).toBeHidden();
  await expect(
    list(page)
      .getByText(/^\d{3}\*+\d[\dX]$/)
      .first(),
  ).toBeVisible();
  await press(page, '显示敏感信息');
  await expect(
    list(page)
      .getByText(/^\d{17}[\dX]$/)
      .first(),
  ).toBeVisible();

  await page.getByRole('button', { name: '常用视图' }).click();
  await page.getByLabel('视图名称').fill('女性持证人员');
  await press(page, '保存当前列表');
  await told(page, '已保存视图“女性持证人员”');
  await page.keyboard.press('Escape');
  await press(page, '清除筛选');
  await press(page, '恢复默认排序');
  await expect(list(page).locator('tbody tr')).toHaveCount(all);
  await page.getByRole('button', { name: '常用视图' }).click();
  await press(page, '女性持证人员');
  await expect(heading('有效期至')).toContainText('▼2');
  await expect.poll(() => firstColumn(page)).toEqual(sorted);
});

test('several records are changed and removed at once, undone, restored from the recycle bin and purged', async ({
  page,
}) => {
  await firstRun(page);
  await visit(page, '执法主体');
  await createEntities(page, ['安澜县水利局', '安澜县林业局', '安澜县财政局']);
  await rowOf(page, '安澜县水利局').getByRole('checkbox').check();
  await press(page, '选择全部 3 条结果');
  await press(page, '批量修改');
  const dialog = page.getByRole('dialog', { name: '批量修改执法主体' });
  await dialog.getByLabel('要修改的字段').selectOption({ label: '主体层级' });
  await dialog.getByRole('button', { name: '修改 3 条' }).click();
  await expect(dialog.getByText('请填写新的值，或勾选“清空”')).toBeVisible();
  await dialog.getByLabel('主体层级', { exact: true }).selectOption({ label: '县级' });
  await dialog.getByRole('button', { name: '修改 3 条' }).click();
  const changed = await told(page, '已修改 3 条');
  await expect(list(page).getByText('县级')).toHaveCount(3);
  await changed.getByRole('button', { name: '撤销' }).click();
  await told(page, '已撤销');
  await expect(list(page).getByText('县级')).toHaveCount(0);

  await press(page, '取消选择');
  await rowOf(page, '安澜县水利局').getByRole('checkbox').check();
  await rowOf(page, '安澜县林业局').getByRole('checkbox').check();
  await press(page, '删除');
  await press(page, '移入回收站');
  await told(page, '已移入回收站 2 条');
  await expect(list(page).locator('tbody tr')).toHaveCount(1);

  await press(page, '回收站');
  await page.getByRole('searchbox', { name: '在回收站中查找' }).fill('slj');
  await expect(list(page).locator('tbody tr')).toHaveCount(1);
  await rowOf(page, '安澜县水利局').getByRole('checkbox').check();
  await press(page, '恢复');
  await told(page, '已恢复 1 条');
  await page.getByRole('searchbox').fill('');
  await rowOf(page, '安澜县林业局').getByRole('checkbox').check();
  await press(page, '彻底删除');
  await page.getByRole('dialog', { name: '彻底删除' }).getByRole('button', { name: '彻底删除' }).click();
  await told(page, '已彻底删除 1 条');
  await expect(page.getByText('回收站是空的')).toBeVisible();
  await press(page, '回到列表');
  await expect.poll(() => firstColumn(page)).toHaveLength(2);
});

test('files are kept with a record, given back as they were, and taken off', async ({
  page,
  openFileWith,
  savedFile,
}, testInfo) => {
  const path = join(testInfo.outputDir, '现场照片.pdf');
  const bytes = Buffer.from('%PDF-1.4 现场照片 %%EOF', 'utf8');
  await firstRun(page);
  await visit(page, '执法主体');
  await createEntities(page, ['安澜县水利局']);
  await mkdir(testInfo.outputDir, { recursive: true });
  await writeFile(path, bytes);
  await rowOf(page, '安澜县水利局').getByRole('link').click();
  const files = page.getByRole('region', { name: '附件' });
  await openFileWith(path);
  await files.getByRole('button', { name: '添加附件' }).click();
  await told(page, '已添加附件“现场照片.pdf”');
  await expect(files).toContainText(`${bytes.length} 字节`);
  const back = await savedFile(() => files.getByRole('button', { name: '现场照片.pdf', exact: true }).click());
  expect(back.bytes.equals(bytes)).toBe(true);
  await files.getByRole('button', { name: '移除附件现场照片.pdf' }).click();
  const removed = await told(page, '已移除附件');
  await expect(files).toContainText('没有附件');
  await removed.getByRole('button', { name: '撤销' }).click();
  await expect(files.getByRole('button', { name: '现场照片.pdf', exact: true })).toBeVisible();
});

test('what is exported is what the list shows, read back from the file', async ({ page, savedFile }) => {
  await firstRun(page, { samples: true });
  await visit(page, '执法主体');
  await page.getByRole('searchbox').fill('安澜县');
  await page.getByRole('columnheader', { name: '全称', exact: true }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: '全称', exact: true })).toHaveAttribute('aria-sort', 'ascending');
  const shown = await firstColumn(page);
  await press(page, '导出');
  const dialog = page.getByRole('dialog', { name: /^导出/ });
  await expect(dialog.getByLabel(`当前查找和筛选的 ${shown.length} 条`)).toBeChecked();
  await dialog.getByLabel('联系电话', { exact: true }).check();
  const file = await savedFile(() => dialog.getByRole('button', { name: '导出' }).click());
  expect(file.name).toMatch(/^行政执法主体名录\d{8}\.xlsx$/);
  const book = read(file.bytes);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('no sheet');
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false });
  const header = rows.findIndex((row) => row.includes('全称'));
  const at = rows[header]?.indexOf('全称') ?? -1;
  expect(rows[header]).toContain('联系电话');
  expect(rows.slice(header + 1).map((row) => row[at])).toEqual(shown);
});
