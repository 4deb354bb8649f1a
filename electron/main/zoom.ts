import type { WebContents } from 'electron';
import type { SettingsKeeper } from './settings';

/** Steps of the zoom in percent. */
export const zoomSteps: readonly number[] = [80, 90, 100, 110, 125, 150, 175, 200];

/** The next step in a direction; the last one stays. */
export function nextZoom(percent: number, direction: 1 | -1): number {
  const further = zoomSteps.filter((step) => (direction === 1 ? step > percent : step < percent));
  return (direction === 1 ? further[0] : further.at(-1)) ?? percent;
}

/** Shows the page at the remembered zoom. */
export function applyZoom(contents: WebContents, settings: SettingsKeeper): void {
  contents.setZoomFactor(settings.get().zoom / 100);
}

/** Sets the zoom and remembers it. */
export async function setZoom(contents: WebContents, settings: SettingsKeeper, percent: number): Promise<void> {
  const written = settings.change({ zoom: percent });
  applyZoom(contents, settings);
  await written;
}
