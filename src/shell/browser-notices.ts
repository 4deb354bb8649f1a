import type { ShellAnswer, ShellRequest } from './contract';

/** Whether this browser knows notices and the person allowed them. */
function areAllowed(): boolean {
  return typeof Notification !== 'undefined' && Notification.permission === 'granted';
}

/** Asks the person to allow notices; to be called out of a click. */
export async function askForNotices(): Promise<boolean> {
  if (typeof Notification === 'undefined') return false;
  return areAllowed() || (await Notification.requestPermission()) === 'granted';
}

/** Shows a notice where it is allowed; a click on it comes back to this page and opens the address. Never asks. */
export function notify({ title, body, path }: ShellRequest<'notify'>): ShellAnswer<'notify'> {
  if (!areAllowed()) return { ok: true, value: { shown: false } };
  const notice = new Notification(title, { body });
  notice.addEventListener('click', () => {
    window.focus();
    window.location.hash = path;
    notice.close();
  });
  return { ok: true, value: { shown: true } };
}
