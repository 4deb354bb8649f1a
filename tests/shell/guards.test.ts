import { describe, expect, it } from 'vitest';
import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { guardNavigation } from '../../electron/main/navigation';
import { isRequestAllowed } from '../../electron/main/network';
import { isPermitted } from '../../electron/main/permissions';
import { assertWebPreferences, windowPreferences } from '../../electron/main/web-preferences';

describe('web preferences', () => {
  it('pass as the program makes them', () => {
    expect(() => assertWebPreferences(windowPreferences('/x/preload.cjs', false))).not.toThrow();
    expect(windowPreferences(null, false).devTools).toBe(false);
  });

  it.each([
    { contextIsolation: false },
    { sandbox: false },
    { nodeIntegration: true },
    { nodeIntegrationInSubFrames: true },
    { nodeIntegrationInWorker: true },
    { webviewTag: true },
    { webSecurity: false },
    { allowRunningInsecureContent: true },
    { experimentalFeatures: true },
    { enableBlinkFeatures: 'X' },
    { additionalArguments: ['--x'] },
    { sandbox: undefined },
  ])('stop the program where loosened: %o', (loosened) => {
    const preferences = { ...windowPreferences('/x/preload.cjs', false), ...loosened };
    expect(() => assertWebPreferences(preferences as Electron.WebPreferences)).toThrow(/web preference/);
  });
});

describe('permissions', () => {
  it('are denied unless the table has them', () => {
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'openExternal',
      'clipboard-read',
      'usb',
    ]) {
      expect(isPermitted(permission)).toBe(false);
    }
    expect(isPermitted('clipboard-sanitized-write')).toBe(true);
  });
});

describe('requests', () => {
  it.each([
    'http://127.0.0.1:8080/',
    'https://update.example/',
    'ws://127.0.0.1:1/',
    'file:///etc/passwd',
    'app://other/',
    'blob:https://evil.example/1',
    'devtools://devtools/bundled/inspector.html',
    'chrome-extension://x/',
    'https://evil.example/app://bureau/',
  ])('%s does not leave', (address) => {
    expect(isRequestAllowed(address, false)).toBe(false);
  });

  it.each(['app://bureau/index.html', 'data:image/png;base64,', 'blob:app://bureau/1'])(
    '%s is let through',
    (address) => {
      expect(isRequestAllowed(address, false)).toBe(true);
    },
  );

  it('of the developer tools go through in builds for tests only', () => {
    expect(isRequestAllowed('devtools://devtools/x', true)).toBe(true);
  });
});

/** Web contents as far as the guard touches them. */
function fakeContents(address: string): {
  contents: WebContents;
  ask: (name: string, event: object) => boolean;
  open: () => unknown;
} {
  const emitter = new EventEmitter();
  let handler: (details: unknown) => unknown = () => undefined;
  const fake = Object.assign(emitter, {
    getURL: () => address,
    setWindowOpenHandler: (given: typeof handler) => {
      handler = given;
    },
  });
  return {
    contents: fake as unknown as WebContents,
    ask(name, event) {
      let prevented = false;
      emitter.emit(name, { ...event, preventDefault: () => (prevented = true) });
      return prevented;
    },
    open: () => handler({ url: 'https://evil.example/' }),
  };
}

describe('navigation', () => {
  it('only loads the page itself again', () => {
    const page = fakeContents('app://bureau/#/backup');
    guardNavigation(page.contents);
    expect(page.ask('will-navigate', { url: 'app://bureau/' })).toBe(false);
    expect(page.ask('will-navigate', { url: 'https://evil.example/' })).toBe(true);
    expect(page.ask('will-navigate', { url: 'app://bureau/print/x' })).toBe(true);
    expect(page.ask('will-redirect', { url: 'app://bureau/' })).toBe(true);
    expect(page.ask('will-attach-webview', {})).toBe(true);
    expect(page.ask('will-frame-navigate', { url: 'app://bureau/', isMainFrame: false })).toBe(true);
    expect(page.open()).toEqual({ action: 'deny' });
  });

  it('never turns a print window into the page', () => {
    const print = fakeContents('app://bureau/print/x');
    guardNavigation(print.contents);
    expect(print.ask('will-navigate', { url: 'app://bureau/' })).toBe(true);
  });
});
