/** Name of the lock that the window working with the data holds. */
export const dataLock = 'bureau-data';

/** How long to wait, in milliseconds: a page that is reloaded gives its lock back a moment after the new one asks for it. */
const reloadTime = 1_500;

/**
 * Takes the sole right to the data for as long as this context lives.
 * @returns a function that gives it back, or null where another window keeps it.
 */
export function takeDataLock(locks: LockManager, patience = reloadTime): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), patience);
    const held = locks.request(dataLock, { signal: waiting.signal }, () => {
      clearTimeout(timer);
      return new Promise<void>((release) => resolve(release));
    });
    held.catch(() => resolve(null));
  });
}
