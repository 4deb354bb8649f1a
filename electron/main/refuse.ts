import { dialog } from 'electron';
import type { App } from 'electron';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programName } from './data-folder';

/** Exit codes of a program that does not start: it keeps off newer data, or cannot write its data folder. */
export const refusals = { newerData: 78, unwritable: 73 } as const;

/**
 * Says why the program does not start, and ends it. The message needs Electron ready, and being ready opens a profile:
 * it gets an empty one of its own, so that the bureau's is not touched.
 */
export function refuseToStart(app: App, sentence: string, code: number): void {
  const aside = mkdtempSync(join(tmpdir(), `${programName}-`));
  app.setPath('userData', aside);
  app.setPath('sessionData', aside);
  // Whatever ends the program from here on, it ends with this code.
  app.on('before-quit', () => app.exit(code));
  app.on('will-quit', () => app.exit(code));
  process.once('exit', () => rmSync(aside, { recursive: true, force: true }));
  void app.whenReady().then(async () => {
    process.stderr.write(`${sentence}\n`);
    await dialog.showMessageBox({ type: 'warning', title: '执法监督工作台', message: sentence, buttons: ['知道了'] });
    app.exit(code);
  });
}
