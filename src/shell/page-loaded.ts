/** What a person is told when {@link pageLoaded} says no. */
export const notLoaded =
  '打印用的字体、样式或图片没有载入，没有打印。请再试一次；仍不行时请重新安装本软件，数据不受影响。';

/**
 * Waits until all that a page to print needs is there, and tells whether it is: its style sheets, pictures and fonts. A
 * font that is declared but not used stays unread, which is right; one that text needs must be loaded, and none may have
 * failed.
 *
 * The desktop's main process sends the source of this function into its print window: it uses nothing outside itself.
 * The ready promise of a page's fonts will not do: nobody settles it in a window that is never shown.
 *
 * @param page its load event has come
 * @returns false where a style sheet, a picture or a font is broken or not there
 */
export async function pageLoaded(page: Document): Promise<boolean> {
  // Addresses of the application's own; whatever else a page may name is refused by its policy.
  const sheets = [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"][href^="/"]')];
  if (!sheets.every((link) => link.sheet !== null)) return false;
  const pictures = [...page.images];
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  if (!pictures.every((picture) => picture.naturalWidth > 0)) return false;

  for (;;) {
    // Layout asks for the fonts that text needs; for the next of a stack only when the one before it is there.
    page.body.getBoundingClientRect();
    const loading = [...page.fonts].filter((face) => face.status === 'loading');
    if (loading.length === 0) break;
    await Promise.all(loading.map((face) => face.loaded.catch(() => undefined)));
  }

  const faces = [...page.fonts];
  if (faces.length === 0) return true;
  if (faces.some((face) => face.status === 'error')) return false;
  const bare = (family: string): string => family.trim().replace(/^['"]|['"]$/g, '');
  const declared = new Set(faces.map((face) => bare(face.family)));
  const loaded = new Set(faces.filter((face) => face.status === 'loaded').map((face) => bare(face.family)));
  for (const element of page.querySelectorAll<HTMLElement>('body, body *')) {
    const printed = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== '');
    if (!printed || element.getClientRects().length === 0) continue;
    const first = bare(getComputedStyle(element).fontFamily.split(',')[0] ?? '');
    if (declared.has(first) && !loaded.has(first)) return false;
  }
  return true;
}
