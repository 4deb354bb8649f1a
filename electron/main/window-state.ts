import type { BrowserWindow, Rectangle } from 'electron';
import type { Settings, SettingsKeeper } from './settings';

/** Smallest window in which every page can be used. */
export const smallest = { width: 1024, height: 640 } as const;

const usual = { width: 1366, height: 768 } as const;

/** How much of the title bar must be on a screen, in points, so that the window can be reached. */
const reachable = 100;

/**
 * Place and size for the window: the remembered ones where they can be seen on a screen that is there now.
 *
 * @param areas usable areas of the screens, the main one first
 */
export function windowBounds(remembered: Settings['window'], areas: readonly Rectangle[]): Partial<Rectangle> {
  const main = areas[0] ?? { x: 0, y: 0, ...usual };
  const size = (width: number, height: number, area: Rectangle): { width: number; height: number } => ({
    width: Math.min(Math.max(width, smallest.width), area.width),
    height: Math.min(Math.max(height, smallest.height), area.height),
  });
  if (remembered === null) return size(usual.width, usual.height, main);
  const screen = areas.find(
    (area) =>
      remembered.x + remembered.width >= area.x + reachable &&
      remembered.x <= area.x + area.width - reachable &&
      remembered.y >= area.y &&
      remembered.y <= area.y + area.height - reachable,
  );
  if (screen === undefined) return size(remembered.width, remembered.height, main);
  return { x: remembered.x, y: remembered.y, ...size(remembered.width, remembered.height, screen) };
}

/** Remembers place and size of a window: a moment after each change, and when it is closed. */
export function rememberWindow(window: BrowserWindow, settings: SettingsKeeper): void {
  let timer: NodeJS.Timeout | undefined;
  const remember = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    void settings.change({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(remember, 400);
  };
  for (const change of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(change as 'resize', soon);
  window.on('close', remember);
}
