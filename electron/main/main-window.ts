import { BrowserWindow, dialog, screen } from 'electron';
import { pageAddress } from './origin';
import { installContextMenu } from './menu';
import type { SettingsKeeper } from './settings';
import { assertWebPreferences, windowPreferences } from './web-preferences';
import { rememberWindow, smallest, windowBounds } from './window-state';
import { applyZoom } from './zoom';

function screenAreas(): Electron.Rectangle[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id);
  return [main, ...others].map((display) => display.workArea);
}

/** Asks before a window with unsaved input is closed: without this Electron would silently not close it. */
function askBeforeLeaving(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: '有填写的内容还没有保存，确定离开吗？',
      buttons: ['离开，不保存', '留下'],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    if (choice === 0) event.preventDefault();
  });
}

/** Offers to load the page again when its process has died; what was saved is in the database. */
function surviveCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    console.error(`page process gone: ${details.reason}`);
    void dialog
      .showMessageBox(window, {
        type: 'error',
        message: '窗口意外中断。已经保存的内容不受影响。',
        buttons: ['重新打开'],
        noLink: true,
      })
      .then(() => {
        if (!window.isDestroyed()) window.webContents.reload();
      });
  });
}

/** Brings the window to the front, wherever it stands. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/**
 * Makes the application's window.
 *
 * @param preload full path of the preload program
 * @param inspection whether the developer tools may be opened
 */
export function openMainWindow(settings: SettingsKeeper, preload: string, inspection: boolean): BrowserWindow {
  const remembered = settings.get().window;
  const window = new BrowserWindow({
    ...windowBounds(remembered, screenAreas()),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: '执法监督工作台',
    backgroundColor: '#ffffff',
    show: false,
    webPreferences: assertWebPreferences(windowPreferences(preload, inspection)),
  });
  window.once('ready-to-show', () => {
    if (remembered?.maximized === true) window.maximize();
    window.show();
  });
  window.webContents.on('did-finish-load', () => applyZoom(window.webContents, settings));
  rememberWindow(window, settings);
  askBeforeLeaving(window);
  surviveCrash(window);
  installContextMenu(window.webContents);
  void window.loadURL(pageAddress).catch(() => console.error('page: not loaded'));
  return window;
}
