import type { ShellAnswer, ShellRequest } from '../../src/shell/contract';
import { writeFailure } from './failures';
import { stampAfter, writeStamp } from './stamp';
import type { Runtime, Stamp } from './stamp';

/** Keeps the stamp of an opened data folder. */
export interface StampKeeper {
  lastState(): Stamp['state'];
  recordState(state: ShellRequest<'recordState'>): Promise<ShellAnswer<'recordState'>>;
  /** Resolves when every change so far has been written, or could not be. */
  settled(): Promise<void>;
}

/**
 * Stamps a data folder as used by this program.
 *
 * @param before what the folder remembered until now
 * @throws the system's error where the folder cannot be written: then nothing could be saved either
 */
export async function openStamp(folder: string, before: Stamp | null, runtime: Runtime): Promise<StampKeeper> {
  let stamp = stampAfter(before, runtime);
  let writing = writeStamp(folder, stamp);
  await writing;
  return {
    lastState: () => stamp.state,
    settled: () => writing.catch(() => undefined),
    async recordState(state) {
      stamp = { ...stamp, state };
      const current = stamp;
      // One after the other, so that the last one said is the last one written.
      writing = writing.catch(() => undefined).then(() => writeStamp(folder, current));
      try {
        await writing;
        return { ok: true, value: null };
      } catch (error) {
        return writeFailure(error, 'stamp.json');
      }
    },
  };
}
