import type { DesktopBridge } from '../../src/shell/contract';
import { expect, test } from './fixtures';

type InPage = { desktop: DesktopBridge; orders: string[] };

test('a second start brings the first window forward and ends', async ({ desk }) => {
  const heard = desk.app?.evaluateHandle(({ app }) => ({
    heard: new Promise<boolean>((tell) => app.once('second-instance', () => tell(true))),
  }));
  const handle = await heard;
  const second = desk.startSecond();
  expect(await second.exit).toBe(0);
  expect(await handle?.evaluate((told) => told.heard)).toBe(true);
  expect(desk.app?.windows()).toHaveLength(1);
  const visible = await desk.app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  expect(visible).toBe(true);
});

test('window and zoom are as they were after a restart and after a kill', async ({ page, desk, restart, kill }) => {
  await page.evaluate(() => (globalThis as unknown as InPage).desktop.invoke('setZoom', { percent: 125 }));
  const bounds = { x: 40, y: 30, width: 1100, height: 700 };
  await desk.app?.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
  const now = (): Promise<unknown> | undefined =>
    desk.app?.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      return { bounds: window?.getBounds(), zoom: window?.webContents.getZoomFactor() };
    });
  await expect.poll(now).toEqual({ bounds, zoom: 1.25 });
  const again = await restart();
  await expect.poll(now).toEqual({ bounds, zoom: 1.25 });
  const answer = await again.evaluate(() => (globalThis as unknown as InPage).desktop.invoke('getZoom', null));
  expect(answer).toEqual({ ok: true, value: { percent: 125 } });
  await kill();
  await expect.poll(now).toEqual({ bounds, zoom: 1.25 });
});

test('the menu is Chinese; its orders and the pages that notices lead to reach the page', async ({ page, desk }) => {
  const labels = await desk.app?.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
  expect(labels).toEqual(['文件(&F)', '编辑(&E)', '视图(&V)', '帮助(&H)']);
  await page.evaluate(() => {
    const all = globalThis as unknown as InPage;
    all.orders = [];
    all.desktop.onMenuOrder((order) => all.orders.push(order));
    all.desktop.onOpenPage((path) => all.orders.push(path));
  });
  await desk.app?.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items[0]?.submenu?.items ?? [];
    file.find((item) => item.label === '备份…')?.click();
  });
  const orders = (): Promise<unknown> => page.evaluate(() => (globalThis as unknown as InPage).orders);
  await expect.poll(orders).toEqual(['backup']);
  await desk.app?.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('open-page', '/deadlines?level=overdue');
  });
  await expect.poll(orders).toEqual(['backup', '/deadlines?level=overdue']);
  await desk.app?.evaluate(({ Menu }) => {
    const view = Menu.getApplicationMenu()?.items[2]?.submenu?.items ?? [];
    view.find((item) => item.label === '放大')?.click();
  });
  const zoom = (): Promise<unknown> =>
    page.evaluate(() => (globalThis as unknown as InPage).desktop.invoke('getZoom', null));
  await expect.poll(zoom).toEqual({ ok: true, value: { percent: 110 } });
});
