import { expect, test } from './fixtures';
import { firstRun, scrollsSideways, violations, visit } from './frame-steps';
import { press, rowOf } from './register-steps';

// The accessibility check tries to look into the preview's frame, which lets no script in.
test.use({ expectedErrors: /^Blocked script execution in 'about:srcdoc'/ });

test('everything about one body stands on one page, reached from the register and from its findings', async ({
  page,
}) => {
  await firstRun(page, { samples: true });
  await visit(page, '执法主体');
  await rowOf(page, '安澜县市场监督管理局').first().getByRole('checkbox').check();
  await press(page, '监督档案');
  await expect(page.getByRole('heading', { name: '安澜县市场监督管理局', exact: true })).toBeVisible();
  await expect(page.getByRole('list', { name: '关键数字' })).toBeVisible();
  await expect(page.getByRole('table', { name: '历年情况' }).getByRole('row')).not.toHaveCount(1);
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  for (const [tab, part] of [
    ['执法人员', '执法人员'],
    ['监督检查', '监督检查'],
    ['监督文书', '监督文书'],
    ['案卷评查', '评查案卷'],
    ['投诉举报', '外部反映的问题'],
    ['权责清单', '权责清单'],
    ['问题整改', '问题整改'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('region', { name: part, exact: true })).toBeVisible();
    expect(await scrollsSideways(page)).toBe(false);
  }
  const findings = page.getByRole('table', { name: '问题整改' });
  await expect(findings.getByRole('row').nth(1)).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await press(page, '打印监督档案');
  const paper = page.getByRole('dialog', { name: '打印监督档案' });
  await expect(
    paper.frameLocator('iframe').getByRole('heading', { name: '安澜县市场监督管理局监督档案' }),
  ).toBeVisible();
  await paper.getByRole('button', { name: '关闭' }).last().click();

  // A record names its body, and the name leads back.
  await findings.getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: '问题情况' })).toBeVisible();
  await page.getByRole('link', { name: '安澜县市场监督管理局', exact: true }).first().click();
  await expect(page.getByRole('list', { name: '关键数字' })).toBeVisible();

  await page.getByRole('tab', { name: '问题整改' }).click();
  const total = await page
    .getByRole('region', { name: '问题整改' })
    .getByText(/^共\d+条$/)
    .innerText();
  await page.getByRole('link', { name: '在登记簿中查看全部' }).click();
  await expect(page.getByText(new RegExp(`共 ${total.replace(/\D/g, '')} 条`))).toBeVisible();
});
