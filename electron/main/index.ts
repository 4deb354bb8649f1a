import { app, BrowserWindow, dialog, ipcMain, session, shell } from 'electron';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { menuChannel, shellChannel } from '../../src/shell/contract';
import { testBuild } from './build-kind';
import { dataFolder, useDataFolder } from './data-folder';
import type { DataFolder } from './data-folder';
import { endAfter } from './ending';
import { createGate } from './gate';
import { bringForward, openMainWindow } from './main-window';
import { installMenu } from './menu';
import { programIdentity } from './notices';
import { guardAllNavigation } from './navigation';
import { guardNetwork, silenceChromium } from './network';
import { guardPermissions } from './permissions';
import { registerPageScheme, servePage, servePrintJobs } from './protocol';
import { refusals, refuseToStart } from './refuse';
import { openSettings } from './settings';
import { clearUnfinished } from './snapshots';
import { openStamp } from './stamp-keeper';
import { readStamp, refusal } from './stamp';
import type { Runtime, Stamp } from './stamp';
import { createVerbs } from './verbs';
import { nextZoom, setZoom } from './zoom';

// The order of this file matters: the stamp is read before anything can open Chromium's profile or take its lock.

const runtime: Runtime = { program: app.getVersion(), chromium: Number.parseInt(process.versions.chrome, 10) };
const folder = dataFolder(app.getPath('appData'), testBuild ? process.env['SUPERVISION_DESK_DATA'] : undefined);
const stamp = readStamp(folder.root);
const refused = refusal(stamp, runtime);

if (refused === null) startOnce(folder, stamp);
else refuseToStart(app, refused, refusals.newerData);

/** Makes the data folder; false where it is not one that can be written. */
function makeFolder(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function startOnce(at: DataFolder, before: Stamp | null): void {
  if (!makeFolder(at.root)) {
    const sentence = `不能写入数据文件夹：${at.root}。请检查它的权限和磁盘，或联系管理员，然后重新打开程序。`;
    refuseToStart(app, sentence, refusals.unwritable);
    return;
  }
  useDataFolder(app, at);
  // A second start only brings the first one's window to the front: two processes must not open one profile.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.setAppUserModelId(programIdentity);
  silenceChromium(app);
  registerPageScheme();
  guardAllNavigation(app);
  app.enableSandbox();
  app.on('window-all-closed', () => app.quit());
  void app
    .whenReady()
    .then(() => start(at, before))
    .catch((error: unknown) => {
      console.error(`start: ${error instanceof Error ? error.name : 'unknown'}`);
      dialog.showErrorBox('执法监督工作台', `程序没有启动成功。请确认可以写入数据文件夹：${at.root}`);
      app.exit(1);
    });
}

async function start(at: DataFolder, before: Stamp | null): Promise<void> {
  const stampKeeper = await openStamp(at.root, before, runtime);
  await clearUnfinished(at.copies);
  const settings = openSettings(at.root);
  endAfter(app, () => Promise.all([settings.settled(), stampKeeper.settled()]));
  const inspection = testBuild || !app.isPackaged;
  const pageFolder = join(__dirname, '../page');
  const press = { session: session.fromPartition('print'), jobs: new Map<string, string>() };
  for (const each of [session.defaultSession, press.session]) {
    guardPermissions(each);
    guardNetwork(each, inspection);
  }
  servePage(session.defaultSession, pageFolder);
  servePrintJobs(press.session, press.jobs, pageFolder);

  const window = openMainWindow(settings, join(__dirname, 'preload.cjs'), inspection);
  const verbs = createVerbs({
    window: () => window,
    folder: at,
    settings,
    stamp: stampKeeper,
    press,
    version: runtime.program,
  });
  const gate = createGate(verbs, () => (window.isDestroyed() ? null : window.webContents));
  ipcMain.handle(shellChannel, (event, verb: unknown, request: unknown) => gate(event, verb, request));

  installMenu({
    order: (order) => window.webContents.send(menuChannel, order),
    zoom: (direction) => {
      const percent = direction === 0 ? 100 : nextZoom(settings.get().zoom, direction);
      void setZoom(window.webContents, settings, percent);
    },
    openCopies: () => {
      mkdirSync(at.copies, { recursive: true });
      void shell.openPath(at.copies);
    },
    about: () => {
      const detail = `版本 ${runtime.program}\n数据文件夹：${at.root}`;
      void dialog.showMessageBox(window, { type: 'info', message: '执法监督工作台', detail, buttons: ['确定'] });
    },
  });
  app.on('second-instance', () => bringForward(window));
  // Print windows must not keep the program alive when the person has closed it.
  window.on('closed', () => {
    for (const other of BrowserWindow.getAllWindows()) other.destroy();
  });
}
