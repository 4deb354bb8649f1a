import { Notification } from 'electron';
import type { BrowserWindow } from 'electron';
import { pageChannel } from '../../src/shell/contract';
import type { ShellAnswer, ShellRequest } from '../../src/shell/contract';
import { bringForward } from './main-window';

/** By which Windows tells whose notices these are; the installer registers the same one. */
export const programIdentity = 'cn.supervision-desk';

/** Notices on the screen: without somebody who holds them their clicks may be lost. */
const shown = new Set<Notification>();
/** A person who never clears notices must not make the program grow. */
const most = 10;

function forgetOldest(): void {
  const [oldest] = shown;
  if (oldest && shown.size >= most) {
    shown.delete(oldest);
    oldest.close();
  }
}

/** Shows a notice of the system; a click on it brings the window forward and opens the page. */
export function notify(window: () => BrowserWindow, request: ShellRequest<'notify'>): ShellAnswer<'notify'> {
  if (!Notification.isSupported()) return { ok: true, value: { shown: false } };
  const { title, body, path } = request;
  const notice = new Notification({ title, body, silent: true });
  forgetOldest();
  shown.add(notice);
  notice.on('click', () => {
    shown.delete(notice);
    const target = window();
    if (target.isDestroyed()) return;
    bringForward(target);
    target.webContents.send(pageChannel, path);
  });
  notice.on('close', () => shown.delete(notice));
  notice.on('failed', () => {
    shown.delete(notice);
    console.warn('notice: not shown');
  });
  notice.show();
  return { ok: true, value: { shown: true } };
}
