import { join } from 'node:path';
import { expect, test } from './fixtures';
import { firstRun, visit } from './frame-steps';
import { printedByBrowser } from './print-steps';
import { pdfPages, press, told } from './register-steps';

test('a printed list repeats its headings, numbers its pages and holds every chosen column', async ({
  page,
  savedFile,
  shellKind,
}, testInfo) => {
  await firstRun(page, { samples: true });
  await visit(page, '执法人员');
  await press(page, '打印');
  const dialog = page.getByRole('dialog', { name: '打印列表' });
  await dialog.getByLabel('标题').fill('行政执法人员名册（样张）');
  await dialog.getByLabel('填表人').fill('李想');
  await dialog.getByLabel('身份证号', { exact: true }).check();
  const preview = dialog.frameLocator('iframe');
  await expect(preview.getByRole('heading', { name: '行政执法人员名册（样张）' })).toBeVisible();
  await expect(preview.getByRole('columnheader', { name: '身份证号' })).toBeVisible();
  await expect(preview.getByText('填表人：李想')).toBeVisible();

  let path = join(testInfo.outputPath(), '名册.pdf');
  if (shellKind === 'desktop') {
    const file = await savedFile(() => dialog.getByRole('button', { name: '存为PDF' }).click());
    expect(file.name).toMatch(/^行政执法人员名册（样张）\d{8}\.pdf$/);
    path = file.path;
  } else {
    await printedByBrowser(page, path, async () => {
      await dialog.getByRole('button', { name: '存为PDF' }).click();
      await told(page, '另存为PDF');
    });
  }

  await testInfo.attach('名册', { path, contentType: 'application/pdf' });
  const pages = await pdfPages(path);
  expect(pages.length).toBeGreaterThan(1);
  pages.forEach((text, at) => {
    for (const heading of ['序号', '姓名', '所属主体', '执法证号', '身份证号']) expect(text).toContain(heading);
    expect(text.replace(/\s/g, '')).toContain(`第${at + 1}页，共${pages.length}页`);
  });
  const whole = pages.join('\n');
  expect(whole).toContain('填报单位：安澜县司法局');
  expect(whole).toContain('填表人：李想');
  expect(whole).toContain('共60条');
  expect(whole.match(/LJ0799\d+/g)?.length).toBeGreaterThan(30);
});
