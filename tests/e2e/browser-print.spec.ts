import { test } from './fixtures';
import { firstRun, visit } from './frame-steps';
import { press, told } from './register-steps';

// The broken font is told on the console.
test.use({ expectedErrors: /font|decode|OTS/i });

test('a page whose font is broken is not sent to the printer, and the person is told', async ({ page }) => {
  await firstRun(page, { samples: true });
  await page.route('**/print.css', (route) =>
    route.fulfill({
      contentType: 'text/css',
      body: "@font-face { font-family: x; src: url('/fonts/fandol-kai.woff2'); } body { font-family: x; }",
    }),
  );
  await page.route('**/fonts/fandol-kai.woff2', (route) =>
    route.fulfill({ contentType: 'font/woff2', body: 'no font' }),
  );
  await visit(page, '执法人员');
  await press(page, '打印');
  await page.getByRole('dialog', { name: '打印列表' }).getByRole('button', { name: '打印', exact: true }).click();
  await told(page, '字体');
});
