import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';
import { firstRun, scrollsSideways, violations, visit } from './frame-steps';
import { list, pdfPages, press, told } from './register-steps';

/** Opens the first record of the list on screen. */
async function openFirst(page: Page): Promise<void> {
  await list(page).locator('tbody tr a').first().click();
  await expect(page.getByRole('link', { name: /^←/ })).toBeVisible();
}

/** The text of the sheet of paper in the preview. */
function paperText(page: Page): Promise<string> {
  return page.frameLocator('iframe[title="打印预览"]').locator('body').innerText();
}

test('warnings of certificates lead to the records, and a renewal is written down and changes the officer at once', async ({
  page,
}) => {
  await firstRun(page, { samples: true });
  await visit(page, '执法人员');
  const chips = page.getByRole('group', { name: '证件提醒' });
  const expired = chips.getByRole('button', { name: /^证件已过期/ });
  const count = Number(await expired.locator('.number').textContent());
  await expired.click();
  await expect(expired).toHaveAttribute('aria-pressed', 'true');
  await expect(list(page).locator('tbody tr')).toHaveCount(count);
  expect(await violations(page)).toEqual([]);
  await press(page, '法制审核人员占比');
  const shares = page.getByRole('dialog', { name: '法制审核人员占比' });
  await expect(shares.getByText(/国办发〔2018〕118号/)).toBeVisible();
  await expect(shares.getByText(/未达标，缺\d+人/).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await shares.getByRole('button', { name: '关闭', exact: true }).click();

  await openFirst(page);
  await expect(page.getByText(/证件状态（今天）：过期/)).toBeVisible();
  await press(page, '换发');
  const dialog = page.getByRole('dialog', { name: '办理换发' });
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '办理' }).click();
  await expect(dialog.getByText('申领、换发应填写“新有效期至”')).toBeVisible();
  await expect(dialog.getByLabel('新有效期至')).toBeFocused();
  await dialog.getByLabel('新有效期至').fill('2035年1月1日');
  await dialog.getByRole('button', { name: '办理' }).click();
  const news = await told(page, '已办理换发');
  await expect(page.getByText(/证件状态（今天）：有效/)).toBeVisible();
  await expect(page.getByLabel('有效期至', { exact: true })).toHaveValue('2035-01-01');
  await expect(page.getByRole('row').filter({ hasText: '换发' }).filter({ hasText: '2035-01-01' })).toBeVisible();
  await news.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText(/证件状态（今天）：过期/)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '2035-01-01' })).toHaveCount(0);
});

test('a supervisor whose term runs out is renewed by a new term, gets a letter, and is dismissed with a reason', async ({
  page,
  shellKind,
  savedFile,
}) => {
  await firstRun(page, { samples: true });
  await visit(page, '监督员名册');
  const soon = page.getByRole('group', { name: '聘期提醒' }).getByRole('button', { name: /^30天内到期/ });
  const before = Number(await soon.locator('.number').textContent());
  await soon.click();
  const people = page.getByRole('list', { name: '需要续聘的监督员' });
  await expect(people.getByRole('listitem')).toHaveCount(before);
  expect(await violations(page)).toEqual([]);
  await people.getByRole('link').first().click();
  await expect(page.getByText(/^在聘：/)).toBeVisible();
  const rows = page.getByRole('table').filter({ hasText: '聘书编号' }).locator('tbody tr');
  const terms = await rows.count();
  await press(page, '续聘…');
  const dialog = page.getByRole('dialog', { name: '续聘' });
  await expect(dialog.getByRole('region', { name: '资格核查' })).toContainText('年满18周岁');
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel('届次').fill('第三届');
  await dialog.getByRole('button', { name: '续聘' }).click();
  await told(page, '已续聘');
  await expect(rows).toHaveCount(terms + 1);
  await expect(rows.first()).toContainText('未到聘期');

  await rows
    .first()
    .getByRole('button', { name: /的聘书$/ })
    .click();
  await expect.poll(() => paperText(page)).toMatch(/聘书[\s\S]*兹续聘您为安澜县第三届/);
  if (shellKind === 'desktop') {
    const file = await savedFile(() => press(page, '存为PDF'));
    const pages = await pdfPages(file.path);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.replace(/\s/g, '')).toMatch(/聘书.*同志：.*第三届.*安澜县司法局/);
    expect(pages[0]).not.toContain('共');
  }
  await page.getByRole('button', { name: '关闭', exact: true }).click();

  await press(page, '解聘…');
  const end = page.getByRole('dialog', { name: '解聘' });
  await end.getByRole('button', { name: '解聘' }).click();
  await expect(end.getByText('解聘、辞任应填写“离任原因”')).toBeVisible();
  await end.getByLabel('离任原因').selectOption({ label: '工作变动' });
  await end.getByRole('button', { name: '解聘' }).click();
  await told(page, '已解聘');
  await expect(rows.last()).toContainText('工作变动');
  await page.getByRole('link', { name: /^←/ }).click();
  await expect(page.getByRole('group', { name: '聘期提醒' })).toBeVisible();
  const left = page.getByRole('button', { name: /^30天内到期/ });
  await expect(left).toHaveCount(before > 1 ? 1 : 0);
  if (before > 1) await expect(left.locator('.number')).toHaveText(String(before - 1));
});

test('what a supervisor did, was judged and was given is kept beside the person; cards print ten to a sheet', async ({
  page,
  shellKind,
  savedFile,
}) => {
  await firstRun(page, { samples: true });
  await visit(page, '监督员名册');
  await openFirst(page);
  await press(page, '登记活动');
  const activity = page.getByRole('dialog', { name: '登记活动' });
  await activity.getByLabel('活动类型').selectOption({ label: '调研' });
  await activity.getByRole('button', { name: '保存' }).click();
  await expect(activity.getByText('请填写“事项”')).toBeVisible();
  await activity.getByLabel('事项').fill('走访企业了解涉企检查');
  await activity.getByRole('button', { name: '保存' }).click();
  await told(page, '已登记监督员活动');
  await expect(page.getByRole('row').filter({ hasText: '走访企业了解涉企检查' })).toBeVisible();
  await press(page, '登记年度评价');
  const judged = page.getByRole('dialog', { name: '登记年度评价' });
  await expect(judged.getByLabel('参加活动次数')).not.toHaveValue('');
  await judged.getByRole('button', { name: '取消' }).click();
  await press(page, '发放监督卡');
  const card = page.getByRole('dialog', { name: '发放监督卡' });
  await card.getByLabel('卡号').fill('K2026-901');
  await card.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'K2026-901' })).toContainText('使用中');
  expect(await violations(page)).toEqual([]);

  await page.getByRole('link', { name: /^←/ }).click();
  await page.getByLabel('选择本页全部记录').check();
  await press(page, '监督员证');
  await expect.poll(() => paperText(page)).toMatch(/监督员证[\s\S]*使用须知/);
  if (shellKind === 'desktop') {
    const file = await savedFile(() => press(page, '存为PDF'));
    const pages = await pdfPages(file.path);
    expect(pages.length % 2).toBe(0);
    expect(pages[0]?.match(/证号/g)?.length).toBeLessThanOrEqual(10);
  }
});

test('staffing is shown unit by unit with numbers and source, and follows what is written', async ({ page }) => {
  await firstRun(page, { samples: true });
  await visit(page, '监督工作人员');
  await page.getByRole('link', { name: '查看配备情况' }).click();
  await expect(page.getByRole('heading', { name: '监督力量配备情况', level: 1 })).toBeVisible();
  await expect(page.getByText(/依据：连政办发〔2024〕9号/).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  const lacking = page.getByText(/监督工作人员缺1名/).first();
  const unit = page.getByRole('rowheader').filter({ has: lacking });
  const name = (await unit.getByRole('link').textContent())?.trim() ?? '';
  await page.getByRole('main').getByRole('link', { name: '监督工作人员名册' }).click();
  await press(page, '新增');
  await page.getByLabel('姓名').fill('钱进');
  await page.getByLabel('所在机构类别').selectOption({ label: '司法所' });
  await page.getByLabel('所在司法所').fill(name);
  await page.getByRole('option', { name }).first().click();
  await page.getByLabel('法律专业背景').selectOption({ label: '是' });
  await press(page, '保存');
  await told(page, '已新增监督工作人员');
  await page.getByRole('link', { name: /^←/ }).click();
  await page.getByRole('link', { name: '查看配备情况' }).click();
  await expect(page.getByRole('rowheader').filter({ hasText: name })).not.toContainText('缺');
});

test('two versions of a list are compared, printed, and one is copied as the basis of the next', async ({
  page,
  shellKind,
  savedFile,
}) => {
  await firstRun(page, { samples: true });
  await visit(page, '权责清单');
  await page.getByRole('main').getByRole('link', { name: '两版对照' }).click();
  await expect(page.getByRole('heading', { name: '权责清单两版对照', level: 1 })).toBeVisible();
  const counts = page.getByRole('status').filter({ hasText: /^新增\d+项，变动\d+项，取消\d+项，未变\d+项。$/ });
  await expect(counts).toBeVisible();
  expect(await counts.textContent()).not.toMatch(/新增0项，变动0项/);
  await expect(page.getByRole('combobox', { name: '对照后' }).locator('option:checked')).toContainText('现行');
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  const shown = (await counts.textContent()) ?? '';
  await press(page, '打印对照表');
  await expect.poll(() => paperText(page)).toContain(shown);
  if (shellKind === 'desktop') {
    const file = await savedFile(() => press(page, '存为PDF'));
    expect((await pdfPages(file.path)).join('').replace(/\s/g, '')).toContain(shown);
  }
  await page.getByRole('button', { name: '关闭', exact: true }).click();

  await page.getByRole('main').getByRole('link', { name: '清单版本' }).click();
  await openFirst(page);
  await expect(page.getByText('现行', { exact: true })).toBeVisible();
  await press(page, '以本版为基础新建一版…');
  const dialog = page.getByRole('dialog', { name: '以本版为基础新建一版' });
  await dialog.getByLabel('版本名称').fill('安澜县行政执法协调监督权责清单（2027年版）');
  await dialog.getByRole('button', { name: /^新建并复制\d+条事项$/ }).click();
  await told(page, /^已新建一版，复制事项\d+条/);
  await expect(page.getByRole('heading', { name: /2027年版/, level: 1 })).toBeVisible();
  await expect(page.getByText(/今天施行的不是这一版/)).toBeVisible();
  await visit(page, '清单版本');
  await page.getByRole('main').getByRole('link', { name: '两版对照' }).click();
  await page
    .getByRole('combobox', { name: '对照后' })
    .selectOption({ label: '【拟定中】安澜县行政执法协调监督权责清单（2027年版）（未定施行日期）' });
  await page.getByRole('combobox', { name: '对照前' }).selectOption({ index: 1 });
  await expect(counts).toContainText('新增0项，变动0项，取消0项');
});
