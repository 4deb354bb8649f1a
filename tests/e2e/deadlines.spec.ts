import { expect, test } from './fixtures';
import { firstRun, scrollsSideways, violations, visit } from './frame-steps';

// The accessibility check tries to look into the preview's frame, which lets no script in.
test.use({ expectedErrors: /^Blocked script execution in 'about:srcdoc'/ });

test('the day begins with the deadlines of all registers, by level, month and day', async ({ page }) => {
  await firstRun(page, { samples: true });
  const tiles = page.getByRole('navigation', { name: '期限' });
  const overdue = tiles.getByRole('link', { name: /^逾期/ });
  await expect(overdue).toContainText('问题整改');
  await expect(page.getByRole('region', { name: '等待我局办理' }).getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('region', { name: /方案进度/ })).toContainText('项完成');
  await expect(page.getByText('正在查看')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  // From the number to the list, from the list to the record.
  const count = Number(/\d+/.exec((await overdue.textContent()) ?? '')?.[0]);
  await overdue.click();
  const list = page.getByRole('region', { name: '逾期' });
  await expect(list.getByRole('row')).toHaveCount(count + 1);
  expect(await violations(page)).toEqual([]);
  await list
    .getByRole('row', { name: /问题整改/ })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByText(/逾期\d+天/).first()).toBeVisible();

  await visit(page, '期限日历');
  const month = page.getByRole('region', { name: /^\d{4}年\d{1,2}月$/ }).first();
  await expect(month.getByRole('button', { name: /今天/ }).last()).toBeVisible();
  const due = month.getByRole('button', { name: /\d项到期$/ }).first();
  await due.click();
  await expect(due).toHaveAttribute('aria-pressed', 'true');
  await due.press('ArrowRight');
  await expect(month.getByRole('button', { pressed: true })).toBeFocused();
  await page.getByRole('button', { name: '下个月' }).click();
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  await page.getByRole('button', { name: '逾期' }).click();
  await page.getByRole('button', { name: '打印清单' }).click();
  const paper = page.getByRole('dialog', { name: '打印督办清单' });
  await expect(paper.frameLocator('iframe').getByRole('heading', { name: '行政执法监督工作督办清单' })).toBeVisible();
});
