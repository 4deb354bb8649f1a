/** The page's scheme and host. They name the place where Chromium keeps the bureau's data: they never change. */
export const pageScheme = 'app';
const pageHost = 'bureau';

/** Origin of the page. */
export const pageOrigin = `${pageScheme}://${pageHost}`;

/** Address of the page. */
export const pageAddress = `${pageOrigin}/`;

/**
 * Parses an address and says whether it belongs to the application. Parsed parts are compared, never pieces of text: an
 * address can hold ours anywhere inside.
 */
export function isOurs(address: string): boolean {
  const url = parse(address);
  return url !== null && belongs(url);
}

/** Whether an address is the page itself, whatever its fragment: what a reload may load. */
export function isPage(address: string): boolean {
  const url = parse(address);
  return url !== null && belongs(url) && (url.pathname === '/' || url.pathname === '/index.html') && url.search === '';
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

function belongs(url: URL): boolean {
  return url.protocol === `${pageScheme}:` && url.host === pageHost && url.username === '' && url.password === '';
}
