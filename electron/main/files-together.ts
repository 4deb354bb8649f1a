import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ShellAnswer, ShellRequest } from '../../src/shell/contract';
import { freeName, kindProblem, saveKinds } from '../../src/shell/file-kinds';
import { failed, writeFailure } from './failures';
import { noRoom, plainName } from './files';
import { writeWhole } from './whole-file';

type Files = ShellRequest<'saveFiles'>['files'];

/** What is done about names that the folder has already. */
type Clash = 'beside' | 'replace' | 'cancel';
const clashes: readonly Clash[] = ['beside', 'replace', 'cancel'];

/** Names compare without case, as Windows does. */
function key(name: string): string {
  return name.toLowerCase();
}

async function askAboutClash(window: BrowserWindow, names: readonly string[]): Promise<Clash> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `这个文件夹里已有${String(names.length)}个同名文件，例如“${names[0] ?? ''}”。要怎样保存？`,
    buttons: ['换名保存，两个都留', '替换原来的文件', '取消'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return clashes[response] ?? 'cancel';
}

/** Gives each file a name of its own, also among themselves. */
function named(files: Files, taken: ReadonlySet<string>): Files {
  const used = new Set(taken);
  return files.map(({ name, bytes }) => {
    const free = freeName(plainName(name), (each) => used.has(key(each)));
    used.add(key(free));
    return { name: free, bytes };
  });
}

async function writeAll(folder: string, files: Files): Promise<ShellAnswer<'saveFiles'>> {
  let count = 0;
  for (const { name, bytes } of files) {
    try {
      await writeWhole(join(folder, name), bytes);
    } catch (error) {
      const { error: failure } = writeFailure(error, name);
      return failed(
        failure.code,
        `${failure.message}（已保存${String(count)}个，还有${String(files.length - count)}个没有保存。）`,
      );
    }
    count += 1;
  }
  return { ok: true, value: { folder: basename(folder), count } };
}

/** Lets the person choose a folder and writes the files there, each whole or not at all. */
export async function saveFiles(
  window: BrowserWindow,
  request: ShellRequest<'saveFiles'>,
): Promise<ShellAnswer<'saveFiles'>> {
  const kind = saveKinds[request.purpose];
  const problem = request.files
    .map(({ name, bytes }) => kindProblem(kind, plainName(name), bytes.length))
    .find(Boolean);
  if (problem) return failed('refused', problem);
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: `选择存放${kind.label}的文件夹`,
    buttonLabel: '存到这里',
    properties: ['openDirectory', 'createDirectory'],
  });
  const folder = filePaths[0];
  if (canceled || folder === undefined) return { ok: true, value: null };
  try {
    const there = new Set((await readdir(folder)).map(key));
    const clashing = request.files.map(({ name }) => plainName(name)).filter((name) => there.has(key(name)));
    const way = clashing.length === 0 ? 'beside' : await askAboutClash(window, clashing);
    if (way === 'cancel') return { ok: true, value: null };
    const size = request.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const full = await noRoom(join(folder, '文件'), size);
    if (full !== null) return full;
    return await writeAll(folder, named(request.files, way === 'replace' ? new Set() : there));
  } catch (error) {
    return writeFailure(error, basename(folder));
  }
}
