import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';
import { firstRun, scrollsSideways, violations, visit } from './frame-steps';
import { press, told } from './register-steps';

// The accessibility check tries to look into the preview's frame, which lets no script in.
test.use({ expectedErrors: /^Blocked script execution in 'about:srcdoc'/ });

/** The sheets in the preview, as text without line breaks. */
async function paperText(page: Page): Promise<string> {
  const text = await page.frameLocator('iframe[title="公文预览"]').locator('body').innerText();
  return text.replace(/\s+/g, '');
}

test('a kind is copied, its wording changed in sight of the document, exported, deleted and brought back', async ({
  page,
  openFileWith,
  savedFile,
}, testInfo) => {
  await firstRun(page);
  await visit(page, '文书模板');
  await expect(page.getByRole('heading', { name: '文书模板' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('link', { name: '督办函' }).click();
  await expect.poll(() => paperText(page)).toContain('自收到本函之日起30个工作日内办结');
  expect(await violations(page)).toEqual([]);

  await press(page, '复制为本局模板');
  await told(page, '已复制为本局模板“督办函”');
  const body = page.getByLabel('正文', { exact: true });
  await expect(body).toHaveValue(/请你单位\{\{办结时限\}\}办结/);
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  // A mistake is named at once, with its paragraph, and keeps the kind from being saved.
  const text = await body.inputValue();
  await body.fill(`${text}\n请{{主办单位}}阅处。`);
  await expect(page.getByRole('alert').filter({ hasText: '正文第9段' })).toContainText('是不是“主送单位”？');
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeDisabled();

  // A placeholder comes in by its name, where the cursor stands, and the sheet beside it follows.
  await body.fill(`${text}\n特此函告，请认真办理。联系单位：`);
  await page.getByRole('group', { name: '插入填写项' }).getByRole('button', { name: '本机关全称' }).click();
  await expect(body).toHaveValue(/联系单位：\{\{本机关全称\}\}$/);
  await expect.poll(() => paperText(page)).toMatch(/请认真办理。联系单位：.*司法局/);
  await press(page, '保存');
  await told(page, '模板已保存');
  await expect(page.getByRole('status').filter({ hasText: '已保存' }).first()).toBeVisible();

  const file = await savedFile(() => press(page, '导出'));
  expect(file.name).toMatch(/^文书模板 督办函\d{8}\.sdt$/);

  await press(page, '删除');
  await page.getByRole('dialog', { name: '删除模板' }).getByRole('button', { name: '删除' }).click();
  await told(page, '模板已删除');
  await expect(page.getByText('本局模板', { exact: true })).toHaveCount(0);

  await openFileWith(file.path);
  await press(page, '导入模板');
  const dialog = page.getByRole('dialog', { name: '导入文书模板' });
  await expect(dialog).toContainText('将新增1个本局模板');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '导入', exact: true }).click();
  await told(page, '已导入1个文书模板');
  await page.getByRole('row').filter({ hasText: '本局模板' }).first().getByRole('link', { name: '督办函' }).click();
  await expect.poll(() => paperText(page)).toContain('请认真办理。联系单位：');

  // A field gets another name, and the wording with it.
  await page.getByRole('tab', { name: /^填写项/ }).click();
  await page.getByRole('button', { name: /督办次数$/ }).click();
  await page.getByLabel('名称', { exact: true }).fill('督办轮次');
  await page.getByLabel('名称', { exact: true }).blur();
  await page.getByRole('tab', { name: '文字' }).click();
  await expect(body).toHaveValue(/\{\{如果 督办轮次 = 第一次督办\}\}/);
  await expect(page.getByRole('alert').filter({ hasText: '没有对应的填写项' })).toHaveCount(0);

  // What is no file of kinds is refused with a sentence.
  await page.getByRole('link', { name: '← 文书模板' }).click();
  await page.getByRole('button', { name: '不保存，离开' }).click();
  const broken = testInfo.outputPath('坏文件.sdt');
  await writeFile(broken, '{"format":"其他"}');
  await openFileWith(broken);
  await press(page, '导入模板');
  await expect(page.getByRole('alert').filter({ hasText: '这不是文书模板文件' })).toBeVisible();
});
