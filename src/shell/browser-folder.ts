import { freeName, kindProblem, saveKinds } from './file-kinds';
import type { ShellAnswer, ShellFailure, ShellRequest } from './contract';

/** What browsers with the File System Access interface have on their window; the types of the platform lack it. */
interface FolderWindow {
  showDirectoryPicker?: (options: { mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}

function failed(code: ShellFailure['code'], message: string): { readonly ok: false; readonly error: ShellFailure } {
  return { ok: false, error: { code, message } };
}

async function isThere(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  return folder.getFileHandle(name).then(
    () => true,
    () => false,
  );
}

/** A name that neither the folder nor the files before have. */
async function nameIn(folder: FileSystemDirectoryHandle, name: string, used: Set<string>): Promise<string> {
  let free = freeName(name, (each) => used.has(each));
  while (await isThere(folder, free)) {
    used.add(free);
    free = freeName(name, (each) => used.has(each));
  }
  used.add(free);
  return free;
}

async function write(folder: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  await stream.write(bytes as Uint8Array<ArrayBuffer>);
  await stream.close();
}

async function choose(
  pick: NonNullable<FolderWindow['showDirectoryPicker']>,
): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await pick({ mode: 'readwrite' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/**
 * Writes files into a folder that the person chooses, beside files of the same name and never over them. A browser without
 * folders to choose says so.
 */
export async function saveFiles(request: ShellRequest<'saveFiles'>): Promise<ShellAnswer<'saveFiles'>> {
  const kind = saveKinds[request.purpose];
  const problem = request.files.map(({ name, bytes }) => kindProblem(kind, name, bytes.length)).find(Boolean);
  if (problem) return failed('refused', problem);
  const pick = (window as FolderWindow).showDirectoryPicker;
  if (!pick) return failed('unsupported', '这个浏览器不能一次把多个文件存进文件夹，请逐份保存，或改用桌面版。');
  let count = 0;
  try {
    const folder = await choose(pick.bind(window));
    if (folder === null) return { ok: true, value: null };
    const used = new Set<string>();
    for (const { name, bytes } of request.files) {
      await write(folder, await nameIn(folder, name, used), bytes);
      count += 1;
    }
    return { ok: true, value: { folder: folder.name, count } };
  } catch (error) {
    const blocked =
      error instanceof DOMException && (error.name === 'SecurityError' || error.name === 'NotAllowedError');
    if (blocked && count === 0)
      return failed('unwritable', '浏览器没有打开选择文件夹的窗口，或不允许写入。请再点一次保存。');
    const left = request.files.length - count;
    return failed(
      'unwritable',
      `文件没有全部保存：已保存${String(count)}个，还有${String(left)}个没有保存。请换一个文件夹再试。`,
    );
  }
}
