import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { watchErrors } from './desk';
import { endProcessesUsing } from './processes';
import { openFolder, removeFolder, systemChromium } from './place';
import type { Desk, SavedFile } from './desk';

async function launch(profile: string): Promise<BrowserContext> {
  const executablePath = systemChromium();
  return chromium.launchPersistentContext(profile, {
    ...(executablePath === null ? {} : { executablePath }),
    headless: true,
    acceptDownloads: true,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
}

async function saved(page: Page, action: () => Promise<unknown>, folder: string): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), action()]);
  const name = download.suggestedFilename();
  const path = join(folder, name);
  await download.saveAs(path);
  return { name, path, bytes: await readFile(path) };
}

/** Starts the browser edition in Chromium on a new profile. */
export async function startBrowserDesk(address: string): Promise<Desk> {
  const folder = await openFolder();
  const profile = join(folder, 'profile');
  const errors: string[] = [];
  let context = await launch(profile);
  const open = async (): Promise<Page> => {
    const page = context.pages()[0] ?? (await context.newPage());
    watchErrors(page, errors);
    await page.goto(address);
    return page;
  };
  let page = await open();
  const again = async (): Promise<Page> => {
    context = await launch(profile);
    page = await open();
    return page;
  };
  return {
    get page() {
      return page;
    },
    app: null,
    errors,
    profile,
    startSecond() {
      throw new Error('A browser has no program to start a second time');
    },
    openFileWith(path) {
      page.once('filechooser', (chooser) => void chooser.setFiles(path));
      return Promise.resolve();
    },
    savedFile: (action) => saved(page, action, folder),
    async restart() {
      await context.close();
      return again();
    },
    async kill() {
      const closed = new Promise((done) => context.once('close', done));
      endProcessesUsing(profile);
      await closed;
      return again();
    },
    async end() {
      await context.close();
      await removeFolder(folder);
    },
  };
}
