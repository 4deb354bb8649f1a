import { chmod, copyFile, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** Folder of the built page. */
export function pageFolder(): string {
  return process.env['SUPERVISION_DESK_PAGE'] ?? join(root, 'dist/page');
}

/** The packaged application under test. */
export function packagedApp(): string {
  const app = process.env['SUPERVISION_DESK_APP'];
  if (app === undefined) throw new Error('No packaged application: run node build/scripts/e2e.mjs --project desktop');
  return app;
}

/** A new folder that every user of this computer may use: the application under test may run as another user. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'supervision-desk-'));
  await chmod(folder, 0o777);
  return folder;
}

/** Removes a folder of a test; a process that is just ending may still be writing into it. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Copies a file to where the application under test can read it, under its own name. */
export async function readableCopy(file: string, folder: string): Promise<string> {
  const copy = join(folder, basename(file));
  await copyFile(file, copy);
  await chmod(copy, 0o644);
  return copy;
}

/** Chromium of the system, or null where Playwright's own is to be used. */
export function systemChromium(): string | null {
  const named = process.env['SUPERVISION_DESK_CHROMIUM'];
  if (named !== undefined) return named;
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync) ?? null;
}
