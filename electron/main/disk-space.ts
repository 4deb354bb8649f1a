import { statfs } from 'node:fs/promises';

/** Below this many free bytes Chromium's database is in danger: a full disk can destroy it. */
export const spaceFloor = 500 * 1024 * 1024;

/**
 * Free bytes for this user on the disk that holds a folder.
 *
 * @returns null where the system does not say
 */
export async function freeSpace(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** Whether a file of a size still fits without coming below the floor; an unknown amount counts as enough. */
export function leavesRoom(free: number | null, size: number): boolean {
  return free === null || free - size >= spaceFloor;
}
