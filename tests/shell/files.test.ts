import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openFile, plainName, readChosen, saveFile, withEnding } from '../../electron/main/files';
import { writeFailure } from '../../electron/main/failures';
import { writeVerified, writeWhole } from '../../electron/main/whole-file';
import { openKinds, saveKinds } from '../../src/shell/file-kinds';

const dialog = vi.hoisted(() => ({ showOpenDialog: vi.fn(), showSaveDialog: vi.fn(), showMessageBox: vi.fn() }));
vi.mock('electron', () => ({ dialog }));

const window = {} as BrowserWindow;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true });
});

describe('opening a file', () => {
  it('gives name and bytes of what the person chose, and null where the dialog was cancelled', async () => {
    writeFileSync(join(folder, '名单.xlsx'), 'PK');
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [join(folder, '名单.xlsx')] });
    const opened = await openFile(window, { purpose: 'workbook' });
    expect(opened).toEqual({ ok: true, value: { name: '名单.xlsx', bytes: new TextEncoder().encode('PK') } });
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] });
    expect(await openFile(window, { purpose: 'workbook' })).toEqual({ ok: true, value: null });
  });

  it('refuses other endings, folders, files that are too large and files that are gone, each with a sentence', async () => {
    writeFileSync(join(folder, 'a.exe'), 'MZ');
    writeFileSync(join(folder, 'b.xlsx'), '12345');
    mkdirSync(join(folder, 'c.xlsx'));
    const refused = { ok: false, error: { code: 'refused' } };
    expect(await readChosen(join(folder, 'a.exe'), openKinds.workbook)).toMatchObject(refused);
    expect(await readChosen(join(folder, 'a.exe'), openKinds.attachment)).toMatchObject(refused);
    expect(await readChosen(join(folder, 'c.xlsx'), openKinds.workbook)).toMatchObject(refused);
    const large = await readChosen(join(folder, 'b.xlsx'), { ...openKinds.workbook, limit: 4 });
    expect(large).toMatchObject({ ok: false, error: { code: 'too-large' } });
    const gone = await readChosen(join(folder, 'gone.xlsx'), openKinds.workbook);
    expect(gone).toMatchObject({
      ok: false,
      error: { code: 'unreadable', message: expect.stringContaining('找不到') },
    });
  });
});

describe('saving a file', () => {
  const bytes = new TextEncoder().encode('new');

  it('writes it where the person chose and adds a missing ending', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: join(folder, '导出') });
    const saved = await saveFile(window, { purpose: 'workbook', name: '导出.xlsx', bytes });
    expect(saved).toEqual({ ok: true, value: { name: '导出.xlsx' } });
    expect(readFileSync(join(folder, '导出.xlsx'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['导出.xlsx']);
  });

  it('asks again before a file is replaced that the dialog has not asked about', async () => {
    writeFileSync(join(folder, '导出.xlsx'), 'old');
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: join(folder, '导出') });
    dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
    expect(await saveFile(window, { purpose: 'workbook', name: '导出.xlsx', bytes })).toEqual({
      ok: true,
      value: null,
    });
    expect(readFileSync(join(folder, '导出.xlsx'), 'utf8')).toBe('old');
  });

  it('proposes a name without path and refuses an ending of another purpose', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' });
    await saveFile(window, { purpose: 'workbook', name: '../../a:b\u0000?.xlsx', bytes });
    expect(dialog.showSaveDialog.mock.lastCall?.[1]).toMatchObject({ defaultPath: 'a b .xlsx' });
    const refused = await saveFile(window, { purpose: 'pdf', name: 'a.desktop', bytes });
    expect(refused).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it('leaves the old file whole and nothing beside it where it cannot write', async () => {
    mkdirSync(join(folder, '导出.xlsx'));
    await expect(writeWhole(join(folder, '导出.xlsx'), bytes)).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['导出.xlsx']);
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: join(folder, 'none', 'x.xlsx') });
    const failed = await saveFile(window, { purpose: 'workbook', name: 'x.xlsx', bytes });
    expect(failed).toMatchObject({ ok: false, error: { code: 'unwritable' } });
  });

  it('reads back what it wrote', async () => {
    expect(await writeVerified(join(folder, 'x'), bytes)).toBe(true);
    expect(readFileSync(join(folder, 'x'), 'utf8')).toBe('new');
    const spoilt = (): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode('nex'));
    expect(await writeVerified(join(folder, 'x'), bytes, spoilt)).toBe(false);
  });

  it('says what is wrong with the disk', () => {
    expect(writeFailure({ code: 'ENOSPC' }, 'a').error.code).toBe('disk-full');
    expect(writeFailure({ code: 'EACCES' }, 'a').error.message).toContain('不允许写入');
    expect(writeFailure({ code: 'EBUSY' }, 'a').error.message).toContain('关闭');
    expect(writeFailure(new Error('x'), 'a').error.code).toBe('unwritable');
  });
});

describe('names', () => {
  it('fit for every file system', () => {
    expect(plainName('..')).toBe('未命名');
    expect(plainName('  a/b\\c  .')).toBe('a b c');
    expect(withEnding('/x/a.XLSX', saveKinds.workbook)).toBe('/x/a.XLSX');
    expect(withEnding('/x/a.b', saveKinds.workbook)).toBe('/x/a.b.xlsx');
    expect(withEnding('/x/a', saveKinds.attachment)).toBe('/x/a');
  });
});
