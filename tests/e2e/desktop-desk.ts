import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { watchErrors } from './desk';
import { desktopPlace, endPlace, programArguments, programEnvironment, startProgram } from './desktop-place';
import type { DesktopPlace } from './desktop-place';
import { endProcessesUsing } from './processes';
import { readableCopy } from './place';
import type { Desk, SavedFile } from './desk';

const launches = 3;

/**
 * Starts the program under the driver. Now and then the driver's two debuggers, both connected, wait for each other; the
 * program is then started anew. One that does not start by itself fails every time and thus the test.
 */
async function launch(place: DesktopPlace, left = launches): Promise<ElectronApplication> {
  try {
    return await _electron.launch({
      executablePath: place.starter,
      args: programArguments(place),
      env: programEnvironment(place),
      cwd: place.folder,
      chromiumSandbox: true,
      timezoneId: 'Asia/Shanghai',
      timeout: 60_000,
    });
  } catch (error) {
    endProcessesUsing(place.data);
    if (left <= 1) throw error;
    return launch(place, left - 1);
  }
}

async function answerOpenDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    const original = dialog.showOpenDialog;
    dialog.showOpenDialog = () => {
      dialog.showOpenDialog = original;
      return Promise.resolve({ canceled: false, filePaths: [file] });
    };
  }, path);
}

/** Answers the next save dialog with the name it proposes, in the place's own folder, and tells what was saved. */
async function saved(app: ElectronApplication, folder: string, action: () => Promise<unknown>): Promise<SavedFile> {
  const chosen = await app.evaluateHandle(
    ({ dialog }, target) =>
      Promise.resolve({
        path: new Promise<string>((tell) => {
          const original = dialog.showSaveDialog;
          dialog.showSaveDialog = (...args: unknown[]) => {
            dialog.showSaveDialog = original;
            const { defaultPath = 'file' } = (args.at(-1) ?? {}) as { defaultPath?: string };
            const filePath = `${target}/${defaultPath.split(/[\\/]/).at(-1) ?? 'file'}`;
            tell(filePath);
            return Promise.resolve({ canceled: false, filePath });
          };
        }),
      }),
    folder,
  );
  await action();
  const path = await chosen.evaluate((answer) => answer.path);
  // The file appears under its name only when it is whole.
  await expect
    .poll(
      () =>
        stat(path).then(
          () => true,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
  return { name: path.slice(folder.length + 1), path, bytes: await readFile(path) };
}

/** Starts the packaged application on a new profile. */
export async function startDesktopDesk(): Promise<Desk> {
  const at = await desktopPlace();
  const errors: string[] = [];
  let app = await launch(at);
  const open = async (): Promise<Page> => {
    const page = await app.firstWindow();
    watchErrors(page, errors);
    await page.waitForLoadState('domcontentloaded');
    return page;
  };
  let page = await open();
  const again = async (): Promise<Page> => {
    app = await launch(at);
    page = await open();
    return page;
  };
  return {
    get page() {
      return page;
    },
    get app() {
      return app;
    },
    errors,
    profile: at.data,
    startSecond: () => startProgram(at),
    openFileWith: async (path) => answerOpenDialog(app, await readableCopy(path, join(at.folder, 'open'))),
    savedFile: (action) => saved(app, join(at.folder, 'saved'), action),
    async restart() {
      await app.close();
      return again();
    },
    async kill() {
      const closed = new Promise<void>((done) => app.once('close', () => done()));
      endProcessesUsing(at.data);
      await closed;
      return again();
    },
    async end() {
      // Nothing of this profile is wanted any more, and a form left open would ask before it closes.
      endProcessesUsing(at.data);
      await app.close().catch(() => undefined);
      await endPlace(at);
    },
  };
}
