import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** The bureau of the tests; invented. */
export const bureau = {
  name: '安澜县司法局',
  issuerCode: '安司',
  divisionCode: '320799',
  person: '王敏',
} as const;

/** Fills in the first run and waits for the home page. */
export async function firstRun(page: Page, options: { readonly samples?: boolean } = {}): Promise<void> {
  await page.getByLabel('单位全称').fill(bureau.name);
  await page.getByLabel('发文机关代字').fill(bureau.issuerCode);
  await page.getByLabel('行政区划代码').fill(bureau.divisionCode);
  await page.getByLabel('经办人').fill(bureau.person);
  if (options.samples) await page.getByLabel('同时放入示例数据').check();
  await page.getByRole('button', { name: '开始使用' }).click();
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible();
}

/** Goes to a page through the navigation. */
export async function visit(page: Page, entry: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: entry }).click();
}

/** The digest of all data as the backup page shows it. */
export async function digestOf(page: Page): Promise<string> {
  await visit(page, '备份与恢复');
  await page.getByRole('button', { name: '计算数据摘要' }).click();
  const digest = page.getByLabel('数据摘要值');
  await expect(digest).toHaveText(/^[0-9a-f ]{60,}$/);
  return (await digest.textContent()) ?? '';
}

/** Waits until nothing fades or slides any more: half-faded text has no contrast to judge. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter((each) => each.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map((each) => each.finished));
  });
}

/** Violations of WCAG 2.1 A and AA on the page as it stands, as readable lines. */
export async function violations(page: Page): Promise<readonly string[]> {
  await settled(page);
  // The other mode opens a blank page for its report, which the desktop application refuses.
  const found = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`));
}

/** Whether something is wider than the window. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const boxes = [document.documentElement, ...document.querySelectorAll('main, nav, header')];
    return boxes.some((box) => box.scrollWidth > box.clientWidth + 1);
  });
}
