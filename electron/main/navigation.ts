import type { App, WebContents } from 'electron';
import { isPage } from './origin';

/** Forbids a page to become another one: no navigation, redirect, new window, frame elsewhere or webview. */
export function guardNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    // A reload of the page itself is the only navigation there is.
    if (!isPage(event.url) || !isPage(contents.getURL())) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Guards every page there is or will be. */
export function guardAllNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents));
}
