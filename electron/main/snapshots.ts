import { lstat, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShellAnswer, ShellReply } from '../../src/shell/contract';
import { freeSpace, leavesRoom } from './disk-space';
import { failed, readFailure, writeFailure } from './failures';
import { partEnding, writeVerified } from './whole-file';

/** A full copy in the folder of copies. */
export type Snapshot = ShellReply<'storeSnapshot'>;

/** How many copies stay. */
export const kept = 10;

/** A copy smaller than this part of another counts as much smaller than it. */
const shrunk = 0.5;

const namePattern = /^copy-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})(?:-(\d+))?\.sdz$/;

/** Name of a copy made at a moment, in local time; the number tells copies of one second apart. */
export function snapshotName(at: Date, number: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  const time = `${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
  return `copy-${day}-${time}${number === 0 ? '' : `-${number}`}.sdz`;
}

/** When a copy was made, by its name: 2026-03-05T08:30:00 in local time; null where it is not a copy's name. */
export function snapshotTime(name: string): string | null {
  const match = namePattern.exec(name);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

function order(name: string): readonly [string, number] {
  return [snapshotTime(name) ?? '', Number(namePattern.exec(name)?.[7] ?? 0)];
}

function newestFirst(a: Snapshot, b: Snapshot): number {
  const [left, right] = [order(a.name), order(b.name)];
  return left[0] === right[0] ? right[1] - left[1] : left[0] < right[0] ? 1 : -1;
}

/**
 * Which copies may go so that the newest ten stay. An older copy that is more than twice as large as every one that stays
 * is kept beside them: the data may have been lost since, and the copies of what is left must not push it out.
 */
export function copiesToRemove(copies: readonly Snapshot[]): readonly Snapshot[] {
  const sorted = [...copies].sort(newestFirst);
  const staying = sorted.slice(0, kept);
  const old = sorted.slice(kept);
  const largest = Math.max(0, ...staying.map((copy) => copy.size));
  const richest = old.reduce<Snapshot | null>((best, copy) => (copy.size > (best?.size ?? 0) ? copy : best), null);
  const rescued = richest !== null && largest < richest.size * shrunk ? richest : null;
  return old.filter((copy) => copy !== rescued);
}

/** The copies in a folder, newest first. A folder that is not there has none. */
export async function listSnapshots(folder: string): Promise<readonly Snapshot[]> {
  const names = await readdir(folder).catch(() => []);
  const copies: Snapshot[] = [];
  for (const name of names) {
    const createdAt = snapshotTime(name);
    if (createdAt === null) continue;
    const facts = await lstat(join(folder, name));
    if (facts.isFile()) copies.push({ name, createdAt, size: facts.size });
  }
  return copies.sort(newestFirst);
}

/** Clears away what an interrupted start left half written. */
export async function clearUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const unfinished = names.filter((name) => name.startsWith('.copy-') && name.endsWith(partEnding));
  await Promise.all(unfinished.map((name) => rm(join(folder, name), { force: true })));
}

async function freeName(folder: string, at: Date): Promise<string> {
  const names = new Set(await readdir(folder));
  let number = 0;
  while (names.has(snapshotName(at, number))) number += 1;
  return snapshotName(at, number);
}

/** A copy is a zip: it begins with PK. */
function looksLikeCopy(bytes: Uint8Array): boolean {
  return bytes.length > 4 && bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * Keeps a copy: temporary name, flush, rename, read back, compare; then lets old ones go.
 *
 * @param at the moment it was made
 */
export async function storeSnapshot(
  folder: string,
  bytes: Uint8Array,
  at: Date,
): Promise<ShellAnswer<'storeSnapshot'>> {
  if (!looksLikeCopy(bytes)) return failed('refused', '副本内容是空的或不完整，没有保存。请重新备份一次。');
  try {
    await mkdir(folder, { recursive: true });
    if (!leavesRoom(await freeSpace(folder), bytes.length)) {
      return failed('disk-full', '磁盘剩余空间不足 500 MB，副本没有保存。请先清理磁盘，再重新备份。');
    }
    const name = await freeName(folder, at);
    if (!(await writeVerified(join(folder, name), bytes))) {
      await rename(join(folder, name), join(folder, `${name}.damaged`));
      return failed('unwritable', '副本写入后读回的内容不一致，磁盘可能有故障。请换一个位置另存一份。');
    }
    const copy: Snapshot = { name, createdAt: snapshotTime(name) ?? '', size: bytes.length };
    for (const old of copiesToRemove(await listSnapshots(folder))) await rm(join(folder, old.name), { force: true });
    return { ok: true, value: copy };
  } catch (error) {
    return writeFailure(error, '副本');
  }
}

/** Reads a copy by its name; a link in its place is refused. */
export async function readSnapshot(folder: string, name: string): Promise<ShellAnswer<'readSnapshot'>> {
  if (snapshotTime(name) === null) return failed('refused', '这不是副本的名称。');
  try {
    const path = join(folder, name);
    if (!(await lstat(path)).isFile()) return failed('refused', `“${name}”不是文件，不能恢复。`);
    return { ok: true, value: { name, bytes: new Uint8Array(await readFile(path)) } };
  } catch (error) {
    return readFailure(error, name);
  }
}
