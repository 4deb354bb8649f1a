import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { servePage } from '../../build/scripts/serve.mjs';
import { pageFolder } from './place';
import { startBrowserDesk } from './browser-desk';
import { startDesktopDesk } from './desktop-desk';
import type { Desk, SavedFile } from './desk';

export { expect };
export type { Desk, SavedFile };

/** Which shell a project runs in. */
export interface DeskOptions {
  shellKind: 'browser' | 'desktop';
}

interface DeskFixtures {
  /** Reports desktop tests as skipped, with the reason, where no desktop runtime can be had. */
  shellIsThere: boolean;
  /** The running application on a profile of its own. */
  desk: Desk;
  /** The application's page at the start of the test; after restart() or kill() use the page they return. */
  page: Page;
  /** Answers the next open dialog with this file. Arm it before the click that opens the dialog. */
  openFileWith: Desk['openFileWith'];
  /** Runs an action that saves a file and gives what was saved. */
  savedFile: Desk['savedFile'];
  /** Quits in the ordinary way and starts again on the same profile. */
  restart: () => Promise<Page>;
  /** Kills the processes without warning and starts again on the same profile. */
  kill: () => Promise<Page>;
  /** Messages of errors the page is meant to raise in this test; any other fails it. */
  expectedErrors: RegExp | null;
}

interface DeskWorker {
  /** Address of the browser edition, one origin for all tests of a worker. */
  pageServer: string;
}

/**
 * The test of this project: written once, run in both shells.
 *
 *   test('…', async ({ page, openFileWith, savedFile, restart, kill, shellKind }) => { … });
 */
export const test = base.extend<DeskFixtures & DeskOptions, DeskWorker>({
  shellKind: ['browser', { option: true }],
  expectedErrors: [null, { option: true }],
  pageServer: [
    async ({}, use) => {
      const server = await servePage({ folder: pageFolder() });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  shellIsThere: [
    async ({ shellKind }, use, testInfo) => {
      const missing = process.env['SUPERVISION_DESK_NO_DESKTOP'];
      testInfo.skip(shellKind === 'desktop' && missing !== undefined, missing);
      await use(true);
    },
    { auto: true },
  ],
  desk: async ({ shellIsThere, shellKind, pageServer, expectedErrors }, use, testInfo) => {
    void shellIsThere;
    const desk = shellKind === 'desktop' ? await startDesktopDesk() : await startBrowserDesk(pageServer);
    try {
      await use(desk);
      if (testInfo.status !== testInfo.expectedStatus) {
        const body = await desk.page.screenshot().catch(() => null);
        if (body !== null) await testInfo.attach('window', { body, contentType: 'image/png' });
      }
    } finally {
      await desk.end();
    }
    const unexpected = desk.errors.filter((message) => expectedErrors?.test(message) !== true);
    expect(unexpected, 'errors on the page').toEqual([]);
  },
  page: async ({ desk }, use) => use(desk.page),
  openFileWith: async ({ desk }, use) => use((path) => desk.openFileWith(path)),
  savedFile: async ({ desk }, use) => use((action) => desk.savedFile(action)),
  restart: async ({ desk }, use) => use(() => desk.restart()),
  kill: async ({ desk }, use) => use(() => desk.kill()),
});
