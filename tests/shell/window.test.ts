import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from 'electron';
import { endAfter } from '../../electron/main/ending';
import { contextTemplate, menuTemplate } from '../../electron/main/menu';
import type { MenuActions } from '../../electron/main/menu';
import { pdfOptions, printOutcome } from '../../electron/main/printing';
import { openSettings, readSettings } from '../../electron/main/settings';
import { smallest, windowBounds } from '../../electron/main/window-state';
import { nextZoom, zoomSteps } from '../../electron/main/zoom';
import { menuOrders } from '../../src/shell/contract';

vi.mock('electron', () => ({}));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const screen = { x: 0, y: 0, width: 1920, height: 1040 };

describe('the window', () => {
  const remembered = { x: 100, y: 50, width: 1200, height: 700, maximized: false };

  it('opens where it was', () => {
    expect(windowBounds(remembered, [screen])).toEqual({ x: 100, y: 50, width: 1200, height: 700 });
  });

  it('comes back into sight when its screen is gone', () => {
    expect(windowBounds({ ...remembered, x: 3000 }, [screen])).toEqual({ width: 1200, height: 700 });
    expect(windowBounds({ ...remembered, x: 3000 }, [screen, { ...screen, x: 1920 }])).toMatchObject({ x: 3000 });
    expect(windowBounds({ ...remembered, y: -300 }, [screen])).not.toHaveProperty('y');
  });

  it('is never larger than the screen, nor so small that pages cannot be used', () => {
    const small = { x: 0, y: 0, width: 1366, height: 728 };
    expect(windowBounds(null, [small])).toEqual({ width: 1366, height: 728 });
    expect(windowBounds({ ...remembered, width: 10, height: 10 }, [screen])).toMatchObject(smallest);
  });
});

describe('settings', () => {
  it('are kept over a start, the last change last', async () => {
    const settings = openSettings(folder);
    expect(settings.get()).toEqual({ zoom: 100, window: null });
    await Promise.all([settings.change({ zoom: 110 }), settings.change({ zoom: 125 })]);
    expect(openSettings(folder).get().zoom).toBe(125);
    expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))).toMatchObject({ zoom: 125 });
  });

  it('fall back piece by piece where they are spoilt', () => {
    expect(readSettings('{')).toEqual({ zoom: 100, window: null });
    expect(readSettings('null')).toEqual({ zoom: 100, window: null });
    expect(readSettings('{"zoom":900,"window":{"x":1,"y":1,"width":800,"height":600,"maximized":true}}')).toEqual({
      zoom: 100,
      window: { x: 1, y: 1, width: 800, height: 600, maximized: true },
    });
    writeFileSync(join(folder, 'settings.json'), 'x');
    expect(openSettings(folder).get().zoom).toBe(100);
  });
});

describe('ending', () => {
  it('waits for the last write and then goes on by itself', async () => {
    let ask: (event: { preventDefault: () => void }) => void = () => undefined;
    let write: () => void = () => undefined;
    const quit = vi.fn();
    const app = { on: (_name: string, given: typeof ask) => (ask = given), quit } as unknown as App;
    const settled = new Promise<void>((done) => (write = done));
    endAfter(app, () => settled);
    const preventDefault = vi.fn();
    ask({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(quit).not.toHaveBeenCalled();
    write();
    await vi.waitFor(() => expect(quit).toHaveBeenCalledOnce(), { timeout: 100_000 });
    ask({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});

describe('zoom', () => {
  it('goes step by step from 80 to 200 percent and stays there', () => {
    expect([zoomSteps[0], zoomSteps.at(-1)]).toEqual([80, 200]);
    expect(nextZoom(100, 1)).toBe(110);
    expect(nextZoom(105, -1)).toBe(100);
    expect(nextZoom(200, 1)).toBe(200);
    expect(nextZoom(80, -1)).toBe(80);
  });
});

describe('the menu', () => {
  it('is Chinese throughout and reaches every order', () => {
    const orders: string[] = [];
    const nothing = (): void => undefined;
    const actions: MenuActions = {
      order: (order) => orders.push(order),
      zoom: nothing,
      openCopies: nothing,
      about: nothing,
    };
    const items = menuTemplate(actions).flatMap((menu) => [
      menu,
      ...(menu.submenu as Electron.MenuItemConstructorOptions[]),
    ]);
    for (const item of items) {
      if (item.type !== 'separator') expect(item.label).toMatch(/\p{Script=Han}/u);
      item.click?.(undefined as never, undefined as never, undefined as never);
    }
    expect([...orders].sort()).toEqual([...menuOrders].sort());
  });

  it('offers copying where something is marked, and nothing where nothing can be done', () => {
    expect(contextTemplate({ isEditable: false, selectionText: ' ' })).toEqual([]);
    expect(contextTemplate({ isEditable: false, selectionText: '甲' })).toHaveLength(1);
    expect(contextTemplate({ isEditable: true, selectionText: '' }).length).toBeGreaterThan(3);
  });
});

describe('printing', () => {
  const request = { html: '', title: '名册', paper: 'A4', landscape: true } as const;

  it('takes the paper from the page, and numbers pages by a footer only where the page cannot', () => {
    expect(pdfOptions(request, true, 131)).toMatchObject({ preferCSSPageSize: true, landscape: true, pageSize: 'A4' });
    expect(pdfOptions(request, true, 131).displayHeaderFooter).toBeUndefined();
    expect(pdfOptions(request, true, 130).footerTemplate).toContain('pageNumber');
    expect(pdfOptions(request, false, 130).footerTemplate).toBeUndefined();
  });

  it('tells a closed dialog from a failure', () => {
    expect(printOutcome(true, '')).toEqual({ ok: true, value: { printed: true } });
    expect(printOutcome(false, 'Print job canceled')).toEqual({ ok: true, value: { printed: false } });
    expect(printOutcome(false, 'Invalid printer settings')).toMatchObject({ ok: false });
  });
});
