import { dialog } from 'electron';
import type { App } from 'electron';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programName } from './data-folder';

/** Exit code of a program that keeps off newer data. */
export const refusedExit = 78;

/**
 * Says why the program does not start, and ends it. The message needs Electron ready, and being ready opens a profile:
 * it gets an empty one of its own, so that the bureau's is not touched.
 */
export function refuseToStart(app: App, sentence: string): void {
  const aside = mkdtempSync(join(tmpdir(), `${programName}-`));
  app.setPath('userData', aside);
  app.setPath('sessionData', aside);
  process.stderr.write(`${sentence}\n`);
  // Whatever ends the program from here on, it ends with this code.
  app.on('before-quit', () => app.exit(refusedExit));
  app.on('will-quit', () => app.exit(refusedExit));
  process.once('exit', () => rmSync(aside, { recursive: true, force: true }));
  void app.whenReady().then(async () => {
    await dialog.showMessageBox({ type: 'warning', title: '执法监督工作台', message: sentence, buttons: ['知道了'] });
    app.exit(refusedExit);
  });
}
