/**
 * Shows a popup in the top layer under its anchor (above it where there is no room), so that no scrolling box and no dialog
 * cuts it off. Where the browser has no popovers it stays where the page put it.
 */
export function showUnder(popup: HTMLElement, anchor: HTMLElement, matchWidth: boolean): void {
  if (typeof popup.showPopover !== 'function') return;
  if (!popup.matches(':popover-open')) popup.showPopover();
  const box = anchor.getBoundingClientRect();
  popup.style.left = `${box.left}px`;
  popup.style.minWidth = matchWidth ? `${box.width}px` : '';
  const below = window.innerHeight - box.bottom;
  const height = popup.offsetHeight;
  const above = below < height + 8 && box.top > below;
  popup.style.top = above ? `${Math.max(4, box.top - height - 2)}px` : `${box.bottom + 2}px`;
  const overRight = box.left + popup.offsetWidth - window.innerWidth + 4;
  if (overRight > 0) popup.style.left = `${Math.max(4, box.left - overRight)}px`;
}

/** Takes a popup away. */
export function hidePopup(popup: HTMLElement): void {
  if (typeof popup.hidePopover === 'function' && popup.matches(':popover-open')) popup.hidePopover();
}
