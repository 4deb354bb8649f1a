import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { open, stat } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import type { ShellAnswer, ShellRequest } from '../../src/shell/contract';
import { kindProblem, openKinds, saveKinds } from '../../src/shell/file-kinds';
import type { FileKind } from '../../src/shell/file-kinds';
import { failed, readFailure, writeFailure } from './failures';
import type { Failed } from './failures';
import { freeSpace } from './disk-space';
import { writeWhole } from './whole-file';

function filtersOf(kind: FileKind): Electron.FileFilter[] {
  const extensions = kind.endings.length === 0 ? ['*'] : [...kind.endings];
  return [{ name: kind.label, extensions }];
}

/**
 * Reads a file that may be opened under a purpose.
 *
 * @param path full path that the person chose
 */
export async function readChosen(path: string, kind: FileKind): Promise<ShellAnswer<'openFile'>> {
  const name = basename(path);
  try {
    const handle = await open(path, 'r');
    try {
      const facts = await handle.stat();
      if (!facts.isFile()) return failed('refused', `“${name}”不是文件，请重新选择。`);
      const problem = kindProblem(kind, name, facts.size);
      if (problem !== null) return failed(facts.size > kind.limit ? 'too-large' : 'refused', problem);
      const bytes = await handle.readFile();
      return { ok: true, value: { name, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) } };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return readFailure(error, name);
  }
}

/** Lets the person choose a file and reads it. The page never names a path. */
export async function openFile(
  window: BrowserWindow,
  request: ShellRequest<'openFile'>,
): Promise<ShellAnswer<'openFile'>> {
  const kind = openKinds[request.purpose];
  const title = `选择${kind.label}`;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    filters: filtersOf(kind),
    properties: ['openFile'],
  });
  const path = filePaths[0];
  if (canceled || path === undefined) return { ok: true, value: null };
  return readChosen(path, kind);
}

/** Makes a name fit for every file system: no separators, reserved signs, leading dots or trailing dots and blanks. */
export function plainName(name: string): string {
  const plain = name
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return plain === '' ? '未命名' : plain;
}

/** The path with one of the kind's endings: dialogs on Linux do not add it. */
export function withEnding(path: string, kind: FileKind): string {
  const first = kind.endings[0];
  if (first === undefined || kind.endings.includes(extname(path).slice(1).toLowerCase())) return path;
  return `${path}.${first}`;
}

async function mayReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const there = await stat(path).then(
    () => true,
    () => false,
  );
  if (!there) return true;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `“${basename(path)}”已经存在，要替换它吗？`,
    buttons: ['替换', '取消'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Says so where a disk has no room for so many bytes beside a path. */
export async function noRoom(path: string, size: number): Promise<Failed | null> {
  const free = await freeSpace(dirname(path));
  return free !== null && free < size ? writeFailure({ code: 'ENOSPC' }, basename(path)) : null;
}

/** Lets the person choose a place and writes the file there, whole or not at all. */
export async function saveFile(
  window: BrowserWindow,
  request: ShellRequest<'saveFile'>,
): Promise<ShellAnswer<'saveFile'>> {
  const kind = saveKinds[request.purpose];
  const proposed = plainName(request.name);
  const problem = kindProblem(kind, proposed, request.bytes.length);
  if (problem !== null) return failed(request.bytes.length > kind.limit ? 'too-large' : 'refused', problem);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: `保存${kind.label}`,
    defaultPath: proposed,
    filters: filtersOf(kind),
    properties: ['showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return { ok: true, value: null };
  const path = withEnding(filePath, kind);
  if (path !== filePath && !(await mayReplace(window, path))) return { ok: true, value: null };
  try {
    const full = await noRoom(path, request.bytes.length);
    if (full !== null) return full;
    await writeWhole(path, request.bytes);
    return { ok: true, value: { name: basename(path) } };
  } catch (error) {
    return writeFailure(error, basename(path));
  }
}
