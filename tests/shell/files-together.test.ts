// @vitest-environment happy-dom
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveFiles } from '../../electron/main/files-together';
import { createBrowserShell } from '../../src/shell/browser';
import { freeName } from '../../src/shell/file-kinds';

const dialog = vi.hoisted(() => ({ showOpenDialog: vi.fn(), showMessageBox: vi.fn() }));
vi.mock('electron', () => ({ dialog }));

const window_ = {} as BrowserWindow;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const request = (...names: string[]) => ({
  purpose: 'pdf' as const,
  files: names.map((name) => ({ name, bytes: bytes(`new ${name}`) })),
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'together-'));
  dialog.showMessageBox.mockReset();
  dialog.showOpenDialog.mockReset().mockResolvedValue({ canceled: false, filePaths: [folder] });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('saving many files on the desktop', () => {
  it('writes them into the folder that the person chose', async () => {
    const saved = await saveFiles(window_, request('甲.pdf', '乙.pdf'));
    expect(saved).toEqual({ ok: true, value: { folder: expect.any(String), count: 2 } });
    expect(readdirSync(folder).sort()).toEqual(['乙.pdf', '甲.pdf'].sort());
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it('asks before a name is used again, and by default keeps both files', async () => {
    writeFileSync(join(folder, '甲.pdf'), 'old');
    dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
    await saveFiles(window_, request('甲.pdf', '甲.PDF'));
    expect(dialog.showMessageBox.mock.lastCall?.[1]).toMatchObject({ defaultId: 0, cancelId: 2 });
    expect(readdirSync(folder).sort()).toEqual(['甲(2).pdf', '甲(3).PDF', '甲.pdf']);
    expect(readFileSync(join(folder, '甲.pdf'), 'utf8')).toBe('old');
  });

  it('replaces only where the person says so, and writes nothing where they give up', async () => {
    writeFileSync(join(folder, '甲.pdf'), 'old');
    dialog.showMessageBox.mockResolvedValueOnce({ response: 2 });
    expect(await saveFiles(window_, request('甲.pdf', '乙.pdf'))).toEqual({ ok: true, value: null });
    expect(readdirSync(folder)).toEqual(['甲.pdf']);
    dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
    await saveFiles(window_, request('甲.pdf'));
    expect(readFileSync(join(folder, '甲.pdf'), 'utf8')).toBe('new 甲.pdf');
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] });
    expect(await saveFiles(window_, request('丙.pdf'))).toEqual({ ok: true, value: null });
  });

  it('never leaves the folder, refuses other endings, and says how far it came where the disk fails', async () => {
    await saveFiles(window_, request('../../甲.pdf'));
    expect(readdirSync(folder)).toEqual(['甲.pdf']);
    expect(await saveFiles(window_, request('a.exe'))).toMatchObject({ ok: false, error: { code: 'refused' } });
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [join(folder, '没有')] });
    const gone = await saveFiles(window_, request('甲.pdf'));
    expect(gone).toMatchObject({ ok: false, error: { message: expect.stringContaining('没有保存') } });
  });
});

/** A folder of the File System Access interface that holds its files in memory. */
function memoryFolder(there: Record<string, string>): { name: string } {
  const handle = {
    name: '文书',
    getFileHandle: (name: string, options?: { create?: boolean }) => {
      if (!(name in there) && options?.create !== true) return Promise.reject(new DOMException('', 'NotFoundError'));
      return Promise.resolve({
        createWritable: () =>
          Promise.resolve({
            write: (data: Uint8Array) => {
              there[name] = new TextDecoder().decode(data);
              return Promise.resolve();
            },
            close: () => Promise.resolve(),
          }),
      });
    },
  };
  return handle;
}

describe('saving many files in the browser edition', () => {
  afterEach(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));

  it('says plainly where the browser cannot', async () => {
    const saved = await createBrowserShell().saveFiles(request('甲.pdf'));
    expect(saved).toMatchObject({
      ok: false,
      error: { code: 'unsupported', message: expect.stringContaining('逐份') },
    });
  });

  it('writes beside files of the same name, never over them', async () => {
    const there: Record<string, string> = { '甲.pdf': 'old' };
    Reflect.set(window, 'showDirectoryPicker', () => Promise.resolve(memoryFolder(there)));
    const saved = await createBrowserShell().saveFiles(request('甲.pdf', '甲.pdf'));
    expect(saved).toEqual({ ok: true, value: { folder: '文书', count: 2 } });
    expect(there).toEqual({ '甲.pdf': 'old', '甲(2).pdf': 'new 甲.pdf', '甲(3).pdf': 'new 甲.pdf' });
  });

  it('takes a closed dialog for giving up, and a refusal for a reason to try again', async () => {
    Reflect.set(window, 'showDirectoryPicker', () => Promise.reject(new DOMException('', 'AbortError')));
    expect(await createBrowserShell().saveFiles(request('甲.pdf'))).toEqual({ ok: true, value: null });
    Reflect.set(window, 'showDirectoryPicker', () => Promise.reject(new DOMException('', 'SecurityError')));
    const refused = await createBrowserShell().saveFiles(request('甲.pdf'));
    expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('再点一次') } });
  });
});

describe('a free name', () => {
  it('counts on from the first that is not taken', () => {
    const taken = new Set(['通知.pdf', '通知(2).pdf']);
    expect(freeName('通知.pdf', (name) => taken.has(name))).toBe('通知(3).pdf');
    expect(freeName('无后缀', (name) => name === '无后缀')).toBe('无后缀(2)');
  });
});
