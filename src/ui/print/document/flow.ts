import type { Box, Placed } from './boxes';
import { area, pitch } from './form';

/** A page under way: what stands on it and where it is filled to. */
export interface FlowPage {
  readonly placed: Placed[];
  filled: number;
}

const hair = 0.01;

/** The next row of the grid at or below a height. */
export function nextRow(y: number): number {
  return area.top + Math.ceil((y - area.top - hair) / pitch) * pitch;
}

function roomFor(page: FlowPage, box: Box): { readonly top: number; readonly fits: boolean } {
  const top = box.onGrid ? nextRow(page.filled) : page.filled;
  return { top, fits: top + box.height <= area.bottom + hair };
}

function put(page: FlowPage, box: Box, top: number): void {
  page.placed.push({ box, top });
  page.filled = top + box.height;
}

/** Takes back what must not end a page, as long as something else stays there. */
function takeBack(page: FlowPage): Box[] {
  const moved: Box[] = [];
  while (page.placed.length > 1 && page.placed.at(-1)?.box.withNext === true) {
    const last = page.placed.pop();
    if (last) moved.unshift(last.box);
  }
  return moved;
}

function openPage(pages: FlowPage[], before: FlowPage): FlowPage {
  const page: FlowPage = { placed: [], filled: area.top };
  const moved = takeBack(before);
  pages.push(page);
  for (const box of moved) put(page, box, roomFor(page, box).top);
  return page;
}

/**
 * Lets boxes flow down pages.
 *
 * @param boxes in reading order
 * @param start where the first page's text begins
 * @param breakAt index of a box that begins a page of its own; null for none
 */
export function flow(boxes: readonly Box[], start: number, breakAt: number | null): FlowPage[] {
  let page: FlowPage = { placed: [], filled: start };
  const pages = [page];
  boxes.forEach((whole, at) => {
    if (at === breakAt) page = openPage(pages, page);
    let box: Box | null = whole;
    while (box !== null) {
      const { top, fits } = roomFor(page, box);
      if (box.kind === 'blank' && (!fits || (page.placed.length === 0 && pages.length > 1))) {
        if (!fits) page.filled = area.bottom;
        return;
      }
      if (fits) {
        put(page, box, top);
        return;
      }
      const parts: readonly [Box, Box] | null = box.divide?.(area.bottom - top) ?? null;
      if (parts) put(page, parts[0], top);
      // What is higher than a whole page and cannot be divided is printed all the same.
      else if (page.placed.length === 0 && page.filled <= area.top + hair) {
        put(page, box, top);
        return;
      }
      box = parts ? parts[1] : box;
      page = openPage(pages, page);
      if (box.heading && page.placed.length === 0) put(page, box.heading, roomFor(page, box.heading).top);
    }
  });
  return pages;
}

/** How far the lines of a page may be drawn apart or together, as shares of their pitch. */
const range = { widest: 1.16, closest: 0.93 } as const;

/** The page with its lines set at another pitch from the first one on; pages with tables are left alone, and give null. */
function atPitch(page: FlowPage, factor: number): FlowPage | null {
  const first = page.placed[0];
  const last = page.placed.at(-1);
  if (!first || !last || page.placed.some(({ box }) => box.kind === 'row')) return null;
  const placed = page.placed.map(({ box, top }) => ({ box, top: first.top + (top - first.top) * factor }));
  return { placed, filled: first.top + (last.top - first.top + last.box.height) * factor };
}

/**
 * Draws the lines of a page apart so that they fill the type area, where its last ones went to the next page with the
 * signature: 可以采取调整行距、字距的措施解决 (GB/T 9704-2012, 7.3.5.4). Left as it is where that would be too much.
 */
export function spread(page: FlowPage): FlowPage {
  const first = page.placed[0];
  const last = page.placed.at(-1);
  if (!first || !last || first === last) return page;
  const factor = (area.bottom - last.box.height - first.top) / (last.top - first.top);
  return factor > 1 && factor <= range.widest ? (atPitch(page, factor) ?? page) : page;
}

/** Draws the lines of a page a little together, so that it is filled to a height at most; null where that is too much. */
export function tighten(page: FlowPage, most: number): FlowPage | null {
  const first = page.placed[0];
  if (!first) return null;
  const factor = (most - first.top) / (page.filled - first.top);
  return factor >= range.closest && factor <= 1 ? atPitch(page, factor) : null;
}
