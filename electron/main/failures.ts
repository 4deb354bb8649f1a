import type { ShellFailure } from '../../src/shell/contract';

/** A failure as it goes over to the page. */
export type Failed = { readonly ok: false; readonly error: ShellFailure };

/** Makes a failure with its Chinese sentence. */
export function failed(code: ShellFailure['code'], message: string): Failed {
  return { ok: false, error: { code, message } };
}

/** The system's code of an error, such as ENOSPC; empty where it has none. */
export function systemCode(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : '';
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const denied = new Set(['EACCES', 'EPERM', 'EROFS']);

/** Says why a file could not be written. */
export function writeFailure(error: unknown, name: string): Failed {
  const code = systemCode(error);
  if (full.has(code)) return failed('disk-full', `磁盘空间不够，“${name}”没有保存。请清理磁盘或换一个位置再保存。`);
  if (denied.has(code)) return failed('unwritable', `这个位置不允许写入，“${name}”没有保存。请换一个文件夹再保存。`);
  if (code === 'EBUSY') return failed('unwritable', `“${name}”正被别的程序打开，没有保存。请先关闭它再保存。`);
  return failed('unwritable', `“${name}”没有保存成功${code === '' ? '' : `（${code}）`}。请换一个位置再试。`);
}

/** Says why a file could not be read. */
export function readFailure(error: unknown, name: string): Failed {
  const code = systemCode(error);
  if (code === 'ENOENT') return failed('unreadable', `找不到“${name}”，可能已被移走或删除。请重新选择。`);
  if (denied.has(code)) return failed('unreadable', `没有权限读取“${name}”。请把它复制到自己的文件夹后再选。`);
  if (code === 'EBUSY') return failed('unreadable', `“${name}”正被别的程序占用。请先关闭它再选。`);
  return failed('unreadable', `读不出“${name}”${code === '' ? '' : `（${code}）`}。请确认文件没有损坏。`);
}
