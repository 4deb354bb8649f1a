import { expect } from '@playwright/test';
import { test } from './fixtures';
import { firstRun, scrollsSideways, violations, visit } from './frame-steps';
import { told } from './register-steps';

const notice = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假，共1天。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。10月9日（周六）上班。`;

test('a deadline is computed with its reasons, and a year is estimated until its notice is entered', async ({
  page,
}) => {
  await firstRun(page);
  await visit(page, '工作日历');
  await expect(page.getByRole('heading', { name: '工作日历', level: 1 })).toBeVisible();
  const calculator = page.getByRole('region', { name: '期限测算' });
  await calculator.getByLabel('起算', { exact: true }).selectOption('送达');
  await calculator.getByLabel('起算日').fill('2026年9月28日');
  await calculator.getByLabel('数量').fill('30');
  await calculator.getByLabel('数量').press('Tab');
  await expect(calculator.getByRole('status')).toContainText('2026年11月13日');
  await expect(calculator.getByRole('status')).toContainText(
    '10月1日至7日国庆节放假不计，10月10日（周六）补班计入，其余周六、周日不计，第30个工作日为11月13日（周五）',
  );
  await calculator.getByLabel('按规定').selectOption('行政处罚案件：作出行政处罚决定');
  await expect(calculator).toContainText('行政处罚法第六十条');
  await calculator.getByLabel('起算日').fill('2026-12-01');
  await calculator.getByLabel('起算日').press('Tab');
  await expect(calculator.getByRole('status')).toContainText('2027年的放假安排尚未登记');
  await expect(calculator.getByText('暂估', { exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  await page.getByRole('button', { name: '登记放假通知…' }).click();
  const dialog = page.getByRole('dialog', { name: '登记放假通知' });
  await dialog.getByLabel('国务院办公厅放假通知全文').fill(notice.replace('共7天', '共8天'));
  await expect(dialog.getByText('“春节”写明共8天，读到的起止是7天，请核对文字')).toBeVisible();
  await expect(dialog.getByRole('button', { name: '登记', exact: true })).toBeDisabled();
  await dialog.getByLabel('国务院办公厅放假通知全文').fill(notice);
  await expect(dialog.getByRole('row')).toHaveCount(10);
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  const news = await told(page, '已登记2027年放假安排');
  await expect(page.getByRole('heading', { name: '2027年', exact: true })).toBeVisible();
  await expect(calculator.getByText('暂估', { exact: true })).toHaveCount(0);
  await news.getByRole('button', { name: '撤销' }).click();
  await expect(calculator.getByText('暂估', { exact: true })).toBeVisible();
  await expect(page.getByText('2027年的放假安排还没有登记', { exact: false })).toBeVisible();
});
