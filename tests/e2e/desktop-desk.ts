import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { watchErrors } from './desk';
import { endProcessesUsing } from './processes';
import { openFolder, packagedApp, readableCopy, removeFolder } from './place';
import type { Desk, SavedFile } from './desk';

/** How the application is started in a test: the program, and the folder that holds its profile. */
export interface DesktopPlace {
  readonly folder: string;
  readonly data: string;
  readonly program: string;
  readonly env: Record<string, string>;
}

/**
 * Chromium's sandbox does not work for root, so as root the application runs as nobody, through a program that replaces
 * itself with it.
 */
async function programFor(folder: string): Promise<string> {
  if (process.getuid?.() !== 0) return packagedApp();
  const program = join(folder, 'start');
  const change = 'setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all';
  await writeFile(program, `#!/bin/sh\nexec ${change} -- '${packagedApp()}' "$@"\n`);
  await chmod(program, 0o755);
  return program;
}

/** Makes a new place for the application: data folder, home, and a folder to save into. */
export async function desktopPlace(): Promise<DesktopPlace> {
  const folder = await openFolder();
  for (const name of ['data', 'home', 'saved', 'open']) {
    await mkdir(join(folder, name));
    await chmod(join(folder, name), 0o777);
  }
  const data = join(folder, 'data');
  const env = {
    ...Object.fromEntries(
      Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    HOME: join(folder, 'home'),
    XDG_CONFIG_HOME: join(folder, 'home'),
    XDG_RUNTIME_DIR: join(folder, 'home'),
    TMPDIR: join(folder, 'home'),
    TZ: 'Asia/Shanghai',
    LANG: 'zh_CN.UTF-8',
    SUPERVISION_DESK_DATA: data,
  };
  return { folder, data, program: await programFor(folder), env };
}

/** Arguments that name the data folder in the command line, so that the processes of a place can be found. */
export function desktopArguments(place: DesktopPlace): string[] {
  return ['--disable-gpu', `--place=${place.data}`];
}

async function launch(place: DesktopPlace): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: place.program,
    args: desktopArguments(place),
    env: place.env,
    cwd: place.folder,
    chromiumSandbox: true,
    timezoneId: 'Asia/Shanghai',
  });
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
export async function startDesktopDesk(place?: DesktopPlace): Promise<Desk> {
  const at = place ?? (await desktopPlace());
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
    openFileWith: async (path) => answerOpenDialog(app, await readableCopy(path, join(at.folder, 'open'))),
    savedFile: (action) => saved(app, join(at.folder, 'saved'), action),
    async restart() {
      await app.close();
      return again();
    },
    async kill() {
      const closed = new Promise<void>((done) => app.once('close', () => done()));
      await endProcessesUsing(at.data);
      await closed;
      return again();
    },
    async end() {
      await app.close().catch(() => undefined);
      await endProcessesUsing(at.data);
      await removeFolder(at.folder);
    },
  };
}
