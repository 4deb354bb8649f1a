import type { BrowserWindow } from 'electron';
import type { ShellAnswer } from '../../src/shell/contract';
import { freeSpace } from './disk-space';
import { failed } from './failures';
import { openFile, saveFile } from './files';
import { saveFiles } from './files-together';
import type { Verbs } from './gate';
import { notify } from './notices';
import { print, renderPdf, renderPdfs } from './printing';
import type { Press } from './printing';
import type { SettingsKeeper } from './settings';
import { listSnapshots, readSnapshot, storeSnapshot } from './snapshots';
import type { StampKeeper } from './stamp-keeper';
import { setZoom } from './zoom';
import type { DataFolder } from './data-folder';

/** Everything the verbs work with. */
export interface Desk {
  readonly window: () => BrowserWindow;
  readonly folder: DataFolder;
  readonly settings: SettingsKeeper;
  readonly stamp: StampKeeper;
  readonly press: Press;
  readonly version: string;
}

const busy = failed('refused', '已经有一个选择文件的窗口打开着，请先处理它。');

/** Lets one task run at a time; what comes meanwhile gets another answer. */
export function oneAtATime(): <T>(task: () => Promise<T>, otherwise: T) => Promise<T> {
  let running = false;
  return async (task, otherwise) => {
    if (running) return otherwise;
    running = true;
    try {
      return await task();
    } finally {
      running = false;
    }
  };
}

/** What answers each verb of the contract. */
export function createVerbs(desk: Desk): Verbs {
  const { folder, settings, stamp, press } = desk;
  const alone = oneAtATime();
  return {
    facts: async () => ({
      ok: true,
      value: {
        edition: 'desktop',
        version: desk.version,
        dataPlace: folder.root,
        canSnapshot: true,
        canSavePdf: true,
        freeBytes: await freeSpace(folder.root),
      },
    }),
    openFile: (request) => alone<ShellAnswer<'openFile'>>(() => openFile(desk.window(), request), busy),
    saveFile: (request) => alone<ShellAnswer<'saveFile'>>(() => saveFile(desk.window(), request), busy),
    saveFiles: (request) => alone<ShellAnswer<'saveFiles'>>(() => saveFiles(desk.window(), request), busy),
    storeSnapshot: ({ bytes }) => storeSnapshot(folder.copies, bytes, new Date()),
    listSnapshots: async () => ({ ok: true, value: [...(await listSnapshots(folder.copies))] }),
    readSnapshot: ({ name }) => readSnapshot(folder.copies, name),
    print: (request) => print(press, request),
    renderPdf: (request) => renderPdf(press, request),
    renderPdfs: ({ pages }) => renderPdfs(press, pages),
    notify: (request) => Promise.resolve(notify(desk.window, request)),
    setZoom: async ({ percent }) => {
      await setZoom(desk.window().webContents, settings, percent);
      return { ok: true, value: null };
    },
    getZoom: () => Promise.resolve({ ok: true, value: { percent: settings.get().zoom } }),
    recordState: (state) => stamp.recordState(state),
    lastState: () => Promise.resolve({ ok: true, value: stamp.lastState() }),
  };
}
