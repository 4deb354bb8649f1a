import type { App } from 'electron';

/** How long the program waits for its last writes before it ends all the same, in milliseconds. */
const patience = 5000;

/**
 * Lets what is still being written reach the disk before the program ends.
 *
 * @param settled resolves when nothing is being written any more
 */
export function endAfter(app: App, settled: () => Promise<unknown>): void {
  let finished = false;
  app.on('will-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    const finish = (): void => {
      if (finished) return;
      finished = true;
      // Not within the event itself: Electron takes no order to quit while it is still asking.
      setImmediate(() => app.quit());
    };
    setTimeout(finish, patience);
    void settled().finally(finish);
  });
}
