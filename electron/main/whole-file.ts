import { createHash, randomBytes } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Ending of files that are being written. */
export const partEnding = '.part';

/** SHA-256 of bytes, in hexadecimal. */
export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Brings a folder's list of names to the disk; Windows does this by itself and cannot open folders. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file so that at every moment either the old one or the new one is whole: temporary name, flush, rename.
 *
 * @throws the system's error; nothing is left behind then
 */
export async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
  const folder = dirname(path);
  const part = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}${partEnding}`);
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, path);
    await flushFolder(folder);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Writes a file and reads it back from where it now stands.
 *
 * @param read how it is read back
 * @returns whether what stands there is what was meant
 * @throws the system's error
 */
export async function writeVerified(
  path: string,
  bytes: Uint8Array,
  read: (path: string) => Promise<Uint8Array> = readFile,
): Promise<boolean> {
  await writeWhole(path, bytes);
  return digest(await read(path)) === digest(bytes);
}
