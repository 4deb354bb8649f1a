import type { ElectronApplication, Page } from '@playwright/test';
import type { Program } from './desktop-place';

/** A file that the application saved. */
export interface SavedFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Buffer;
}

/** The running application, in whichever shell. */
export interface Desk {
  /** The page as it is now: another one after restart or kill. */
  readonly page: Page;
  /** The Electron application as it is now; null in the browser. */
  readonly app: ElectronApplication | null;
  /** Errors the page raised so far: uncaught ones and those on its console. */
  readonly errors: readonly string[];
  /** Folder of the browser's profile, or data folder of the desktop application. */
  readonly profile: string;
  /** Starts the desktop program a second time on the same data. */
  startSecond(): Program;
  openFileWith(path: string): Promise<void>;
  savedFile(action: () => Promise<unknown>): Promise<SavedFile>;
  restart(): Promise<Page>;
  kill(): Promise<Page>;
  end(): Promise<void>;
}

/** Collects what goes wrong on a page. */
export function watchErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
}
