import { saveFiles } from './browser-folder';
import { notify } from './browser-notices';
import { kindProblem, openKinds, saveKinds } from './file-kinds';
import { notLoaded, pageLoaded } from './page-loaded';
import { shellContract } from './contract';
import type { Shell, ShellAnswer, ShellFailure, ShellReply, ShellRequest, ShellVerb } from './contract';

/** Version of the program, put in by the build. */
declare const __APP_VERSION__: string;

const zoomKey = 'supervision-desk.zoom';
const stateKey = 'supervision-desk.state';

/** How long the fonts and pictures of a printed page may take to load, in milliseconds. */
const loadingPatience = 15_000;

function done<V extends ShellVerb>(value: ShellReply<V>): ShellAnswer<V> {
  return { ok: true, value };
}

function failed(code: ShellFailure['code'], message: string): { readonly ok: false; readonly error: ShellFailure } {
  return { ok: false, error: { code, message } };
}

/** Lets the person choose one file; null where the dialog is closed without one. */
function chooseFile(endings: readonly string[]): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = endings.map((ending) => `.${ending}`).join(',');
    input.hidden = true;
    const finish = (file: File | null): void => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => finish(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => finish(null));
    document.body.append(input);
    input.click();
  });
}

async function openFile(request: ShellRequest<'openFile'>): Promise<ShellAnswer<'openFile'>> {
  const kind = openKinds[request.purpose];
  const file = await chooseFile(kind.endings);
  if (file === null) return done<'openFile'>(null);
  const problem = kindProblem(kind, file.name, file.size);
  if (problem !== null) return failed(file.size > kind.limit ? 'too-large' : 'refused', problem);
  try {
    return done<'openFile'>({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch {
    return failed('unreadable', `读不出“${file.name}”，请确认文件没有被移走或被别的程序占用。`);
  }
}

/** Hands the file to the browser's own download; where it goes is the browser's matter. */
function saveFile(request: ShellRequest<'saveFile'>): ShellAnswer<'saveFile'> {
  const problem = kindProblem(saveKinds[request.purpose], request.name, request.bytes.length);
  if (problem !== null) return failed('refused', problem);
  const url = URL.createObjectURL(new Blob([request.bytes as Uint8Array<ArrayBuffer>]));
  const link = document.createElement('a');
  link.href = url;
  link.download = request.name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download reads the blob after this turn; a minute is far beyond the moment it opens it.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return done<'saveFile'>({ name: request.name });
}

/** Prints a page through a hidden frame; a browser does not tell whether the dialog was cancelled. */
function printPage(request: ShellRequest<'print'>): Promise<ShellAnswer<'print'>> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.className = 'print-frame';
    frame.title = '打印';
    frame.setAttribute('aria-hidden', 'true');
    Object.assign(frame.style, { position: 'fixed', inset: 'auto 0 0 auto', width: '0', height: '0', border: '0' });
    frame.addEventListener('load', () => {
      void printFrame(frame).then((printed) => {
        frame.remove();
        resolve(printed ? done<'print'>({ printed }) : failed('failed', notLoaded));
      });
    });
    frame.srcdoc = request.html;
    document.body.append(frame);
  });
}

async function printFrame(frame: HTMLIFrameElement): Promise<boolean> {
  const page = frame.contentWindow;
  if (page === null) return false;
  const patience = new Promise<boolean>((resolve) => window.setTimeout(() => resolve(false), loadingPatience));
  if (!(await Promise.race([pageLoaded(page.document), patience]))) return false;
  const title = document.title;
  // Browsers name the saved PDF after the top page.
  document.title = page.document.title || title;
  page.print();
  document.title = title;
  return true;
}

function recall<T>(key: string, read: (value: unknown) => T | null): T | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : read(JSON.parse(text));
  } catch {
    return null;
  }
}

function readZoom(value: unknown): number | null {
  return typeof value === 'number' && value >= 80 && value <= 200 ? value : null;
}

function readState(value: unknown): ShellReply<'lastState'> {
  const state = shellContract.lastState.reply.safeParse(value);
  return state.success ? state.data : null;
}

function applyZoom(percent: number): void {
  document.documentElement.style.zoom = percent === 100 ? '' : `${percent}%`;
}

/** Answers of what only the desktop application can do. */
const unsupported = {
  snapshot: failed('unsupported', '浏览器版不能自动保存副本，请到“备份”页手动另存一份。'),
  pdf: failed('unsupported', '浏览器版不能直接生成 PDF，请点“打印”，在打印窗口的目标打印机里选“另存为 PDF”。'),
};

/** The shell of the browser edition: it does with what browsers have, or says plainly that it cannot. */
export function createBrowserShell(): Shell {
  applyZoom(recall(zoomKey, readZoom) ?? 100);
  return {
    facts: () =>
      Promise.resolve(
        done<'facts'>({
          edition: 'browser',
          version: __APP_VERSION__,
          dataPlace: '这台电脑上本浏览器的网站数据里（清除浏览数据会一并删除，请经常另存副本）',
          canSnapshot: false,
          canSavePdf: false,
          freeBytes: null,
        }),
      ),
    openFile,
    saveFile: (request) => Promise.resolve(saveFile(request)),
    saveFiles,
    storeSnapshot: () => Promise.resolve(unsupported.snapshot),
    listSnapshots: () => Promise.resolve(done<'listSnapshots'>([])),
    readSnapshot: () => Promise.resolve(unsupported.snapshot),
    print: printPage,
    renderPdf: () => Promise.resolve(unsupported.pdf),
    renderPdfs: () => Promise.resolve(unsupported.pdf),
    notify: (request) => Promise.resolve(notify(request)),
    setZoom: ({ percent }) => {
      applyZoom(percent);
      localStorage.setItem(zoomKey, JSON.stringify(percent));
      return Promise.resolve(done<'setZoom'>(null));
    },
    getZoom: () => Promise.resolve(done<'getZoom'>({ percent: recall(zoomKey, readZoom) ?? 100 })),
    recordState: (state) => {
      localStorage.setItem(stateKey, JSON.stringify(state));
      return Promise.resolve(done<'recordState'>(null));
    },
    lastState: () => Promise.resolve(done<'lastState'>(recall(stateKey, readState))),
  };
}
