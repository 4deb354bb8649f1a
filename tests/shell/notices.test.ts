// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { notify, programIdentity } from '../../electron/main/notices';
import { askForNotices } from '../../src/shell/browser-notices';
import { createBrowserShell } from '../../src/shell/browser';
import { pageChannel } from '../../src/shell/contract';

type Listener = () => void;

/** Notices of the system, as Electron gives them. */
const system = vi.hoisted(() => {
  const made: { readonly options: object; readonly listeners: Map<string, () => void>; shown: boolean }[] = [];
  return { made, supported: true };
});

vi.mock('electron', () => ({
  Notification: class {
    static isSupported(): boolean {
      return system.supported;
    }
    readonly notice;
    constructor(options: object) {
      this.notice = { options, listeners: new Map<string, Listener>(), shown: false };
      system.made.push(this.notice);
    }
    on(event: string, listener: Listener): void {
      this.notice.listeners.set(event, listener);
    }
    show(): void {
      this.notice.shown = true;
    }
    close(): void {
      this.notice.shown = false;
    }
  },
}));

const request = { title: '今天的期限提醒', body: '逾期3项。', path: '/deadlines?level=overdue' };

function someWindow() {
  const done: unknown[] = [];
  const window = {
    isDestroyed: () => false,
    isMinimized: () => true,
    restore: () => done.push('restore'),
    show: () => done.push('show'),
    focus: () => done.push('focus'),
    webContents: { send: (...sent: unknown[]) => done.push(sent) },
  };
  return { done, window: () => window as unknown as BrowserWindow };
}

beforeEach(() => {
  system.made.length = 0;
  system.supported = true;
});

describe('a notice of the desktop', () => {
  it('is shown, and its click brings the window forward and opens the page', () => {
    const { done, window } = someWindow();
    expect(notify(window, request)).toEqual({ ok: true, value: { shown: true } });
    const [notice] = system.made;
    expect(notice).toMatchObject({ options: { title: request.title, body: request.body }, shown: true });
    notice?.listeners.get('click')?.();
    expect(done).toEqual(['restore', 'show', 'focus', [pageChannel, request.path]]);
  });

  it('is left out where the system has none', () => {
    system.supported = false;
    expect(notify(someWindow().window, request)).toEqual({ ok: true, value: { shown: false } });
    expect(system.made).toEqual([]);
  });

  it('says nothing in the log of what it was about', () => {
    const logged = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    notify(someWindow().window, request);
    system.made[0]?.listeners.get('failed')?.();
    expect(JSON.stringify(logged.mock.calls)).not.toContain('期限');
    logged.mockRestore();
  });

  it('keeps ten at most on the screen', () => {
    for (let count = 0; count < 14; count += 1) notify(someWindow().window, request);
    expect(system.made.filter((notice) => notice.shown).length).toBe(10);
    for (const notice of system.made) notice.listeners.get('close')?.();
  });

  it('bears the identity under which the program is installed', () => {
    const packaging = readFileSync('build/electron-builder.config.mjs', 'utf8');
    expect(packaging).toContain(`appId: '${programIdentity}'`);
  });
});

describe('a notice of a browser', () => {
  const clicked: Listener[] = [];
  function allow(permission: NotificationPermission, answer: NotificationPermission = permission): void {
    const Notice = class {
      static readonly permission = permission;
      static readonly requestPermission = () => Promise.resolve(answer);
      addEventListener(_event: string, listener: Listener): void {
        clicked.push(listener);
      }
      close(): void {
        clicked.length = 0;
      }
    };
    vi.stubGlobal('Notification', Notice);
  }
  afterEach(() => {
    vi.unstubAllGlobals();
    clicked.length = 0;
    window.location.hash = '';
  });

  it('is shown where the person allowed it, and leads to its page', async () => {
    allow('granted');
    expect(await createBrowserShell().notify(request)).toEqual({ ok: true, value: { shown: true } });
    clicked[0]?.();
    expect(window.location.hash).toBe(`#${request.path}`);
  });

  it('is left out where it was not allowed, without asking', async () => {
    allow('default', 'granted');
    expect(await createBrowserShell().notify(request)).toEqual({ ok: true, value: { shown: false } });
    vi.stubGlobal('Notification', undefined);
    expect(await createBrowserShell().notify(request)).toEqual({ ok: true, value: { shown: false } });
  });

  it('is asked for when the person switches notices on', async () => {
    allow('default', 'granted');
    expect(await askForNotices()).toBe(true);
    allow('denied');
    expect(await askForNotices()).toBe(false);
  });
});
