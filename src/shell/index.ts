import { createBrowserShell } from './browser';
import { askForNotices } from './browser-notices';
import { createElectronShell } from './electron';
import type { DesktopBridge, MenuOrder, Shell } from './contract';

export type * from './contract';

function desktopBridge(): DesktopBridge | null {
  return (globalThis as { desktop?: DesktopBridge }).desktop ?? null;
}

/** The shell of the place where the page runs: the desktop application where its bridge is there, else the browser. */
export function createShell(): Shell {
  const bridge = desktopBridge();
  return bridge === null ? createBrowserShell() : createElectronShell(bridge);
}

/**
 * Calls back with the address of a page that a clicked notice asks for; in a browser the notice goes there by itself.
 *
 * @returns a function that ends it
 */
export function onOpenPage(listener: (path: string) => void): () => void {
  return desktopBridge()?.onOpenPage(listener) ?? (() => undefined);
}

/** Asks the person, where it is a browser that shows the page, to allow notices; false where they are not allowed. */
export function allowNotices(): Promise<boolean> {
  return desktopBridge() === null ? askForNotices() : Promise.resolve(true);
}

/**
 * Calls back for orders from the native menu; a browser has none.
 *
 * @returns a function that ends it
 */
export function onMenuOrder(listener: (order: MenuOrder) => void): () => void {
  return desktopBridge()?.onMenuOrder(listener) ?? (() => undefined);
}
