import { describe, expect, it } from 'vitest';
import { dataLock, takeDataLock } from '@/storage/lock';

/** The part of the browser's lock manager that is used: one holder at a time, waiting ones can give up. */
function createLocks(): LockManager {
  let last: Promise<unknown> = Promise.resolve();
  const request = (
    name: string,
    options: LockOptions,
    held: (lock: Lock | null) => Promise<unknown>,
  ): Promise<unknown> => {
    if (name !== dataLock) throw new Error('another lock');
    const before = last;
    const taken = new Promise((resolve, reject) => {
      options.signal?.addEventListener('abort', () => reject(new DOMException('gave up', 'AbortError')));
      void before.then(() => (options.signal?.aborted ? undefined : resolve(held({ name, mode: 'exclusive' }))));
    });
    last = taken.catch(() => before);
    return taken;
  };
  return { request } as unknown as LockManager;
}

describe('the lock on the data', () => {
  it('lets one window in, turns a second away, and is free again afterwards', async () => {
    const locks = createLocks();
    const release = await takeDataLock(locks, 5);
    expect(release).not.toBeNull();
    expect(await takeDataLock(locks, 5)).toBeNull();
    release?.();
    expect(await takeDataLock(locks, 5)).not.toBeNull();
  });

  it('waits for a window that is just being closed', async () => {
    const locks = createLocks();
    const release = await takeDataLock(locks, 5);
    const waiting = takeDataLock(locks, 60_000);
    release?.();
    expect(await waiting).not.toBeNull();
  });
});
