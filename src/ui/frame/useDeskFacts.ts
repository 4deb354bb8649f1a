import { rememberState } from '@/services/remembered-state';
import type { Workbench } from '@/services/workbench';
import { useDesk } from '../stores/desk';
import { recallCopy } from './last-copy';

/** A burst of commits asks for facts once. */
const pauseMilliseconds = 200;
/** The start belongs to the person: nothing was written yet that would have to be remembered. */
const firstPause = 5_000;

/**
 * Keeps what the frame shows about the data: profile, counts, number of sample records, moment of the last copy; and lets
 * the shell remember the number of records outside the database.
 */
export function useDeskFacts(workbench: Workbench): { readonly refresh: () => Promise<void> } {
  const desk = useDesk();
  let timer = 0;
  let pause = firstPause;

  async function refresh(): Promise<void> {
    desk.profile = workbench.session.profile;
    desk.counts = await workbench.storage.counts();
    desk.sampleCount = (await workbench.storage.sampleRecords()).length;
    const snapshots = await workbench.shell.listSnapshots(null);
    const newest = snapshots.ok ? snapshots.value[0] : undefined;
    const moments = [recallCopy(), newest ? Date.parse(newest.createdAt) : null].filter((moment) => moment !== null);
    desk.lastCopyAt = moments.length > 0 ? Math.max(...moments) : null;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void rememberState(workbench), pause);
    pause = pauseMilliseconds;
  }

  return { refresh };
}
