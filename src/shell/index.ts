import { createBrowserShell } from './browser';
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
 * Calls back for orders from the native menu; a browser has none.
 *
 * @returns a function that ends it
 */
export function onMenuOrder(listener: (order: MenuOrder) => void): () => void {
  return desktopBridge()?.onMenuOrder(listener) ?? (() => undefined);
}
